"""Any wording that says when: a day, a month, a term, again and again, on request."""

from __future__ import annotations

import re
from itertools import pairwise

from ..parts import Period
from .dates import Deadline, deadline_in, deadlines_in
from .wording import fold, tidy

_AND = re.compile(r"\s*(?:,|;|và)\s*(?:vào\s+)?")
_MONTH = re.compile(
    r"(?<!mỗi )(?<!hằng )(?<!hàng )"
    r"\b(?:(?:trong|từ|đến|đến hết|hết|trước|vào|giữa|cuối|đầu)\s+)*"
    r"(?:tuần\s+(?:lễ\s+)?(?:thứ\s+)?\w+\s+(?:của\s+)?)?tháng\s+\d{1,2}"
    r"(?:\s*[/-]\s*\d{4}|\s+năm\s+(?:học\s+)?\d{4})?(?:\s*(?:đến|-|–)\s*(?:hết\s+)?tháng\s+\d{1,2}"
    r"(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?)?(?:\s+(?:h[àằ]ng|mỗi)\s+năm)?",
    re.IGNORECASE,
)
_SO_LONG = (
    r"(?:(?:chậm nhất|muộn nhất)\s+)?"
    r"(?:(?:\d{1,3}|một|hai|ba|bốn|năm|mười)\s+(?:ngày|tuần|tháng)\s+)?"
)
_RELATIVE = re.compile(
    r"\b(?:(?:cuối|đầu|giữa|hết|kết thúc|trong|sơ kết)\s+)?(?:học\s+kỳ|học\s+kì"
    r"|quý)\s+(?:I{1,3}V?|IV|[1-4]\b)"
    r"(?:\s*[/]\s*\d{4}|\s+năm\s+\d{4})?"
    r"|\b(?:cuối|đầu|kết thúc)\s+(?:năm học|năm|học kỳ|quý|mỗi\s+(?:tuần|tháng|quý|học kỳ|năm))\b"
    r"|\b(?:(?:(?:sáng|chiều)\s+)?(?:thứ\s+\w+|chủ\s+nhật)\s+)?"
    r"(?:h[àằ]ng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm|học kỳ)\b"
    r"|\bsau\s+(?:mỗi|từng)\s+(?:đợt|lần|buổi|kỳ|tháng|quý|đoàn|chuyến|sự kiện|hoạt động"
    r"|lớp|khóa|khoá|tiết|chuyên đề|học kỳ|cuộc (?:thi|họp))"
    r"(?:\s+(?:kiểm tra|hoạt động|thi))?"
    rf"|\b{_SO_LONG}(?:sau khi\s+(?:kết thúc|hoàn thành|tổ chức)"
    r"|trước khi\s+(?:kết thúc|nghỉ|khai giảng|bế giảng))"
    r"(?:(?!\s(?:để|nhằm)\s)[^.;,()]){0,60}|\bkhi xảy ra\s[^.;,()]{1,60}"
    r"|\btrong ngày\b|\bngày cuối cùng của (?:mỗi )?(?:tháng|quý)"
    r"|\bngày (?:làm việc )?(?:cuối(?: cùng)?|đầu(?: tiên)?) (?:của )?(?:(?:mỗi|h[àằ]ng) )?"
    r"(?:tháng|quý|tuần)\b"
    r"|\bngay (?:sau )?khi\s[^.;,()]{1,60}"
    r"|(?<=vào )(?:(?:sáng|chiều)\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\b"
    r"(?:\s+(?:tuần\s+)?(?:đầu|cuối)(?:\s+tiên)?(?:\s+(?:của\s+)?(?:mỗi\s+|h[àằ]ng\s+)?"
    r"(?:tháng|tuần|quý|năm học|học kỳ))?)?"
    r"|\b(?:khi|theo)\s+(?:có\s+)?yêu cầu\b|\bđúng\s+(?:quy|qui)\s+định\b|\bđịnh "
    r"kỳ\b|\bđột xuất\b(?:\s+(?:khi|theo)\s+(?:có\s+)?yêu cầu"
    r"|\s+khi\s+(?:có|xảy ra|phát sinh)\s[^.;,()]{1,60})?",
    re.IGNORECASE,
)

_PART_OF_YEAR = re.compile(r"(?:đầu|giữa|cuối)\s", re.IGNORECASE)
_SAYS_WHEN = re.compile(
    r"(?:[.,;:(–-]|\b(?:vào|từ|trong|trước|sau|đến|hết|ngay|dịp|khi|khoảng|và|hoặc))$",
    re.IGNORECASE,
)


def moment_in(text: str, period: Period | None) -> Deadline | None:
    """Return any wording that says when: a deadline, a month, a term, on request."""
    if deadline := deadline_in(text, period):
        return deadline
    moment = next(iter(_moments_without_date(text)), None)
    return None if moment and _is_subject(text, moment) else moment


def _is_subject(text: str, moment: Deadline) -> bool:
    """Tell whether a part of the year belongs to a noun: "thu chi đầu năm học"."""
    before = text[: moment.end - len(moment.text)].rstrip()
    unsaid = before and not _SAYS_WHEN.search(before)
    return bool(unsaid and _PART_OF_YEAR.match(moment.text))


def _moments_without_date(text: str) -> list[Deadline]:
    if match := _MONTH.search(text):
        return [Deadline(tidy(match[0]), match.end())]
    found = list(_RELATIVE.finditer(text))
    # "Định kỳ" says that there is a rhythm, the words after it which; "Báo cáo đột xuất: …"
    # is what such a report is called.
    telling = [match for match in found if not _only_names(text, match)] or found
    listed = telling[:1]
    for above, match in pairwise(telling):
        if not _AND.fullmatch(text[above.end() : match.start()]):
            break
        listed.append(match)
    return [Deadline(tidy(match[0]), match.end()) for match in listed]


def _only_names(text: str, match: re.Match[str]) -> bool:
    said = fold(match[0])
    called = said == "dot xuat" and text[match.end() :].lstrip().startswith(":")
    return called or said == "dinh ky"


def moments_in(text: str, period: Period | None) -> list[Deadline]:
    """Return every moment that text sets, or lists: "cuối học kỳ I và cuối năm học"."""
    return deadlines_in(text, period) or _moments_without_date(text)
