"""What to try where nothing was found: other spellings, fewer words, the lists of a site.

Every query that is offered finds something. The cost is bounded: two statements, and
the beginnings of the newest pages as words to compare with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Left
from wagtail.models import get_page_models

from ..folding import clean, fold, word
from ..indexes.models import IndexPageMixin
from ..spokespersons.pages import SpokespersonIndexPageMixin
from .addressing import first_id
from .asked import tiers
from .groups import OF_NUMBERS, Match
from .models import SearchEntry
from .ranking import answered
from .spelling import Vocabulary, is_number
from .words import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet
    from wagtail.models import Page

#: Words are compared with those of so many of the newest pages, so far into each.
NEWEST, BEGINNING = 500, 600
#: Longer queries are sentences that somebody pasted.
MOST_WORDS = 8
#: What a sentence puts around a word.
AROUND = ".,;:!?()[]/-–\"'“”‘’…"
MOST_SPELLINGS, MOST_OFFERED = 6, 3
LISTS = (IndexPageMixin, SpokespersonIndexPageMixin)


@dataclass(frozen=True)
class Suggestions:
    """Queries with another spelling, queries with fewer words, pages that list others.

    ``numbers`` are those of other documents of the kind, where the number of one was typed
    and none is near it. ``of_number``: a number was typed, with its symbol or without.
    """

    spellings: list[str] = field(default_factory=list)
    fewer: list[str] = field(default_factory=list)
    lists: list[Page] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    of_number: bool = False


class Spelling(NamedTuple):
    """A query spelt otherwise; which of its words were replaced; whether texts have its pairs."""

    text: str
    replaced: frozenset[str]
    likely: bool


def suggest(query: str, pages: QuerySet, top: str) -> Suggestions:
    """What to try instead of ``query``, which finds none of ``pages``; lists below ``top``."""
    said = _said(query)[:MOST_WORDS]
    known = _known(pages)
    vocabulary = Vocabulary(_texts(known))
    other, fewer = _spelt_otherwise(said, vocabulary), _shorter(said)
    numbers = _of_kind(said, vocabulary)
    texts = [*other, *map(" ".join, fewer), *numbers]
    asked, rows = _matches(texts), _matches(texts, phrase=True)
    good = set(answered(pages, [*dict.fromkeys([*asked.values(), *rows.values()])]))
    found = {text for text in texts if asked[text] in good}
    in_a_row = {text for text in texts if rows[text] in good}
    spelt = [
        spelling
        for spelling in other.values()
        if spelling.text in (found if spelling.likely else in_a_row)
        # A word that some page has is not spelt wrongly.
        and not spelling.replaced & found
    ]
    # Words that some page has in this order are likelier meant than words it has somewhere.
    spelt.sort(key=lambda spelling: spelling.text not in in_a_row)
    return Suggestions(
        [spelling.text for spelling in spelt[:MOST_OFFERED]],
        [
            vocabulary.as_written(words)
            for words in _left(_not_in(spelt, fewer), found, in_a_row)
        ],
        _lists(known, top),
        [] if spelt else [number for number in numbers if number in found],
        any(is_number(part) or part.isdecimal() for part in said),
    )


def _said(query: str) -> list[str]:
    """The words of ``query`` without the signs around them; no *số* before a number."""
    parts = [part.strip(AROUND) for part in clean(query).split()]
    words = [part for part in parts if any(units(part))]
    following = [*words[1:], ""]
    return [
        part
        for part, after in zip(words, following, strict=True)
        if not (word(part).exact in OF_NUMBERS and after[:1].isdigit())
    ]


def _of_kind(said: list[str], vocabulary: Vocabulary) -> list[str]:
    """Documents of the kind of the first number in ``said``."""
    typed = next(filter(is_number, said), "")
    return vocabulary.of_kind(typed)[:MOST_OFFERED] if typed else []


def _matches(texts: list[str], *, phrase=False) -> dict[str, Match]:
    """Which pages have every word of each of ``texts``; or have them in a row."""
    return {text: tiers(text, phrase=phrase)[-1] for text in texts}


def _not_in(spelt: list[Spelling], fewer: list[list[str]]) -> list[list[str]]:
    """Those of ``fewer`` that say anything beside what is offered already."""
    offered = [set(fold(spelling.text).split()) for spelling in spelt]
    return [
        words
        for words in fewer
        if not any(set(map(fold, words)) <= whole for whole in offered)
        and (not spelt or len(words) > 1 or not words[0].isalpha())
    ]


def _left(
    fewer: list[list[str]], found: set[str], in_a_row: set[str]
) -> list[list[str]]:
    """What of ``fewer`` is offered: what some page has in a row, else what it has somewhere."""
    for texts in (in_a_row, found):
        kept = [words for words in fewer if " ".join(words) in texts]
        if any(len(words) > 1 for words in kept) or texts is found:
            return _not_within(kept)[:MOST_OFFERED]
    return []


def _known(pages: QuerySet) -> list[Page]:
    """The newest ``pages`` with the beginning of their texts, and all that list others."""
    model = pages.model
    entry = SearchEntry.objects.filter(pk=OuterRef("pk") + first_id(model))
    text = entry.values(beginning=Left("text", BEGINNING))
    last = model.objects.order_by("-pk").values("pk")[NEWEST : NEWEST + 1]
    newest = Q(pk__gt=Coalesce(Subquery(last), 0))
    found = pages.filter(newest | Q(content_type__in=_kinds_of_lists()))
    return list(
        found.order_by("path")
        .annotate(beginning=Subquery(text))
        .only("title", "path", "url_path", "content_type", "locale")
    )


def _kinds_of_lists() -> list[ContentType]:
    kinds = [model for model in get_page_models() if issubclass(model, LISTS)]
    return list(ContentType.objects.get_for_models(*kinds).values())


def _texts(known: list[Page]) -> Iterator[str]:
    for page in known:
        yield clean(f"{page.title}\n{page.beginning or ''}").lower()


def _spelt_otherwise(said: list[str], vocabulary: Vocabulary) -> dict[str, Spelling]:
    """``said`` with words that no page has replaced by the nearest that one has."""
    choices = [vocabulary.nearest(part) or [part] for part in said]
    found: dict[str, Spelling] = {}
    for chosen in islice(product(*choices), MOST_SPELLINGS):
        new = [at for at, part in enumerate(said) if chosen[at] != part]
        if new:
            text = vocabulary.as_written(" ".join(chosen).split())
            likely = all(_goes_together(chosen, at, vocabulary) for at in new)
            replaced = frozenset(said[at] for at in new)
            found.setdefault(text, Spelling(text, replaced, likely))
    return found


def _goes_together(chosen: tuple[str, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what was put in stands in some text beside its neighbours: no *so dien thoi*."""
    words = chosen[at].split()
    pairs = [
        *((one.split()[-1], words[0]) for one in chosen[:at][-1:]),
        *((words[-1], one.split()[0]) for one in chosen[at + 1 :][:1]),
    ]
    # Two words that were typed as one stand together; numbers are in no pair.
    return len(words) > 1 or all(
        vocabulary.beside(*pair) for pair in pairs if all(map(str.isalpha, pair))
    )


def _shorter(said: list[str]) -> list[list[str]]:
    """Parts of ``said``, the longest first: without one word, a half, one word alone.

    Of the number of a document, its symbol alone.
    """
    without = [said[:at] + said[at + 1 :] for at in reversed(range(len(said)))]
    half = len(said) // 2
    alone = sorted(([part] for part in said), key=lambda one: -len(one[0]))
    pieces = [
        [piece]
        for part in said
        for piece in reversed(part.split("/", 1))
        if piece != part and any(map(str.isalpha, piece))
    ]
    parts = [*without, said[:half], said[half:], *alone, *pieces]
    texts = dict.fromkeys(tuple(part) for part in parts if part)
    return [list(text) for text in texts if list(text) != said]


def _not_within(parts: list[list[str]]) -> list[list[str]]:
    """Those of ``parts`` that say more than a part of one before."""
    kept: list[list[str]] = []
    for words in parts:
        if not any(set(words) <= set(longer) for longer in kept):
            kept.append(words)
    return kept


def _lists(known: list[Page], top: str) -> list[Page]:
    """Those that list others, below the path ``top``."""
    kinds = {kind.pk for kind in _kinds_of_lists()}
    return [
        page
        for page in known
        if page.content_type_id in kinds and page.path.startswith(top)
    ]
