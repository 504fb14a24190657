"""What a text is found by, as terms that any database keeps.

Pure Python. A term is a field, a kind and a form, in letters, digits and ``_``: ``bwdien``
is the folded word *dien* in the whole text, ``tpdien_hinh`` the pair *dien hình* in the
title. Pairs stand for phrases, so no database has to look at positions; the two letters
in front keep short words above every shortest length and outside every list of stop words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from ..folding import clean
from . import days
from .words import dates, units

BODY, TITLE, TYPING = "b", "t", "a"
FACET = "f"
#: The name of the facet that every object has: what kind of thing it is.
KIND = "loai"
#: And of the one that says which school years it belongs to: ``2026-2027``.
SCHOOL_YEAR = "nam-hoc"
WORD, PAIR, EXACT = "w", "p", "e"
#: PostgreSQL refuses a document of more than a megabyte of terms; in bytes, facets apart.
LONGEST = 800_000


def terms_of(title: str, body: str, typing: str, dated: Iterable[dt.date] = ()) -> str:
    """The terms of a document, each once, separated by spaces.

    ``dated``: days that it is found by, though its text may not say them.
    """
    found = dict.fromkeys(_terms(TYPING, typing))
    found |= dict.fromkeys(_terms(TITLE, title))
    found |= dict.fromkeys(_dated(dated))
    found |= dict.fromkeys(_terms(BODY, f"{title}\n{body}"))
    said = " ".join(found).encode()
    kept = said if len(said) <= LONGEST else said[:LONGEST].rpartition(b" ")[0]
    return kept.decode()


def facet_term(name: str, value: object) -> str:
    """The term by which a document with this value of a facet is found."""
    return FACET + re.sub(r"\W", "_", f"{name}_{value}").lower()


def _dated(days_of_it: Iterable[dt.date]) -> Iterator[str]:
    """The day, and its month. The numbers alone are no words: *lớp 5* is not found by them."""
    for day in days_of_it:
        yield f"{BODY}{PAIR}{day.day}_{day.month}_{day.year}"
        yield f"{BODY}{PAIR}{day.month}_{day.year}"


def _terms(field: str, text: str) -> Iterator[str]:
    found = list(units(text))
    whole = [unit.word for unit in found]
    split = [part for unit in found for part in unit.parts]
    for one in {*whole, *split}:
        yield f"{field}{WORD}{one.folded}"
        if one.accented:
            yield f"{field}{EXACT}{one.exact}"
    for words in (whole, split):
        for first, second in pairwise(words):
            yield f"{field}{PAIR}{first.folded}_{second.folded}"
    for date in chain(dates(found), days.said(clean(text))):
        yield f"{field}{PAIR}{'_'.join(date)}"
        for first, second in pairwise(date):
            yield f"{field}{PAIR}{first}_{second}"
