"""The place in a text where the words of a query stand, with the words marked."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from ..folding import clean, fold_letters, word
from . import days, wanted as asking
from .words import units

if TYPE_CHECKING:
    from .wanted import Wanted

BEFORE, LENGTH = 60, 240
#: Most texts say it before that; only the others are read to their end.
SOON = 4000
MOST_BEGINNINGS = 50
#: What stands between two words that are no neighbours.
_WORDS = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")


def excerpts(texts: list[str], query: str, *, begun: bool = False) -> list[SafeString]:
    """About two lines of each text (which is clean) around the words of ``query``.

    A word with the accents that were typed is marked; one with others only where the text
    does not have it. ``begun``: as in ``tiers``, words may be written otherwise, and the last
    one may go on; else it may behind the word before it.
    """
    asked = list(units(days.shortened(clean(query))))
    rows = asking.rows_of(asked)
    wanted, numbers = asking.wanted_of(query, begun=begun), asking.numbers_in(rows)
    # Of a day that a page bears and does not say, the numbers stand anywhere.
    wanted = replace(wanted, words=wanted.words - asking.parts_of_days(rows))
    years = asking.years_in(asked)
    elsewhere = replace(wanted, words=wanted.words - asking.said_of_years(asked))
    return [
        (numbers and _around_number(text, numbers))
        or _excerpt(text, wanted if not years or years.search(text) else elsewhere)
        for text in texts
    ]


def _around_number(text: str, numbers: re.Pattern) -> SafeString | None:
    """The number alone: its parts stand in many others."""
    places = [match.span() for match in numbers.finditer(fold_letters(text))]
    return _cut(text, places, places[0][0]) if places else None


def _excerpt(text: str, wanted: Wanted) -> SafeString:
    if not wanted:
        return _cut(text, [], 0)
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
    whole = [(a, b) for a, b in places if _count(folded[a:b]) >= words]
    return whole or places


def _count(said: str) -> int:
    """How many words ``said`` has, each part of *2026-2027* one."""
    return len(_WORD.findall(said))


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
        if enough is None and _count(folded[begin:end]) >= words:
            enough = begin + LENGTH
    return places
