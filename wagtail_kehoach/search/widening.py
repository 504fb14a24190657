"""Where the words of a query may stand for others: other spellings, the name of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise, product

from ..folding import clean
from . import days
from .groups import Group, Match, joined_to_numbers, needed_of, whole_days, words_in
from .naming import Name, Said, name_said
from .terms import BODY, PAIR, WORD
from .variants import Phrase, spelt_otherwise
from .words import WHOLE_DAY, Unit, numbers_joined, units

#: So many words, and the conjunctions that may stand instead of them in a field.
Span = tuple[int, Callable[[str], list[tuple]]]


def of_kind(text: str, names: Sequence[Name]) -> Match | None:
    """What is of the kind that a query names and has its other words; ``None``: it names none."""
    asked = needed_of(list(units(days.shortened(clean(text)))))
    said = name_said([unit.word for unit in asked], names)
    if said is None:
        return None
    others = asked[: said.start] + asked[said.stop :]
    return Match((said.terms, *(words_in(BODY, others, False) if others else ())))


def widened(
    field: str, asked: list[Unit], names: Sequence[Name], *, spelt: bool
) -> tuple:
    """The words as typed, the last one as a beginning, or as they are written otherwise.

    Or whatever is of a kind that they name.
    """
    groups: list[Group] = []
    at = 0
    joined = numbers_joined(asked)
    for length, others in _spans(asked, names, spelt=spelt):
        typed, in_day = asked[at : at + length], joined[at]
        at += length
        if in_day >= WHOLE_DAY:
            continue
        either = [words_in(field, typed, at == len(asked)), *others(field)]
        # One of several conjunctions is a conjunction of one of each.
        groups += [tuple(dict.fromkeys(chain(*one))) for one in product(*either)]
    # A day, as the number of a document, is written in one way only.
    groups += joined_to_numbers(field, asked)
    groups += whole_days(field, asked, begun=True)
    return tuple(dict.fromkeys(groups))


def kind_named(asked: list[Unit], names: Sequence[Name]) -> Said | None:
    return name_said([unit.word for unit in asked], names, begun=True)


def _spans(asked: list[Unit], names: Sequence[Name], *, spelt: bool) -> Iterator[Span]:
    """``asked`` from left to right: so many of them, and what may stand instead in a field."""
    said = kind_named(asked, names) or Said(len(asked), len(asked), ())
    yield from _spellings(asked[: said.start], spelt=spelt)
    if said.terms:
        yield said.stop - said.start, lambda _field: [(said.terms,)]
    yield from _spellings(asked[said.stop :], spelt=spelt)


def _spellings(asked: list[Unit], *, spelt: bool) -> Iterator[Span]:
    words = [unit.word.folded for unit in asked]
    found = spelt_otherwise(words) if spelt else [(1, []) for _word in words]
    for length, others in found:
        yield length, partial(_each_spelling, others)


def _each_spelling(others: list[Phrase], field: str) -> list[tuple]:
    return [_spelling(field, phrase) for phrase in others]


def _spelling(field: str, phrase: Phrase) -> tuple:
    if len(phrase) == 1:
        return ((f"{field}{WORD}{phrase[0]}",),)
    return tuple((f"{field}{PAIR}{a}_{b}",) for a, b in pairwise(phrase))
