"""Where a query says what kind of thing is looked for, by the beginning of its name.

Pure Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..folding import Word

#: One word alone says too little: *tin*, *trang*.
FEWEST = 2


class Name(NamedTuple):
    """What a kind is called, and the term by which all of it is found."""

    words: tuple[Word, ...]
    term: str


class Said(NamedTuple):
    """The words of a query from ``start`` to ``stop`` are a name of what ``terms`` find."""

    start: int
    stop: int
    terms: tuple[str, ...]


def name_said(
    asked: Sequence[Word], names: Sequence[Name], *, begun: bool = False
) -> Said | None:
    """The longest beginning of one of ``names`` in ``asked``; the first of equal ones.

    ``begun``: the last word may be half typed.
    """
    found: dict[tuple[int, int], dict[str, None]] = {}
    for name in names:
        for start in range(len(asked) - FEWEST + 1):
            length = _length(asked[start:], name.words, begun=begun)
            if length >= FEWEST:
                found.setdefault((-length, start), {})[name.term] = None
    if not found:
        return None
    best = min(found)
    return Said(best[1], best[1] - best[0], tuple(found[best]))


def _length(asked: Sequence[Word], named: Sequence[Word], *, begun: bool) -> int:
    length = 0
    for at, (typed, said) in enumerate(zip(asked, named, strict=False)):
        going_on = begun and at == len(asked) - 1
        if not _is(typed, said, going_on=going_on):
            break
        length += 1
    return length


def _is(typed: Word, said: Word, *, going_on: bool) -> bool:
    one, other = (
        (typed.exact, said.exact) if typed.accented else (typed.folded, said.folded)
    )
    return other.startswith(one) if going_on else one == other
