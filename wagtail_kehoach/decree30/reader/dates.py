"""Dates as documents print them: whole, partial, without a year, or in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ..parts import Period
from .wording import tidy

YEARS = range(1945, 2100)

_NUMERIC = (
    r"(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})"
    r"(?:\s?(?P=sep)\s?(?P<y>\d{4})(?!\d))?"
)
_WORDS = (
    r"(?<!\d)(?<![Tt]uần )(?<![Tt]uần thứ )(?P<d2>\d{1,2})\s*tháng\s*(?P<m2>\d{1,2})"
    r"(?:\s*(?:,?\s*năm|/)\s*(?P<y2>\d{4})(?!\d))?"
)
DATE = rf"(?:ngày\s*)?(?:{_WORDS}|(?<![\d/.\-]){_NUMERIC}(?![\d/\-]))"
ANY_DATE = re.compile(DATE, re.IGNORECASE)

_BEFORE = (
    r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào))?(?:\s+trước)?"
    r"|(?:hoàn thành|xong)(?:\s+(?:trước|vào))?"
    r"|trước|hạn(?:\s+(?:cuối|chót|nộp))?(?:\s+là)?\s*:?|(?:đến\s+)?hết|đến)"
)
HOUR = r"(?:\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2})?(?:\s*phút)?\s*,?\s+)?"
_FIGURE = re.compile(r"\d")
_DEADLINE = re.compile(
    rf"\b{_BEFORE}\s+{HOUR}(?P<also>(?:ngày\s+)?(?:\d{{1,2}}\s*(?:,|và)\s*)+)?"
    rf"(?P<date>{DATE})(?P<yearly>\s+(?:h[àằ]ng|mỗi)\s+năm)?",
    re.IGNORECASE,
)
AND_DAY = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:và\s*(?=ngày\s|\d{{1,2}}/\d{{1,2}}(?!\d))"
    rf"|,\s*(?=ngày\s|\d{{1,2}}/\d{{1,2}}/\d{{4}}))(?P<date>{DATE})",
    re.IGNORECASE,
)
#: "…, bắt đầu từ tháng 6/2026": from when on a rhythm is kept.
_FROM_THEN_ON = (
    r"(?:,?\s+(?:bắt đầu|kể)\s+từ\s+(?:ngày\s+\d{1,2}[/.-]\d{1,2}|tháng\s+\d{1,2})"
    r"(?:\s*[/.-]\s*\d{4}|\s+năm\s+\d{4})?)?"
)
_DAY_OF_MONTH = re.compile(
    rf"(?:\b(?:{_BEFORE}|vào)\s+ngày\s+\d{{1,2}}\s+(?:của\s+)?"
    r"(?:(?:tháng\s+liền\s+kề|tháng\s+(?:sau|trước|đầu|cuối)|h[àằ]ng\s+tháng|mỗi\s+tháng|cuối\s+(?:tháng|quý))"
    r"[^.;:,()]*?)(?=\s+gồm|[.;:,()]|$)"
    r"|\bngày\s+\d{1,2}\s+(?:h[àằ]ng|mỗi)\s+tháng\b)"
    rf"{_FROM_THEN_ON}",
    re.IGNORECASE,
)


@dataclass
class Deadline:
    """A wording that says until when, and the date where it is certain."""

    text: str
    end: int
    date: dt.date | None = None


@dataclass
class YearAhead(Period):
    """A school year of which a document speaks before it begins, as for admissions.

    ``first_month`` is the month of the document: what it sets comes after it.
    """

    first_month: int = 8


def seen_from(issued: dt.date | None, period: Period | None) -> Period | None:
    """Return the period as a document of that day speaks of it."""
    if period is None or issued is None or period.type != "nam_hoc":
        return period
    if issued.year != period.start or issued.month >= 8:
        return period
    return YearAhead(
        period.type, period.start, period.end, period.text, first_month=issued.month
    )


def date_of(day: int, month: int, year: int) -> dt.date | None:
    """Return the date, or ``None`` where the calendar has no such day."""
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def first_date(text: str, period: Period | None = None) -> dt.date | None:
    """Return the first date in text; one without a year only if the period gives it."""
    match = ANY_DATE.search(text)
    return resolved(match, period) if match else None


def resolved(match: re.Match[str], period: Period | None) -> dt.date | None:
    """Return the date that ``DATE`` matched; without a year only if the period gives it."""
    day, month = int(match["d"] or match["d2"]), int(match["m"] or match["m2"])
    printed = match["y"] or match["y2"]
    year = int(printed) if printed else year_of(month, period)
    return date_of(day, month, year) if year else None


def year_of(month: int, period: Period | None) -> int | None:
    """Return the year of a month within a period that leaves no choice."""
    if period is None:
        return None
    if period.start == period.end:
        return period.start
    if period.type == "nam_hoc":
        first = period.first_month if isinstance(period, YearAhead) else 8
        return period.start if month >= first else period.end
    return None


def in_order(days: list[dt.date | None]) -> bool:
    """Tell whether the days follow each other: where not, the year of one is not sure."""
    known = [day for day in days if day]
    return known == sorted(known)


def has_figure(text: str) -> bool:
    """Tell whether there is any figure, without which there is no date."""
    return bool(_FIGURE.search(text))


def deadlines_in(text: str, period: Period | None) -> list[Deadline]:
    """Return the moments that text sets as the last ones, each with its wording."""
    if not has_figure(text):
        return []
    if match := _DAY_OF_MONTH.search(text):
        return [Deadline(tidy(match[0]), match.end())]
    found = []
    for match in _DEADLINE.finditer(text):
        # What is due every year, or on "ngày 15 và 30/3", has no one date.
        several = match["yearly"] or match["also"]
        day = None if several else first_date(match["date"], period)
        found.append(Deadline(tidy(match[0]), match.end(), day))
        while day and (more := AND_DAY.match(text, found[-1].end)):
            other = first_date(more["date"], period)
            found.append(Deadline(tidy(more["date"]), more.end(), other))
    return found


def deadline_in(text: str, period: Period | None) -> Deadline | None:
    """Return the first of the last moments that text sets.

    Days that are listed are one moment, in all its words, which has no one date.
    """
    first = next(iter(deadlines_in(text, period)), None)
    end = first.end if first else len(text)
    while more := AND_DAY.match(text, end):
        end = more.end()
    if first is None or end == first.end:
        return first
    return Deadline(tidy(first.text + text[first.end : end]), end)
