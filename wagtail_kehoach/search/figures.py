"""Hours, telephone numbers, school years: *7h30*, *024 3826 1234*, *2026 – 2027*.

Pure Python. However they are written, both the index and a query have them in one form.
"""

from __future__ import annotations

import re

#: Without minutes it may be a class: 6H.
_HOUR = re.compile(r"(?<![\w/.-])([01]?\d|2[0-4])[hHg]([0-5]\d)(?!\w)")
#: A nought, the area or the network, then groups of three or four: at least nine figures.
_TELEPHONE = re.compile(
    r"(?<![\w/.-])\(?(0\d{1,3})\)?[ .-](\d{3,4})[ .-](\d{3,4})(?:[ .-](\d{3}))?(?![\w/])"
)
#: 2026-2027, 2026 – 2027, 2026/2027, 2026-27.
_YEARS = re.compile(
    r"(?<![\w/.-])((?:19|20)\d\d) ?[-–/] ?((?:19|20)?\d\d)(?!\w|[/.-]\w)"
)


def alike(text: str) -> str:
    """Composed ``text``: hours as *7 giờ 30*, the groups of telephone numbers joined.

    A school year is one name, *2026-2027*.
    """
    said = _TELEPHONE.sub(_joined, _HOUR.sub(r"\1 giờ \2", text))
    return _YEARS.sub(_as_school_year, said)


def are_school_year(*said: str) -> bool:
    """Whether these are two years in four figures, one after the other."""
    if [*map(len, said)] != [4, 4] or not all(map(str.isdecimal, said)):
        return False
    first, second = map(int, said)
    return second == first + 1


def _as_school_year(found: re.Match) -> str:
    first, second = found.groups()
    whole = first[: 4 - len(second)] + second
    return f"{first}-{whole}" if are_school_year(first, whole) else found[0]


def _joined(number: re.Match) -> str:
    """By full stops: one name, which is also found by its parts (``words.py``)."""
    return ".".join(filter(None, number.groups()))
