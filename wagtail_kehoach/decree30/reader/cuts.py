"""Lines of which nobody can tell whether the page cut them: the editor is told."""

from __future__ import annotations

from itertools import pairwise

from .citations import begins_basis
from .labels import labelled
from .pieces import Piece
from .widths import width_of
from .wrapping import ENDS, NARROWEST, are_entries, stands_alone

# A line that fills so much of the page and ends without a mark may have been cut.
_MAYBE_CUT = 0.8


def maybe_cut(paragraphs: list[Piece]) -> list[str]:
    """Return ends of paragraphs that may go on below: nobody can tell from the lines alone.

    Made for files whose lines end where the page did.
    """
    widest = max((width_of(p.tail) for p in paragraphs if p.rows is None), default=0)
    return [
        above.tail
        for above, below in pairwise(paragraphs)
        if width_of(above.tail) >= max(_MAYBE_CUT * widest, NARROWEST)
        and _has_open_end(above)
        and _may_go_on(below)
        and not are_entries(above.text, below.text)
    ]


def _has_open_end(piece: Piece) -> bool:
    """Tell whether a paragraph ends without a mark and is no heading in capitals."""
    text = piece.tail
    return piece.rows is None and not text.endswith(ENDS) and not text.isupper()


def _may_go_on(piece: Piece) -> bool:
    """Tell whether a paragraph could be the rest of the one above."""
    text = piece.text
    if piece.rows is not None or piece.gap or text.isupper() or labelled(text):
        return False
    return not begins_basis(text) and not stands_alone(piece)
