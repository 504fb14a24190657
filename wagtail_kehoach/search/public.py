"""The public search: what everybody may read on this site, a page at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import swapper

from ..conf import kehoach_settings
from ..indexes.restrictions import readable
from . import facets
from .addressing import first_id
from .asked import tiers
from .documents import heading_of
from .excerpts import excerpts
from .matching import ENTRIES, key_of
from .ranking import ranked
from .suggestions import Suggestions, suggest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet
    from wagtail.models import Page, Site

    from ..indexes.filters import FilterView


_QUOTED = re.compile(r'["“”].+["“”]')


@dataclass(frozen=True)
class Result:
    """A page that was found, its number and day, and where in its text the words stand."""

    page: Page
    kind: str
    excerpt: str
    number: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Found:
    """Page ``number`` of ``last``: its results, how many there are in all, the filters.

    ``unfiltered`` is how many there would be without filters; where that is none, there
    are ``suggestions``.
    """

    results: list[Result]
    total: int = 0
    number: int = 1
    last: int = 1
    filters: list[FilterView] = field(default_factory=list)
    unfiltered: int = 0
    suggestions: Suggestions | None = None


def find(
    query: str, site: Site, *, chosen: Mapping[str, str] | None = None, number: int = 1
) -> Found:
    """What ``query`` finds; with ``chosen``, of these facets only.

    A page that is not there is the last one that is. The last word may be half a word
    behind the one before it, *ke ho*; where no page has the words, it may stand anywhere,
    and they may be written otherwise, *HS*.
    """
    quoted = _QUOTED.fullmatch(query.strip()) is not None
    matches, chosen = tiers(query, phrase=quoted, goes_on=True), chosen or {}
    if not matches:
        return Found([])
    pages = readable(site)
    counted = facets.counted(pages, matches[-1])
    begun = not counted.rows
    if begun:
        matches = tiers(query, phrase=quoted, begun=True)
        counted = facets.counted(pages, matches[-1])
    if not counted.rows:
        return Found([], suggestions=suggest(query, pages, site))
    values = facets.values_of(chosen)
    total, size = counted.total(values), kehoach_settings.ITEMS_PER_PAGE
    last = max(1, -(-total // size))
    number = max(1, min(number, last))
    wanted = facets.narrowed(matches, values) if total else []
    best = ranked(pages, wanted, (number - 1) * size, number * size)
    results = _results([key for key, _tier in best], query, begun=begun)
    views = facets.views_of(counted, query, chosen)
    return Found(results, total, number, last, views, counted.total({}))


def _results(keys: list[int], query: str, *, begun: bool) -> list[Result]:
    pages = {page.pk: page for page in _with_texts(keys)}
    found = [pages[key] for key in keys if key in pages]
    said = [heading_of(page._kehoach_text) for page in found]
    cuts = excerpts([text for _number, _day, text in said], query, begun=begun)
    kinds = {page.content_type_id: page.cached_content_type for page in found}
    names = {
        key: str(kind.model_class()._meta.verbose_name) for key, kind in kinds.items()
    }
    return [
        Result(page, names[page.content_type_id], cut, number, day)
        for page, cut, (number, day, _text) in zip(found, cuts, said, strict=True)
    ]


def _with_texts(keys: list[int]) -> QuerySet:
    """The pages with what the index has of their texts; one statement for both."""
    Page = swapper.load_model("wagtailcore", "Page")
    return (
        Page.objects.filter(pk__in=keys)
        .order_by()
        .extra(  # noqa: S610 -- no user text in it
            select={"_kehoach_text": f"{ENTRIES}.text"},
            tables=[ENTRIES],
            where=[f"{ENTRIES}.id = {key_of(Page)} + %s"],
            params=[first_id(Page)],
        )
    )
