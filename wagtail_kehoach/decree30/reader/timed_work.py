"""Work with its time before it: "Từ 01/11 đến 15/11: các tổ nộp bài"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..parts import Period
from .actors import is_name
from .cell_times import moments_in_cell
from .dates import HOUR, Deadline
from .verbs import acts_in
from .wording import tidy, unpunctuated, words

_YEAR = r"(?:\s*[/.-]\s*\d{4}|,?\s+năm\s+(?:học\s+)?\d{4}(?:\s?[-–]\s?\d{4})?)?"
_MONTH = rf"tháng\s*\d{{1,2}}{_YEAR}"
_DAY = rf"(?:ngày\s*)?\d{{1,2}}\s*(?:[/.-]\s?\d{{1,2}}|tháng\s*\d{{1,2}}){_YEAR}"
_TO = r"\s*(?:-|–|,|và|đến(?:\s+hết)?|tới)\s*"
_WEEK = (
    r"tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|nhất|một|hai|ba|bốn|tư|năm|đầu|cuối)"
    rf"(?:{_TO}(?:tuần\s+)?\d{{1,2}})?(?:,?\s*(?:của\s+|trong\s+)?{_MONTH})?"
)
_PART = r"(?:(?:đầu|giữa|cuối|trong|khoảng|hết|từ|đến|trước|vào)\s+)*"
_DAY_OF_WEEK = r"(?:(?:thứ\s+\w+|chủ\s+nhật)\s*,?\s*)?"
_WHEN = (
    rf"{_PART}(?:"
    rf"(?:{HOUR})?(?:(?:sáng|trưa|chiều|tối)\s+)?{_DAY_OF_WEEK}"
    rf"(?:(?:ngày\s*)?\d{{1,2}}{_TO}|{_DAY}{_TO})?{_DAY}"
    rf"|{_MONTH}(?:{_TO}(?:{_PART})?(?:{_MONTH}|\d{{1,2}}{_YEAR}))?"
    rf"|{_WEEK}"
    rf"|quý\s+(?:I{{1,3}}|IV|[1-4]){_YEAR}"
    rf"|học\s+k[ỳì]\s+(?:I{{1,2}}|[12]){_YEAR}"
    r"|năm\s+(?:học\s+)?\d{4}(?:\s?[-–]\s?\d{4})?"
    r")(?:\s*\([^()]{3,60}\))?"
)
_ONLY = re.compile(rf"(?:{_WHEN})\s*:?\s*$", re.IGNORECASE)
_PLAN_OF_TIME = r"(?:(?:tiến độ|thời gian|lộ trình|lịch)[^:;.]{0,20}:\s*)?"
_LABEL = re.compile(
    rf"(?:^{_PLAN_OF_TIME}|(?<=[;.])\s+)(?P<when>{_WHEN})\s*:\s+(?=\S)", re.IGNORECASE
)
#: What a month is about, and the days that are remembered in it, are no work.
_NO_WORK = re.compile(r"(?:chủ (?:đề|điểm)|chuyên đề|ngày)\b|[“\"]", re.IGNORECASE)
#: What a calendar of a school has take place, without a verb that says who does it.
_EVENT = re.compile(
    r"(?:hội (?:thi|nghị|thảo|diễn|khoẻ|khỏe|trại|chợ|giảng|sách)|đại hội|lễ|ngày hội|liên hoan"
    r"|thi|giao lưu|tọa đàm|toạ đàm|mít tinh|ngoại khóa|ngoại khoá|chuyên đề|khai giảng|khai mạc"
    r"|bế giảng|bế mạc|ra mắt|ra quân|họp|khám|tham quan|trải nghiệm|sinh hoạt|nghiệm thu|kiểm kê"
    r"|kể|phủ|phát|diễn|xem|nghe|nói|đọc|học)\s",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FIGURES = re.compile(r"\d{4}")
_WEEKS = re.compile(r"\btuần\b", re.IGNORECASE)


class Timed(NamedTuple):
    """A piece of work and when it is to be done."""

    when: str
    work: str


def is_time(text: str) -> bool:
    """Tell whether text says when, and nothing else."""
    return bool(_ONLY.match(text))


def timed_work(text: str, period: Period | None) -> list[Timed]:
    """Return each piece of work of a paragraph that begins with a time and a colon."""
    if not _LABEL.match(text):
        return []
    labels = list(_LABEL.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    found = [
        Timed(tidy(label["when"]), unpunctuated(text[label.end() : end]))
        for label, end in zip(labels, ends, strict=True)
    ]
    return [each for each in found if is_work(each, period)]


def is_work(timed: Timed, period: Period | None) -> bool:
    """Tell whether this is work, in the time that the plan is about."""
    if len(words(timed.work)) < 2 or _NO_WORK.match(timed.work):
        return False
    listed = re.search(r"[,(]", timed.work)
    if listed and is_name(_IN_BRACKETS.sub("", timed.work)):
        # "Tháng 10: Tổ Toán, Công đoàn" says whose turn it is, not what they do.
        return False
    years = map(int, _FIGURES.findall(timed.when))
    return period is None or all(period.start - 1 <= y <= period.end + 1 for y in years)


def says_what_to_do(work: str) -> bool:
    """Tell whether work begins with a verb or is an event: what a term is about does not."""
    if _EVENT.match(work):
        return True
    first = next(acts_in(work[:1].lower() + work[1:]), None)
    return first is not None and not first.start


def until(when: str, period: Period | None) -> Deadline | None:
    """Return the last day of a time. "Tuần 2 tháng 10" has one only in its bracket."""
    if not _WEEKS.search(when):
        return moments_in_cell(when, period)
    bracket = _BRACKET.search(when)
    last = moments_in_cell(bracket[1], period) if bracket else None
    return Deadline(when, len(when), last.date if last else None)
