"""The school years that plans are filtered by."""

from __future__ import annotations

from ..indexes.filters import Option
from ..indexes.options import school_year_rows
from .years import YearTime


def year_options() -> list[Option]:
    """The school years of the register, latest first; a value says which plans belong to it."""
    options, following = [], None
    for year in school_year_rows():
        time = YearTime(year.starts_on, year.ends_on, following)
        options.append(Option(year.name, time, year.name))
        following = year.starts_on
    return options
