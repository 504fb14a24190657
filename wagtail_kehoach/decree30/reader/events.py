"""The day on which something takes place, where no last day is set."""

from __future__ import annotations

import datetime as dt
import re

from ..parts import Period
from .dates import DATE, HOUR, Deadline, first_date, has_figure, in_order
from .wording import tidy

# The day on which something takes place. A day that is only remembered ("nhân ngày
# 20/11", "kỷ niệm …"), that something begins on, or that a document bears is none.
_REMEMBERED = re.compile(
    r"(?:nhân|dịp|kỷ niệm|kỉ niệm|chào mừng|mừng|hưởng ứng|thành lập|truyền thống|từ|kể từ|số"
    r"|khóa|khoá|lớp|bài|điều|khoản|tỉ lệ|tỷ lệ|sau|phụ nữ việt nam|nhà giáo việt nam|quốc tế|về)"
    r"(?:\s+(?:ngày|lễ|tết|đầu))?\s*$",
    re.IGNORECASE,
)
_OF_DOCUMENT = re.compile(
    r"\b(?:số(?! (?:liệu|lượng|hoá|hóa|học|tiền|điểm)\b)"
    r"|nghị (?:quyết|định)|quyết định|kế hoạch|công văn|chỉ thị|thông tư|luật|hướng dẫn"
    r"|văn bản)\s[^.;]{0,60}$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    rf"(?:\b(?:vào|trong|lúc|tổ chức|diễn ra|ra mắt|khai mạc|khai giảng|sáng|trưa|chiều|tối|đêm"
    rf"|thời gian|dự kiến|thứ\s+\w+|chủ\s+nhật)[\s:,]+(?:các\s+)?{HOUR}"
    rf"|^|[:,(]\s*|\s[-–]\s|\b(?=ngày\s))(?P<date>{DATE})",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    rf"(?:\b(?:vào|tổ chức|diễn ra|khai mạc|khai giảng)\s+(?:vào\s+)?(?:sáng|trưa|chiều|tối)?\s*"
    rf"{HOUR}(?=ngày)|:\s*(?:[^:,;.]{{0,30}}\s)?(?=ngày\s[^:;]{{4,40}}$)"
    rf"|\btừ\s+ngày\s[^.;]{{3,40}}?\s(?:đến|hết)\s+(?:hết\s+)?)(?P<date>{DATE})",
    re.IGNORECASE,
)
#: The words that say so and what may stand behind them are no longer.
_NEAR = 120
_MORE_DAYS = re.compile(rf"\s*(?:,|và|-|–|;)\s*(?P<date>{DATE})", re.IGNORECASE)


def event_in(text: str, period: Period | None) -> Deadline | None:
    """Return the day on which text has something take place, the last of several."""
    for match in _EVENT.finditer(text) if has_figure(text) else ():
        date = match["date"]
        end, day = match.end(), first_date(date, period)
        before = _just_before(text, match)
        if day is None or _REMEMBERED.search(before) or _OF_DOCUMENT.search(before):
            continue
        days: list[dt.date | None] = [day]
        while more := _MORE_DAYS.match(text, end):
            end = more.end()
            days.append(first_date(more["date"], period) or days[-1])
        day = days[-1] if in_order(days) else None
        return Deadline(tidy(text[match.start() : end]).lstrip(":,( -–"), end, day)
    return None


def takes_place_in(text: str, period: Period | None) -> bool:
    """Tell whether text says that something takes place on a day, or up to one."""
    match = _TAKES_PLACE.search(text) if has_figure(text) else None
    if not match or not first_date(match["date"], period):
        return False
    before = _just_before(text, match)
    return not (_REMEMBERED.search(before) or _OF_DOCUMENT.search(before))


def _just_before(text: str, match: re.Match[str]) -> str:
    """Return what stands before a date, as far as it can say what day that is."""
    end = match.end() - len(match["date"])
    return text[max(0, end - _NEAR) : end]
