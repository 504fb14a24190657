"""Days and months, however they are written: *05-11-2026*, *ngày 05 tháng 11 năm 2026*.

Pure Python. Both are found by ``5/11/2026``, which is how the index and a query have them.
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

Date = tuple[str, ...]


def joined(text: str) -> str:
    """Composed ``text``, every date in figures with slashes: *5.11.2026* as 5/11/2026."""
    return _JOINED.sub(r"\1/\3/\4", text)


def said(text: str) -> Iterator[Date]:
    """The dates that composed ``text`` says in words: day, month, year; one may be missing."""
    for found in _SAID.finditer(fold_letters(text)):
        yield tuple(number.lstrip("0") for number in found.groups() if number)


def shortened(query: str) -> str:
    """A composed ``query``, what it says in words written as a date: *20 tháng 11* as 20/11."""
    pieces, last = [], 0
    for found in _SAID.finditer(fold_letters(query)):
        pieces += [query[last : found.start()], _in_figures(found)]
        last = found.end()
    return joined("".join(pieces) + query[last:])


def _in_figures(found: re.Match) -> str:
    figures = "/".join(number for number in found.groups() if number)
    # What a text calls a month it writes "tháng 11/2026".
    return figures if found[1] else f"tháng {figures}"
