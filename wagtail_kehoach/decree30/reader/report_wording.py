"""Which words of a paragraph ask for a report, and which say that nobody owes it."""

from __future__ import annotations

import re

from .dates import deadlines_in
from .moments import moments_in
from .wording import sentences, unpunctuated

_REPORT = "báo cáo"
BEGINS = re.compile(
    r"^(?:(?:gửi|nộp|thực hiện|thời gian|chế độ|thời điểm|lập)\s+(?=báo "
    r"cáo))?(?P<text>báo cáo\b.*)$",
    re.IGNORECASE,
)
_SAYS_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_PERFORMS = re.compile(r"^(?:thực hiện|gửi|nộp|lập)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:gửi|nộp|và|tổng hợp,?|thực hiện)?\s*(?P<text>báo cáo\s+(?:kết quả|tình "
    r"hình|sơ kết|tổng kết|về|năm|quý|tháng|học kỳ|\d{1,2}\s+tháng)\b[^.;]*)",
    re.IGNORECASE,
)
_UPWARDS = re.compile(
    r"\bbáo cáo\s+(?:(?:kết quả|tiến độ|tình hình)\s+)?(?:về |lên |với |cho |gửi )?"
    r"(?:Sở|UBND|[ỦU][ỷy] ban|Phòng|(?:Phó )?Hiệu trưởng|(?:Phó )?Giám đốc|Ban|BGH"
    r"|Bộ|[Ll]ãnh đạo|Chủ tịch|cấp trên"
    r"|Liên đoàn|Công đoàn|Đoàn|Hội|Đảng|Trung tâm|Trạm|Tỉnh đoàn|Thành đoàn|Huyện đoàn"
    r"|Xã đoàn|Phường đoàn|Tỉnh ủy|Thành ủy|Chi [uủ][ỷy]|Chi bộ|Cụm|Hội đồng|Tổng phụ trách)"
    r"\b[^.;]*"
    # What is reported may stand between: "báo cáo số lượng đăng ký về Tổ Giáo vụ".
    r"|\bbáo cáo\s+[^.;:,]{3,50}\s(?:về|lên|cho)\s+(?:Tổ|Văn phòng|Ban|Phòng|Sở|UBND|Hiệu trưởng"
    r"|Hội đồng)\s[^.;]*",
)
#: "Cuối mỗi học kỳ, các tổ báo cáo kết quả về …"
_RHYTHM_FIRST = re.compile(
    r"(?:định kỳ|h[àằ]ng|mỗi|cuối|kết thúc|sau)\b[^,;:.]{2,40},", re.IGNORECASE
)
#: "Các tổ không phải báo cáo": nobody owes what follows.
_DENIED = re.compile(
    r"\b(?:không|chưa|khỏi|miễn)(?:\s+(?:phải|cần|cần phải|yêu cầu|bắt buộc))?"
    r"(?:\s+(?:gửi|nộp|lập|thực hiện|làm|viết|có))?\s*$",
    re.IGNORECASE,
)
_LONGEST = 250


def is_denied(before: str) -> bool:
    """Tell whether the words before a report say that nobody owes it."""
    return bool(_DENIED.search(before))


def denies(text: str) -> bool:
    """Tell whether nobody owes any of the reports of a text."""
    said = [text[: match.start()] for match in _SAYS_REPORT.finditer(text)]
    return bool(said) and all(map(is_denied, said))


def report_text(text: str, *, about: bool) -> str | None:
    """Return the part of a paragraph that asks for a report."""
    if _REPORT not in text.lower():
        return None
    head, colon, rest = text.partition(":")
    if colon and len(head.split()) <= 8 and BEGINS.match(rest.strip()):
        text = rest.strip()
    if match := BEGINS.match(text):
        return text if _PERFORMS.match(text) else match["text"]
    match = _WITHIN.search(text)
    if not match and about and _SAYS_REPORT.search(text):
        return text if len(text) < _LONGEST else None
    if not match:
        said = [part for part in sentences(text) if _UPWARDS.search(part)]
        told = said[0] if len(said) == 1 else text
        return told if len(told) < _LONGEST and _UPWARDS.search(text) else None
    if about and len(text) < _LONGEST:
        return text
    return _with_time_before(text, match) or unpunctuated(match["text"])


def _with_time_before(text: str, match: re.Match[str]) -> str | None:
    """The sentence of a report whose time stands before it: "Trước ngày …, các tổ báo cáo …"."""
    said = next((part for part in sentences(text) if match["text"] in part), "")
    before = said.partition(match["text"])[0]
    if not before or len(said) >= _LONGEST or moments_in(match["text"], None):
        return None
    rhythm = _RHYTHM_FIRST.match(before)
    timed = deadlines_in(before, None) or (rhythm and moments_in(rhythm[0], None))
    return said if timed else None
