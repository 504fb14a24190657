"""The public search: what everybody may read on this site, a page at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

import swapper
from django.db import connections
from django.db.models import Count, Q
from wagtail.models import get_page_models

from ..conf import kehoach_settings
from ..indexes.restrictions import paths_restricted
from .addressing import first_id
from .documents import KIND
from .excerpts import excerpt
from .matching import matching
from .models import SearchEntry
from .ranking import ranked
from .terms import tiers

if TYPE_CHECKING:
    from django.db.models import Count, QuerySet
    from wagtail.models import Page, Site


@dataclass(frozen=True)
class Result:
    """A page that was found, and where in its text the words stand."""

    page: Page
    kind: str
    excerpt: str


@dataclass(frozen=True)
class Found:
    """One page of results; ``kinds`` are ``(address, name, how many)``."""

    results: list[Result]
    total: int
    kinds: list[tuple[str, str, int]]


def readable(site: Site) -> QuerySet:
    """The live pages of ``site`` that need no log-in and no password."""
    Page = swapper.load_model("wagtailcore", "Page")
    closed = [Q(path__startswith=path) for path in paths_restricted()]
    below = Page.objects.descendant_of(site.root_page, inclusive=True)
    return below.live().exclude(reduce(or_, closed, Q(pk__in=[])))


def find(query: str, site: Site, *, kind: str = "", number: int = 1) -> Found:
    """Page ``number`` of what ``query`` finds; with ``kind``, of this kind only."""
    matches = tiers(query)
    if not matches:
        return Found([], 0, [])
    pages = readable(site)
    counted = _counted(pages, matches)
    chosen = (
        _of_kind(pages, kind) if kind in {address for address, *_ in counted} else pages
    )
    size = kehoach_settings.ITEMS_PER_PAGE
    best = ranked(chosen, matches, (number - 1) * size, number * size)
    total = sum(
        count for address, _n, count in counted if chosen is pages or address == kind
    )
    return Found(_results([key for key, _tier in best], query), total, counted)


def _models() -> dict[str, Any]:
    return {model._meta.model_name: model for model in get_page_models()}


def _of_kind(pages: QuerySet, kind: str) -> QuerySet:
    return pages.exact_type(_models()[kind])


def _counted(pages: QuerySet, matches: list) -> list[tuple[str, str, int]]:
    found = matching(pages, matches[-1], connections[pages.db].vendor).order_by()
    rows = found.values_list("content_type__model").annotate(count=Count("pk"))
    kinds = Counter(dict(rows))
    models = _models()
    return [
        (address, models[address]._meta.verbose_name, count)
        for address, count in kinds.most_common()
        if address in models
    ]


def _results(keys: list[int], query: str) -> list[Result]:
    Page = swapper.load_model("wagtailcore", "Page")
    start = first_id(Page)
    pages = Page.objects.in_bulk(keys)
    said = SearchEntry.objects.filter(pk__in=[start + key for key in keys])
    texts = dict(said.values_list("pk", "text"))
    return [
        Result(
            page,
            page.cached_content_type.model_class()._meta.verbose_name,
            excerpt(texts.get(start + page.pk, ""), query),
        )
        for key in keys
        if (page := pages.get(key))
    ]


__all__ = ["KIND", "Found", "Result", "find"]
