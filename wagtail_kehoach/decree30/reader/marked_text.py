"""Where the text of a paragraph is bold or italic, found again in what was made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..parts import Block, Heading, Paragraph
from ..readings import ReadingWarning
from ..stretches import Stretch, stretches_in
from .wording import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .pieces import Piece

#: A text in parts that are set alike, each with its marks.
Marked = list[tuple[str, str]]
_DIFFERENT = 2


def has_marks(said: Marked) -> bool:
    """Tell whether any word of a text is set apart."""
    return any(marks and text.strip() for text, marks in said)


def stretches_of(text: str, said: Marked) -> tuple[Stretch, ...]:
    """Return what of ``text`` is set apart; it stands at the end of what was ``said``.

    Spaces may differ. Nothing is set apart in a text that stands there otherwise.
    """
    letters = [
        (char, marks)
        for part, marks in said
        for char in clean(part)
        if not char.isspace()
    ]
    found = "".join(char for char, _ in letters).rfind("".join(text.split()))
    if found < 0:
        return ()
    of_letters = iter(letters[found:])
    marks = ["" if char.isspace() else next(of_letters)[1] for char in text]
    return stretches_in(text, marks)


def is_partly_marked(text: str, said: Marked) -> bool:
    """Tell whether a part of a text is set apart from the rest of it."""
    if len({marks for part, marks in said if part.strip()}) < _DIFFERENT:
        return False
    whole = len(text.strip())
    return any(s.end - s.start < whole for s in stretches_of(text.strip(), said))


def with_marks(blocks: Sequence[Block], piece: Piece) -> list[Block]:
    """Return the blocks that a piece became with what it sets apart.

    Titles have no place for that: the piece counts it as lost.
    """
    marked: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found = stretches_of(block.text, piece.marked)
            block = replace(block, stretches=found)
        elif isinstance(block, Heading) and is_partly_marked(block.title, piece.marked):
            piece.lost += 1
        marked.append(block)
    return marked


def marks_lost(pieces: Sequence[Piece], opening: int) -> list[ReadingWarning]:
    """Return one warning that says how many marked places a draft does not keep.

    The first ``opening`` pieces are bases and lead-in, which have no place for marks.
    """
    lost = sum(piece.lost for piece in pieces)
    lost += sum(
        is_partly_marked(piece.text, piece.marked) for piece in pieces[:opening]
    )
    return [ReadingWarning("marks-lost", f"{lost} chỗ")] if lost else []
