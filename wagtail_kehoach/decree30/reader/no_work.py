"""Sentences that speak of work and give none: it is done, a law says it, all should do well."""

from __future__ import annotations

import re

from ..parts import Period
from .actors import is_own
from .dates import deadline_in
from .wording import first_sentence

_TIME = r"(?:[^,;.:]{3,40},\s*)?"
#: "Tổ Văn đã chủ trì …"; but "Các lớp đã đăng ký nộp bài" says which of them do something.
_DONE = re.compile(
    rf"{_TIME}(?!(?:các|những|mỗi|học sinh|giáo viên|người|cá nhân|tập thể)\b)"
    r"(?:tổ|ban|hiệu trưởng|nhà trường|trường|đoàn|đội|liên đội|công đoàn|chi bộ|thư viện|bgh)\b"
    r"[^,;.:]{0,30}?\s?\bđã\s+(?:giao|phân công|chủ trì|hoàn thành|tổ chức|thực hiện|triển khai"
    r"|xây dựng|ban hành|phát động|duy trì|đạt)\b",
    re.IGNORECASE,
)
#: Money, figures and exercises that somebody is given are no work to be shown.
_GIVEN_THINGS = re.compile(
    r"[^,;.:]{2,60}?\sđược\s+(?:[^,;.:]{2,40}?\s)?giao\s+"
    r"(?:\d|bài tập|bài về nhà|kinh phí|chỉ tiêu|ngân sách|dự toán|biên chế|quyền|đất)"
    r"|(?:UBND|Sở|Bộ|Phòng)\s[^,;.:]{0,40}?\s?giao\s+"
    r"(?:\d|kinh phí|chỉ tiêu|ngân sách|dự toán|biên chế)"
)
#: "Thư viện do cô Hạnh phụ trách có 5.000 bản sách": whose it is, and how it is.
_DESCRIBES = re.compile(
    r"[^,;.:]{2,60}?\sdo\s[^,;.:]{2,40}?\s(?:phụ trách|quản lý|chủ trì|đảm nhiệm)\s+"
    r"(?:hiện\s+)?(?:có|gồm|đạt|là|đã|đang)\b"
)
_DO_WELL = re.compile(
    r"(?:(?:yêu cầu|đề nghị)\s+)?(?:các|toàn thể|mọi|tất cả)\s[^,;.:]{2,50}?\s"
    r"(?:(?:triển khai|tổ chức)\s+)?(?:thực hiện\s+(?:tốt|nghiêm túc|nghiêm|đầy đủ)"
    r"|nghiêm túc\s+(?:triển khai\s+)?thực hiện)"
    r"(?:\s+(?:(?:những|các)\s+)?(?:kế hoạch|nội dung|nhiệm vụ|yêu cầu)"
    r"(?:\s+(?:này|trên|nêu trên))?)?$",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"Theo\s+(?:Luật|Điều|Nghị định|Thông tư|Điều lệ)\b[^,;:]{0,80},\s*(?P<who>\S.*)",
    re.DOTALL,
)
_OTHER_YEARS = re.compile(
    r"(?:trong\s+)?năm\s+(?:học\s+)?(?P<first>\d{4})(?:\s?[-–]\s?(?P<last>\d{4}))?,",
    re.IGNORECASE,
)


def without_idle(text: str, period: Period | None) -> str:
    """Return text from its first sentence on that may give work; empty if none does."""
    while text:
        first = first_sentence(text)
        if not _is_idle(first, period):
            return text
        text = text[text.find(first) + len(first) :].lstrip(" .;/")
    return text


def _is_idle(sentence: str, period: Period | None) -> bool:
    if any(
        idle.match(sentence) for idle in (_DONE, _GIVEN_THINGS, _DESCRIBES, _DO_WELL)
    ):
        return True
    law = _BY_LAW.match(sentence)
    if law and not is_own(law["who"]) and not deadline_in(sentence, period):
        return True
    return _is_of_years_before(sentence, period)


def _is_of_years_before(sentence: str, period: Period | None) -> bool:
    years = _OTHER_YEARS.match(sentence)
    if years is None or period is None:
        return False
    first, last = int(years["first"]), int(years["last"] or years["first"])
    return first < period.start and last < period.end
