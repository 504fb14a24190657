"""What to try where nothing was found: other spellings, fewer words, the lists of a site.

Every query that is offered finds something. The cost is bounded: two statements, and
the beginnings of the newest pages as words to compare with.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Left
from wagtail.models import get_page_models

from ..folding import clean
from ..indexes.models import IndexPageMixin
from ..spokespersons.pages import SpokespersonIndexPageMixin
from .addressing import first_id
from .asked import Match, tiers
from .models import SearchEntry
from .ranking import answered
from .spelling import Vocabulary
from .words import units

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Page, Site

#: Words are compared with those of so many of the newest pages, so far into each.
NEWEST, BEGINNING = 500, 600
#: Longer queries are sentences that somebody pasted.
MOST_WORDS = 8
MOST_SPELLINGS, MOST_OFFERED = 6, 3
LISTS = (IndexPageMixin, SpokespersonIndexPageMixin)


@dataclass(frozen=True)
class Suggestions:
    """Queries with another spelling, queries with fewer words, pages that list others."""

    spellings: list[str] = field(default_factory=list)
    fewer: list[str] = field(default_factory=list)
    lists: list[Page] = field(default_factory=list)


def suggest(query: str, pages: QuerySet, site: Site) -> Suggestions:
    """What to try instead of ``query``, which finds none of ``pages``."""
    said = [part for part in clean(query).split() if any(units(part))][:MOST_WORDS]
    known = _known(pages)
    other, fewer = _spelt_otherwise(said, _vocabulary(known)), _shorter(said)
    asked = {text: _match(text) for text in (*other, *fewer)}
    rows = {text: tiers(text, phrase=True)[-1] for text in other}
    good = set(answered(pages, [*asked.values(), *rows.values()]))
    found = [text for text, match in asked.items() if match in good]
    # Words that some page has in this order are likelier meant than words it has somewhere.
    spelt = sorted(
        (text for text in found if text in rows),
        key=lambda text: rows[text] not in good,
    )
    return Suggestions(
        spelt[:MOST_OFFERED],
        _not_within([text for text in found if text in fewer])[:MOST_OFFERED],
        _lists(known, site),
    )


def _match(text: str) -> Match:
    """Which pages have every word of ``text``."""
    return tiers(text)[-1]


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


def _vocabulary(known: list[Page]) -> Vocabulary:
    counted: Counter[str] = Counter()
    for page in known:
        counted.update(clean(f"{page.title} {page.beginning or ''}").lower().split())
    return Vocabulary(counted)


def _spelt_otherwise(said: list[str], vocabulary: Vocabulary) -> list[str]:
    """``said`` with words that no page has replaced by the nearest that one has."""
    choices = [vocabulary.nearest(part) or [part] for part in said]
    found = (" ".join(chosen) for chosen in product(*choices))
    return [text for text in islice(found, MOST_SPELLINGS) if text != " ".join(said)]


def _shorter(said: list[str]) -> list[str]:
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
    texts = dict.fromkeys(" ".join(part) for part in parts if part)
    return [text for text in texts if text != " ".join(said)]


def _not_within(texts: list[str]) -> list[str]:
    """Those of ``texts`` that say more than a part of one before."""
    kept: list[str] = []
    for text in texts:
        words = set(text.split())
        if not any(words <= set(longer.split()) for longer in kept):
            kept.append(text)
    return kept


def _lists(known: list[Page], site: Site) -> list[Page]:
    """Those that list others, of the language of ``site``."""
    kinds = {kind.pk for kind in _kinds_of_lists()}
    root = site.root_page.path
    return [
        page
        for page in known
        if page.content_type_id in kinds and page.path.startswith(root)
    ]
