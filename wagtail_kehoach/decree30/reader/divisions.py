"""Where a document is parted: its header, its type line, its text, its footer."""

from __future__ import annotations

from dataclasses import dataclass

from .closing import footer_start
from .date_lines import date_line
from .kinds import LETTER, TypeLine
from .pieces import Piece
from .wording import fold


@dataclass
class Parts:
    """The pieces of each part of a document."""

    header: list[Piece]
    type_line: TypeLine | None
    after_type: list[Piece]
    footer: list[Piece]


def parted(pieces: list[Piece], found: TypeLine | None, kind: str | None) -> Parts:
    """Part the pieces of an official document; its kind may be printed nowhere."""
    if found:
        start, after = found.place, found.place + 1
    elif kind == LETTER:
        start = after = next(
            (i for i, p in enumerate(pieces) if fold(p.text).startswith("kinh gui")), 0
        )
    else:
        start = after = _header_end(pieces)
    end = after + footer_start(pieces[after:])
    return Parts(pieces[:start], found, pieces[after:end], pieces[end:])


def _header_end(pieces: list[Piece]) -> int:
    """Return where the header ends in a document whose type is nowhere printed."""
    dated = [
        i
        for i, piece in enumerate(pieces[:15])
        if date_line(piece.raw) and len(piece.text) < 90
    ]
    return dated[0] + 1 if dated else 0
