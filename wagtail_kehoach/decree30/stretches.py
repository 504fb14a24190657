"""Parts of a text that are bold or italic, kept beside the plain text."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOLD, ITALIC = "b", "i"
MARKS = (BOLD, ITALIC)


class Stretch(NamedTuple):
    """The letters from ``start`` to before ``end`` are bold (``b``) or italic (``i``)."""

    start: int
    end: int
    mark: str


def cut(text: str, stretches: Sequence[Stretch]) -> list[tuple[str, str]]:
    """Return a text in parts, each with its marks in one word: ``""``, ``"b"``, ``"bi"``.

    What a stretch says of letters that the text does not have is left aside.
    """
    bounds = {0, len(text)}
    for stretch in stretches:
        bounds |= {min(stretch.start, len(text)), min(stretch.end, len(text))}
    ends = sorted(bounds)
    return [
        (text[begin:end], _marks_at(begin, stretches)) for begin, end in pairwise(ends)
    ]


def _marks_at(place: int, stretches: Sequence[Stretch]) -> str:
    found = {s.mark for s in stretches if s.start <= place < s.end}
    return "".join(mark for mark in MARKS if mark in found)


def joined(parts: Iterable[tuple[str, str]]) -> tuple[str, tuple[Stretch, ...]]:
    """Return the text of parts with their marks, white space as one, and its stretches."""
    text = ""
    marks: list[str] = []
    for part, marked in parts:
        for char in part:
            if not char.isspace():
                text, said = text + char, marked
            elif text and text[-1] != " ":
                text, said = f"{text} ", marked
            else:
                continue
            marks.append(said)
    return text.rstrip(), stretches_in(text.rstrip(), marks)


def stretches_in(text: str, marks: Sequence[str]) -> tuple[Stretch, ...]:
    """Return the stretches of a text whose letters have these marks.

    They begin and end on letters; a space between two marked words belongs to them, and
    one of signs alone is none.
    """
    found = [
        stretch
        for mark in MARKS
        for stretch in _stretches_of(mark, text, marks)
        if any(map(str.isalnum, text[stretch.start : stretch.end]))
    ]
    return tuple(sorted(found))


def _stretches_of(mark: str, text: str, marks: Sequence[str]) -> list[Stretch]:
    letters = [place for place, char in enumerate(text) if not char.isspace()]
    runs = groupby(letters, key=lambda place: mark in marks[place])
    places = [list(group) for marked, group in runs if marked]
    return [Stretch(group[0], group[-1] + 1, mark) for group in places]
