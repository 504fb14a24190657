"""What a text is found by, and what a query asks for, as terms that any database keeps.

Pure Python. A term is a field, a kind and a form, in letters, digits and ``_``: ``bwdien``
is the folded word *dien* in the whole text, ``tpdien_hinh`` the pair *dien hình* in the
title. Pairs stand for phrases, so no database has to look at positions; the two letters
in front keep short words above every shortest length and outside every list of stop words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, product, zip_longest

from ..folding import Word, clean, word
from . import days, unspaced
from .variants import Phrase, every_spelling, spelt_otherwise

BODY, TITLE, TYPING = "b", "t", "a"
FACET = "f"
_WORD, _PAIR, _EXACT = "w", "p", "e"
_LETTER = r"[^\W_][\u0300-\u036f]*"
_RUN = re.compile(rf"(?:{_LETTER})+")
#: Letters joined by these without a space are one name: GD&ĐT, KH-GDĐT, 1.600.
_UNIT = re.compile(rf"(?:{_LETTER})+(?:[-–&.·,'’](?:{_LETTER})+)*")
#: Nothing follows these in a syllable.
_COMPLETE = re.compile(r"[aeiouy](?:[mpt]|ng|nh|ch)$")
_NUMBER = re.compile(r"[0-9]{1,8}")
#: PostgreSQL refuses a document of more than a megabyte of terms; in bytes, facets apart.
LONGEST = 800_000

Group = tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """A word, or words joined into one name; ``glued`` to the unit before by a slash."""

    word: Word
    parts: tuple[Word, ...]
    glued: bool = False


@dataclass(frozen=True)
class Match:
    """All of ``groups`` must be there (one of them if ``any_of``); of a group, any term.

    A term that ends in ``*`` is a beginning.
    """

    groups: tuple[Group, ...]
    any_of: bool = False


def units(text: str) -> Iterator[Unit]:
    """The units of ``text`` in order; where words stand without spaces, their signs."""
    pieces = unspaced.RUN.split(days.joined(clean(text)))
    for number, piece in enumerate(pieces):
        yield from _signs(piece) if number % 2 else _spaced(piece)


def _signs(run: str) -> Iterator[Unit]:
    """What stands side by side is asked for side by side, so that pairs are the words."""
    for place, sign in enumerate(unspaced.signs(run)):
        said = Word(sign, sign)
        yield Unit(said, (said,), glued=place > 0)


def _spaced(text: str) -> Iterator[Unit]:
    end = None
    for found in _UNIT.finditer(text):
        parts = tuple(word(run) for run in _RUN.findall(found[0]))
        glued = end is not None and text[end : found.start()] == "/"
        joined = word("".join(_RUN.findall(found[0]))) if len(parts) > 1 else parts[0]
        yield Unit(joined, parts, glued)
        end = found.end()


def terms_of(title: str, body: str, typing: str) -> str:
    """The terms of a document, each once, separated by spaces."""
    found = dict.fromkeys(_terms(TYPING, typing))
    found |= dict.fromkeys(_terms(TITLE, title))
    found |= dict.fromkeys(_terms(BODY, f"{title}\n{body}"))
    said = " ".join(found).encode()
    kept = said if len(said) <= LONGEST else said[:LONGEST].rpartition(b" ")[0]
    return kept.decode()


def facet_term(name: str, value: object) -> str:
    """The term by which a document with this value of a facet is found."""
    return FACET + re.sub(r"\W", "_", f"{name}_{value}").lower()


def _terms(field: str, text: str) -> Iterator[str]:
    found = list(units(text))
    whole = [unit.word for unit in found]
    split = [part for unit in found for part in unit.parts]
    for one in {*whole, *split}:
        yield f"{field}{_WORD}{one.folded}"
        if one.accented:
            yield f"{field}{_EXACT}{one.exact}"
    for words in (whole, split):
        for first, second in pairwise(words):
            yield f"{field}{_PAIR}{first.folded}_{second.folded}"
    for date in chain(_dates(found), days.said(clean(text))):
        yield f"{field}{_PAIR}{'_'.join(date)}"
        for first, second in pairwise(date):
            yield f"{field}{_PAIR}{first}_{second}"


def _dates(found: list[Unit]) -> Iterator[tuple[str, str, str]]:
    """Three numbers that slashes join: their pairs stand in a text that has no such date."""
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        said = (first.word.folded, second.word.folded, third.word.folded)
        if second.glued and third.glued and all(map(_NUMBER.fullmatch, said)):
            yield said


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
    """Without the word *ngày* before a date, which a text may leave out."""
    return [
        unit
        for unit, first, second in zip_longest(asked, asked[1:], asked[2:])
        if not (unit.word.folded == "ngay" and _is_date(first, second))
    ]


def _is_date(first: Unit | None, second: Unit | None) -> bool:
    return bool(
        first and second and second.glued
        and _NUMBER.fullmatch(first.word.folded) and _NUMBER.fullmatch(second.word.folded)
    )  # fmt: skip


def _words(
    field: str, asked: list[Unit], begun: bool, *, glue=True, goes_on=False
) -> tuple:
    groups = [group for unit in asked[:-1] for group in _word(field, unit, glue)]
    if begun:
        groups.append(_beginning(f"{field}{_WORD}", asked[-1].word.folded))
    else:
        last = [*_word(field, asked[-1], glue)]
        more = _pair(field, *asked[-2:], True) if goes_on else ()
        groups += [(*group, *more) for group in last]
    if glue:
        groups += [
            _pair(field, first, second, (begun or goes_on) and second is asked[-1])
            for first, second in pairwise(asked)
            if second.glued
        ]
        groups += _dates_asked(field, asked, begun)
    return tuple(groups)


def _dates_asked(field: str, asked: list[Unit], begun: bool) -> Iterator[Group]:
    last = [unit.word.folded for unit in asked[-3:]]
    for said in _dates(asked):
        going_on = "*" if begun and [*said] == last else ""
        yield (f"{field}{_PAIR}{'_'.join(said)}{going_on}",)


def _loose(field: str, asked: list[Unit]) -> tuple:
    """The words as typed, the last one as a beginning, or as they are written otherwise."""
    groups: list[Group] = []
    at = 0
    for length, others in spelt_otherwise([unit.word.folded for unit in asked]):
        typed = asked[at : at + length]
        at += length
        either = [_words(field, typed, at == len(asked))]
        either += [_spelling(field, phrase) for phrase in others]
        # One of several conjunctions is a conjunction of one of each.
        groups += [tuple(dict.fromkeys(chain(*one))) for one in product(*either)]
    # A date is written in one way only.
    groups += _dates_asked(field, asked, begun=True)
    return tuple(dict.fromkeys(groups))


def _spelling(field: str, phrase: Phrase) -> tuple:
    if len(phrase) == 1:
        return ((f"{field}{_WORD}{phrase[0]}",),)
    return tuple((f"{field}{_PAIR}{a}_{b}",) for a, b in pairwise(phrase))


def words_marked(text: str, *, begun: bool) -> tuple[list[Word], list[str], list[Word]]:
    """The words of a query as a text shows them; the runs without spaces in it; and how it ends.

    ``begun``: also how the words are written otherwise.
    """
    said = list(_spaced(unspaced.RUN.sub(" ", clean(text))))
    typed = [part for unit in said for part in unit.parts]
    words = [*typed]
    if begun:
        words += map(word, every_spelling([unit.word.folded for unit in said]))
    return words, unspaced.RUN.findall(text), typed[-2:]


def _word(field: str, unit: Unit, apart: bool) -> Iterator[Group]:
    """The unit as one name; or, where a text writes them ``apart``, its words in a row."""
    joined = f"{field}{_WORD}{unit.word.folded}"
    if not apart or len(unit.parts) == 1:
        yield (joined,)
        return
    for first, second in pairwise(unit.parts):
        yield (joined, f"{field}{_PAIR}{first.folded}_{second.folded}")


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
    return tuple((f"{field}{_EXACT}{form}",) for form in forms)


def _pair(field: str, first: Unit, second: Unit, begun: bool) -> Group:
    start = f"{field}{_PAIR}{first.word.folded}_"
    if begun:
        return _beginning(start, second.word.folded)
    return (start + second.word.folded,)


def _beginning(start: str, form: str) -> Group:
    """What begins with ``form``: *qui* was perhaps typed *quy*, on the way to *quyên*."""
    if form.endswith("i") and len(form) > 1:
        return (f"{start}{form}*", f"{start}{form[:-1]}y*")
    return (f"{start}{form}*",)
