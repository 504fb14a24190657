"""A ``Match`` in the words of each database: FTS5, GIN, FULLTEXT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connections, models
from django.db.models import Count

from .addressing import BITS, first_id, has_numbers
from .models import SearchEntry

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .groups import Match

ENTRIES = SearchEntry._meta.db_table
FTS = f"{ENTRIES}_fts"
#: Reads matches from the index alone, however many they are; see migration 0007.
FROM_INDEX = "wagtail_kehoach_matching"


def sqlite(match: Match) -> tuple[str, str]:
    """The condition on ``id`` and its parameter, on SQLite."""
    said = _joined(
        match, " AND ", " OR ", lambda t: f'"{t[:-1]}"*' if t[-1] == "*" else f'"{t}"'
    )
    return f"{FTS} MATCH %s", said


def postgresql(match: Match) -> tuple[str, str]:
    """The same on PostgreSQL, in the words of its GIN index."""
    said = _joined(
        match, " & ", " | ", lambda t: f"'{t[:-1]}':*" if t[-1] == "*" else f"'{t}'"
    )
    return f"{ENTRIES}.vector @@ %s::tsquery", said


def mysql(match: Match) -> tuple[str, str]:
    """The same on MariaDB and MySQL."""
    groups = [" ".join(group) for group in match.groups]
    sign = "" if match.any_of else "+"
    said = " ".join(f"{sign}({group})" for group in groups)
    return f"MATCH ({ENTRIES}.terms) AGAINST (%s IN BOOLEAN MODE)", said


DIALECTS = {"sqlite": sqlite, "postgresql": postgresql, "mysql": mysql}


def _joined(match: Match, all_of: str, any_of: str, quoted) -> str:
    groups = [any_of.join(map(quoted, group)) for group in match.groups]
    return (any_of if match.any_of else all_of).join(f"({group})" for group in groups)


def matching(queryset: QuerySet, match: Match, vendor: str) -> QuerySet:
    """Those of ``queryset`` that ``match``, joined with the index they are found in."""
    model = queryset.model
    condition, parameter = DIALECTS[vendor](match)
    number, table = ("rowid", FTS) if vendor == "sqlite" else ("id", ENTRIES)
    start = first_id(model)
    key = key_of(model)
    where = [condition, f"{table}.{number} BETWEEN %s AND %s"]
    parameters = [parameter, start, start + (1 << BITS) - 1]
    tables = [table]
    if has_numbers(model):
        where.append(f"{key} = {table}.{number} - %s")
        parameters.append(start)
    else:
        tables, extra = _by_text(table, key, vendor)
        where += extra
    return queryset.extra(tables=tables, where=where, params=parameters)  # noqa: S610 -- no user text in it


def tally(pages: QuerySet, match: Match) -> list[tuple[str, int]]:
    """How many of ``pages`` ``match``, for each text of facets. One statement."""
    connection = connections[pages.db]
    if connection.vendor == "postgresql":
        return _tally_from_index(pages, match, connection)
    found = matching(pages, match, connection.vendor).order_by()
    entries = {"select": {"facets": f"{ENTRIES}.facets"}}
    if connection.vendor == "sqlite":
        entries |= {"tables": [ENTRIES], "where": [f"{ENTRIES}.id = {FTS}.rowid"]}
    rows = found.extra(**entries).values_list("facets")  # no user text in it
    return list(rows.annotate(count=Count("pk")))


def _tally_from_index(
    pages: QuerySet, match: Match, connection
) -> list[tuple[str, int]]:
    _condition, said = postgresql(match)
    page, parameters = pages.order_by().values_list("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT found.facets, COUNT(*) FROM {FROM_INDEX}(%s::tsquery) found "  # noqa: S608 -- no user text in it
            f"JOIN ({page}) page(key) ON page.key = found.number - %s GROUP BY found.facets",
            [said, *parameters, first_id(pages.model)],
        )
        return cursor.fetchall()


def _by_text(table: str, key: str, vendor: str) -> tuple[list[str], list[str]]:
    if vendor == "sqlite":
        return [FTS, ENTRIES], [
            f"{ENTRIES}.id = {FTS}.rowid",
            f"{ENTRIES}.object_id = {key}",
        ]
    kind = "varchar" if vendor == "postgresql" else "char"
    return [table], [f"{ENTRIES}.object_id = CAST({key} AS {kind})"]


def key_of(model: type[models.Model]) -> str:
    """The column of the primary key of ``model``, as every database reads it."""
    return f"{model._meta.db_table}.{model._meta.pk.column}"
