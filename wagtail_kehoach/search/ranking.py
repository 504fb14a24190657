"""The best matches, in the same order on every database: by tier, then newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connections

from .addressing import BITS, first_id, has_numbers
from .matching import DIALECTS, ENTRIES, FROM_INDEX, FTS, key_of, matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from .groups import Match

#: So many of the newest entries PostgreSQL reads before it asks its index.
NEWEST = 100


def ranked(
    queryset: QuerySet, matches: list[Match], start: int = 0, stop: int | None = None
) -> list[tuple[Any, int]]:
    """``(primary key, tier)`` of the matches from ``start`` to ``stop``; one statement.

    The newest ``stop`` of each tier are enough: whoever is among the first ``stop`` of all
    has fewer than ``stop`` newer ones before it in its own tier.
    """
    connection = connections[queryset.db]
    every, parameters = _every_tier(queryset, matches, stop, connection)
    if not every:
        return []
    statement = (
        f"SELECT number, MAX(tier) AS best FROM ({every}) every_tier "  # noqa: S608 -- no user text in it
        "GROUP BY number ORDER BY best DESC, number DESC"
    )
    if stop is not None:
        statement += f" LIMIT {int(stop - start)} OFFSET {int(start)}"
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    field = queryset.model._meta.pk
    rows = rows if stop is not None else rows[start:]
    return [(_python(field, number, connection), tier) for number, tier in rows]


def answered(queryset: QuerySet, matches: list[Match]) -> list[Match]:
    """Those of ``matches`` that find something, in their order; one statement."""
    connection = connections[queryset.db]
    every, parameters = _every_tier(queryset, matches, 1, connection)
    if not every:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT tier FROM ({every}) every_tier", parameters)  # noqa: S608 -- no user text in it
        found = {len(matches) - tier for (tier,) in cursor.fetchall()}
    return [match for place, match in enumerate(matches) if place in found]


def _every_tier(
    queryset: QuerySet, matches: list[Match], stop: int | None, connection
) -> tuple[str, list]:
    """The best of each of ``matches``, the first in the highest tier; nothing if none can be."""
    if not matches:
        return "", []
    newest_first = stop and has_numbers(queryset.model)
    try:
        if connection.vendor == "postgresql" and newest_first:
            return _newest_first(queryset, matches, stop, connection)
        return _one_by_one(queryset, matches, stop, connection)
    except EmptyResultSet:
        # The page of a paginator that has counted none, or a filter that nothing passes.
        return "", []


def _one_by_one(
    queryset: QuerySet, matches: list[Match], stop: int | None, connection
) -> tuple[str, list]:
    say = DIALECTS[connection.vendor]
    # The tiers differ in this parameter only, and making the statement costs time.
    _condition, first = say(matches[0])
    found = matching(queryset, matches[0], connection.vendor)
    place = f"{FTS}.rowid" if connection.vendor == "sqlite" else f"{ENTRIES}.id"
    found = found.order_by().extra(  # noqa: S610 -- no user text in it
        select={"number": key_of(queryset.model)}, order_by=[f"-{place}"]
    )
    best = found.values_list("number")[:stop]
    sql, values = best.query.get_compiler(connection=connection).as_sql()
    parts, parameters = [], []
    for tier, match in _numbered(matches):
        parts.append(f"SELECT number, {tier} AS tier FROM ({sql}) found")  # noqa: S608 -- own SQL
        _condition, said = say(match)
        parameters += [said if value == first else value for value in values]
    return " UNION ALL ".join(parts), parameters


def _newest_first(
    queryset: QuerySet, matches: list[Match], stop: int, connection
) -> tuple[str, list]:
    """On PostgreSQL, among the newest entries first, and from the index where these are few.

    It takes a word that it has no figures of for one that a two-hundredth of all entries
    have. Left alone, it looks for two of 50,000 by reading them all from the newest. The
    tiers are rows of one statement, so that it is planned once; ``COALESCE`` keeps the
    newest from being looked up in the index of words, which may have every page.
    """
    start = first_id(queryset.model)
    end = start + (1 << BITS) - 1
    rows = queryset.order_by().values_list("pk").query
    page, values = rows.get_compiler(connection=connection).as_sql()
    tiers, said = [], []
    for tier, match in _numbered(matches):
        tiers.append(f"({tier}, %s::tsquery)")
        said.append(DIALECTS["postgresql"](match)[1])
    newest = (
        f"SELECT key AS number FROM {ENTRIES} JOIN ({page}) page(key) "  # noqa: S608 -- own SQL
        f"ON key = id - %s WHERE COALESCE(vector @@ said, FALSE) "
        f"AND id BETWEEN %s AND %s AND id > COALESCE((SELECT id FROM {ENTRIES} "
        f"WHERE id BETWEEN %s AND %s ORDER BY id DESC LIMIT 1 OFFSET {NEWEST}), 0) "
        f"ORDER BY id DESC LIMIT {int(stop)}"
    )
    every = (
        f"SELECT key FROM (SELECT number FROM {FROM_INDEX}(said) ORDER BY number DESC) "  # noqa: S608 -- own SQL
        f"hit JOIN ({page}) page(key) ON key = hit.number - %s "
        f"WHERE (SELECT COUNT(*) FROM newest) < {int(stop)} "
        f"ORDER BY hit.number DESC LIMIT {int(stop)}"
    )
    sql = (
        f"SELECT number, tier FROM (VALUES {', '.join(tiers)}) tiers(tier, said) "  # noqa: S608 -- own SQL
        f"CROSS JOIN LATERAL (WITH newest AS MATERIALIZED ({newest}) "
        f"SELECT number FROM newest UNION ALL ({every})) found"
    )
    return sql, [*said, *values, start, start, end, start, end, *values, start]


def _numbered(matches: list[Match]) -> Iterator[tuple[int, Match]]:
    """The best one with the highest number."""
    return zip(range(len(matches), 0, -1), matches, strict=True)


def _python(field, value: Any, connection) -> Any:
    while field.remote_field:
        field = field.target_field
    for convert in [*connection.ops.get_db_converters(field.get_col(""))]:
        value = convert(value, field, connection)
    return field.to_python(value)
