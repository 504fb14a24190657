"""Who does the work: bodies, offices and persons as a plan names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .offices import WHO
from .verbs import Act, acts_in
from .wording import tidy, unpunctuated

_STARTS = re.compile(
    rf"^(?:(?:Đối với|Các|Toàn thể|Mỗi|Những)\s+)*{WHO}(?!\w)", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"^(?:Đối với|Đề nghị|Trách nhiệm (?:của|đối với)|Nhiệm vụ của)\s+", re.IGNORECASE
)
#: Who is one of the school's own: a name of an office, a union or a person.
_OWN = re.compile(
    r"(?:Mỗi|Các)?\s*(?:Tổ|(?:Tiểu )?Ban|Bộ phận|Phòng|Văn phòng|Thư viện|Đoàn|Đội|Liên đội"
    r"|Chi đoàn|Chi đội|Chi [uủ][ỷy]|Đảng [uủ][ỷy]|Cấp [uủ][ỷy]|Công đoàn|CLB|Câu lạc bộ"
    r"|Tổng phụ trách|TPT|Thầy|Cô|Anh|Chị|Ông|Bà"
    r"|Đ/c|Đồng chí|Bí thư|Kế toán|Văn thư|Y tế|Khoa|Trạm|Công an|Nhóm|Giáo viên chủ nhiệm"
    r"|GVCN|Thường trực)(?!\w)",
    re.IGNORECASE,
)
#: What only with the word after it is an office: "Ban tổ chức", "Cán bộ phụ trách".
_HEAD = re.compile(
    r"(?:(?:các|mỗi|toàn thể|trưởng|phó|thành viên)\s+)*"
    r"(?:(?:tiểu )?ban|tổ|bộ phận|nhóm|đội|hội đồng|cán bộ|người|phòng|đoàn|công chức|bộ môn"
    r"|chuyên viên|câu lạc bộ|clb|trưởng|thành viên|giáo viên|nhân viên|đơn vị|bí thư|viên chức)",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?:tổ chức|kiểm tra|tổng hợp|hướng dẫn|biên tập|biên soạn|soạn|quản trị|quản lý|trực|chỉ đạo"
    r"|tuyên truyền|tư vấn|giám sát|đánh giá|tiếp nhận|điều phối|phát thanh|thẩm định|vận động|làm"
    r"|xét|chấm|dạy|đọc|trang trí|thực hiện|chủ trì|phối hợp|tham gia|đón tiếp|hỗ trợ|khảo sát)"
)
_OFFICE = re.compile(rf"{_HEAD.pattern}\s+{_NAMING.pattern}(?!\w)", re.IGNORECASE)
_MOST_WORDS_BETWEEN, _LONGEST_NAME = 3, 110
# "Cán bộ phụ trách y tế" is an office; only a person who is named is in charge of something.
_IN_CHARGE = re.compile(
    r"^(?P<who>(?:Thầy|Cô|Ông|Bà|Anh|Chị|Chú|Đồng chí|Đ/c)\s[^.;:()“]{2,60}?)\s+phụ trách\b",
    re.IGNORECASE,
)
#: "Phó Bí thư phụ trách" is one who is in charge; "cán bộ phụ trách" is what he is called.
CALLED = (
    "tổng", "cán bộ", "giáo viên", "nhân viên", "chuyên viên", "người", "bộ phận", "lãnh đạo",
    "đơn vị", "công chức", "viên chức", "thành viên", "trưởng", "phó", "tổ", "ban", "nhóm",
)  # fmt: skip
_NOT_CALLED = "".join(f"(?<!{word})" for word in CALLED)
#: A deputy may be called "Phó Hiệu trưởng phụ trách", but nobody "Hiệu trưởng phụ trách chung".
_CHARGE_BEHIND = re.compile(
    rf"^(?P<who>\S.*?)(?:{_NOT_CALLED},?\s+phụ trách(?:\s+chung)?"
    r"|(?<=trưởng),?\s+phụ trách\s+chung)$",
    re.IGNORECASE,
)
#: How often, or how, they do it, and what joins two verbs: no part of a name.
_RHYTHM = re.compile(
    r",?\s+(?:(?:định kỳ\s+)?(?:mỗi|hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm|buổi|học kỳ|kỳ)"
    r"|định kỳ|cũng|đều|cùng|cùng nhau|chịu|đã|đang|được|kịp thời|sau đó|và)$",
    re.IGNORECASE,
)
_TIME_BETWEEN = re.compile(
    r",\s*(?=(?:vào|trong|trước|từ|đến|ngày|sau|dịp)\s)", re.IGNORECASE
)
#: "Mỗi chi đội 01 tiết mục": what they give is no part of who they are.
_HOW_MANY = re.compile(
    r"\s+(?:0\d\s|(?:\d{1,3}|một|hai|ba|ít nhất|tối thiểu)\s+(?:tiết mục|bài|tin|em|người|sản phẩm"
    r"|học sinh|bản|video|clip|tranh|bức|cuốn|suất|đại diện|lượt|buổi|tác phẩm)\b).*$",
    re.IGNORECASE,
)
_WITHOUT_HEAD = re.compile(r"^(?:\S+\s+){1,2}")
_MOST_WORDS_OF_NAME = 12


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
    """Return who a title names, without "Đối với", "phụ trách" and the like."""
    return without_charge(unpunctuated(_TOWARDS.sub("", title)))


def without_charge(name: str) -> str:
    """Return a name without the verb behind it: "Phó Bí thư phụ trách"."""
    return _CHARGE_BEHIND.sub(r"\g<who>", _RHYTHM.sub("", name))


def subject_of(text: str) -> str | None:
    """Return who a sentence begins with, if that is somebody who does something."""
    actor = leading_actor(text)
    return named_in_title(tidy(actor)) if actor else None


@lru_cache(maxsize=256)
def leading_actor(text: str) -> str | None:
    """Return the words that name who acts, as they are printed at the beginning."""
    match = _IN_CHARGE.match(text)
    names = [match["who"]] if match else list(names_before_acts(text))
    name = next((name for name in names if is_actor(name)), None)
    head = text.partition(":")[0]
    # The verb may belong to the name before a colon: "Đội phát thanh: …".
    longer = name and len(name) < len(head) < len(text) and is_name(head)
    return head if longer else name


def names_before_acts(text: str, *, assigned: bool = False) -> Iterator[str]:
    """Return what stands before each verb that does not belong to a name."""
    found = acts_in(text[:_LONGEST_NAME], assigned=assigned)
    acts = [act for act in found if act.start > 1]
    for place, act in enumerate(acts):
        who = _TIME_BETWEEN.split(text[: act.start], maxsplit=1)[0].rstrip(" ,")
        who = _HOW_MANY.sub("", who)
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


def is_name(text: str) -> bool:
    """Tell whether text names who acts and says nothing of what they do."""
    short = len(text.split()) <= _MOST_WORDS_OF_NAME and ":" not in text
    return short and is_actor(text) and not _acts(text)


def _acts(text: str) -> bool:
    """Tell whether there is a verb behind the first words of a name: "Ban biên tập"."""
    office = _OFFICE.match(text)
    return any(acts_in(text[office.end() :] if office else _WITHOUT_HEAD.sub("", text)))
