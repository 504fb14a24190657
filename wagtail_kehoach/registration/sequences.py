"""The next number of a register, under a lock; what is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F

from ..conf import kehoach_settings
from ..organisation.bodies import Identities
from .models import Register, RegisterEntry

if TYPE_CHECKING:
    from django.db.models import QuerySet


def registers_of(body: str, **said: int) -> list[Register]:
    """The registers of ``body``, under whatever name each was begun. Two statements.

    The one that numbers go on in comes first. There is one for each year and series,
    unless an older version began another one under another spelling.
    """
    identities = Identities()
    own = identities.of(body)
    rows = Register.objects.filter(**said).order_by("-last_number", "pk")
    return [register for register in rows if identities.of(register.body) == own]


def find_register(body: str, year: int, kind: str) -> Register | None:
    """The register of ``body`` for ``year``, if it was begun."""
    known = registers_of(body, year=year)
    series = _series(known, kind)
    return next((register for register in known if register.series == series), None)


def begin_register(body: str, year: int, kind: str) -> int:
    """Make sure that there is a register to lock; return its key.

    Before the transaction that locks it: MariaDB ends one of two transactions that find
    none and both make it. Two that do so at once under two spellings make the same one.
    """
    if found := find_register(body, year, kind):
        return found.pk
    series = _series(registers_of(body, year=year), kind)
    key = Identities().of(body)[:255]
    register = Register(body=body, body_key=key, year=year, series=series)
    Register.objects.bulk_create([register], ignore_conflicts=True)
    made = Register.objects.filter(body_key=key, year=year, series=series)
    return made.values_list("pk", flat=True).get()


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


def entries_of(register: Register) -> QuerySet[RegisterEntry]:
    """What was entered here, and under another spelling of the same body."""
    if register.same is None:
        said = {"year": register.year, "series": register.series}
        register.same = [row.pk for row in registers_of(register.body, **said)]
    return RegisterEntry.objects.filter(register__in=register.same)


def entry_with(register: Register, number: int, suffix: str) -> RegisterEntry | None:
    """The entry that bears this number, if there is one."""
    return entries_of(register).filter(number=number, suffix=suffix).first()


def last_entry(register: Register) -> RegisterEntry | None:
    """The entry with the highest number."""
    return entries_of(register).order_by("-number", "-suffix").first()


def numbers_between(register: Register, first: int, last: int) -> list[tuple[int, int]]:
    """Which numbers from ``first`` to ``last`` nobody bears, as spans."""
    known = entries_of(register).filter(number__gte=first, number__lte=last)
    return gaps_in(set(known.values_list("number", flat=True)), first, last)


def gaps(registers: QuerySet[Register]) -> list[tuple[Register, list[tuple[int, int]]]]:
    """The registers in which numbers are missing, with the spans. Three statements.

    A number that was given under another spelling of the same body is not missing.
    """
    identities = Identities()
    counted = registers.annotate(known=Count("entries__number", distinct=True))
    same: dict[tuple, list[Register]] = {}
    for row in counted.order_by("-last_number", "pk"):
        key = (row.year, row.series, identities.of(row.body))
        same.setdefault(key, []).append(row)
    broken = [rows for rows in same.values() if rows[0].known < rows[0].last_number]
    owners = {row.pk: rows[0].pk for rows in broken for row in rows}
    found: dict[int, set[int]] = {}
    entered = RegisterEntry.objects.filter(register__in=owners).order_by()
    for register_id, number in entered.values_list("register_id", "number"):
        found.setdefault(owners[register_id], set()).add(number)
    books = sorted((rows[0] for rows in broken), key=lambda row: (-row.year, row.pk))
    missing = [(b, gaps_in(found.get(b.pk, set()), 1, b.last_number)) for b in books]
    return [(book, spans) for book, spans in missing if spans]


def gaps_in(known: set[int], first: int, last: int) -> list[tuple[int, int]]:
    """The spans from ``first`` to ``last`` that are not ``known``."""
    found = []
    start = first
    for number in [*sorted(n for n in known if first <= n <= last), last + 1]:
        if number > start:
            found.append((start, number - 1))
        start = number + 1
    return found


def _series(known: list[Register], kind: str) -> str:
    """The series in which documents of ``kind`` (``KH``) are numbered that year.

    A year goes on as it began: a setting that changes in the middle of it would give the
    same number twice.
    """
    common = {register.series == "" for register in known if register.last_number}
    if len(common) != 1:
        common = {kehoach_settings.COMMON_NUMBER_SERIES}
    return "" if common == {True} else kind
