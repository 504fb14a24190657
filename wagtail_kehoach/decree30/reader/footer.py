"""The end of a document: to whom it goes, who signs, and what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Recipient, Signatory
from .pieces import Piece
from .wording import fold, is_caps, pattern, tidy, unpunctuated

_RECIPIENTS = pattern(
    r"^\W*N[ơo]i\s+nh[ậâạ]n\s*(?:\([^)]*\)\s*)?(?:[:.]|$)", re.IGNORECASE
)
_ELECTRONIC = pattern(r"^\W*(?:Bản|Gửi bản) điện tử\s*:?\W*$", re.IGNORECASE)
_GROUP = pattern(r"^\W*Bản (?:giấy|chính|sao)\s*:?\W*$", re.IGNORECASE)
_ITEM = pattern(r"^\s*[-–—+*•]\s*")
_PREFIX = pattern(r"^(?:T\.?M|K\.?T|T\.?L|T\.?U\.?Q|Q)\s*[.,]\s*\S")
_ROLE = pattern(
    r"\b(?:hieu truong|truong phong|truong ban|to truong|giam doc|chu tich|bi thu|chu nhiem|chanh"
    r"|vien truong|cuc truong|vu truong|bo truong|thu truong|tong phu trach|truong"
    r"|pho|nguoi lap|ke toan|truong doan)\b"
)
_NO_NAME = pattern(
    r"^\W*(?:đã\s*k[ýí]|k[ýí] tên|da\s*ky|ký,? ghi rõ|ký và|chữ ký|dấu)", re.IGNORECASE
)
_TITLES = (
    r"(?:(?:(?:Đại|Thượng|Trung|Thiếu) (?:úy|uý|tá|tướng)"
    r"|PGS|GS|TS|ThS|Th\.S|CN|BS|NGƯT|NGND|KS|Thạc sĩ|Tiến sĩ)[.,]?\s*)*"
)
_NAME = pattern(rf"^{_TITLES}(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+)(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]*){{1,5}}$")
_SURNAMES = {
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang",
    "bui", "do", "ho", "ngo", "duong", "ly", "luong", "mai", "truong", "dinh", "doan",
    "cao", "ta", "ha", "trinh", "luu", "to", "lam", "nong", "chu", "la", "thai",
    "quach", "kieu", "dam", "vuong",
}  # fmt: skip
_ANNEX = pattern(r"^\W*(?:PHỤ LỤC|Phụ lục|DANH SÁCH|BIỂU|BẢNG|MẪU|LỊCH)\b")
_LAST_LINES = 14


@dataclass
class Footer:
    """What the end of a document says."""

    recipients: list[Recipient] = field(default_factory=list)
    signatory: Signatory | None = None
    annex: list[Piece] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    furniture: int = 0
    #: What stands last before the annexes.
    last: Piece | None = None


@dataclass
class _State:
    footer: Footer
    roles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    listing: bool = False
    dashed: bool = False
    electronic: bool = False
    open_end: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing of the footer is still to come."""
        return bool(self.footer.recipients and self.names)


def footer_start(pieces: list[Piece]) -> int:
    """Return where the footer begins; the number of pieces if there is none."""
    start = next(
        (i for i, piece in enumerate(pieces) if _mentions_recipients(piece)), None
    )
    if start is None:
        return _start_by_signature(pieces)
    # The right column is sometimes read before the left.
    while start > 0 and _belongs_to_signature(pieces[start - 1]):
        start -= 1
    return start


def _mentions_recipients(piece: Piece) -> bool:
    return any(_RECIPIENTS.match(part) for line in piece.lines for part in line.columns)


def _belongs_to_signature(piece: Piece) -> bool:
    text = piece.text
    if piece.rows is not None or not text:
        return False
    return (
        is_role(text)
        or (bool(_NAME.match(text)) and len(text.split()) <= 5)
        or bool(_NO_NAME.match(text))
    )


def _start_by_signature(pieces: list[Piece]) -> int:
    first = max(0, len(pieces) - _LAST_LINES)
    for place in range(first, len(pieces)):
        lines = pieces[place].lines
        if any(
            is_caps(part) and is_role(part) for line in lines for part in line.columns
        ):
            return place
    return len(pieces)


def is_role(text: str) -> bool:
    """Tell whether a line is the office of a signatory."""
    if len(text) > 70 or _ITEM.match(text) or re.search(r"\d", text):
        return False
    if _PREFIX.match(text) and is_caps(text):
        return True
    short = (
        len(text.split()) <= 4
        and text.istitle() is False
        and fold(text) in _PLAIN_ROLES
    )
    return (is_caps(text) and bool(_ROLE.search(fold(text)))) or short


_PLAIN_ROLES = {
    "hieu truong",
    "pho hieu truong",
    "truong phong",
    "giam doc",
    "pho giam doc",
    "chu tich",
    "pho chu tich",
}


def read_footer(pieces: list[Piece]) -> Footer:
    """Read everything from "Nơi nhận" or the signature on."""
    footer = Footer()
    state = _State(footer)
    for place, piece in enumerate(pieces):
        if _begins_annex(piece, state):
            footer.annex = pieces[place:]
            break
        footer.last = piece
        for part in (part for line in piece.lines for part in line.columns):
            _place_part(state, part)
    footer.signatory = _signatory(state)
    return footer


def _begins_annex(piece: Piece, state: _State) -> bool:
    signed = bool(state.roles or state.names)
    if piece.rows is not None:
        return state.complete
    if _ANNEX.match(piece.text):
        return signed or bool(state.footer.recipients)
    foreign = not _ITEM.match(piece.text) and not _belongs_to_signature(piece)
    return (
        foreign
        and not state.open_end
        and state.complete
        and not _mentions_recipients(piece)
        and not _ELECTRONIC.match(piece.text)
    )


def _place_part(state: _State, part: str) -> None:
    if heading := _RECIPIENTS.match(part):
        state.listing = True
        part = part[heading.end() :].strip()
        if not part:
            return
    if _ELECTRONIC.match(part) or _GROUP.match(part):
        state.electronic, state.open_end = bool(_ELECTRONIC.match(part)), False
    else:
        _place_line(state, part)


def _place_line(state: _State, part: str) -> None:
    if _NO_NAME.match(part):
        state.footer.furniture += 1
    elif is_role(part):
        state.roles.append(part)
    elif _is_name(state, part):
        state.names.append(part)
    elif state.listing and _is_recipient(state, part):
        _add_recipient(state, part)
    elif re.search(r"\w", part):
        state.footer.unplaced.append(part)


def _is_name(state: _State, part: str) -> bool:
    if _ITEM.match(part) or state.open_end:
        return False
    last = state.footer.recipients[-1].text if state.footer.recipients else ""
    expected = bool(state.roles) or fold(last).startswith("luu") or not state.listing
    if not expected or len(part) > 45:
        return False
    if is_caps(part):
        return fold(part).split()[0] in _SURNAMES and 2 <= len(part.split()) <= 5
    return bool(_NAME.match(part))


def _is_recipient(state: _State, part: str) -> bool:
    if _ITEM.match(part):
        return True
    return state.open_end or not state.dashed


def _add_recipient(state: _State, part: str) -> None:
    item = _ITEM.match(part)
    text = part[item.end() :] if item else part
    recipients = state.footer.recipients
    if item is None and state.open_end and recipients:
        recipients[-1].text = unpunctuated(f"{recipients[-1].text} {text}")
    elif unpunctuated(text):
        recipients.append(Recipient(unpunctuated(text), state.electronic))
    state.dashed = state.dashed or item is not None
    ended = text.rstrip().endswith((";", ".", ":")) or fold(text).startswith("luu")
    state.open_end = state.dashed and not ended


def _signatory(state: _State) -> Signatory | None:
    if not state.roles and not state.names:
        return None
    prefixed = [role for role in state.roles if _PREFIX.match(role)]
    plain = [role for role in state.roles if not _PREFIX.match(role)]
    names = [tidy(name) for name in state.names]
    if not prefixed and len(plain) == len(names) == 2:
        # Two people sign; the head of the body stands on the right.
        names.reverse()
    elif not prefixed and len(plain) == 2:
        prefixed, plain = plain[:1], plain[1:]
    state.footer.unplaced += [*plain[:-1], *names[1:]]
    return Signatory(
        authority=" ".join(prefixed) or None,
        position=plain[-1] if plain else None,
        name=names[0] if names else None,
    )
