"""Between the type line and the first heading: the title, the legal bases, the lead-in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Basis, Block, Heading, Paragraph
from .citations import bases_in, begins_basis, split_speaker
from .labels import labelled
from .pieces import Piece
from .wording import (
    ORGANISATION,
    fold,
    is_caps,
    starts_lower,
    tidy,
    unpunctuated,
    words,
)

_MOST_TITLE_LINES = 5
_SUBJECT_MARK = re.compile(r"^V/v\s*:?\s*", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"(?:như sau|sau đây|cụ thể|dưới đây|nội dung sau|cụ thể sau)\s*[:.;]*\s*$|:\s*$",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    rf"^(?P<who>{ORGANISATION}\b[^.;:]{{2,160}}?)\s*,?\s+(?:xây dựng|ban hành|phát "
    rf"động|tổ chức|triển khai|lập|đề ra|hướng dẫn|thông báo)\b"
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
_MOST_LEAD_INS = 4


@dataclass
class Preamble:
    """What precedes the first heading; ``length`` counts the paragraphs taken."""

    bases: list[Basis] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    length: int = 0


def title_after(pieces: list[Piece], start: int, rest: str) -> tuple[str | None, int]:
    """Return the title and where the text after it begins."""
    parts = [rest] if rest else []
    place = start
    first = None
    while place < len(pieces) and place - start < _MOST_TITLE_LINES + 2:
        piece = pieces[place]
        if piece.rows is None and not words(piece.text):
            place += 1
            continue
        if not _is_title_line(piece, first, parts):
            break
        first = first or piece
        parts.append(piece.text)
        place += 1
    title = unpunctuated(_SUBJECT_MARK.sub("", tidy(" ".join(parts))))
    return title or None, place


def _is_title_line(piece: Piece, first: Piece | None, parts: list[str]) -> bool:
    text = piece.text
    if piece.rows is not None or _cites(text) or _speaks(text) or text.startswith("("):
        return False
    if parts and begins_basis(text) and not starts_lower(text):
        return False
    if labelled(text) is not None and not _SUBJECT_MARK.match(text):
        return False
    if not parts:
        return len(text) < 300
    if len(parts) >= _MOST_TITLE_LINES or text.endswith((":", ";")) or len(text) > 160:
        return False
    if first is not None and first.whole:
        alike = piece.centred == first.centred and piece.bold == first.bold
        return alike and not piece.gap and is_caps(text) == is_caps(first.text)
    return not piece.gap or starts_lower(text)


def _cites(text: str) -> bool:
    """Tell whether a line is a legal basis even where a title might stand."""
    return (
        begins_basis(text) and any(basis.number for basis in bases_in(text))
    ) or text.startswith("Căn cứ ")


def _speaks(text: str) -> bool:
    return bool(_LEADS_ON.search(text) and _ISSUES.search(text))


def read_preamble(paragraphs: list[Piece]) -> Preamble:
    """Read legal bases and lead-in sentences up to the first heading."""
    preamble = Preamble()
    for piece in paragraphs:
        addressees = preamble.lead_in and piece.text.startswith("- ")
        if piece.rows is not None or (_is_body(piece.text) and not addressees):
            break
        if len(preamble.lead_in) >= _MOST_LEAD_INS and not begins_basis(piece.text):
            break
        if not _takes(preamble, piece.text):
            break
        preamble.length += 1
        if preamble.lead_in and _LEADS_ON.search(piece.text):
            break
    return preamble


def _is_body(text: str) -> bool:
    return labelled(text) is not None and not begins_basis(text)


def _takes(preamble: Preamble, text: str) -> bool:
    """Take a paragraph as bases or lead-in; ``False`` where it is neither."""
    if begins_basis(text):
        bases, sentence = split_speaker(text) if _LEADS_ON.search(text) else (text, "")
        preamble.bases += bases_in(bases) if bases else []
        preamble.lead_in += [sentence] if sentence else []
        return True
    addressed = fold(text).startswith("kinh gui")
    if addressed or (not preamble.bases and preamble.lead_in and text.startswith("-")):
        preamble.lead_in.append(text)
        return True
    expected = is_caps(text) or _LEADS_ON.search(text) or _ISSUES.search(text)
    if expected or text.startswith("("):
        preamble.lead_in.append(text)
        return True
    return False


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
        if match := _ISSUES.match(sentence):
            name = tidy(re.sub(r"\s*\([^)]*\)", "", match["who"]))
            if fold(name) not in _NOT_A_NAME:
                return unpunctuated(name)
    return None
