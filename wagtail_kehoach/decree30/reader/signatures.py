"""The lines of a footer: recipients, offices and names, and how each is told."""

from __future__ import annotations

import re

from .columns import header_rows_of
from .pieces import Piece
from .wording import fold, is_caps, pattern

RECIPIENTS = pattern(
    r"^\W*N[ơo]i\s+nh[ậâạ]n\s*(?:\([^)]*\)\s*)?(?:[:.]|$)", re.IGNORECASE
)
ITEM = pattern(r"^\s*[-–—+*•]\s*")
PREFIX = pattern(
    r"^(?:(?:T\.?M|K\.?T|T\.?L|T\.?U\.?Q|Q)\s*[.,]|(?:T/M|K/T|T/L)\b\s*\.?)\s*\S"
)
_ROLE = pattern(
    r"\b(?:hieu truong|truong phong|truong ban|to truong|giam doc|chu tich|bi thu|chu nhiem|chanh"
    r"|vien truong|cuc truong|vu truong|bo truong|thu truong|tong phu trach|truong"
    r"|pho|nguoi (?:lap|viet|xay dung)|ke toan|truong doan|^(?:phe )?duyet(?= cua |$))\b"
)
_PLAIN_ROLES = {
    "hieu truong",
    "pho hieu truong",
    "truong phong",
    "giam doc",
    "pho giam doc",
    "chu tich",
    "pho chu tich",
}
_MOST_WORDS = 5
_LED = pattern(r"(?<!CHỦ )TRƯỜNG")
NO_NAME = pattern(
    r"^\W*(?:đã\s*k[ýí]|k[ýí] tên|da\s*ky|ký,? ghi rõ|ký và|ký,? đóng|chữ ký|dấu)",
    re.IGNORECASE,
)
_TITLES = (
    r"(?:(?:(?:Đại|Thượng|Trung|Thiếu) (?:úy|uý|tá|tướng)"
    r"|PGS|GS|TS|ThS|Th\.S|CN|BSCK\s?(?:II?|[12])|BS|DSCK\s?I|DS|ĐD|NGƯT|NGND|TTND|TTƯT|KS"
    r"|Thạc sĩ|Tiến sĩ|Bác sĩ)[.,]?\s*)*"
)
#: "K'Brịp", "H Nga Êban", "Y Blô", "A Thông": names of the Central Highlands begin with one
#: letter.
_FIRST_NAME = r"(?:[HK]['’]\s?)?[A-ZĐÀ-Ỹ][a-zđà-ỹ]+"
_NEXT_NAME = r"\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]*"
NAME = pattern(
    rf"^{_TITLES}(?:{_FIRST_NAME}(?:{_NEXT_NAME}){{1,5}}"
    rf"|[AHKY]\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]+(?:{_NEXT_NAME}){{0,5}})$"
)

#: Who approves what another signs, and who only wrote it.
_APPROVES = pattern(
    r"^(?:(?:Đã\s+)?(?:Phê )?Duyệt|Xác nhận|Ý kiến)(?:\s+của)?\s+(?P<who>\S.{1,50})$",
    re.IGNORECASE,
)
MAKES = pattern(
    r"^(?:Người|Cán bộ|Giáo viên) (?:lập|viết|làm|soạn|xây dựng|thực hiện|tham mưu)"
    r"(?: (?:kế hoạch|chương trình|biểu|bảng))?$|^(?:Kế toán|Thư ký|Thủ quỹ)$",
    re.IGNORECASE,
)


def approved_by(text: str) -> str | None:
    """Return the office that approves a document; empty where the line names a body."""
    match = _APPROVES.match(text)
    if match is None or not (is_caps(text) or len(text.split()) <= _MOST_WORDS):
        return None
    return match["who"] if _holds_office(match["who"]) else ""


def _holds_office(text: str) -> bool:
    return _ROLE.search(fold(_LED.sub("", text))) is not None


def is_role(text: str) -> bool:
    """Tell whether a line is the office of a signatory."""
    if len(text) > 70 or ITEM.match(text) or re.search(r"\d", text):
        return False
    if PREFIX.match(text) and is_caps(text):
        return True
    if MAKES.match(text) or approved_by(text) is not None:
        return True
    short = (
        len(text.split()) <= 4
        and text.istitle() is False
        and fold(text) in _PLAIN_ROLES
    )
    # "TRƯỜNG" is who is led, "TRƯỞNG" who leads.
    return (is_caps(text) and _holds_office(text)) or short


def belongs_to_signature(piece: Piece) -> bool:
    """Tell whether a line, or a table, holds nothing but offices and names of who signs."""
    parts = piece.parts
    if piece.rows is not None or len(parts) > 1:
        # Above the offices of two who sign stand the names of their bodies.
        return any(map(_signs, parts)) and all(_signs(p) or is_caps(p) for p in parts)
    return bool(piece.text) and _signs(piece.text)


def _signs(text: str) -> bool:
    named = bool(NAME.match(text)) and len(text.split()) <= _MOST_WORDS
    return is_role(text) or named or bool(NO_NAME.match(text))


def mentions_recipients(piece: Piece) -> bool:
    """Tell whether the recipients begin there; a column of a table may be called so."""
    if piece.rows and header_rows_of(piece.rows):
        return False
    return any(map(RECIPIENTS.match, piece.parts))
