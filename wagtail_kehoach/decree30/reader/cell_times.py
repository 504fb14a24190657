"""Cells of tables that hold nothing but a time: one day, from when to when, several days."""

from __future__ import annotations

import re
from itertools import pairwise

from ..parts import Period
from .dates import ANY_DATE, Deadline, in_order, resolved
from .wording import tidy

_BEGINS = re.compile(
    r"(?:bắt đầu\s+)?từ\b(?!.*(?:đến|hết|[-–]))", re.IGNORECASE | re.DOTALL
)
_FIRST_DAY = re.compile(
    r"(?<![\d/.])\d{1,2}\s?[-–]\s?(?=\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4})"
)
_ALSO = re.compile(r"[,;]|\b(?:và|hoặc)\b", re.IGNORECASE)
_UNTIL = re.compile(r"[-–]|\b(?:đến|tới|hết|xong|hoàn thành|kết thúc)\b", re.IGNORECASE)
_FROM = re.compile(r"(?:bắt đầu\s*)?(?:từ(?:\s+|$))?", re.IGNORECASE)
_SAYS_UNTIL = re.compile(
    r"(?:đến|tới|hết|trước|chậm nhất|muộn nhất|xong|hoàn thành)\b", re.IGNORECASE
)
#: What stands between two days of a list is no longer.
_NEAR = 40


def moments_in_cell(text: str, period: Period | None) -> Deadline | None:
    """Return the date of a table cell that holds nothing but a time."""
    if not text:
        return None
    # "16-18/11/2026" ends on the 18th; a week ("02-07/11") has no last day.
    plain = _FIRST_DAY.sub("", text)
    dates = [resolved(match, period) for match in ANY_DATE.finditer(plain)]
    begins = len(dates) == 1 and _BEGINS.match(text)
    certain = dates and not begins and in_order(dates)
    return Deadline(tidy(text), len(text), dates[-1] if certain else None)


def from_to(begin: str, end: str) -> str:
    """Return in one text what two columns say: from when, until when."""
    if not begin or begin == end:
        return end
    begin = _small(begin[_FROM.match(begin).end() :])  # type: ignore[union-attr]
    if not end:
        return f"từ {begin}"
    joint = "" if _SAYS_UNTIL.match(end) else "đến "
    return f"từ {begin} {joint}{_small(end)}"


def lists_days(text: str) -> bool:
    """Tell whether text names several days, and not from when to when something lasts.

    One day after the other is one event.
    """
    days = list(ANY_DATE.finditer(text))
    for first, second in pairwise(days):
        between = text[first.end() : second.start()]
        listed = len(between) <= _NEAR and _ALSO.search(between)
        if listed and not _UNTIL.search(between) and not _is_next_day(first, second):
            return True
    return False


def _is_next_day(first: re.Match[str], second: re.Match[str]) -> bool:
    (day, month), (next_day, next_month) = map(_day_and_month, (first, second))
    return month == next_month and next_day == day + 1


def _day_and_month(match: re.Match[str]) -> tuple[int, int]:
    return int(match["d"] or match["d2"]), int(match["m"] or match["m2"])


def _small(text: str) -> str:
    """The text with a small letter at its beginning, unless it is in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
