"""What a query asks for, in the terms that texts are found by (``terms.py``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, product, zip_longest

from ..folding import Word, clean, word
from . import days, unspaced
from .terms import BODY, EXACT, PAIR, TITLE, TYPING, WORD
from .variants import Phrase, every_spelling, spelt_otherwise
from .words import NUMBER, WHOLE_DAY, Unit, dates, numbers_joined, spaced, units

#: Nothing follows these in a syllable.
_COMPLETE = re.compile(r"[aeiouy](?:[mpt]|ng|nh|ch)$")

Group = tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """All of ``groups`` must be there (one of them if ``any_of``); of a group, any term.

    A term that ends in ``*`` is a beginning.
    """

    groups: tuple[Group, ...]
    any_of: bool = False


def tiers(
    text: str, *, typing=False, any_of=False, phrase=False, begun=False, goes_on=False
) -> list[Match]:
    """What to match, best first; the last one says which documents are found at all.

    ``typing``: among titles and numbers, while somebody types. ``begun``: everywhere, the
    last word may go on, and words may be written otherwise (``variants``). ``goes_on``: the
    last of several words may, where it stands behind the one before it: *ke ho*.

    Accents as typed come before accents folded away; in each, a phrase before words, the
    title before the text. An empty list: the query has no word in it.
    """
    asked = list(units(days.shortened(clean(text))))
    if not asked:
        return []
    needed = _needed(asked)
    fields = (TYPING,) if typing else (TITLE, BODY)
    loose = [_loose(field, needed) for field in fields] if begun and not phrase else []
    begun = begun or typing
    goes_on = goes_on and not phrase and _may_go_on(needed)
    phrases = [_phrase(field, asked, begun) for field in fields]
    going = [_phrase(field, asked, True) for field in fields] if goes_on else []
    words = [_words(field, needed, begun, goes_on=goes_on) for field in fields]
    found = [*phrases, *going, *([] if phrase else words)]
    if exact := _exact_forms(asked, begun):
        going_exact = _exact_forms(asked, True)
        found = [
            *_exactly(fields, phrases, exact), *_exactly(fields, going, going_exact),
            *([] if phrase else _exactly(fields, words, exact)),
            *phrases, *([] if phrase else words),
        ]  # fmt: skip
    matches = [Match(groups) for groups in dict.fromkeys([*found, *loose])]
    if any_of and not phrase:
        matches.append(
            Match(_words(fields[-1], needed, begun, glue=False), any_of=True)
        )
    return matches


def _may_go_on(asked: list[Unit]) -> bool:
    """Whether the last of several words is one that somebody may have left half typed."""
    last = asked[-1].word.folded
    half = len(last) > 1 and last.isalpha() and not _COMPLETE.search(last)
    return half and len(asked) > 1 and len(asked[-1].parts) == 1


def _needed(asked: list[Unit]) -> list[Unit]:
    """Without the word *ngày* or *tháng* before a date, which a text may leave out."""
    return [
        unit
        for unit, first, second in zip_longest(asked, asked[1:], asked[2:])
        if not (unit.word.folded in {"ngay", "thang"} and _is_date(first, second))
    ]


def _is_date(first: Unit | None, second: Unit | None) -> bool:
    return bool(
        first and second and second.glued
        and NUMBER.fullmatch(first.word.folded) and NUMBER.fullmatch(second.word.folded)
    )  # fmt: skip


def _words(
    field: str, asked: list[Unit], begun: bool, *, glue=True, goes_on=False
) -> tuple:
    joined = numbers_joined(asked) if glue else [0] * len(asked)
    *before, last = zip(asked, joined, strict=True)
    groups = [
        group
        for unit, numbers in before
        if not numbers
        for group in _word(field, unit, glue)
    ]
    if not last[1]:
        groups += _last_word(field, asked, begun, glue, goes_on)
    if glue:
        groups += _glued(field, asked, joined, begun or goes_on)
        groups += _dates_asked(field, asked, begun)
    return tuple(groups)


def _last_word(
    field: str, asked: list[Unit], begun: bool, glue: bool, goes_on: bool
) -> Iterator[Group]:
    if begun:
        yield _beginning(f"{field}{WORD}", asked[-1].word.folded)
        return
    more = _pair(field, *asked[-2:], True) if goes_on else ()
    for group in _word(field, asked[-1], glue):
        yield (*group, *more)


def _glued(
    field: str, asked: list[Unit], joined: list[int], begun: bool
) -> Iterator[Group]:
    """What slashes join, but for whole days; of a day and a month, also those of any year."""
    for at, (first, second) in enumerate(pairwise(asked)):
        numbers = joined[at] if joined[at + 1] else 0
        if second.glued and numbers < WHOLE_DAY:
            pair = _pair(field, first, second, begun and second is asked[-1])
            whole = f"{field}{PAIR}{first.word.folded}_{second.word.folded}_*"
            yield (*pair, whole) if numbers else pair


def _dates_asked(field: str, asked: list[Unit], begun: bool) -> Iterator[Group]:
    last = [unit.word.folded for unit in asked[-3:]]
    for said in dates(asked):
        going_on = "*" if begun and [*said] == last else ""
        yield (f"{field}{PAIR}{'_'.join(said)}{going_on}",)


def _loose(field: str, asked: list[Unit]) -> tuple:
    """The words as typed, the last one as a beginning, or as they are written otherwise."""
    groups: list[Group] = []
    at = 0
    joined = numbers_joined(asked)
    for length, others in spelt_otherwise([unit.word.folded for unit in asked]):
        typed, in_day = asked[at : at + length], joined[at]
        at += length
        if in_day >= WHOLE_DAY:
            continue
        either = [_words(field, typed, at == len(asked))]
        either += [_spelling(field, phrase) for phrase in others]
        # One of several conjunctions is a conjunction of one of each.
        groups += [tuple(dict.fromkeys(chain(*one))) for one in product(*either)]
    # A day is written in one way only.
    groups += _dates_asked(field, asked, begun=True)
    return tuple(dict.fromkeys(groups))


def _spelling(field: str, phrase: Phrase) -> tuple:
    if len(phrase) == 1:
        return ((f"{field}{WORD}{phrase[0]}",),)
    return tuple((f"{field}{PAIR}{a}_{b}",) for a, b in pairwise(phrase))


def words_marked(text: str, *, begun: bool) -> tuple[list[Word], list[str], list[Word]]:
    """The words of a query as a text shows them; the runs without spaces in it; and how it ends.

    ``begun``: also how the words are written otherwise.
    """
    said = list(spaced(unspaced.RUN.sub(" ", clean(text))))
    typed = [part for unit in said for part in unit.parts]
    words = [*typed]
    if begun:
        words += map(word, every_spelling([unit.word.folded for unit in said]))
    return words, unspaced.RUN.findall(text), typed[-2:]


def _word(field: str, unit: Unit, apart: bool) -> Iterator[Group]:
    """The unit as one name; or, where a text writes them ``apart``, its words in a row."""
    joined = f"{field}{WORD}{unit.word.folded}"
    if not apart or len(unit.parts) == 1:
        yield (joined,)
        return
    for first, second in pairwise(unit.parts):
        yield (joined, f"{field}{PAIR}{first.folded}_{second.folded}")


def _phrase(field: str, asked: list[Unit], begun: bool) -> tuple:
    if len(asked) == 1:
        return _words(field, asked, begun)
    pairs = [
        _pair(field, first, second, begun and second is asked[-1])
        for first, second in pairwise(asked)
    ]
    return (*pairs, *_dates_asked(field, asked, begun))


def _exact_forms(asked: list[Unit], begun: bool) -> list[str]:
    """The words typed with accents; one that may go on is asked for as a beginning."""
    signs = [""] * (len(asked) - 1) + ["*" if begun else ""]
    return [
        unit.word.exact + sign
        for unit, sign in zip(asked, signs, strict=True)
        if unit.word.accented
    ]


def _exactly(
    fields: Iterable[str], found: Iterable[tuple], forms: list[str]
) -> Iterator[tuple]:
    """What is ``found`` in each field, where the words have the accents that were typed."""
    for field, groups in zip(fields, found, strict=False):
        yield (*_exact(field, forms), *groups)


def _exact(field: str, forms: list[str]) -> tuple:
    return tuple((f"{field}{EXACT}{form}",) for form in forms)


def _pair(field: str, first: Unit, second: Unit, begun: bool) -> Group:
    start = f"{field}{PAIR}{first.word.folded}_"
    if begun:
        return _beginning(start, second.word.folded)
    return (start + second.word.folded,)


def _beginning(start: str, form: str) -> Group:
    """What begins with ``form``: *qui* was perhaps typed *quy*, on the way to *quyên*."""
    if form.endswith("i") and len(form) > 1:
        return (f"{start}{form}*", f"{start}{form[:-1]}y*")
    return (f"{start}{form}*",)
