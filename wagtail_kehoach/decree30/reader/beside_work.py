"""Who does a piece of work, named beside it: in brackets, before or after a colon, a dash."""

from __future__ import annotations

import re

from .actors import is_actor, is_name, leading_actor, named_in_title
from .assigning import ANYBODY, DUTY
from .parties import OF_NAME_BEFORE
from .verbs import acts_in
from .wording import fold, tidy, unpunctuated

_LEAD_VERBS = re.compile(
    r"^\s*(?:giao(?:\s+cho)?|do|phân công(?:\s+cho)?|đơn vị thực hiện|thực hiện|phụ "
    r"trách|chủ trì|người thực hiện|bộ phận thực hiện)\s*:?\s+"
    r"|\s*(?:cùng\s+|chủ trì\s+|phối hợp\s+)?(?:thực hiện|chịu trách "
    r"nhiệm(?:\s+chính)?|làm đầu mối|phụ trách|chủ trì|đảm nhiệm|tham "
    r"mưu)\s*(?:chính)?\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(([^()]{2,160})\)\W*$")
#: "(Tổ khối 4, 5 phụ trách)": the number belongs to the name.
_NUMBER_OF_NAME = (
    rf"(?:{OF_NAME_BEFORE}"
    r"|\d{1,2}[A-ZĐ]?\s+(?:phụ trách|chủ trì|thực hiện|đảm nhiệm|chịu))"
)
#: "… (Tổ Ngữ văn), xong trước ngày …", but a bracket behind a receiver says who that is.
_DONE_BEHIND = re.compile(
    r"(?<=\)),?\s+(?:hoàn thành|xong)\s+(?:trước|trong|vào|chậm nhất)\b[^.;:()]{3,60}\W*$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:gửi|nộp|trình|chuyển|đăng ký|gặp|liên hệ)\b[^,;]*$", re.IGNORECASE
)
# What else a bracket says after who does the work.
_AFTER_WHO = re.compile(
    r"\s*;\s*|\s+[-–]\s+(?=\d|trước|xong|hạn|ngày|tháng)"
    rf"|\s*,\s*(?=(?!{_NUMBER_OF_NAME})\d|tháng|tuần|quý)"
    r"|\s*,\s*(?=(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|thời gian|vào|trong|hạn"
    r"|ngày|từ|phối hợp)\b)|,\s*(?=[^,]*\bphối hợp$)",
    re.IGNORECASE,
)
#: "(ngày 25/11 tại sân trường, cô Hoa phụ trách)": until when, or where, before who.
_TIME_BEFORE_WHO = re.compile(
    r"(?:(?:dự kiến|hoàn thành|xong|trước|sau|chậm nhất|muộn nhất|hạn|thời gian|từ|trong|vào|đến"
    r"|hết|đầu|giữa|cuối|sáng|trưa|chiều|tối|ngày|thứ|chủ nhật|tuần|tháng|quý|học kỳ"
    r"|h[àằ]ng|mỗi|lúc)\b|\d{1,2}\s?(?:h|g|giờ|:|[/.-]\s?\d))[^,;]*?(?:[,;]|\s[-–])\s+(?=\S)",
    re.IGNORECASE,
)
_MOST_TIMES = 3
#: "Thi kể chuyện (khối 6, 7)": who takes part in it; "lớp 6A, 6B" may do it.
_CLASSES = re.compile(
    r"(?:(?:các|học sinh|hs)\s+)*(?:khối|lớp)\s+(?:lớp\s+)?\d+\b", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*[,;]\s*"
    r"(?=(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|thời gian|vào|trong|hạn|ngày|từ)\b)"
    r"|\s+(?=(?:nộp|hoàn thành|gửi)\b)",
    re.IGNORECASE,
)
#: "… : Thư viện (trước 01/4)": the bracket says when.
_TIME_BEHIND = re.compile(
    r"\s*\((?:xong|trước|hạn|ngày|từ|đến|tháng|tuần|quý|chậm nhất|hoàn thành)\b[^()]*\)\W*$",
    re.IGNORECASE,
)
#: "Kéo co: mỗi đội 08 người" counts them; a group of all is nobody.
_EACH = re.compile(r"mỗi\b", re.IGNORECASE)
_TOGETHER_WITH = re.compile(r",?\s+(?:phối hợp|cùng)\b")
_FEWEST_WORDS_OF_WORK = 3
_NO_ACTOR = re.compile(
    r"^\s*(?:chi tiết|để|nếu|theo|kèm|xem|khóa|khoá|có|ví dụ|gồm|viết tắt|sau đây|từ|trong"
    r"|ban hành)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NAME = 12
#: "Đ/c Nga (PHT)": what a bracket adds to a name.
_ADDED = re.compile(r"\s*\([^()]{1,60}\)")
_HEAD = re.compile(r"(?P<head>(?:[^:()]|\([^()]*\))+):(?P<rest>.*)$", re.DOTALL)
#: "Cô Hà là người phát ngôn của nhà trường."
_IS = re.compile(
    r",?\s+là\s+(?:người phát ngôn|(?:phó )?trưởng (?:ban|tiểu ban|nhóm)|u[ỷy] viên|ủy viên"
    r"|thành viên|thư ký)\b(?!.*;)"
)
#: Names are written with capitals, but for the words before them.
_SMALL = re.compile(r"(?:đ/c|đồng chí|ông|bà|thầy|cô)\s")
_WORDS_OF_PERSON = range(2, 6)


def before_colon(text: str) -> tuple[str, str] | None:
    """Split "who: what they do" into both."""
    head, colon, rest = _at_colon(text)
    plain = _ADDED.sub("", head)
    short = len(plain.split()) <= _MOST_WORDS_OF_NAME and not re.search(r"[.;(]", plain)
    if not colon or not short or len(rest.split()) < 2 or not is_actor(plain):
        return None
    return named_in_title(tidy(head)), rest.strip()


def _at_colon(text: str) -> tuple[str, str, str]:
    """Part a text at its first colon that stands in no bracket."""
    head, colon, rest = text.partition(":")
    if not colon or "(" not in head:
        return head, colon, rest
    match = _HEAD.match(text)
    return (match["head"], ":", match["rest"]) if match else (text, "", "")


def does_before_colon(text: str) -> tuple[str, str] | None:
    """The same where nothing but a name stands before the colon, and a verb behind it."""
    found = before_colon(text)
    if found is None or not is_name(_ADDED.sub("", _at_colon(text)[0])):
        return None
    work = found[1][:1].lower() + found[1][1:]
    first = next(acts_in(work, assigned=True), None)
    return found if first and not first.start else None


def holds_office(text: str) -> bool:
    """Tell whether a line only says who somebody is: "Trưởng ban: bà Lê Thị Hoa"."""
    actor = leading_actor(text) or ""
    if actor and _IS.match(text, len(actor)) and not DUTY.search(text):
        return True
    head, colon, rest = _at_colon(text)
    who = _ADDED.sub("", unpunctuated(re.split(r"\s[-–]\s", rest.strip())[0]))
    named = who[:1].isupper() or bool(_SMALL.match(who))
    return (
        bool(colon and named) and is_actor(head) and (is_name(who) or _is_person(who))
    )


def _is_person(text: str) -> bool:
    """Tell whether text is a name as people have one: "Nguyễn Thu Hà"."""
    said = text.split()
    return len(said) in _WORDS_OF_PERSON and all(word[0].isupper() for word in said)


def in_bracket(text: str, *, assigned: bool = False) -> tuple[str, str] | None:
    """Split "work (who does it)" into both; ``assigned``: only with a word that assigns."""
    match = _BRACKET.search(text) if "(" in text else None
    if not match and (done := _DONE_BEHIND.search(text)):
        match = _BRACKET.search(text[: done.start()])
        match = None if match and _SENT.search(text[: match.start()]) else match
    said = _without_time(tidy(match[1])) if match else ""
    if not match or _NO_ACTOR.match(said):
        return None
    inner = unpunctuated(_AFTER_WHO.split(said, maxsplit=1)[0])
    who = inner
    for _ in range(2):
        who = unpunctuated(_LEAD_VERBS.sub("", who))
    told = who != inner
    if not told and _CLASSES.match(who):
        return None
    if not told and not is_name(who) and (actor := leading_actor(who)):
        who = unpunctuated(actor)
    work = unpunctuated(text[: match.start()])
    if not told and named_after_colon(work):
        # "…: Đ/c Tuấn (lớp 4B)": the bracket says more of who is named before it.
        return None
    if (
        not work
        or not who
        or not (told if assigned else is_actor(who) or told)
        or len(fold(who)) < 3
    ):
        return None
    return work, who


def _without_time(said: str) -> str:
    """Return what a bracket says behind the times that it begins with."""
    for _ in range(_MOST_TIMES):
        said = (
            _TIME_BEFORE_WHO.sub("", said, count=1)
            if _TIME_BEFORE_WHO.match(said)
            else said
        )
    return said


def named_after_colon(text: str) -> str | None:
    """Return whom a sentence names after its colon: "work: Tổ Văn, xong ngày …"."""
    head, colon, rest = text.rpartition(":")
    if not colon:
        return None
    who = unpunctuated(
        _AFTER_NAME.split(_TIME_BEHIND.sub("", rest).strip(), maxsplit=1)[0]
    )
    if len(head.split()) < 2 or not is_name(who) or _is_nobody(who):
        return None
    return named_in_title(who)


def _is_nobody(who: str) -> bool:
    """Tell whether words that could be a name count people, or say who takes part."""
    return bool(_EACH.match(who) or (who[:1].islower() and ANYBODY.match(who)))


def named_after_dash(text: str) -> str | None:
    """Return whom a sentence names behind its last dash: "work – Giáo viên chủ nhiệm"."""
    work, dash, rest = text.replace(" - ", " – ").rpartition(" – ")
    if not dash or len(work.split()) < _FEWEST_WORDS_OF_WORK:
        return None
    who = _LEAD_VERBS.sub("", _TOGETHER_WITH.split(unpunctuated(rest), maxsplit=1)[0])
    return named_in_title(who) if who[:1].isupper() and is_name(who) else None
