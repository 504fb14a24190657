"""Who does the work: bodies, offices and persons as a plan names them."""

from __future__ import annotations

import re

from .wording import fold, tidy, unpunctuated

_WHO = (
    r"(?:UBND|[ỦU][ỷy] ban|Phòng(?!\s*,|\s+(?:chống|ngừa|bệnh))|Sở(?!\s+hữu)|Nhà "
    r"trường|Trường(?!\s+học\s+(?:an\s+toàn|thân\s+thiện|hạnh\s+phúc|xanh|số))"
    r"|Trung tâm|Ban(?!\s+hành)|BGH|BCH|Hội(?!\s+(?:nghị|thi|thảo|nhập|diễn|khỏe"
    r"|khoẻ))|Công đoàn|CĐCS|Đoàn(?!\s+kết)"
    r"|Đội|Liên đội|Tổng phụ trách|TPT|Tổ(?!\s+chức)|Bộ phận|Phụ trách|Cán bộ|CBQL"
    r"|Giáo viên|GV|GVCN|GVBM|Kế toán|Văn phòng|Văn thư"
    r"|Nhân viên|Thư ký|Thư viện|Y tế|Hiệu trưởng|Phó [Hh]iệu trưởng|Phó [Gg]iám đốc"
    r"|Hiệu phó|Giám đốc|Lãnh đạo|Trưởng|Thủ trưởng"
    r"|Chi bộ|Chi đoàn|Chi hội|Đơn vị|Cơ sở(?!\s+(?:vật chất|dữ liệu))"
    r"|Học sinh|Phụ huynh|Đồng chí|Đ/c|Ông|Bà|Thầy|Cô|Chú(?!\s+(?:ý|trọng))"
    r"|Viên chức|Toàn thể|CBGVNV|HĐSP|Hội đồng"
    r"|Công an(?!\s+toàn)|Trạm|Mặt trận|Thanh tra(?!\s+việc)"
    r"|Thành viên|Bảo vệ|Quản trị|Chuyên viên|Bộ môn|Khoa(?!\s+học)|Liên chi đoàn|Giảng viên"
    r"|Sinh viên|Học viên|Cha mẹ|CMHS|Trợ lý|Cố vấn|Công chức"
    r"|Lớp(?!\s+(?:học|dành|tập huấn|bồi dưỡng))|Khối(?!\s+lượng))"
)
_STARTS = re.compile(
    rf"^(?:(?:Đối với|Các|Toàn thể|Mỗi|Những)\s+)*{_WHO}(?!\w)", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"^(?:Đối với|Đề nghị|Trách nhiệm (?:của|đối với)|Nhiệm vụ của)\s+", re.IGNORECASE
)
_DUTY = (
    r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|tiến hành|phối hợp|tham mưu|gửi|nộp"
    r"|tổ chức|triển khai|xây dựng|thực hiện|căn cứ|chủ động|cử|đăng ký|hoàn thành"
    r"|báo cáo|lập|sẽ|làm đầu mối|chuẩn bị|bố trí|phát động|hướng dẫn|theo dõi|cung cấp"
    r"|tham gia|tuyên truyền|đề xuất|rà soát|tổng hợp|thông báo|phân công|phổ biến|tiếp nhận)"
)
_SUBJECT = re.compile(rf"^(?P<who>[^.;:()“]{{2,110}}?(?:\s*\([^)]*\))?)\s+{_DUTY}\b")
# "Cán bộ phụ trách y tế" is an office; only a person who is named is in charge of something.
_IN_CHARGE = re.compile(
    r"^(?P<who>(?:Thầy|Cô|Ông|Bà|Đồng chí|Đ/c)\s[^.;:()“]{2,60}?)\s+phụ trách\b",
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
_MOST_WORDS_OF_NAME = 12
_CHOOSES = re.compile(r"^(?:Phân công|Giao|Cử)\s+\d")
_ASKS = re.compile(r"^(?:Đề nghị|Yêu cầu)\s+", re.IGNORECASE)
_NO_ACTOR = re.compile(
    r"^\s*(?:để|nếu|theo|kèm|xem|khóa|khoá|có|ví dụ|gồm|viết tắt|sau đây|từ|trong|ban hành)\b",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(
    r"^(?:Phân công|Giao(?:\s+cho)?|Giao nhiệm vụ cho)\s+"
    r"(?P<who>(?!(?:nhiệm vụ|công việc|trách nhiệm)\b)[^.;:]{3,120}?),?\s+"
    r"(?:làm|phụ trách|thực hiện|chịu trách nhiệm|chủ trì|theo dõi|tổ chức|tham mưu"
    r"|xây dựng|phối hợp|tham gia|thường trực|đăng|quản lý|viết|cập nhật|tổng hợp|chuẩn bị"
    r"|bố trí|lựa chọn|lập|soạn|rà soát|kiểm tra|hướng dẫn|cung cấp|báo cáo|tiếp nhận|trang trí)\b"
)


def is_actor(text: str) -> bool:
    """Tell whether a title is a body, an office or a person."""
    bare = _TOWARDS.sub("", text)
    return (
        bool(_STARTS.match(bare)) and len(bare) <= 140 and not re.search(r"[;“]", bare)
    )


def named_in_title(title: str) -> str:
    """Return who a title names, without "Đối với" and the like."""
    return unpunctuated(_TOWARDS.sub("", title))


def subject_of(text: str) -> str | None:
    """Return who a sentence begins with, if that is somebody who does something."""
    actor = leading_actor(text)
    return named_in_title(tidy(actor)) if actor else None


def leading_actor(text: str) -> str | None:
    """Return the words that name who acts, as they are printed at the beginning."""
    found = (pattern.match(text) for pattern in (_SUBJECT, _IN_CHARGE))
    names = [match["who"] for match in found if match]
    return next((name for name in names if is_actor(name)), None)


def assigned_in(text: str) -> str | None:
    """Return who a sentence assigns work to: "Phân công … làm …"."""
    match = _ASSIGNS.match(text)
    return re.sub(r"^\d{1,2}\s+", "", tidy(match["who"])) if match else None


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


def in_bracket(text: str) -> tuple[str, str] | None:
    """Split "work (who does it)" into both."""
    match = _BRACKET.search(text)
    if not match or _NO_ACTOR.match(match[1]):
        return None
    inner = tidy(match[1])
    who = inner
    for _ in range(2):
        who = unpunctuated(_LEAD_VERBS.sub("", who))
    assigned = who != unpunctuated(inner)
    if not who or not (is_actor(who) or (assigned and len(fold(who)) > 2)):
        return None
    return unpunctuated(text[: match.start()]), who
