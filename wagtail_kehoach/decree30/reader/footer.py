"""The end of a document: to whom it goes, who signs, and what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Recipient, Signatory
from .annexes import begins_annex, names_annex
from .labels import labelled
from .pieces import Piece
from .wording import fold, is_caps, pattern, tidy, unpunctuated, words

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
#: "K'Brịp", "H'Linh", "Y Bhiao": names of the Central Highlands begin with one letter.
_FIRST_NAME = r"(?:[HK]['’]\s?|Y\s)?[A-ZĐÀ-Ỹ][a-zđà-ỹ]+"
_NAME = pattern(rf"^{_TITLES}{_FIRST_NAME}(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]*){{1,5}}$")
_SURNAMES = {
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang",
    "bui", "do", "ho", "ngo", "duong", "ly", "luong", "mai", "truong", "dinh", "doan",
    "cao", "ta", "ha", "trinh", "luu", "to", "lam", "nong", "chu", "la", "thai",
    "quach", "kieu", "dam", "vuong",
}  # fmt: skip
_LAST_LINES = 14
#: Between the office and the name stand an authority, a stamp and a signature.
_LINES_TO_NAME = 6


@dataclass
class Footer:
    """What the end of a document says; ``after`` is text below that is no annex."""

    recipients: list[Recipient] = field(default_factory=list)
    signatory: Signatory | None = None
    annex: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    furniture: int = 0


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
        told = self.footer.recipients or (self.roles and not self.listing)
        return bool(self.names and told)

    @property
    def begun(self) -> bool:
        """Whether anything of the footer was read."""
        return bool(self.roles or self.names or self.footer.recipients)


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
    """Return where the office that signs stands, in a document that names no recipients."""
    signed = [place for place in range(len(pieces)) if _is_signed(pieces, place)]
    if signed:
        end = _end_of_text(pieces, signed[0])
        place = max(place for place in signed if place < end)
        if not any(_is_division(piece) for piece in pieces[place:end]):
            while place > 0 and _belongs_to_signature(pieces[place - 1]):
                place -= 1
            return place
    first = max(0, len(pieces) - _LAST_LINES)
    return next(
        (place for place in range(first, len(pieces)) if _names_role(pieces[place])),
        len(pieces),
    )


def _names_role(piece: Piece) -> bool:
    parts = (part for line in piece.lines for part in line.columns)
    return any(is_caps(part) and is_role(part) for part in parts)


def _is_signed(pieces: list[Piece], place: int) -> bool:
    """Tell whether a line is an office with the name of its holder below."""
    if pieces[place].rows is not None or not _names_role(pieces[place]):
        return False
    for piece in pieces[place + 1 : place + _LINES_TO_NAME]:
        if not _belongs_to_signature(piece) and words(piece.text):
            return False
        if _NAME.match(piece.text) and len(piece.text.split()) <= 5:
            return True
    return False


def _end_of_text(pieces: list[Piece], start: int) -> int:
    """Return where the first annex behind ``start`` begins."""
    for place in range(start, len(pieces)):
        if pieces[place].rows is None and names_annex(pieces[place].text):
            return place
    return len(pieces)


def _is_division(piece: Piece) -> bool:
    split = labelled(piece.text) if piece.rows is None else None
    return split is not None and split.system == "roman"


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
        if state.begun and begins_annex(pieces[place:], signed=state.complete):
            footer.annex = pieces[place:]
            break
        if footer.after or _is_foreign(piece, state):
            # What stands below would only look like recipients and names.
            footer.after.append(piece)
            continue
        for part in (part for line in piece.lines for part in line.columns):
            _place_part(state, part)
    footer.signatory = _signatory(state)
    return footer


def _is_foreign(piece: Piece, state: _State) -> bool:
    """Tell whether a piece stands below the signature and belongs to nothing above."""
    if not state.complete or state.open_end or _mentions_recipients(piece):
        return False
    if piece.rows is not None:
        return True
    text = piece.text
    belongs = _ITEM.match(text) or _ELECTRONIC.match(text) or _GROUP.match(text)
    return bool(words(text)) and not belongs and not _belongs_to_signature(piece)


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
