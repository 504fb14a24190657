"""Between the title and the first heading: the legal bases and the lead-in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Basis, Block, Heading, Paragraph
from .citations import bases_in, basis_as_printed, begins_basis, split_speaker
from .labels import labelled
from .own_styles import is_own_basis, is_own_text, own_level
from .pieces import Piece
from .wording import ORGANISATION, fold, is_caps, tidy, unpunctuated

LEADS_ON = re.compile(
    r"(?:như sau|sau đây|cụ thể|dưới đây|nội dung sau|cụ thể sau)\s*[:.;]*\s*$|:\s*$",
    re.IGNORECASE,
)
_SPEAKS = rf"(?:{ORGANISATION}|(?<=[Nn]ay )trường|(?<=[Nn]ay, )trường)"
ISSUES = re.compile(
    rf"^(?:Nay,?\s+)?(?P<who>{_SPEAKS}\b[^.;:]{{2,160}}?)\s*,?\s+(?:xây dựng|ban hành|phát "
    r"động|tổ chức|triển khai|lập|đề ra|hướng dẫn|thông báo)\b"
)
_NOT_A_NAME = {
    "nha truong",
    "don vi",
    "truong",
    "phong",
    "trung tam",
    "ban giam hieu",
    "bgh",
    "hieu truong",
}
_MOST_LEAD_INS, _FAR = 4, 8


@dataclass
class Preamble:
    """What precedes the first heading; ``length`` counts the paragraphs taken.

    ``parted`` are the sentences of several bases, of which each became a line.
    """

    bases: list[Basis] = field(default_factory=list)
    parted: list[str] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    length: int = 0


def read_preamble(paragraphs: list[Piece]) -> Preamble:
    """Read legal bases and lead-in sentences up to the first heading."""
    preamble = Preamble()
    for place, piece in enumerate(paragraphs):
        if own_level(piece):
            break
        addressees = preamble.lead_in and piece.text.startswith("- ")
        addressing = addressees and _is_address(preamble.lead_in[0])
        if piece.rows is not None or (_is_body(piece.text) and not addressees):
            break
        if len(preamble.lead_in) >= _MOST_LEAD_INS and not (
            addressing or begins_basis(piece.text)
        ):
            break
        if not (_takes_own(preamble, piece) or _takes(preamble, piece.text)):
            if not _goes_on(paragraphs[place + 1 : place + _FAR]):
                break
            preamble.lead_in.append(piece.text)
        preamble.length += 1
        if preamble.lead_in and _leads_on(piece.text):
            break
    return preamble


def _is_address(text: str) -> bool:
    return fold(text).startswith("kinh gui")


def _leads_on(text: str) -> bool:
    """Tell whether the text begins below; the bodies addressed stand above it."""
    return bool(LEADS_ON.search(text)) and not _is_address(text)


def _goes_on(ahead: list[Piece]) -> bool:
    """Tell whether bases or a lead-in follow, so that the prose above only opens them."""
    for piece in ahead:
        if piece.rows is not None or _is_body(piece.text):
            return False
        if begins_basis(piece.text) or LEADS_ON.search(piece.text):
            return True
    return False


def _is_body(text: str) -> bool:
    return labelled(text) is not None and not begins_basis(text)


def _takes_own(preamble: Preamble, piece: Piece) -> bool:
    """Take a paragraph of our own file as what its style says that it is."""
    if is_own_basis(piece):
        preamble.bases.append(basis_as_printed(piece.text))
        return True
    if is_own_text(piece) and begins_basis(piece.text):
        preamble.lead_in.append(piece.text)
        return True
    return False


def _takes(preamble: Preamble, text: str) -> bool:
    """Take a paragraph as bases or lead-in; ``False`` where it is neither."""
    if begins_basis(text):
        bases, sentence = split_speaker(text) if LEADS_ON.search(text) else (text, "")
        _take_bases(preamble, bases)
        preamble.lead_in += [sentence] if sentence else []
        return True
    if _is_address(text) or (
        not preamble.bases and preamble.lead_in and text.startswith("-")
    ):
        preamble.lead_in.append(text)
        return True
    expected = is_caps(text) or LEADS_ON.search(text) or ISSUES.search(text)
    if expected or text.startswith("("):
        preamble.lead_in.append(text)
        return True
    return False


def _take_bases(preamble: Preamble, text: str) -> None:
    found = bases_in(text) if text else []
    preamble.bases += found
    if any(basis.text not in tidy(text) for basis in found):
        preamble.parted.append(text)


def bases_under_heading(blocks: list[Block]) -> list[Basis]:
    """Return the bases that a plan lists below a heading of their own."""
    bases: list[Basis] = []
    listing = False
    for block in blocks:
        if isinstance(block, Heading):
            listing = bool(
                re.match(r"(?:cac )?(?:can cu|co so phap ly)", fold(block.title))
            )
        elif listing and isinstance(block, Paragraph) and begins_basis(block.text):
            bases += bases_in(block.text)
    return bases


def issuer_in(lead_in: list[str]) -> str | None:
    """Return who speaks in the lead-in, where that is a name and not "Nhà trường"."""
    for sentence in lead_in:
        if match := ISSUES.match(sentence):
            name = tidy(re.sub(r"\s*\([^)]*\)", "", match["who"]))
            if fold(name) not in _NOT_A_NAME:
                return unpunctuated(name[:1].upper() + name[1:])
    return None
