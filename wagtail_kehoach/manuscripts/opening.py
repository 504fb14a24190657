"""What stands above the text of a manuscript: letterhead, title, one sentence, who wrote it.

Precision before recall: what is not clearly one of them stays in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ..decree30.reader.wording import ORGANISATION, unpunctuated

if TYPE_CHECKING:
    from .pieces import Piece

#: As long as the field of a title, and as one sentence of a post.
LONGEST_TITLE, LONGEST_LEAD = 255, 400
_MOST_TITLE_WORDS = 40
_MOST_TITLE_LINES = 3
_FEWEST_LEAD_WORDS = 8
_MOST_LETTERHEAD = 8
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|^doc lap\b.*\bhanh phuc|^\W+$|^so\s*:|ngay\b.*\bthang\b.*\bnam\b"
)
_BODY = re.compile(
    rf"^{ORGANISATION}\b|^(?:SỞ|PHÒNG|UBND|ỦY BAN|UỶ BAN|TRƯỜNG)\b", re.IGNORECASE
)
#: What stands above a title and is none: the contest, the kind of text.
_KICKER = re.compile(
    r"^(?:bai (?:du thi|viet|tham (?:gia|du)|tuyen truyen|gioi thieu)|cuoc thi|hoi thi"
    r"|guong (?:nguoi tot|dien hinh)|nguoi tot|dien hinh tien tien|bao cao thanh tich"
    r"|chuyen muc|tin bai|bai)\b"
)
_MOST_KICKER_WORDS = 14
_BYLINE = re.compile(
    r"^(?:tac gia|nguoi viet|nguoi thuc hien|thuc hien|bai viet|bai va anh|bai, anh"
    r"|bai - anh|tin va anh|tin, anh|tin bai|tin|bai|don vi|don vi cong tac"
    r"|ho (?:va )?ten(?: tac gia| nguoi viet)?)\s*:\s*\S"
)
_MOST_BYLINE_WORDS = 25


@dataclass
class Opening:
    """What was recognised above the text; ``length`` pieces are taken by it."""

    title: str = ""
    lead: str = ""
    byline: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    long_lead: bool = False
    length: int = 0


def read_opening(pieces: list[Piece]) -> Opening:
    """Return what stands above the text."""
    opening = Opening()
    _take_letterhead(opening, pieces)
    _take_title(opening, pieces)
    if not opening.title:
        # Without a title nothing is known of the lines that follow either.
        return opening
    _take_byline(opening, pieces)
    _take_lead(opening, pieces)
    if not opening.byline:
        _take_byline(opening, pieces)
    return opening


def is_byline(piece: Piece) -> bool:
    """Tell whether a line says who wrote the text: it names itself as such."""
    return (
        piece.is_text
        and piece.length <= _MOST_BYLINE_WORDS
        and _BYLINE.match(piece.folded) is not None
    )


def _take_letterhead(opening: Opening, pieces: list[Piece]) -> None:
    """Take the lines of a letterhead; a title may begin with the name of a school too."""
    for piece, after in pairwise(pieces[:_MOST_LETTERHEAD]):
        if not piece.is_text or _is_title_style(piece):
            break
        named = _is_named(piece) and (_may_be_title(after) or _is_motto(after))
        if not (_is_motto(piece) or named or (piece.boxed and opening.left_out)):
            break
        opening.left_out.append(piece.text)
        opening.length += 1


def _is_motto(piece: Piece) -> bool:
    return _LETTERHEAD.search(piece.folded) is not None and piece.length <= 14


def _is_named(piece: Piece) -> bool:
    """Tell whether a line is nothing but the name of a body."""
    named = _BODY.match(piece.text) is not None and piece.caps
    return named and piece.length <= 10 and not _is_long(piece)


def _is_long(piece: Piece) -> bool:
    """Tell whether capitals say more than the name of a body."""
    return "," in piece.text or ":" in piece.text or "–" in piece.text


def _is_title_style(piece: Piece) -> bool:
    return piece.style in ("title", "heading 1")


def _take_title(opening: Opening, pieces: list[Piece]) -> None:
    at = opening.length
    kickers: list[str] = []
    lines: list[str] = []
    while _is_kicker_above(pieces, at):
        kickers.append(pieces[at].text)
        at += 1
    if at >= len(pieces) or not _may_be_title(pieces[at]):
        return
    first = pieces[at]
    for piece in pieces[at : at + _MOST_TITLE_LINES]:
        if lines and not _goes_on(first, piece):
            break
        lines.append(piece.text)
    title = unpunctuated(" ".join(lines))
    if len(title) <= LONGEST_TITLE:
        opening.title, opening.length = title, at + len(lines)
        opening.left_out += kickers


def _is_kicker_above(pieces: list[Piece], at: int) -> bool:
    """Tell whether a line names a contest or kind of text, and a title follows."""
    if at + 1 >= len(pieces) or not _may_be_title(pieces[at]):
        return False
    piece = pieces[at]
    return (
        not _is_title_style(piece)
        and piece.length <= _MOST_KICKER_WORDS
        and _KICKER.match(piece.folded) is not None
        and _may_be_title(pieces[at + 1])
    )


def _may_be_title(piece: Piece) -> bool:
    if not piece.is_text or piece.label or is_byline(piece):
        return False
    if _is_title_style(piece):
        return True
    short = 2 <= piece.length <= _MOST_TITLE_WORDS
    ends = piece.text.endswith((".", ";", ":", ",")) and not piece.caps
    marked = piece.caps or piece.bold or (piece.centred and piece.length <= 25)
    return short and marked and not ends


def _goes_on(first: Piece, piece: Piece) -> bool:
    """Tell whether a title goes on in the next line: it looks just the same."""
    if not piece.is_text or is_byline(piece) or piece.label:
        return False
    if first.style == "title" or piece.style.startswith(("heading", "title")):
        return first.style == piece.style == "title"
    same = (piece.bold, piece.italic, piece.caps) == (
        first.bold,
        first.italic,
        first.caps,
    )
    return same and first.centred and piece.centred and piece.length <= 20


def _take_byline(opening: Opening, pieces: list[Piece]) -> None:
    while opening.length < len(pieces) and is_byline(pieces[opening.length]):
        opening.byline.append(pieces[opening.length].text)
        opening.length += 1


def _take_lead(opening: Opening, pieces: list[Piece]) -> None:
    at = opening.length
    if at + 1 >= len(pieces):
        return
    piece, after = pieces[at], pieces[at + 1]
    if not _may_be_lead(piece, after):
        return
    if len(piece.text) > LONGEST_LEAD:
        opening.long_lead = True
        return
    opening.lead, opening.length = piece.text, at + 1


def _may_be_lead(piece: Piece, after: Piece) -> bool:
    """Tell whether a paragraph is set apart from the text that follows it."""
    if not piece.is_text or piece.label or piece.style.startswith("heading"):
        return False
    if piece.style in ("subtitle", "sapo", "lead"):
        return True
    set_apart = piece.bold or piece.italic
    text_follows = after.is_text and not after.style.startswith("heading")
    alike = text_follows and (after.bold, after.italic) == (piece.bold, piece.italic)
    return set_apart and piece.length >= _FEWEST_LEAD_WORDS and not alike
