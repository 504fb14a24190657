"""One sentence, two dates: units report inside the school, and the school reports upwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..parts import Period
from .dates import deadline_in
from .wording import unpunctuated

_SCHOOL = (
    r"(?:(?:nhà\s+)?trường|trung\s+tâm|ban\s+giám\s+hiệu|BGH|hiệu\s+trưởng|ban\s+giám\s+đốc"
    r"|giám\s+đốc|(?:tổ\s+|bộ\s+phận\s+)?văn\s+(?:phòng|thư))"
)
_REPORTS = r"(?:tổng\s+hợp|báo\s+cáo|gửi|nộp)"
_UPWARDS = re.compile(
    rf"\s*[,;.]?\s*(?:(?:và|sau\s+đó|trên\s+cơ\s+sở\s+đó)\s*,?\s*)?"
    rf"(?:để\s+(?P<aim>(?:[^.;:,]{{0,60}}?\s)?{_REPORTS}\b.*)"
    rf"|[,;.]\s*(?P<next>(?:{_SCHOOL}\s+(?:[^.;:,]{{0,40}}?\s)?)?tổng\s+hợp\b.*"
    rf"|{_SCHOOL}\s+(?:[^.;:,]{{0,40}}?\s)?{_REPORTS}\b.*))$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\b(?:gửi|nộp|báo\s+cáo)\b[^.;]*?(?:về|cho|đến|lên|qua)?\s*(?:các\s+)?{_SCHOOL}\b",
    re.IGNORECASE,
)
#: Where a second one owes a report of its own: "…; nhà trường báo cáo Sở …".
NEXT_OWES = re.compile(
    rf"[;.]\s+(?={_SCHOOL}\s+(?:[^.;:,]{{0,40}}?\s)?{_REPORTS}\b)", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:h[àằ]ng|mỗi)\s", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]{10,200})\)")


@dataclass
class PassedOn:
    """What the units owe the school, and what the school owes its superior."""

    units: str
    school: str


def passed_on(text: str, period: Period | None) -> PassedOn | None:
    """Part a sentence in which both owe a report by a date; ``None`` for any other."""
    return _passed_on_after(text, period) or _with_units_in_bracket(text, period)


def _passed_on_after(text: str, period: Period | None) -> PassedOn | None:
    first = deadline_in(text, period)
    match = _UPWARDS.search(text, first.end) if first else None
    if first is None or match is None:
        return None
    if NEXT_OWES.search(match[0]) and _AGAIN.search(first.text):
        # What is reported again and again, in a sentence of its own, is a report itself.
        return None
    units, school = text[: match.start()], match["aim"] or match["next"]
    if not _INSIDE.search(units) or not deadline_in(school, period):
        return None
    return PassedOn(unpunctuated(units), unpunctuated(school))


def _with_units_in_bracket(text: str, period: Period | None) -> PassedOn | None:
    match = _BRACKET.search(text) if "(" in text else None
    if match is None:
        return None
    school = text[: match.start()] + text[match.end() :]
    owed = _INSIDE.search(match[1]) and deadline_in(match[1], period)
    if not owed or not deadline_in(school, period):
        return None
    return PassedOn(unpunctuated(match[1]), unpunctuated(school))
