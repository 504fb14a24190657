"""The best matches, in the same order on every database: by tier, then newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connections

from .matching import DIALECTS, ENTRIES, FTS, key_of, matching

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .terms import Match


def ranked(
    queryset: QuerySet, matches: list[Match], start: int = 0, stop: int | None = None
) -> list[tuple[Any, int]]:
    """``(primary key, tier)`` of the matches from ``start`` to ``stop``; one statement.

    The newest ``stop`` of each tier are enough: whoever is among the first ``stop`` of all
    has fewer than ``stop`` newer ones before it in its own tier.
    """
    if not matches:
        return []
    connection = connections[queryset.db]
    say = DIALECTS[connection.vendor]
    _condition, first = say(matches[0])
    # The tiers differ in this parameter only, and making the statement costs time.
    try:
        sql, values = _best(queryset, matches[0], stop, connection)
    except EmptyResultSet:
        # The page of a paginator that has counted none, or a filter that nothing passes.
        return []
    parts, parameters = [], []
    for tier, match in zip(range(len(matches), 0, -1), matches, strict=True):
        parts.append(f"SELECT number, {tier} AS tier FROM ({sql}) found")  # noqa: S608 -- own SQL
        _condition, said = say(match)
        parameters += [said if value == first else value for value in values]
    statement = (
        f"SELECT number, MAX(tier) AS best FROM ({' UNION ALL '.join(parts)}) every_tier "  # noqa: S608 -- no user text in it
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


def _best(
    queryset: QuerySet, match: Match, stop: int | None, connection
) -> tuple[str, Any]:
    found = matching(queryset, match, connection.vendor)
    place = f"{FTS}.rowid" if connection.vendor == "sqlite" else f"{ENTRIES}.id"
    found = found.order_by().extra(  # noqa: S610 -- no user text in it
        select={"number": key_of(queryset.model)}, order_by=[f"-{place}"]
    )
    best = found.values_list("number")[:stop]
    return best.query.get_compiler(connection=connection).as_sql()


def _python(field, value: Any, connection) -> Any:
    while field.remote_field:
        field = field.target_field
    for convert in [*connection.ops.get_db_converters(field.get_col(""))]:
        value = convert(value, field, connection)
    return field.to_python(value)
