"""When "cuối học kỳ I" or "quý I/2027" is: words of a plan to the last day they allow.

Answers questions only. What cannot be resolved gives ``None`` and keeps its wording.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Protocol

from .days_off import ONE_DAY, is_working_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class YearDates(Protocol):
    """The dates of a school year, as ``SchoolYear`` has them."""

    starts_on: dt.date
    first_term_ends_on: dt.date
    ends_on: dt.date


DATE = re.compile(r"\b(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})\b")
DATE_IN_WORDS = re.compile(
    r"\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\b(?:\s+năm\s+(\d{4})\b)?"
)
DAY_AND_MONTH = re.compile(r"\b(\d{1,2})\s*/\s*(\d{1,2})\b(?!\s*/)")
# Of a list or range, such as "tháng 9, 10" or "tháng 9-12/2026", the last one counts.
AND_THEN = r"\s*(?:[-–,]|và|đến)\s*"
OF_YEAR = r"(?:\s*(?:/|-|năm)\s*(\d{4})\b)?"
# "Mỗi tháng 02 bài" counts posts; it does not name February.
MONTH = re.compile(
    rf"(?<!mỗi )(?<!hằng )(?<!hàng )\btháng\s+(?:\d{{1,2}}{AND_THEN})*(\d{{1,2}})\b{OF_YEAR}"
)
ONE_QUARTER = r"(?:iv|iii|ii|i|[1-4])"
QUARTER = re.compile(rf"\bquý\s+(?:{ONE_QUARTER}{AND_THEN})*({ONE_QUARTER})\b{OF_YEAR}")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
FIRST_TERM = re.compile(r"(?:học kỳ|học kì|hk)\s*(?:i|1)\b|\bsơ kết\b")
YEAR_END = re.compile(
    r"(?:học kỳ|học kì|hk)\s*(?:ii|2)\b|cuối năm(?: học)?|hết năm học|\btổng kết\b"
)
ONE_TERM = re.compile(r"(?:học kỳ|học kì|hk)\s*(ii?|[12])\b")
YEAR_START = re.compile(r"đầu năm học|khai giảng")
SCHOOL_YEAR = re.compile(r"\b(\d{4})\s*[-–]\s*\d{4}\b")
# "Từ tháng 11/2026" says when something begins, and of no last day; an event has its hour.
ONLY_BEGINS = re.compile(
    r"^\W*(?:(?:bắt đầu|thực hiện|triển khai|áp dụng|kể)\s+)*từ\s"
    r"(?!\s*\d{1,2}\s*(?:h|g|giờ|:)\d*)(?!.*(?:[-–,;]|\b(?:đến|tới|hết|xong|trước|và)\b))"
)
CALENDAR_YEAR_END = re.compile(r"\b(?:cuối|hết) năm (\d{4})\b(?!\s*[-–]\s*\d)")


def resolve(wording: str, years: Iterable[YearDates]) -> dt.date | None:
    """Return the last day that ``wording`` allows, or ``None`` if it names none.

    ``years`` are the school years that the plan runs through, earliest first. A month
    or quarter without its year is looked up in them, and the first that fits is taken.
    A day that does not exist is no day: it is not taken for the month around it.
    """
    text = unicodedata.normalize("NFC", wording).lower()
    years = list(years)
    if ONLY_BEGINS.match(text):
        return None
    for rule in (_dates, _months, _quarters, _terms):
        if found := rule(text, years):
            days = [day for day in found if day]
            return max(days) if len(days) == len(found) else None
    return None


def term_days(wording: str, year: YearDates) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of the term of ``year`` that ``wording`` names, if any."""
    named = ONE_TERM.search(unicodedata.normalize("NFC", wording).lower())
    if named is None:
        return None
    if named[1] in ("i", "1"):
        return year.starts_on, year.first_term_ends_on
    return year.first_term_ends_on + ONE_DAY, year.ends_on


def working_days_between(since: dt.date, day: dt.date) -> int:
    """How many working days came after ``since``, up to ``day``."""
    return sum(
        is_working_day(since + n * ONE_DAY) for n in range(1, (day - since).days + 1)
    )


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The day that is ``count`` working days after ``day``."""
    while count:
        day += ONE_DAY
        count -= is_working_day(day)
    return day


def _dates(text: str, years: list[YearDates]) -> list[dt.date | None]:
    written = [match.group(1, 3, 4) for match in DATE.finditer(text)]
    written += DATE_IN_WORDS.findall(text)
    written += [(day, month, "") for day, month in DAY_AND_MONTH.findall(text)]
    return [_day(years, int(day), int(month), year) for day, month, year in written]


def _months(text: str, years: list[YearDates]) -> list[dt.date | None]:
    return [_month(years, int(month), year) for month, year in MONTH.findall(text)]


def _quarters(text: str, years: list[YearDates]) -> list[dt.date | None]:
    return [
        _month(years, 3 * (QUARTERS.get(quarter) or int(quarter)), year)
        for quarter, year in QUARTER.findall(text)
    ]


def _terms(text: str, years: list[YearDates]) -> list[dt.date | None]:
    if match := CALENDAR_YEAR_END.search(text):
        return [_month_end(int(match[1]), 12)]
    if match := SCHOOL_YEAR.search(text):
        years = [year for year in years if year.starts_on.year == int(match[1])]
    if not years:
        return []
    if YEAR_END.search(text):
        return [years[0].ends_on]
    if FIRST_TERM.search(text):
        return [years[0].first_term_ends_on]
    if YEAR_START.search(text):
        return [years[0].starts_on]
    return []


def _day(years: list[YearDates], day: int, month: int, year: str) -> dt.date | None:
    if year:
        return _safe_date(int(year), month, day)
    return _first_inside(years, lambda year: _safe_date(year, month, day))


def _month(years: list[YearDates], month: int, year: str) -> dt.date | None:
    if year:
        return _month_end(int(year), month)
    return _first_inside(years, lambda year: _month_end(year, month))


def _first_inside(
    years: list[YearDates], make: Callable[[int], dt.date | None]
) -> dt.date | None:
    """The first date of ``make(year)`` that lies in a school year or its summer."""
    for school_year in years:
        for year in (school_year.starts_on.year, school_year.starts_on.year + 1):
            found = make(year)
            if found and school_year.starts_on <= found <= _summer_end(school_year):
                return found
    return None


def _summer_end(school_year: YearDates) -> dt.date:
    return school_year.ends_on.replace(month=8, day=31)


def _month_end(year: int, month: int) -> dt.date | None:
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12):
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _safe_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
