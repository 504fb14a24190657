"""The words of a text, and the names that joined words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..folding import Word, clean, word
from . import days, figures, unspaced

_LETTER = r"[^\W_][\u0300-\u036f]*"
_RUN = re.compile(rf"(?:{_LETTER})+")
#: Letters joined by these without a space are one name: GD&ĐT, KH-GDĐT, 1.600.
_UNIT = re.compile(rf"(?:{_LETTER})+(?:[-–&.·,'’](?:{_LETTER})+)*")
NUMBER = re.compile(r"[0-9]{1,8}")
#: Day, month and year.
WHOLE_DAY = 3


@dataclass(frozen=True)
class Unit:
    """A word, or words joined into one name; ``glued`` to the unit before by a slash."""

    word: Word
    parts: tuple[Word, ...]
    glued: bool = False


def units(text: str) -> Iterator[Unit]:
    """The units of ``text`` in order; where words stand without spaces, their signs."""
    pieces = unspaced.RUN.split(days.joined(figures.alike(clean(text))))
    for number, piece in enumerate(pieces):
        yield from _signs(piece) if number % 2 else spaced(piece)


def _signs(run: str) -> Iterator[Unit]:
    """What stands side by side is asked for side by side, so that pairs are the words."""
    for place, sign in enumerate(unspaced.signs(run)):
        said = Word(sign, sign)
        yield Unit(said, (said,), glued=place > 0)


def spaced(text: str) -> Iterator[Unit]:
    """The units of a text in which spaces part words."""
    end = None
    for found in _UNIT.finditer(text):
        glued = end is not None and text[end : found.start()] == "/"
        yield Unit(*_joined(found[0]), glued)
        end = found.end()


def school_year(unit: Unit) -> str:
    """``2026-2027`` where the unit names two years, one after the other; or nothing."""
    said = [part.folded for part in unit.parts]
    return "-".join(said) if figures.are_school_year(*said) else ""


@lru_cache(maxsize=16384)
def _joined(written: str) -> tuple[Word, tuple[Word, ...]]:
    """The name that joined words are, and each of them; a long text says most of them often."""
    runs = _RUN.findall(written)
    return word("".join(runs)), tuple(map(word, runs))


def dates(found: list[Unit]) -> Iterator[tuple[str, str, str]]:
    """Three numbers that slashes join: their pairs stand in a text that has no such date."""
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        said = (first.word.folded, second.word.folded, third.word.folded)
        if second.glued and third.glued and all(map(NUMBER.fullmatch, said)):
            yield said


def numbers_joined(asked: list[Unit]) -> list[int]:
    """For each unit, of how many numbers the day is that it is a part of, 5/11/2026; or 0.

    That they stand together says that each is there. Where a page has the day but does not
    say it, its numbers alone are not in the index (``terms.py``).
    """
    rows: list[list[int]] = []
    for at, unit in enumerate(asked):
        if not NUMBER.fullmatch(unit.word.folded):
            continue
        if unit.glued and rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    found = [0] * len(asked)
    for row in rows:
        for at in row if len(row) > 1 else ():
            found[at] = len(row)
    return found
