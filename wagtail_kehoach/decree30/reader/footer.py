"""The end of a document: to whom it goes, who signs, and what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Recipient, Signatory
from .annexes import begins_annex
from .pieces import Piece
from .signatures import (
    ITEM,
    NAME,
    NO_NAME,
    RECIPIENTS,
    belongs_to_signature,
    is_role,
    mentions_recipients,
)
from .signers import Mark, Signer, middle_of, two_names, two_offices, who_signs
from .wording import fold, is_caps, pattern, unpunctuated, words

_ELECTRONIC = pattern(r"^\W*(?:Bản|Gửi bản) điện tử\s*:?\W*$", re.IGNORECASE)
_GROUP = pattern(r"^\W*Bản (?:giấy|chính|sao)\s*:?\W*$", re.IGNORECASE)
#: "- Lưu: VT.HIỆU TRƯỞNG": two cells of which LibreOffice made one line.
_JOINED = pattern(
    r"^(?P<recipient>\s*[-–+*•]?\s*Lưu\b[^.]*\.)\s?(?P<role>\S.*)$", re.IGNORECASE
)
#: "Trường" is no surname, "Trương" is; nor is "Đoàn" before what a union belongs to.
_SCHOOL = pattern(
    r"(?:TRƯỜNG|TỔ|ĐOÀN (?:TRƯỜNG|THANH NIÊN|TNCS|XÃ|PHƯỜNG|HUYỆN))(?!\w)"
)
_LONGEST_NAME = 4
_SURNAMES = {
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang",
    "bui", "do", "ho", "ngo", "duong", "ly", "luong", "mai", "truong", "dinh", "doan",
    "cao", "ta", "ha", "trinh", "luu", "to", "lam", "nong", "chu", "la", "thai",
    "quach", "kieu", "dam", "vuong",
}  # fmt: skip


@dataclass
class Footer:
    """What the end of a document says; ``after`` is text below that is no annex."""

    recipients: list[Recipient] = field(default_factory=list)
    signatory: Signatory | None = None
    annex: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    furniture: int = 0
    #: Who signs beside the signatory.
    others: list[Signer] = field(default_factory=list)
    #: What stands last before the annexes.
    last: Piece | None = None


@dataclass
class _State:
    footer: Footer
    marks: list[Mark] = field(default_factory=list)
    line: int = 0
    listing: bool = False
    dashed: bool = False
    electronic: bool = False
    open_end: bool = False
    #: Whether the offices of two were read from one line.
    paired: bool = False

    @property
    def roles(self) -> list[str]:
        """The offices that were read."""
        return [mark.text for mark in self.marks if not mark.is_name]

    @property
    def names(self) -> list[str]:
        """The names that were read."""
        return [mark.text for mark in self.marks if mark.is_name]

    @property
    def complete(self) -> bool:
        """Whether nothing of the footer is still to come."""
        told = self.footer.recipients or (self.roles and not self.listing)
        return bool(self.names and told)

    @property
    def begun(self) -> bool:
        """Whether anything of the footer was read."""
        return bool(self.roles or self.names or self.footer.recipients)


def read_footer(pieces: list[Piece]) -> Footer:
    """Read everything from "Nơi nhận" or the signature on."""
    footer = Footer()
    state = _State(footer)
    for place, piece in enumerate(pieces):
        if state.begun and begins_annex(pieces[place:], signed=state.complete):
            footer.annex = pieces[place:]
            break
        footer.last = piece
        if footer.after or _is_foreign(piece, state):
            # What stands below would only look like recipients and names.
            footer.after.append(piece)
            continue
        for line in piece.lines:
            state.line += 1
            for part in line.columns:
                for said in _apart(state, part):
                    _place_part(state, said, line)
    footer.signatory, footer.others, left = who_signs(state.marks)
    footer.unplaced += left
    return footer


def _is_foreign(piece: Piece, state: _State) -> bool:
    """Tell whether a piece stands below the signature and belongs to nothing above."""
    if not state.complete or state.open_end or mentions_recipients(piece):
        return False
    if piece.rows is not None:
        return True
    text = piece.text
    belongs = ITEM.match(text) or _ELECTRONIC.match(text) or _GROUP.match(text)
    return bool(words(text)) and not belongs and not belongs_to_signature(piece)


def _apart(state: _State, part: str) -> list[str]:
    """Part what stood in two cells or columns and was made one line."""
    if pair := two_offices(part) or (state.paired and two_names(part, _SURNAMES)):
        state.paired = True
        return list(pair)
    joined = _JOINED.match(part)
    if joined is None or not (is_role(joined["role"]) and is_caps(joined["role"])):
        return [part]
    return [joined["recipient"], joined["role"]]


def _place_part(state: _State, part: str, line: Piece) -> None:
    if heading := RECIPIENTS.match(part):
        state.listing = True
        part = part[heading.end() :].strip()
        if not part:
            return
    if _ELECTRONIC.match(part) or _GROUP.match(part):
        state.electronic, state.open_end = bool(_ELECTRONIC.match(part)), False
    else:
        _place_line(state, part, line)


def _place_line(state: _State, part: str, line: Piece) -> None:
    if NO_NAME.match(part):
        state.footer.furniture += 1
    elif is_role(part):
        state.marks.append(_mark(state, part, line, is_name=False))
    elif _is_name(state, part):
        state.marks.append(_mark(state, part, line, is_name=True))
    elif state.listing and _is_recipient(state, part):
        _add_recipient(state, part)
    elif re.search(r"\w", part):
        state.footer.unplaced.append(part)


def _mark(state: _State, part: str, line: Piece, *, is_name: bool) -> Mark:
    return Mark(part, is_name, state.line, line.column, middle_of(line.raw, part))


def _is_name(state: _State, part: str) -> bool:
    if ITEM.match(part) or state.open_end:
        return False
    last = state.footer.recipients[-1].text if state.footer.recipients else ""
    expected = bool(state.roles) or fold(last).startswith("luu") or not state.listing
    if not expected or len(part) > 45:
        return False
    if state.paired and len(part.split()) > _LONGEST_NAME:
        # Two names on one line, of which nobody can tell where the second begins.
        return False
    if is_caps(part):
        if _SCHOOL.match(part):
            return False
        return fold(part).split()[0] in _SURNAMES and 2 <= len(part.split()) <= 5
    return bool(NAME.match(part))


def _is_recipient(state: _State, part: str) -> bool:
    if ITEM.match(part):
        return True
    return state.open_end or not state.dashed


def _add_recipient(state: _State, part: str) -> None:
    item = ITEM.match(part)
    text = part[item.end() :] if item else part
    recipients = state.footer.recipients
    if item is None and state.open_end and recipients:
        recipients[-1].text = unpunctuated(f"{recipients[-1].text} {text}")
    elif unpunctuated(text):
        recipients.append(Recipient(unpunctuated(text), state.electronic))
    state.dashed = state.dashed or item is not None
    ended = text.rstrip().endswith((";", ".", ":")) or fold(text).startswith("luu")
    state.open_end = state.dashed and not ended
