"""The place in a text where the words of a query stand, with the words marked."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from ..folding import Word, clean, fold_letters, word
from . import days
from .asked import words_marked
from .words import units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .words import Unit

BEFORE, LENGTH = 60, 240
#: Most texts say it before that; only the others are read to their end.
SOON = 4000
MOST_BEGINNINGS = 50
_NUMBER = re.compile(r"[0-9]+")
#: Between the parts of a number or a day: 12/KH-THCS, 20.11.2026, 20 tháng 11 năm 2026.
_BESIDE = r"(?:[\W_]{1,3}| +thang +|,? +nam +)"
#: What stands between two words that are no neighbours.
_WORDS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Wanted:
    """The words of a query: how they fold, and by that how they were typed with accents.

    Of a word that was typed without accents, nothing is in ``exact``. ``runs`` are words in
    a script without spaces.
    """

    words: frozenset[str]
    exact: Mapping[str, frozenset[str]]
    runs: frozenset[str]
    #: What the last word may go on to be, as a pattern; see ``asked.tiers``.
    ending: str = ""

    def __len__(self) -> int:
        return len(self.words) + len(self.runs)

    @cached_property
    def pattern(self) -> re.Pattern:
        """One of the words."""
        spelt = [_spelt(one) for one in sorted(self.words)]
        runs = map(re.escape, sorted(self.runs, key=len, reverse=True))
        words = [rf"\b(?:{'|'.join(spelt)})\b"] if spelt else []
        ending = [self.ending] if self.ending else []
        return re.compile("|".join([*ending, *words, *runs]))

    def is_exact(self, written: str) -> bool | None:
        """Whether it has the accents that were typed; ``None`` where none were."""
        said = word(written)
        typed = self.exact.get(said.folded)
        return None if typed is None else said.exact in typed


def _spelt(folded: str) -> str:
    """As texts spell it: *kĩ* or *kỹ*, *5* or *05*."""
    zeros = "0*" if folded.isdigit() else ""
    return zeros + re.sub(r"i$", "[iy]", re.escape(folded))


def excerpts(texts: list[str], query: str, *, begun: bool = False) -> list[SafeString]:
    """About two lines of each text (which is clean) around the words of ``query``.

    A word with the accents that were typed is marked; one with others only where the text
    does not have it. ``begun``: as in ``tiers``, words may be written otherwise, and the last
    one may go on; else it may behind the word before it.
    """
    rows = _rows(query)
    wanted, numbers = _wanted(query, begun=begun), _numbers(rows)
    # Of a day that a page bears and does not say, the numbers stand anywhere.
    wanted = replace(wanted, words=wanted.words - _parts_of_days(rows))
    return [
        (numbers and _around_number(text, numbers))
        or (_excerpt(text, wanted) if wanted else _cut(text, [], 0))
        for text in texts
    ]


def _rows(query: str) -> list[list[Unit]]:
    """The units of ``query``, those together that slashes join and that begin with a number."""
    rows: list[list[Unit]] = []
    for unit in units(days.shortened(clean(query))):
        if unit.glued and rows:
            rows[-1].append(unit)
        else:
            rows.append([unit])
    return [
        row for row in rows if len(row) > 1 and _NUMBER.fullmatch(row[0].word.folded)
    ]


def _parts_of_days(rows: list[list[Unit]]) -> set[str]:
    parts = [[unit.word.folded for unit in row] for row in rows]
    return {part for row in parts if all(map(_NUMBER.fullmatch, row)) for part in row}


def _numbers(rows: list[list[Unit]]) -> re.Pattern | None:
    """The days and the numbers of documents in a query, however a text writes them."""
    spelt = [
        _BESIDE.join(_spelt(part.folded) for unit in row for part in unit.parts)
        for row in rows
    ]
    return re.compile(rf"\b(?:{'|'.join(spelt)})\b") if spelt else None


def _around_number(text: str, numbers: re.Pattern) -> SafeString | None:
    """The number alone: its parts stand in many others."""
    places = [match.span() for match in numbers.finditer(fold_letters(text))]
    return _cut(text, places, places[0][0]) if places else None


def _wanted(query: str, *, begun: bool) -> Wanted:
    typed, runs, ending = words_marked(clean(query), begun=begun)
    loose = {part.folded for part in typed if not part.accented}
    exact = defaultdict(set)
    for part in typed:
        if part.folded not in loose:
            exact[part.folded].add(part.exact)
    return Wanted(
        frozenset(part.folded for part in typed),
        {folded: frozenset(forms) for folded, forms in exact.items()},
        frozenset(map(fold_letters, runs)),
        _going_on(ending[-1:] if begun else ending, begun=begun),
    )


def _going_on(ending: list[Word], *, begun: bool) -> str:
    if len(ending) < (1 if begun else 2) or not ending[-1].folded.isalpha():
        return ""
    return r"\b" + r"[\W_]+".join(_spelt(one.folded) for one in ending) + r"\w+"


def _excerpt(text: str, wanted: Wanted) -> SafeString:
    # Composed letters fold letter for letter: what stands in one stands in the other.
    folded = fold_letters(text[:SOON])
    places = _found(text, folded, wanted, patient=len(text) > SOON)
    if len(text) > SOON and not places:
        folded = fold_letters(text)
        places = _found(text, folded, wanted, patient=False)
    places = _whole(places, folded, len(wanted))
    begin = _richest([(first, folded[first:stop]) for first, stop in places])
    return _cut(text, places, begin)


def _whole(
    places: list[tuple[int, int]], folded: str, words: int
) -> list[tuple[int, int]]:
    """Where a text has all the words in a row somewhere, only these places."""
    whole = [(a, b) for a, b in places if len(folded[a:b].split()) >= words]
    return whole or places


def _cut(text: str, places: list[tuple[int, int]], begin: int) -> SafeString:
    """About two lines of ``text`` around ``begin``, ``places`` marked."""
    start = text.rfind(" ", 0, max(begin - BEFORE, 0)) + 1
    end = start + LENGTH
    pieces, last = ["… " if start else ""], start
    for first, stop in places:
        if stop > end:
            break
        if start <= first:
            marked = f"<mark>{escape(text[first:stop])}</mark>"
            pieces += [escape(text[last:first]), marked]
            last = stop
    cut = end < len(text)
    # Where a marked word is the last that has room, nothing stands behind it.
    whole_words = max(text.rfind(" ", last, end), last)
    pieces += [escape(text[last : whole_words if cut else end])]
    return mark_safe("".join(pieces) + (" …" if cut else ""))  # noqa: S308 -- every part is escaped


def _richest(said: list[tuple[int, str]]) -> int:
    """Where to begin: with the most words together, else with the most different ones."""
    longest = max(said, key=lambda one: one[1].count(" "), default=(0, ""))
    if " " in longest[1]:
        return longest[0]
    counted = []
    for begin, _word in said[:MOST_BEGINNINGS]:
        near = {word for start, word in said if 0 <= start - begin < LENGTH - BEFORE}
        counted.append((-len(near), begin))
    return min(counted, default=(0, 0))[1]


def _found(
    text: str, folded: str, wanted: Wanted, *, patient: bool
) -> list[tuple[int, int]]:
    """Where the words stand in ``folded``, the beginning of ``text`` at least.

    Nowhere yet, if ``patient`` and none is as typed.
    """
    single = [match.span() for match in wanted.pattern.finditer(folded)]
    if wanted.exact:
        single = _as_typed(text, folded, single, wanted, patient=patient)
    return _near_one_another(folded, single, len(wanted))


def _as_typed(
    text: str,
    folded: str,
    single: list[tuple[int, int]],
    wanted: Wanted,
    *,
    patient: bool,
) -> list[tuple[int, int]]:
    """Of ``single``, those with the accents that were typed; of a word that has none, all."""
    exact = {place: wanted.is_exact(text[slice(*place)]) for place in single}
    there = {word(folded[slice(*place)]).folded for place in single if exact[place]}
    if patient and not there:
        return []
    return [
        place
        for place in single
        if exact[place] is not False or word(folded[slice(*place)]).folded not in there
    ]


def _near_one_another(
    folded: str, single: list[tuple[int, int]], words: int
) -> list[tuple[int, int]]:
    """Words in a row as one place; no further than it takes to show all of them together."""
    places: list[tuple[int, int]] = []
    begin, end, enough = 0, -1, None
    for first, stop in single:
        if end >= 0 and not _WORDS.search(folded, end, first):
            end = stop
            places[-1] = (begin, end)
        elif enough is not None and first > enough:
            break
        else:
            begin, end = first, stop
            places.append((begin, end))
        if enough is None and len(folded[begin:end].split()) >= words:
            enough = begin + LENGTH
    return places
