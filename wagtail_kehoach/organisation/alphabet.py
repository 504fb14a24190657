"""Short lists in the order of the Vietnamese alphabet, which no database is asked for.

SQLite sorts by code, PostgreSQL and MariaDB by what somebody installed: đ comes last, or
together with d. Each list is read once, and the places of its rows are told the database.
Where there may be many rows, the order belongs in a column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Case, CharField, F, Model, QuerySet, When

from ..names import dictionary_key, register_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models.expressions import OrderBy


def in_register_order(rows: QuerySet, name_of: Callable[[Any], str]) -> QuerySet:
    """``rows``, of which there are few, as a class register has their names."""
    keys = {row.pk: register_key(name_of(row)) for row in rows}
    return rows.order_by(_places(keys).asc(), F("pk").asc())


def in_alphabetical_order(
    rows: QuerySet, *ordering: str, people: tuple[str, ...] = ()
) -> QuerySet:
    """``rows``, of which there are few, by ``ordering``, or as their model has it.

    What is words goes by the dictionary, and names of ``people`` by the class register.
    """
    wanted = ordering or rows.model._meta.ordering
    places = [_place(rows, said, people) for said in wanted]
    # Expressions, all of them: the search asks for an index of any column that is named.
    return rows.order_by(*places, F("pk").asc())


def _place(rows: QuerySet, said: str, people: tuple[str, ...]) -> OrderBy:
    field = said.removeprefix("-")
    place: Case | F = F(field)
    if words := _words(rows.model, field):
        key = register_key if field in people else dictionary_key
        shown = rows.order_by().values_list("pk", words)
        place = _places({pk: key(text or "") for pk, text in shown})
    return place.desc() if said.startswith("-") else place.asc()


def _words(model: type[Model], name: str) -> str:
    """Where the words of a column are read; empty for numbers, days and choices."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    if field.related_model is model:
        return f"{name}__name"
    return name if isinstance(field, CharField) and not field.choices else ""


def _places(keys: dict[Any, str]) -> Case | F:
    """What the database sorts by: rows of one key stand in one place."""
    numbers = {key: number for number, key in enumerate(sorted({*keys.values()}))}
    whens = [When(pk=pk, then=numbers[key]) for pk, key in keys.items()]
    return Case(*whens) if whens else F("pk")
