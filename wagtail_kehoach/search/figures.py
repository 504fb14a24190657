"""Hours and telephone numbers, however they are written: *7h30*, *024 3826 1234*.

Pure Python. Both the index and a query have them in one form.
"""

from __future__ import annotations

import re

#: Without minutes it may be a class: 6H.
_HOUR = re.compile(r"(?<![\w/.-])([01]?\d|2[0-4])[hHg]([0-5]\d)(?!\w)")
#: A nought, the area or the network, then groups of three or four: at least nine figures.
_TELEPHONE = re.compile(
    r"(?<![\w/.-])\(?(0\d{1,3})\)?[ .-](\d{3,4})[ .-](\d{3,4})(?:[ .-](\d{3}))?(?![\w/])"
)


def alike(text: str) -> str:
    """Composed ``text``: hours as *7 giờ 30*, the groups of telephone numbers joined."""
    return _TELEPHONE.sub(_joined, _HOUR.sub(r"\1 giờ \2", text))


def _joined(number: re.Match) -> str:
    """By full stops: one name, which is also found by its parts (``words.py``)."""
    return ".".join(filter(None, number.groups()))
