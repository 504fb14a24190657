"""The search backend that a portal names in ``WAGTAILSEARCH_BACKENDS``."""

from __future__ import annotations

from collections import OrderedDict

from django.contrib.contenttypes.models import ContentType
from django.db import connections, router
from django.db.models import Count, Q
from wagtail.search.backends.base import (
    BaseIndex,
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
    FilterFieldError,
)
from wagtail.search.index import get_indexed_models
from wagtail.search.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText

from .addressing import entry_id
from .asked import tiers
from .documents import entry_of
from .kinds import kinds
from .matching import DIALECTS, FTS, matching
from .models import SearchEntry
from .ranking import ranked

WRITTEN = ["content_type", "object_id", "facets", "text", "terms"]


class KeHoachIndex(BaseIndex):
    """One table for everything; each write touches the rows of its objects only."""

    def add_items(self, model, items):
        entries = [entry_of(item) for item in items]
        unique = {} if _vendor() == "mysql" else {"unique_fields": ["id"]}
        if entries:
            SearchEntry.objects.bulk_create(
                entries,
                batch_size=200,
                update_conflicts=True,
                update_fields=WRITTEN,
                **unique,
            )

    def delete_item(self, item):
        SearchEntry.objects.filter(pk=entry_id(type(item), item.pk))._raw_delete(
            router.db_for_write(SearchEntry)
        )

    def reset(self):
        SearchEntry.objects.all().delete()


class KeHoachRebuilder:
    """Drops what is no longer there; then every object is written again."""

    def __init__(self, index):
        self.index = index

    def start(self):
        known = {model._meta.concrete_model for model in get_indexed_models()}
        for entry_type in (
            SearchEntry.objects.order_by()
            .values_list("content_type", flat=True)
            .distinct()
        ):
            self._drop_stale(entry_type, known)
        return self.index

    def _drop_stale(self, entry_type, known):
        model = ContentType.objects.get_for_id(entry_type).model_class()
        entries = SearchEntry.objects.filter(content_type=entry_type)
        if model not in known:
            entries.delete()
            return
        there = {
            entry_id(model, key)
            for key in model._base_manager.values_list("pk", flat=True)
        }
        gone = [key for key in entries.values_list("pk", flat=True) if key not in there]
        for first in range(0, len(gone), 500):
            SearchEntry.objects.filter(pk__in=gone[first : first + 500]).delete()

    def finish(self):
        """Let the database know what it now holds."""
        statement = {
            "sqlite": f"INSERT INTO {FTS}({FTS}) VALUES ('optimize')",  # noqa: S608 -- no user text in it
            "postgresql": f"ANALYZE {SearchEntry._meta.db_table}",
        }.get(_vendor())
        if statement:
            with connections[router.db_for_write(SearchEntry)].cursor() as cursor:
                cursor.execute(statement)


class KeHoachQueryCompiler(BaseSearchQueryCompiler):
    """Whole words, in titles and texts."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    typing = False

    def tiers(self):
        """What to match, best first, or ``None`` where the query is a combination."""
        query = self.query.subquery if isinstance(self.query, Boost) else self.query
        if isinstance(query, Phrase):
            return tiers(query.query_string, typing=self.typing, phrase=True)
        if isinstance(query, PlainText):
            return tiers(
                query.query_string,
                typing=self.typing,
                any_of=query.operator == "or",
                names=kinds() if self.typing else (),
            )
        return None

    def found(self):
        """Everything that is found, in no order: for counting and for facets."""
        return self.queryset.filter(self._condition(self.query))

    def _condition(self, query):
        if isinstance(query, Not):
            return ~self._condition(query.subquery)
        if isinstance(query, (And, Or)):
            connector = Q.AND if isinstance(query, And) else Q.OR
            return Q(*map(self._condition, query.subqueries), _connector=connector)
        if isinstance(query, MatchAll):
            return ~Q(pk__in=[])
        if not isinstance(query, (Phrase, PlainText, Boost)):
            name = type(query).__name__
            raise NotImplementedError(f"`{name}` is not supported by this backend.")
        compiler = type(self)(self.queryset, query)
        matches = compiler.tiers()
        if not matches:
            return Q(pk__in=[])
        objects = self.queryset.model._base_manager.using(self.queryset.db).order_by()
        keys = matching(objects, matches[-1], connections[self.queryset.db].vendor)
        return Q(pk__in=[key for (key,) in keys.values_list("pk")])


class KeHoachAutocompleteQueryCompiler(KeHoachQueryCompiler):
    """Words while they are typed: the last one may be a beginning."""

    typing = True


class KeHoachResults(BaseSearchResults):
    """Results by tier, newest first, or in the order of the queryset."""

    supports_facet = True

    def _do_search(self):
        compiler = self.query_compiler
        matches = compiler.tiers()
        if matches is None or not compiler.order_by_relevance:
            return list(self._plain()[self.start : self.stop])
        best = ranked(compiler.queryset, matches, self.start, self.stop)
        keys = [key for key, _tier in best]
        if not keys:
            return []
        objects = list(compiler.queryset.filter(pk__in=keys).order_by())
        order = {key: place for place, key in enumerate(keys)}
        objects.sort(key=lambda obj: order[obj.pk])
        if self._score_field:
            scores = dict(best)
            for obj in objects:
                setattr(obj, self._score_field, float(scores[obj.pk]))
        return objects

    def _plain(self):
        ordered = self._matched()
        by_relevance = self.query_compiler.order_by_relevance
        if by_relevance or not ordered.query.order_by:
            return ordered.order_by("-pk")
        return ordered

    def _matched(self):
        compiler = self.query_compiler
        matches = compiler.tiers()
        if matches:
            return matching(
                compiler.queryset, matches[-1], connections[compiler.queryset.db].vendor
            )
        return compiler.found()

    def _do_count(self):
        return self._matched().order_by()[self.start : self.stop].count()

    def facet(self, field_name):
        if self.query_compiler._get_filterable_field(field_name) is None:
            model = self.query_compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {model}.search_fields.",
                field_name=field_name,
            )
        rows = self._matched().order_by().values(field_name).annotate(count=Count("pk"))
        counted = [(row[field_name], row["count"]) for row in rows]
        return OrderedDict(sorted(counted, key=lambda row: -row[1]))


class SearchBackend(BaseSearchBackend):
    """Finds Vietnamese with and without accents, alike on all three databases."""

    query_compiler_class = KeHoachQueryCompiler
    autocomplete_query_compiler_class = KeHoachAutocompleteQueryCompiler
    index_class = KeHoachIndex
    results_class = KeHoachResults
    rebuilder_class = KeHoachRebuilder

    def __init__(self, params):
        super().__init__(params)
        if _vendor() not in DIALECTS:
            raise NotImplementedError(f"No search index for {_vendor()}.")


def _vendor() -> str:
    return connections[router.db_for_write(SearchEntry)].vendor
