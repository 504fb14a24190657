"""Where the text of a document ends and its footer begins."""

from __future__ import annotations

from .annexes import names_annex
from .bodies import begins_body
from .labels import labelled
from .pieces import Piece
from .signatures import (
    MAKES,
    NAME,
    approved_by,
    belongs_to_signature,
    is_role,
    mentions_recipients,
)
from .wording import is_caps, words

_LAST_LINES = 14
#: Between the office and the name stand an authority, a stamp and a signature.
_LINES_TO_NAME = 6


def footer_start(pieces: list[Piece]) -> int:
    """Return where the footer begins; the number of pieces if there is none."""
    start = next(
        (i for i, piece in enumerate(pieces) if mentions_recipients(piece)), None
    )
    if start is None:
        return _start_by_signature(pieces)
    # The right column is sometimes read before the left.
    return _signature_above(pieces, start)


def _signature_above(pieces: list[Piece], place: int) -> int:
    """Return where the signature begins that may stand above ``place``."""
    start = place
    while start > 0 and belongs_to_signature(pieces[start - 1]):
        start -= 1
    signed = start < len(pieces) and belongs_to_signature(pieces[start])
    return start - 1 if start and signed and _names_bodies(pieces[start - 1]) else start


def _names_bodies(piece: Piece) -> bool:
    """Tell whether the bodies of two who sign stand side by side on a line."""
    parts = piece.columns if piece.rows is None else []
    return len(parts) > 1 and all(is_caps(p) and begins_body(p) for p in parts)


def _start_by_signature(pieces: list[Piece]) -> int:
    """Return where the office that signs stands, in a document that names no recipients."""
    signed = [place for place in range(len(pieces)) if _is_signed(pieces, place)]
    if signed:
        end = _end_of_text(pieces, signed[0])
        place = max(place for place in signed if place < end)
        if not any(_is_division(piece) for piece in pieces[place:end]):
            return _signature_above(pieces, place)
    first = max(0, len(pieces) - _LAST_LINES)
    return next(
        (place for place in range(first, len(pieces)) if _names_role(pieces[place])),
        len(pieces),
    )


def _names_role(piece: Piece) -> bool:
    return any(map(_is_printed_role, piece.parts))


def _is_printed_role(text: str) -> bool:
    """Tell whether a line is an office as one is printed: in capitals, or who approves."""
    set_apart = is_caps(text) or MAKES.match(text) or approved_by(text) is not None
    return bool(set_apart) and is_role(text)


def _is_signed(pieces: list[Piece], place: int) -> bool:
    """Tell whether a line is an office with the name of its holder below."""
    if pieces[place].rows is not None or not _names_role(pieces[place]):
        return False
    for piece in pieces[place + 1 : place + _LINES_TO_NAME]:
        if not belongs_to_signature(piece) and words(piece.text):
            return False
        if any(NAME.match(part) and len(part.split()) <= 5 for part in piece.columns):
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
