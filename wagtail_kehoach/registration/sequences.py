"""The next number of a register, under a lock; what is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F

from ..conf import kehoach_settings
from ..organisation.queries import name_key
from .models import Register, RegisterEntry

if TYPE_CHECKING:
    from django.db.models import QuerySet


def series_of(body: str, year: int, kind: str) -> str:
    """The series in which documents of ``kind`` (``KH``) are numbered that year.

    A year goes on as it began: a setting that changes in the middle of it would give the
    same number twice.
    """
    begun = Register.objects.filter(body_key=_key(body), year=year, last_number__gt=0)
    common = {series == "" for series in begun.values_list("series", flat=True)}
    if len(common) != 1:
        common = {kehoach_settings.COMMON_NUMBER_SERIES}
    return "" if common == {True} else kind


def find_register(body: str, year: int, kind: str) -> Register | None:
    """The register of ``body`` for ``year``, if it was begun."""
    series = series_of(body, year, kind)
    return Register.objects.filter(
        body_key=_key(body), year=year, series=series
    ).first()


def begin_register(body: str, year: int, kind: str) -> int:
    """Make sure that there is a register to lock; return its key.

    Before the transaction that locks it: MariaDB ends one of two transactions that find
    none and both make it.
    """
    series = series_of(body, year, kind)
    rows = Register.objects.filter(body_key=_key(body), year=year, series=series)
    if not rows.exists():
        register = Register(body=body, body_key=_key(body), year=year, series=series)
        Register.objects.bulk_create([register], ignore_conflicts=True)
    return rows.values_list("pk", flat=True).get()


def lock(pk: int) -> Register:
    """The register with this key, ours until we commit.

    The first statement writes: SQLite locks at the first write, and refuses it to a
    transaction that has read what somebody else wrote since.
    """
    rows = Register.objects.filter(pk=pk)
    rows.update(last_number=F("last_number"))
    return rows.select_for_update().get()


def next_number(register: Register | None) -> int:
    """The number that the next document gets."""
    return (register.last_number if register else 0) + 1


def entry_with(register: Register, number: int, suffix: str) -> RegisterEntry | None:
    """The entry that bears this number, if there is one."""
    return register.entries.filter(number=number, suffix=suffix).first()


def last_entry(register: Register) -> RegisterEntry | None:
    """The entry with the highest number."""
    return register.entries.order_by("-number", "-suffix").first()


def numbers_between(register: Register, first: int, last: int) -> list[tuple[int, int]]:
    """Which numbers from ``first`` to ``last`` nobody bears, as spans."""
    known = register.entries.filter(number__gte=first, number__lte=last)
    return gaps_in(set(known.values_list("number", flat=True)), first, last)


def gaps(registers: QuerySet[Register]) -> list[tuple[Register, list[tuple[int, int]]]]:
    """The registers in which numbers are missing, with the spans. Two statements."""
    counted = registers.annotate(known=Count("entries__number", distinct=True))
    broken = list(counted.filter(known__lt=F("last_number")))
    found: dict[int, set[int]] = {}
    rows = RegisterEntry.objects.filter(register__in=[r.pk for r in broken])
    for register_id, number in rows.order_by().values_list("register_id", "number"):
        found.setdefault(register_id, set()).add(number)
    return [(r, gaps_in(found.get(r.pk, set()), 1, r.last_number)) for r in broken]


def gaps_in(known: set[int], first: int, last: int) -> list[tuple[int, int]]:
    """The spans from ``first`` to ``last`` that are not ``known``."""
    found = []
    start = first
    for number in [*sorted(n for n in known if first <= n <= last), last + 1]:
        if number > start:
            found.append((start, number - 1))
        start = number + 1
    return found


def _key(body: str) -> str:
    return name_key(body)[:255]
