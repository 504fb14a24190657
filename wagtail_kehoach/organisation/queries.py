"""Reads of the register: school years of a time, the unit behind a name."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from .models import SchoolSettings, SchoolYear, Unit

if TYPE_CHECKING:
    from django.db.models import QuerySet

#: What may stand between two names, and within one: "Tổ Văn phòng và Tài vụ".
BETWEEN_NAMES = re.compile(
    r"(\s*[;,/+]\s*|\s+(?:và|cùng|phối hợp với)\s+)", re.IGNORECASE
)
#: What comes before those who help.
_WITH = re.compile(r"[\s,;(]*\bphối hợp\b.*", re.IGNORECASE | re.DOTALL)


def name_of_school() -> str:
    """The school of the portal as its letters are signed; empty without a default site."""
    rows = SchoolSettings.objects.filter(site__is_default_site=True)
    school = rows.select_related("site").first()
    return school.called if school else ""


def title_of_head() -> str:
    """What the head of the portal's school is called in a sentence: *Hiệu trưởng*.

    Empty where nobody has entered the school: its title is only what a form proposes.
    """
    school = SchoolSettings.objects.filter(site__is_default_site=True).first()
    if school is None or not (school.issuing_body or school.name):
        return ""
    return school.head_called


def school_years_between(start: dt.date | None, end: dt.date | None) -> QuerySet:
    """School years that overlap the time from ``start`` to ``end``, earliest first."""
    years = SchoolYear.objects.order_by("starts_on")
    if start:
        years = years.filter(ends_on__gte=start)
    if end:
        years = years.filter(starts_on__lte=end)
    return years


def school_years_of(
    start: dt.date | None, end: dt.date | None, written_on: dt.date | None
) -> list[SchoolYear]:
    """The school years in which a text from ``start`` to ``end`` sets its days.

    One that names no time speaks of the year that was going on when it was written; none
    is guessed where that is not known either, or lies between two years.
    """
    if start or end:
        return list(school_years_between(start, end))
    if written_on is None:
        return []
    return list(school_years_between(written_on, written_on)[:1])


def school_year_on(day: dt.date) -> SchoolYear | None:
    """The school year that ``day`` falls into; in summer, the one that has just ended."""
    return SchoolYear.objects.filter(starts_on__lte=day).order_by("-starts_on").first()


def school_year_after(day: dt.date) -> SchoolYear | None:
    """The first school year that goes on after ``day``, if one is entered."""
    return SchoolYear.objects.filter(ends_on__gt=day).order_by("ends_on").first()


def units_by_name(day: dt.date) -> dict[str, Unit]:
    """Units that exist on ``day``, under every name they go by (see ``name_key``)."""
    return {
        name_key(name): unit for unit in Unit.objects.on(day) for name in unit.names
    }


def units_in(text: str, units: dict[str, Unit]) -> list[Unit]:
    """The units that ``text`` says lead a work, each once: "Đoàn trường và Tổ Văn".

    A name of ``units`` that has "và" or a comma within stays whole. Those they work with
    are not meant.
    """
    tokens = BETWEEN_NAMES.split(_WITH.sub("", unicodedata.normalize("NFC", text)))
    found: dict[int, Unit] = {}
    begin = 0
    while begin < len(tokens):
        ends = range(len(tokens), begin, -2)
        keys = {end: name_key("".join(tokens[begin:end])) for end in ends}
        end = next((end for end, key in keys.items() if key in units), begin + 1)
        if unit := units.get(keys[end]):
            found[unit.pk] = unit
        begin = end + 1
    return list(found.values())


def name_key(name: str) -> str:
    """A name as it is compared: NFC, small letters, single spaces, one kind of dash."""
    folded = unicodedata.normalize("NFC", name).casefold()
    folded = re.sub(r"\s*[-–—]\s*", "-", folded)
    return re.sub(r"\s+", " ", folded).strip(" .;:,")
