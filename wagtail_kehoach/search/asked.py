"""What a query asks for, in the terms that texts are found by (``terms.py``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from ..folding import Word, clean, word
from . import days, figures, unspaced
from .groups import Group, Match, needed_of, pair_in, whole_days, words_in
from .naming import Name
from .terms import BODY, EXACT, TITLE, TYPING
from .variants import every_spelling
from .widening import kind_named, widened
from .words import Unit, spaced, units

#: Nothing follows these in a syllable.
_COMPLETE = re.compile(r"[aeiouy](?:[mpt]|ng|nh|ch)$")
#: Syllables that end so have one of two tones: *nhât* is on its way to *nhất* or *nhật*.
_STOPPED, _TONES = re.compile(r"[cpt]$|ch$"), ("1", "5")


def tiers(
    text: str,
    *,
    typing=False,
    any_of=False,
    phrase=False,
    begun=False,
    goes_on=False,
    names: Sequence[Name] = (),
) -> list[Match]:
    """What to match, best first; the last one says which documents are found at all.

    ``typing``: among titles and numbers, while somebody types. ``begun``: everywhere, the
    last word may go on, and words may be written otherwise (``variants``). ``goes_on``: the
    last of several words may, where it stands behind the one before it: *ke ho*. ``names``:
    of kinds that are found by them though no text says so, last, ``typing`` or ``begun``.

    Accents as typed come before accents folded away; in each, a phrase before words, the
    title before the text. Where a word lacks its tone, *nhât bản*, the words that are no
    phrase have the accents that were typed. An empty list: the query has no word in it.
    """
    asked = list(units(days.shortened(clean(text))))
    if not asked:
        return []
    needed = needed_of(asked)
    fields = (TYPING,) if typing else (TITLE, BODY)
    loose = []
    if not phrase and (begun or (typing and kind_named(needed, names))):
        loose = [widened(field, needed, names, spelt=begun) for field in fields]
    begun = begun or typing
    goes_on = goes_on and not phrase and _may_go_on(needed)
    phrases = [_phrase(field, asked, begun) for field in fields]
    going = [_phrase(field, asked, True) for field in fields] if goes_on else []
    words = [words_in(field, needed, begun, goes_on=goes_on) for field in fields]
    found = [*phrases, *going, *([] if phrase else words)]
    if exact := _exact_forms(asked, begun):
        going_exact = _exact_forms(asked, True)
        exact_words = [] if phrase else [*_exactly(fields, words, exact)]
        if exact_words and _lacks_a_tone(asked):
            # Whatever one of the two finds.
            either = product([*phrases, *going][-1], exact_words[-1])
            words = [tuple(tuple(dict.fromkeys((*a, *b))) for a, b in either)]
        found = [
            *_exactly(fields, phrases, exact), *_exactly(fields, going, going_exact),
            *exact_words, *phrases, *([] if phrase else words),
        ]  # fmt: skip
    matches = [Match(groups) for groups in dict.fromkeys([*found, *loose])]
    if any_of and not phrase:
        matches.append(
            Match(words_in(fields[-1], needed, begun, glue=False), any_of=True)
        )
    return matches


def _may_go_on(asked: list[Unit]) -> bool:
    """Whether the last of several words is one that somebody may have left half typed."""
    last = asked[-1].word.folded
    half = len(last) > 1 and last.isalpha() and not _COMPLETE.search(last)
    return half and len(asked) > 1 and len(asked[-1].parts) == 1


def words_marked(text: str, *, begun: bool) -> tuple[list[Word], list[str], list[Word]]:
    """The words of a query as a text shows them; the runs without spaces in it; and how it ends.

    ``begun``: also how the words are written otherwise.
    """
    said = list(spaced(unspaced.RUN.sub(" ", figures.alike(clean(text)))))
    typed = [part for unit in said for part in unit.parts]
    words = [*typed]
    if begun:
        words += map(word, every_spelling([unit.word.folded for unit in said]))
    return words, unspaced.RUN.findall(text), typed[-2:]


def _phrase(field: str, asked: list[Unit], begun: bool) -> tuple:
    if len(asked) == 1:
        return words_in(field, asked, begun)
    pairs = [
        pair_in(field, first, second, begun and second is asked[-1])
        for first, second in pairwise(asked)
    ]
    return (*pairs, *whole_days(field, asked, begun))


def _lacks_a_tone(asked: list[Unit]) -> bool:
    return len(asked) > 1 and any(len(_forms(unit.word)) > 1 for unit in asked)


def _exact_forms(asked: list[Unit], begun: bool) -> list[Group]:
    """The words typed with accents; one that may go on is asked for as a beginning."""
    signs = [""] * (len(asked) - 1) + ["*" if begun else ""]
    return [
        tuple(form + sign for form in _forms(unit.word))
        for unit, sign in zip(asked, signs, strict=True)
        if unit.word.accented
    ]


def _forms(typed: Word) -> Group:
    """The word as it was typed; without a tone that it must have, with either."""
    open_ended = _STOPPED.search(typed.exact) if typed.accented else None
    tones = _TONES if open_ended else ()
    return (typed.exact, *(typed.exact + tone for tone in tones))


def _exactly(
    fields: Iterable[str], found: Iterable[tuple], forms: list[Group]
) -> Iterator[tuple]:
    """What is ``found`` in each field, where the words have the accents that were typed."""
    for field, groups in zip(fields, found, strict=False):
        exact = (tuple(f"{field}{EXACT}{form}" for form in one) for one in forms)
        yield (*exact, *groups)
