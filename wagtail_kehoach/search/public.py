"""The public search: what everybody may read on this site, a page at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import swapper

from ..conf import kehoach_settings
from ..indexes.restrictions import readable_below, tops_and_closed
from ..languages.rules import is_same
from . import facets
from .addressing import first_id
from .asked import tiers
from .documents import heading_of
from .excerpts import excerpts
from .groups import Match
from .kinds import kinds
from .matching import ENTRIES, key_of
from .ranking import ranked
from .suggestions import Suggestions, suggest
from .terms import KIND, facet_term
from .widening import of_kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet
    from wagtail.models import Page, Site

    from ..indexes.filters import FilterView, Link


_QUOTED = re.compile(r'["“”][^"“”]+["“”]')
#: So many pages of a kind are named below those that say it.
MOST_ALSO = 5
#: And so many before anything was asked.
MOST_NEWEST = 6
#: Every entry has a kind.
EVERYTHING = Match(((f"{facet_term(KIND, '')}*",),))


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

    ``also`` are pages of the kind ``named`` by the query, which do not say it; ``every`` is
    the address of all of that kind. ``unfiltered`` is how many results there would be
    without filters; where that is none, there are ``suggestions``.
    """

    results: list[Result]
    total: int = 0
    number: int = 1
    last: int = 1
    filters: list[FilterView] = field(default_factory=list)
    unfiltered: int = 0
    suggestions: Suggestions | None = None
    also: list[Result] = field(default_factory=list)
    named: str = ""
    every: str = ""
    kinds: list[Link] = field(default_factory=list)


def find(
    query: str,
    site: Site,
    *,
    chosen: Mapping[str, str] | None = None,
    number: int = 1,
    language: str | None = None,
) -> Found:
    """What ``query`` finds; with ``chosen``, of these facets only; every page without a query.

    A page that is not there is the last one that is. The last word may be half a word
    behind the one before it, *ke ho*; where no page has the words, it may stand anywhere,
    they may be written otherwise, *HS*, and be the name of a kind, *tin doi ngoai*. Where
    pages have them, others of that kind fill up the last page. ``language``: among the
    pages of this one only.
    """
    quoted = _QUOTED.fullmatch(query.strip()) is not None
    names = () if quoted else kinds()
    matches = tiers(query, phrase=quoted, goes_on=True) if query else [EVERYTHING]
    if not matches:
        return Found([])
    tops, closed = tops_and_closed(site)
    if language:
        tops = {path: code for path, code in tops.items() if is_same(code, language)}
    if not tops:
        return Found([], suggestions=Suggestions() if query else None)
    pages = readable_below(tops, closed)
    counted = facets.counted(pages, matches[-1])
    begun = bool(query) and not counted.rows
    if begun:
        matches = tiers(query, phrase=quoted, begun=True, names=names)
        counted = facets.counted(pages, matches[-1])
    if not counted.rows:
        top = next(iter(tops)) if language else site.root_page.path
        return Found([], suggestions=suggest(query, pages, top) if query else None)
    others = None if begun else of_kind(query, names)
    asked = _Asked(query, chosen or {}, matches, others, begun)
    return _page_of(asked, pages, counted, number)


@dataclass(frozen=True)
class _Asked:
    """A query that finds something, and how."""

    query: str
    chosen: Mapping[str, str]
    matches: list[Match]
    others: Match | None
    begun: bool


def _page_of(
    asked: _Asked, pages: QuerySet, counted: facets.Counted, number: int
) -> Found:
    query, chosen = asked.query, asked.chosen
    values = facets.values_of(chosen)
    beginning = not (query or chosen)
    size = MOST_NEWEST if beginning else kehoach_settings.ITEMS_PER_PAGE
    total = counted.total(values)
    last = 1 if beginning else max(1, -(-total // size))
    number = max(1, min(number, last))
    more = [asked.others] if asked.others else []
    wanted = facets.narrowed([*(asked.matches if total else []), *more], values)
    best = ranked(pages, wanted, (number - 1) * size, number * size)
    results = _results([key for key, _tier in best], query, begun=asked.begun)
    of_words = sum(tier > len(more) for _key, tier in best)
    named, every = facets.kind_found(more[0].groups[0]) if more else ("", "")
    return Found(
        results[:of_words],
        total,
        number,
        last,
        facets.views_of(counted, query, chosen),
        counted.total({}),
        also=results[of_words:][:MOST_ALSO],
        named=named,
        every="" if chosen else every,
        kinds=facets.kinds_of(counted) if beginning else [],
    )


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
