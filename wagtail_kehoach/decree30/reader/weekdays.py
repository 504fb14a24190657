"""Days of the week that do not fit the date beside them: "thứ Hai, ngày 09/6/2021"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..parts import Period
from .dates import DATE, resolved
from .wording import fold, tidy

_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NUMBERS = {fold(name): number for number, name in enumerate(_DAYS)}
_NUMBERS |= {f"thu {figure}": figure - 2 for figure in range(2, 8)}
_NUMBERS |= {"cn": 6, "thu bay": 5}
# "Lần thứ hai ngày 09/6" counts; it names no Monday.
_DAY = (
    r"(?P<day>\b(?<!lần )(?<!đợt )(?<!khóa )(?<!khoá )(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy"
    r"|[2-7])|chủ\s+nhật|CN)\b)"
)
#: One of these stands wherever a day does; most texts need no closer look.
_FIRST_WORDS = ("thứ", "chủ", "cn")
_BEFORE = re.compile(rf"{_DAY}\s*[,(]?\s*(?:là\s+)?(?P<date>{DATE})", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<date>{DATE})\s*\(?\s*{_DAY}\s*\)", re.IGNORECASE)


class Contradiction(NamedTuple):
    """What is printed, and the same with the day of the week that the date has."""

    printed: str
    meant: str


def wrong_weekdays(text: str, period: Period | None) -> list[Contradiction]:
    """Return the dates of ``text`` that fall on another day than it says."""
    said = text.lower()
    if not any(word in said for word in _FIRST_WORDS):
        return []
    found = []
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            date = resolved(match, period)
            day = _NUMBERS.get(fold(match["day"]))
            if date and day is not None and date.weekday() != day:
                right = match[0].replace(match["day"], _DAYS[date.weekday()])
                found.append(Contradiction(tidy(match[0]), tidy(right)))
    return found
