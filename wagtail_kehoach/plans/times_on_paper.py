"""When a task is due, as paper says it: in its own words, or the day where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..organisation.calendar import resolve

if TYPE_CHECKING:
    import datetime as dt

    from ..decree30.parts import Period


def on_paper(
    day: dt.date | None, wording: str | None, period: Period | None
) -> tuple[dt.date | None, str | None]:
    """The day and the words of a task, as whoever reads the paper has them.

    Words that name a month or a quarter say until when, but no day: the last one of it
    is left to the calendar again.
    """
    if not wording:
        return day, f"{day:%d/%m/%Y}" if day else None
    from ..decree30.reader.cell_times import moments_in_cell  # noqa: PLC0415 -- slow import

    said = moments_in_cell(wording, period)
    told = said.date if said else None
    if told is None and day == resolve(wording, []):
        return None, wording
    return day or told, wording
