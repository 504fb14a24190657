"""What a query asks of a text that is to show where it stands: words, numbers, years.

Pure Python.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..folding import Word, clean, fold_letters, word
from . import days
from .asked import words_marked
from .groups import names_of_years
from .words import WHOLE_DAY, school_year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .words import Unit

_NUMBER = re.compile(r"[0-9]+")
#: Between the parts of a number or a day: 12/KH-THCS, 20.11.2026, 20 tháng 11 năm 2026.
_BESIDE = r"(?:[\W_]{1,3}| +thang +|,? +nam +)"


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


def wanted_of(query: str, *, begun: bool) -> Wanted:
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


def rows_of(asked: list[Unit]) -> list[list[Unit]]:
    """The units ``asked``, those together that slashes join and that begin with a number."""
    rows: list[list[Unit]] = []
    for unit in asked:
        if unit.glued and rows:
            rows[-1].append(unit)
        else:
            rows.append([unit])
    return [
        row for row in rows if len(row) > 1 and _NUMBER.fullmatch(row[0].word.folded)
    ]


def parts_of_days(rows: list[list[Unit]]) -> set[str]:
    parts = [[unit.word.folded for unit in row] for row in rows]
    return {part for row in parts if all(map(_NUMBER.fullmatch, row)) for part in row}


def years_in(asked: list[Unit]) -> re.Pattern | None:
    """The school years in a query, as a text writes them."""
    named = filter(None, map(school_year, asked))
    spelt = [year.replace("-", r"[\W_]{1,3}") for year in named]
    return re.compile(rf"\b(?:{'|'.join(spelt)})\b") if spelt else None


def said_of_years(asked: list[Unit]) -> set[str]:
    """*năm học 2026-2027*: what stands anywhere in a text that does not say it."""
    places = {at for at, unit in enumerate(asked) if school_year(unit)}
    places |= names_of_years(asked)
    return {part.folded for at in places for part in asked[at].parts}


def numbers_in(rows: list[list[Unit]]) -> re.Pattern | None:
    """The days and the numbers of documents in a query, however a text writes them."""
    parts = [[part.folded for unit in row for part in unit.parts] for row in rows]
    spelt = [_BESIDE.join(map(_spelt, said)) for said in parts]
    spelt += [
        days.in_english(*said)
        for said in parts
        if len(said) == WHOLE_DAY and all(map(_NUMBER.fullmatch, said))
    ]
    return re.compile(rf"\b(?:{'|'.join(spelt)})\b") if spelt else None
