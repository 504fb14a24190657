"""When a report is owed, and to whom, as its wording says."""

from __future__ import annotations

import re

from ..parts import Period, ReportingDuty
from .dates import (
    AND_DAY,
    DATE,
    Deadline,
    deadlines_in,
    first_date,
    has_figure,
)
from .moments import moments_in
from .wording import tidy, unpunctuated

SENT_TO = re.compile(
    r"\b(?:gửi|nộp|báo cáo)\s+(?:báo cáo\s+)?"
    r"(?:(?:năm|quý|tháng|kết quả|tiến độ|tình hình|sơ kết|tổng kết)\b[^.,;:()]{0,40}?"
    r"(?=\s(?:về|lên|cho|với)\s[A-ZĐỦ])\s)?(?:(?:về|cho|lên|với)\s+)?"
    r"((?:Phòng|Sở|UBND|[ỦU][ỷy] ban|Ban|Trường|(?:Phó )?Hiệu trưởng|(?:Phó )?Giám đốc|BGH|Tổ"
    r"|Văn phòng|Trung tâm|Đảng [uủ][ỷy]|Chi [uủ][ỷy]|Chi bộ"
    r"|Trạm|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Xã đoàn|Công đoàn|Liên đoàn|Hội đồng|Liên đội"
    r"|Đoàn trường)[^.,;:()]*?)"
    r"(?=\s+(?:trước|chậm nhất|vào|để|đúng|theo|qua|muộn|hàng|hằng|khi|định kỳ"
    r"|(?:trong|sau|cuối|đầu)\s(?:ngày|tuần|tháng|quý|mỗi|học kỳ|năm|thời|\d)"
    r"|(?:kết quả|tình hình|tiến độ|số liệu)\b)|\s*[.,;:(]|$)"
)
_ON_DAY = re.compile(rf"\bvào\s+(?=ngày\s)(?P<date>{DATE})", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ON_REQUEST = re.compile(
    r"(?<=hoặc )(?:báo cáo )?đột xuất\s+(?:khi|theo)\s+(?:có\s+)?yêu cầu", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:h[àằ]ng|mỗi)\s+năm\b", re.IGNORECASE)
_TIMES = re.compile(r"\b\d{1,2}\s+lần\b")
_ENDS = re.compile(r"\s+(?:bao\s+)?gồm\s*:?\s*$")


def duties_in(text: str, period: Period | None) -> list[ReportingDuty]:
    """Return a duty for each time by which a report is owed."""
    sent = SENT_TO.search(text)
    receiver = tidy(sent[1]) if sent else None
    wording = _ENDS.sub("", unpunctuated(text))
    # What a bracket adds to a rhythm ("(từ tháng 5)") is not the rhythm.
    plain = _BRACKETS.sub("", text)
    moments = deadlines_in(text, period) or _events_in(text, period)
    moments = moments or moments_in(plain, period) or moments_in(text, period)
    if moments and (asked := _ON_REQUEST.search(text)):
        moments = [*moments, *moments_in(asked[0], period)]
    if not moments and (moment := _times_in(text)):
        moments = [moment]
    return [
        ReportingDuty(wording, m.date or _as_told(m, text), receiver) for m in moments
    ]


def _as_told(moment: Deadline, text: str) -> str:
    """Return the wording of a day without a year; "báo cáo hằng năm" may say that before."""
    yearly = _YEARLY.search(text)
    if not yearly or not has_figure(moment.text) or _YEARLY.search(moment.text):
        return moment.text
    return f"{moment.text} {yearly[0].lower()}"


def _events_in(text: str, period: Period | None) -> list[Deadline]:
    """The days on which a report is given: "vào ngày 05/01 và ngày 25/5"."""
    found = []
    match = _ON_DAY.search(text)
    while match and (day := first_date(match["date"], period)):
        found.append(Deadline(tidy(match["date"]), match.end(), day))
        match = AND_DAY.match(text, match.end())
    return found


def _times_in(text: str) -> Deadline | None:
    match = _TIMES.search(text)
    return Deadline(tidy(match[0]), match.end()) if match else None
