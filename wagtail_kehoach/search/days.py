"""Days and months, however they are written: *05-11-2026*, *ngày 05 tháng 11 năm 2026*.

Pure Python. They are found by ``5/11/2026``, which is how the index and a query have them.
English pages print *5 November 2026*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import fold_letters

_DAY, _MONTH, _YEAR = r"([0-2]?\d|3[01])", r"(0?\d|1[0-2])", r"(\d{4})"
_JOINED = re.compile(
    rf"(?<![\w./-]){_DAY} ?([./-]) ?{_MONTH} ?\2 ?{_YEAR}(?![.-]?\d)(?!\w)"
)
#: "5 tháng 11 ngày" is a time that something took.
_SAID = re.compile(
    rf"\b(?:(?:{_DAY} +)thang +{_MONTH}(?:,? +nam +{_YEAR})?|thang +{_MONTH},? +nam +{_YEAR})\b"
    r"(?! +ngay\b)"
)
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
]  # fmt: skip
_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_NAMED = rf"(?P<month>{_NAME}|sept)\b\.?"
_NTH, _IN = r"(?P<day>[0-2]?\d|3[01])(?:st|nd|rd|th)?", r"(?P<year>\d{4})\b"
#: *5 November 2026*, *November 5, 2026*, *November 2026*. Without a year, *5 may* may be
#: the beginning of *5 máy tính*.
_ENGLISH = [
    re.compile(rf"\b{pattern}", re.IGNORECASE)
    for pattern in (
        rf"{_NTH} +(?:of +)?(?!may\b(?!,? +\d{{4}})){_NAMED}(?:,? +{_IN})?",
        rf"{_NAMED} +{_NTH},? +{_IN}",
        rf"{_NAMED},? +{_IN}",
    )
]

Date = tuple[str, ...]


def joined(text: str) -> str:
    """Composed ``text``, every date in figures with slashes: *5.11.2026* as 5/11/2026."""
    return _JOINED.sub(r"\1/\3/\4", text)


def said(text: str) -> Iterator[Date]:
    """The dates that composed ``text`` says in words: day, month, year; one may be missing."""
    for found in _SAID.finditer(fold_letters(text)):
        yield tuple(number.lstrip("0") for number in found.groups() if number)
    for english in _ENGLISH:
        yield from map(_in_numbers, english.finditer(text))


def shortened(query: str) -> str:
    """A composed ``query``, what it says in words written as a date: *20 tháng 11* as 20/11."""
    for english in _ENGLISH:
        query = english.sub(lambda found: "/".join(_in_numbers(found)), query)
    pieces, last = [], 0
    for found in _SAID.finditer(fold_letters(query)):
        pieces += [query[last : found.start()], _in_figures(found)]
        last = found.end()
    return joined("".join(pieces) + query[last:])


def in_english(day: str, month: str, year: str) -> str:
    """The pattern of this day in lower case, however English texts write it."""
    name = _MONTHS[int(month) - 1] if 0 < int(month) <= len(_MONTHS) else month
    said, day = rf"{name[:3]}[a-z]*\.?", rf"0?{day}(?:st|nd|rd|th)?"
    return rf"{day} +(?:of +)?{said},? +{year}|{said} +{day},? +{year}"


def _in_numbers(found: re.Match) -> Date:
    said = found.groupdict()
    begins = said["month"][:3].lower()
    month = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(begins))
    parts = (said.get("day"), str(month), said["year"])
    return tuple(part.lstrip("0") for part in parts if part)


def _in_figures(found: re.Match) -> str:
    figures = "/".join(number for number in found.groups() if number)
    # What a text calls a month it writes "tháng 11/2026".
    return figures if found[1] else f"tháng {figures}"
