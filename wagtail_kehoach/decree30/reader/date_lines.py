"""The line of a header that says where and when: also where parts of it are left blank."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from .dates import YEARS, date_of
from .wording import tidy, unemphasised

_BLANK = r"[\s.…_*\d]*"
_DATE_LINE = re.compile(
    rf"ngày(?P<d>{_BLANK})tháng(?P<m>{_BLANK})năm(?P<y>{_BLANK})", re.IGNORECASE
)
#: "năm 202…" is filled in by hand.
_CUT_YEAR = re.compile(r"\s*\d{1,3}\s*(?:…|\.\.|_)")


@dataclass
class DateLine:
    """The date line of a document, as far as it is filled in."""

    text: str
    date: dt.date | None = None
    partial: str | None = None
    handwritten: bool = False
    impossible: bool = False


def date_line(text: str) -> DateLine | None:
    """Read ``ngày … tháng … năm …``, also where parts are left blank."""
    match = _DATE_LINE.search(text)
    if not match:
        return None
    day, month, year = (_number(match[part]) for part in "dmy")
    if _CUT_YEAR.match(match["y"]):
        year = None
    end = match.end() - (len(match["y"]) - len(match["y"].rstrip()))
    printed = tidy(text[match.start() : end])
    line = DateLine(
        printed.rstrip(" *_") if match["y"].strip().endswith("*") else printed,
        handwritten="*" in match["d"] + match["m"],
    )
    if year is None or year not in YEARS:
        line.impossible = year is not None
        return line
    if month is None or not 1 <= month <= 12:
        line.partial, line.impossible = f"{year}", month is not None
        return line
    line.date = date_of(day, month, year) if day else None
    if line.date is None:
        line.partial, line.impossible = f"{year}-{month:02d}", day is not None
    return line


def _number(text: str) -> int | None:
    digits = re.sub(r"[\s.…_]", "", unemphasised(tidy(text))).strip("*")
    # No day, month or year has more figures; Python refuses to count without end.
    return int(digits.lstrip("0")[:5] or "0") if digits.isdecimal() else None
