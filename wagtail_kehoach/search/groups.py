"""The words of a query as groups of terms: one of each group must be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from ..folding import word
from .terms import BODY, PAIR, SCHOOL_YEAR, WORD, facet_term
from .words import NUMBER, WHOLE_DAY, Unit, dates, numbers_joined, school_year

Group = tuple[str, ...]
#: The word *số* as it is typed, and how many words *số 58* has.
OF_NUMBERS, MOST_BARE = {"so", word("số").exact}, 2
#: What a school year is called, the longest first.
OF_YEARS = [("nam", "hoc"), ("nien", "khoa"), ("school", "year"), ("nh",), ("nam",)]


@dataclass(frozen=True)
class Match:
    """All of ``groups`` must be there (one of them if ``any_of``); of a group, any term.

    A term that ends in ``*`` is a beginning.
    """

    groups: tuple[Group, ...]
    any_of: bool = False


def needed_of(asked: list[Unit]) -> list[Unit]:
    """Without what a text may leave out: *ngày* or *tháng* before a date, *số* before a number.

    Also *năm học* before its two years, by which whatever belongs to it is found. Where there
    is nothing but a bare number, *số 58*, the word tells it from other figures.
    """
    named = names_of_years(asked)
    return [
        unit
        for at, (unit, first, second) in enumerate(
            zip_longest(asked, asked[1:], asked[2:])
        )
        if at not in named
        and not (unit.word.folded in {"ngay", "thang"} and _is_date(first, second))
        and not (len(asked) > MOST_BARE and _is_said_before(unit, first))
    ]


def names_of_years(asked: list[Unit]) -> set[int]:
    """The places of the words *năm học* before a school year."""
    words = [unit.word.folded for unit in asked]
    found: set[int] = set()
    for at, unit in enumerate(asked):
        if school_year(unit):
            called = (n for n in OF_YEARS if tuple(words[:at][-len(n) :]) == n)
            found.update(range(at - len(next(called, ())), at))
    return found


def _is_said_before(unit: Unit, number: Unit | None) -> bool:
    """Whether ``unit`` is the word *số*, with or without accents, and a number follows."""
    follows = number and NUMBER.fullmatch(number.word.folded)
    return bool(follows) and unit.word.exact in OF_NUMBERS


def _is_date(first: Unit | None, second: Unit | None) -> bool:
    return bool(
        first and second and second.glued
        and NUMBER.fullmatch(first.word.folded) and NUMBER.fullmatch(second.word.folded)
    )  # fmt: skip


def words_in(
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
        groups += whole_days(field, asked, begun)
    return tuple(groups)


def _last_word(
    field: str, asked: list[Unit], begun: bool, glue: bool, goes_on: bool
) -> Iterator[Group]:
    if begun:
        said = beginning(f"{field}{WORD}", asked[-1].word.folded)
        yield (*said, *_of_year(field, asked[-1]))
        return
    more = pair_in(field, *asked[-2:], True) if goes_on else ()
    for group in _word(field, asked[-1], glue):
        yield (*group, *more)


def _word(field: str, unit: Unit, apart: bool) -> Iterator[Group]:
    """The unit as one name; or, where a text writes them ``apart``, its words in a row."""
    whole = (f"{field}{WORD}{unit.word.folded}", *_of_year(field, unit))
    if not apart or len(unit.parts) == 1:
        yield whole
        return
    for first, second in pairwise(unit.parts):
        yield (*whole, f"{field}{PAIR}{first.folded}_{second.folded}")


def _of_year(field: str, unit: Unit) -> Group:
    """What belongs to a school year that ``unit`` names, though no text says so."""
    year = school_year(unit)
    return (facet_term(SCHOOL_YEAR, year),) if year and field == BODY else ()


def _glued(
    field: str, asked: list[Unit], joined: list[int], begun: bool
) -> Iterator[Group]:
    """What slashes join, but for whole days; of a day and a month, also those of any year."""
    for at, (first, second) in enumerate(pairwise(asked)):
        numbers = joined[at] if joined[at + 1] else 0
        if second.glued and numbers < WHOLE_DAY:
            pair = pair_in(field, first, second, begun and second is asked[-1])
            whole = f"{field}{PAIR}{first.word.folded}_{second.word.folded}_*"
            yield (*pair, whole) if numbers else pair


def pair_in(field: str, first: Unit, second: Unit, begun: bool) -> Group:
    start = f"{field}{PAIR}{first.word.folded}_"
    if begun:
        return beginning(start, second.word.folded)
    return (start + second.word.folded,)


def beginning(start: str, form: str) -> Group:
    """What begins with ``form``: *qui* was perhaps typed *quy*, on the way to *quyên*."""
    if form.endswith("i"):
        return (f"{start}{form}*", f"{start}{form[:-1]}y*")
    return (f"{start}{form}*",)


def whole_days(field: str, asked: list[Unit], begun: bool) -> Iterator[Group]:
    last = [unit.word.folded for unit in asked[-3:]]
    for said in dates(asked):
        going_on = "*" if begun and [*said] == last else ""
        yield (f"{field}{PAIR}{'_'.join(said)}{going_on}",)
