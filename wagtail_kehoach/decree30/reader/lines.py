"""Lines and layout tables made ready for reading: one thing on each line."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

from .columns import header_rows_of
from .labels import labelled
from .pieces import Piece
from .wording import fold

_LONGEST_LINE = 4000
_SAYS = re.compile(r"[^\W_]")
_BULLETS = ("-", "–", "+", "•", "●", "▪")

#: Where a cell begins so, or what stands in its second column.
_LAYOUT = re.compile(
    r"(?:^|\t)\W*(?:cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do)"
    r"|^\W*noi nhan\s*(?:\([^)]*\)\s*)?(?:[:.]|$)",
    re.MULTILINE,
)


def short_lines(piece: Piece) -> list[Piece]:
    """Break a line that no document has, so that no pattern takes long on it."""
    if len(piece.raw) <= _LONGEST_LINE:
        return [piece]
    lines = textwrap.wrap(piece.raw, _LONGEST_LINE, break_on_hyphens=False)
    return [Piece(raw=line, whole=True, place=piece.place) for line in lines]


def without_layout_tables(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with the tables that only place the header and footer taken apart."""
    result: list[Piece] = []
    for piece in pieces:
        layout = piece.rows is not None and _only_places(piece.rows)
        result += piece.lines if layout else [piece]
    return result


def _only_places(rows: list[list[str]]) -> bool:
    """Tell whether a table places a header or footer. One with titles above does not."""
    cells = [cell for row in rows for cell in row]
    if len(cells) == 1:
        return True
    return not header_rows_of(rows) and bool(_LAYOUT.search(_folded_lines(cells)))


def without_marks(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """Return pieces without rules and lone marks ("***", "-----"), and how many there were.

    A bullet that stands alone is that of the line below it.
    """
    result: list[Piece] = []
    bullet: Piece | None = None
    dropped = 0
    for piece in pieces:
        if piece.rows is None and not _SAYS.search(piece.raw):
            bullet = piece if piece.text in _BULLETS else None
            dropped += bullet is None
            continue
        if bullet and piece.rows is None and labelled(piece.text) is None:
            raw = f"{bullet.text} {piece.raw.lstrip()}"
            piece = replace(piece, raw=raw, gap=bullet.gap, place=bullet.place)
        bullet = None
        result.append(piece)
    return result, dropped


def _folded_lines(cells: list[str]) -> str:
    """Return the folded lines of cells, one on each line."""
    return "\n".join(fold(line) for cell in cells for line in cell.split("\n"))
