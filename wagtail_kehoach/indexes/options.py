"""The short lists that filters offer, kept in the cache and dropped when they change."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from ..names import dictionary_key
from ..organisation.models import SchoolYear, Unit
from ..themes.models import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

#: Other workers see a change after this many seconds at the latest.
SECONDS = 60
KEYS = {
    SchoolYear: "kehoach:school-years",
    Theme: "kehoach:themes",
    Unit: "kehoach:units",
}


def school_years() -> list[tuple[str, int, str]]:
    """``(address, pk, name)`` of every school year, latest first."""
    return [(year.name, year.pk, year.name) for year in school_year_rows()]


def school_year_rows() -> list[SchoolYear]:
    """Every school year with its days, latest first."""
    return _cached(KEYS[SchoolYear], lambda: list(SchoolYear.objects.all()))


def themes() -> list[tuple[str, int, str]]:
    """``(address, pk, name)`` of every theme, in the order of the register."""
    return _cached(
        KEYS[Theme], lambda: list(Theme.objects.values_list("slug", "pk", "name"))
    )


def units() -> list[tuple[str, int, str]]:
    """``(address, pk, name)`` of every unit, in the order of the alphabet."""
    return _cached(
        KEYS[Unit],
        lambda: sorted(
            ((str(unit.pk), unit.pk, unit.name) for unit in Unit.objects.all()),
            key=lambda unit: dictionary_key(unit[2]),
        ),
    )


def countries_in(entries: QuerySet, column: str) -> list[str]:
    """The codes of the countries in ``column`` of ``entries``; forgotten by the minute."""
    used = entries.order_by().values_list(column, flat=True).distinct()
    said = hashlib.sha256(str(used.query).encode()).hexdigest()

    def codes() -> list[str]:
        return sorted(
            {code for row in used for code in str(row or "").split(",")} - {""}
        )

    return _cached(f"kehoach:countries:{said}", codes)


def connect() -> None:
    """Forget a list when one of its rows changes; called once, when the app is ready."""
    for model in KEYS:
        for signal in (post_save, post_delete):
            signal.connect(_forget, sender=model, dispatch_uid=f"kehoach.{model}")


def _forget(sender, **kwargs) -> None:
    cache.delete(KEYS[sender])


def _cached(key: str, make: Callable[[], list]) -> list:
    return cache.get_or_set(key, make, SECONDS)
