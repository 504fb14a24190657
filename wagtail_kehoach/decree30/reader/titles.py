"""The title below the type line: where it ends and the text begins."""

from __future__ import annotations

import re

from .citations import bases_in, begins_basis
from .labels import labelled
from .pieces import Piece
from .preamble import ISSUES, LEADS_ON
from .widths import width_of
from .wording import (
    is_caps,
    starts_lower,
    starts_upper,
    tidy,
    unpunctuated,
    words,
)
from .wrapping import ENDS

_MOST_TITLE_LINES = 5
_SUBJECT_MARK = re.compile(r"^V/v\s*:?\s*", re.IGNORECASE)
#: A sentence that ends in a full stop has at least so many words; shorter may be a title.
_FEWEST_WORDS = 12
#: What a second paragraph of a title says: on which occasion, in which time.
_GOES_ON_BELOW = re.compile(
    r"(?:Chào mừng|Kỷ niệm|Hướng tới|Nhân (?:dịp|ngày|kỷ niệm)|Năm học|Giai đoạn|Học kỳ)\s"
    r"[^.;:]{2,90}$",
    re.IGNORECASE,
)
_SAYS_YEARS = re.compile(
    r"(?:\bgiai đoạn|\bnăm(?: học)?|\b\d{4}\s*[-–])\s*$", re.IGNORECASE
)
_YEARS = re.compile(r"\d{4}(?:\s*[-–]\s*(?:\d{4}\W*$|$)|\W*$)")
_MOST_LINES_OF_PROSE = 8
_LEADS_ON = re.compile(r"(?:như sau|sau đây|dưới đây)\s*[:.;]*$", re.IGNORECASE)
#: A line of prose is nearly as wide as the page lets it be; a title breaks where it likes.
_FULL = 0.9


def title_after(pieces: list[Piece], start: int, rest: str) -> tuple[str | None, int]:
    """Return the title and where the text after it begins."""
    parts = [rest] if rest else []
    place = start
    first = None
    while place < len(pieces) and place - start < _MOST_TITLE_LINES + 2:
        piece = pieces[place]
        if piece.rows is None and not words(piece.text):
            parts += [piece.text] if _ends_with_years(parts, piece.text) else []
            place += 1
            continue
        if not _is_title_line(piece, first, parts) or _is_prose(pieces[place:], parts):
            break
        first = first or piece
        parts.append(piece.text)
        place += 1
    title = unpunctuated(_SUBJECT_MARK.sub("", tidy(" ".join(parts))))
    return title or None, place


def _ends_with_years(parts: list[str], text: str) -> bool:
    """Tell whether a line without words is the years that the line above speaks of."""
    return bool(parts and _SAYS_YEARS.search(parts[-1]) and _YEARS.match(text))


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
    return not piece.gap or starts_lower(text) or bool(_GOES_ON_BELOW.match(text))


def _cites(text: str) -> bool:
    """Tell whether a line is a legal basis even where a title might stand."""
    return (
        begins_basis(text) and any(basis.number for basis in bases_in(text))
    ) or text.startswith("Căn cứ ")


def _speaks(text: str) -> bool:
    return bool(LEADS_ON.search(text) and ISSUES.search(text))


def _is_prose(ahead: list[Piece], parts: list[str]) -> bool:
    """Tell whether a sentence begins here, which is no part of a title."""
    if not starts_upper(ahead[0].text):
        return False
    near = ahead[:_MOST_LINES_OF_PROSE]
    full = _FULL * max(width_of(piece.text) for piece in near if piece.rows is None)
    lines = _paragraph(near, full)
    text = " ".join(lines)
    if len(lines) > 1 and not _is_full(lines[0], lines[1], full):
        return False
    if not parts:
        cut = len(lines) == 1 or starts_lower(lines[1]) or lines[0].endswith(",")
        return cut and bool(_LEADS_ON.search(text))
    if len(lines) > 1:
        return text.endswith(ENDS) or len(lines) > _MOST_TITLE_LINES
    return text.endswith((":", ";")) or (
        text.endswith(".") and len(words(text)) >= _FEWEST_WORDS
    )


def _paragraph(near: list[Piece], full: float) -> list[str]:
    """Return the lines from here to the end of the sentence or of the paragraph."""
    lines = [near[0].text]
    for place, piece in enumerate(near[1:], start=1):
        text = piece.text
        if near[0].whole or lines[-1].endswith(ENDS):
            break
        if piece.gap or piece.rows is not None or labelled(text) is not None:
            break
        if starts_upper(text) and not _goes_on(lines[-1], near[place:], full):
            break
        lines.append(text)
    return lines


def _goes_on(last: str, ahead: list[Piece], full: float) -> bool:
    """Tell whether a line goes on in a capital: the page cut it, and nobody else speaks."""
    if last.endswith(","):
        return True
    below = " ".join(piece.text for piece in ahead if piece.rows is None)
    return _is_full(last, below, full) and not ISSUES.match(below)


def _is_full(line: str, below: str, full: float) -> bool:
    return width_of(f"{line} {below.split(' ', 1)[0]}") >= full
