"""Who does the work: bodies, offices and persons as a plan names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .offices import WHO
from .verbs import Act, acts_in
from .wording import fold, inside_quote, tidy, unpunctuated

_STARTS = re.compile(
    rf"^(?:(?:Đối với|Các|Toàn thể|Mỗi|Những)\s+)*{WHO}(?!\w)", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"^(?:Đối với|Đề nghị|Trách nhiệm (?:của|đối với)|Nhiệm vụ của)\s+", re.IGNORECASE
)
_ANYBODY = re.compile(
    r"(?:các\s+)?"
    r"(?:giáo viên|cán bộ|nhân viên|người|học sinh|đoàn viên|thành viên|công chức|viên chức)",
    re.IGNORECASE,
)
#: Who is one of the school's own: a name of an office, a union or a person.
_OWN = re.compile(
    r"(?:Mỗi|Các)?\s*(?:Tổ|Ban|Bộ phận|Phòng|Văn phòng|Thư viện|Đoàn|Đội|Liên đội|Chi đoàn|Chi đội"
    r"|Công đoàn|CLB|Câu lạc bộ|Tổng phụ trách|TPT|Thầy|Cô|Anh|Chị|Ông|Bà|Đ/c|Đồng chí|Bí thư"
    r"|Kế toán|Văn thư|Y tế|Khoa|Trạm|Công an|Nhóm|Giáo viên chủ nhiệm|GVCN|Thường trực)(?!\w)",
    re.IGNORECASE,
)
#: What only with the word after it is an office: "Ban tổ chức", "Cán bộ phụ trách".
_HEAD = re.compile(
    r"(?:(?:các|mỗi|toàn thể|trưởng|phó|thành viên)\s+)*"
    r"(?:ban|tổ|bộ phận|nhóm|đội|hội đồng|cán bộ|người|phòng|đoàn|công chức|bộ môn|chuyên viên"
    r"|câu lạc bộ|clb|trưởng|thành viên|giáo viên|nhân viên|đơn vị|bí thư|viên chức)",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?:tổ chức|kiểm tra|tổng hợp|hướng dẫn|biên tập|biên soạn|soạn|quản trị|quản lý|trực|chỉ đạo"
    r"|tuyên truyền|tư vấn|giám sát|đánh giá|tiếp nhận|điều phối|phát thanh|thẩm định|vận động|làm"
    r"|xét|chấm|dạy|trang trí|thực hiện|chủ trì|phối hợp|tham gia|đón tiếp|hỗ trợ|khảo sát)"
)
_OFFICE = re.compile(rf"{_HEAD.pattern}\s+{_NAMING.pattern}(?!\w)", re.IGNORECASE)
_MOST_WORDS_BETWEEN, _LONGEST_NAME = 3, 110
# "Cán bộ phụ trách y tế" is an office; only a person who is named is in charge of something.
_IN_CHARGE = re.compile(
    r"^(?P<who>(?:Thầy|Cô|Ông|Bà|Anh|Chị|Chú|Đồng chí|Đ/c)\s[^.;:()“]{2,60}?)\s+phụ trách\b",
    re.IGNORECASE,
)
_LEAD_VERBS = re.compile(
    r"^\s*(?:giao(?:\s+cho)?|do|phân công(?:\s+cho)?|đơn vị thực hiện|thực hiện|phụ "
    r"trách|chủ trì|người thực hiện|bộ phận thực hiện)\s*:?\s+"
    r"|\s*(?:cùng\s+|chủ trì\s+|phối hợp\s+)?(?:thực hiện|chịu trách "
    r"nhiệm(?:\s+chính)?|làm đầu mối|phụ trách|chủ trì|đảm nhiệm|tham "
    r"mưu)\s*(?:chính)?\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(([^()]{2,160})\)\W*$")
# What else a bracket says after who does the work.
_AFTER_WHO = re.compile(
    r"\s*;\s*|\s+[-–]\s+(?=\d|trước|xong|hạn|ngày|tháng)|\s*,\s*(?=\d|tháng|tuần|quý)"
    r"|\s*,\s*(?=(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|thời gian|vào|trong|hạn"
    r"|ngày|từ|phối hợp)\b)|,\s*(?=[^,]*\bphối hợp$)",
    re.IGNORECASE,
)
_ASSIGNED_WITHIN = re.compile(
    r"(?:[,;:–-]\s+(?:do\s+|giao\s+(?:cho\s+)?)?|(?<!\w)(?:do|giao(?: cho)?)\s+)"
    r"(?P<who>[^.;:,“]{2,80}?(?:\s*\([^)]*\))?)\s+"
    r"(?:(?:thực hiện|đảm nhiệm)(?=\s*(?:[.,;)]|$))"
    r"|(?:chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối)(?!\w))"
)
_ASSIGNING = (
    "thực hiện",
    "đảm nhiệm",
    "chủ trì",
    "phụ trách",
    "trách nhiệm",
    "đầu mối",
)
_TIME_BETWEEN = re.compile(
    r",\s*(?=(?:vào|trong|trước|từ|đến|ngày|sau|dịp)\s)", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*[,;]\s*"
    r"(?=(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|thời gian|vào|trong|hạn|ngày|từ)\b)"
    r"|\s+(?=(?:nộp|hoàn thành|gửi)\b)",
    re.IGNORECASE,
)
#: "Kéo co: mỗi đội 08 người" counts them; a group of all is nobody.
_EACH = re.compile(r"mỗi\b", re.IGNORECASE)
_TOGETHER_WITH = re.compile(r",?\s+(?:phối hợp|cùng)\b")
_FEWEST_WORDS_OF_WORK = 3
_WITHOUT_HEAD = re.compile(r"^(?:\S+\s+){1,2}")
_MOST_WORDS_OF_NAME = 12
_CHOOSES = re.compile(r"^(?:Phân công|Giao|Cử)\s+\d")
_ASKS = re.compile(r"^(?:Đề nghị|Yêu cầu)\s+", re.IGNORECASE)
_NO_ACTOR = re.compile(
    r"^\s*(?:chi tiết|để|nếu|theo|kèm|xem|khóa|khoá|có|ví dụ|gồm|viết tắt|sau đây|từ|trong"
    r"|ban hành)\b",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(
    r"^(?P<by>(?:Hiệu trưởng|Nhà trường|BGH|Ban [Gg]iám hiệu|Giám đốc"
    r"|Chủ tịch \S+)\s+(?=giao|phân))?"
    r"(?:Phân công|Giao nhiệm vụ cho|Giao(?:\s+cho)?)\s+"
    r"(?!(?:nhiệm vụ|công việc|trách nhiệm)\b)",
    re.IGNORECASE,
)


def is_actor(text: str) -> bool:
    """Tell whether a title is a body, an office or a person."""
    bare = _TOWARDS.sub("", text)
    return (
        bool(_STARTS.match(bare)) and len(bare) <= 140 and not re.search(r"[;“]", bare)
    )


def is_own(name: str) -> bool:
    """Tell whether a name is that of one office, union or person, not of everybody."""
    return bool(_OWN.match(name))


def named_in_title(title: str) -> str:
    """Return who a title names, without "Đối với" and the like."""
    return unpunctuated(_TOWARDS.sub("", title))


def subject_of(text: str) -> str | None:
    """Return who a sentence begins with, if that is somebody who does something."""
    actor = leading_actor(text)
    return named_in_title(tidy(actor)) if actor else None


@lru_cache(maxsize=256)
def leading_actor(text: str) -> str | None:
    """Return the words that name who acts, as they are printed at the beginning."""
    match = _IN_CHARGE.match(text)
    names = [match["who"]] if match else list(_before_acts(text))
    return next((name for name in names if is_actor(name)), None)


def _before_acts(text: str, *, assigned: bool = False) -> Iterator[str]:
    """Return what stands before each verb that does not belong to a name."""
    found = acts_in(text[:_LONGEST_NAME], assigned=assigned)
    acts = [act for act in found if act.start > 1]
    for place, act in enumerate(acts):
        who = _TIME_BETWEEN.split(text[: act.start], maxsplit=1)[0].rstrip(" ,")
        if re.search(r"[.;:“]", who):
            return
        following = acts[place + 1] if place + 1 < len(acts) else None
        inside = who.count("(") > who.count(")")
        if not inside and not _names_office(text, who, act, following):
            yield who


def _names_office(text: str, who: str, act: Act, following: Act | None) -> bool:
    """Tell whether a verb only names the office: "Ban tổ chức xây dựng …"."""
    if not following or not _HEAD.fullmatch(who) or not _NAMING.fullmatch(act.text):
        return False
    between = text[act.end : following.start]
    return "," not in between and len(between.split()) <= _MOST_WORDS_BETWEEN


def assigned_in(text: str) -> str | None:
    """Return who a sentence assigns work to: "Phân công … làm …"."""
    match = _ASSIGNS.match(text)
    rest = text[match.end() :] if match else ""
    who = next(_before_acts(rest, assigned=True), None)
    if who and (
        _ANYBODY.fullmatch(who) or (match and match["by"] and not is_actor(who))
    ):
        return None
    return re.sub(r"^\d{1,2}\s+", "", tidy(who)) if who and len(who) > 2 else None


def before_colon(text: str) -> tuple[str, str] | None:
    """Split "who: what they do" into both."""
    head, colon, rest = text.partition(":")
    short = len(head.split()) <= _MOST_WORDS_OF_NAME and not re.search(r"[.;(]", head)
    if not colon or not short or len(rest.split()) < 2 or not is_actor(head):
        return None
    return named_in_title(tidy(head)), rest.strip()


def asked_of(text: str) -> str | None:
    """Return who a sentence asks for something: "Đề nghị các tổ nộp …"."""
    match = _ASKS.match(text)
    return subject_of(text[match.end() :]) if match else None


def is_of_their_number(text: str) -> bool:
    """Tell whether a sentence has the one addressed choose: "Phân công 01 giáo viên …"."""
    return bool(_CHOOSES.match(text))


def in_bracket(text: str, *, assigned: bool = False) -> tuple[str, str] | None:
    """Split "work (who does it)" into both; ``assigned``: only with a word that assigns."""
    match = _BRACKET.search(text)
    if not match or _NO_ACTOR.match(match[1]):
        return None
    inner = unpunctuated(_AFTER_WHO.split(tidy(match[1]), maxsplit=1)[0])
    who = inner
    for _ in range(2):
        who = unpunctuated(_LEAD_VERBS.sub("", who))
    told = who != inner
    if not told and (actor := leading_actor(who)):
        who = unpunctuated(actor)
    work = unpunctuated(text[: match.start()])
    if (
        not work
        or not who
        or not (told if assigned else is_actor(who) or told)
        or len(fold(who)) < 3
    ):
        return None
    return work, who


def assigned_within(text: str) -> str | None:
    """Return whom a sentence names after the work: "…, do Văn phòng thực hiện"."""
    if not any(word in text for word in _ASSIGNING):
        return None
    for match in _ASSIGNED_WITHIN.finditer(text):
        who = tidy(match["who"])
        if inside_quote(text[: match.start()], text[match.end() :]):
            continue
        if is_actor(who) and not _acts(who):
            return named_in_title(who)
    return None


def named_after_colon(text: str) -> str | None:
    """Return whom a sentence names after its colon: "work: Tổ Văn, xong ngày …"."""
    head, colon, rest = text.rpartition(":")
    if not colon:
        return None
    who = unpunctuated(_AFTER_NAME.split(rest.strip(), maxsplit=1)[0])
    if len(head.split()) < 2 or not is_name(who) or _EACH.match(who):
        return None
    return named_in_title(who)


def named_after_dash(text: str) -> str | None:
    """Return whom a sentence names behind its last dash: "work – Giáo viên chủ nhiệm"."""
    work, dash, rest = text.rpartition(" – ")
    if not dash or len(work.split()) < _FEWEST_WORDS_OF_WORK:
        return None
    who = _LEAD_VERBS.sub("", _TOGETHER_WITH.split(unpunctuated(rest), maxsplit=1)[0])
    return named_in_title(who) if who[:1].isupper() and is_name(who) else None


def is_name(text: str) -> bool:
    """Tell whether text names who acts and says nothing of what they do."""
    short = len(text.split()) <= _MOST_WORDS_OF_NAME
    return short and is_actor(text) and not _acts(text)


def _acts(text: str) -> bool:
    """Tell whether there is a verb behind the first words of a name: "Ban biên tập"."""
    office = _OFFICE.match(text)
    return any(acts_in(text[office.end() :] if office else _WITHOUT_HEAD.sub("", text)))
