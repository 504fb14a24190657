"""Reads of the registry of spokespersons."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Q

from ..names import register_key
from .models import Spokesperson

if TYPE_CHECKING:
    from wagtail.models import Site


def speaking_now(site: Site | None, day: dt.date) -> list[Spokesperson]:
    """Who may speak for the school of ``site`` on ``day``: the head first, then as in
    a register.

    Each has ``current_mandates``, the mandates that cover the day. Two statements.
    """
    people = Spokesperson.objects.speaking_on(day)
    if site is not None:
        people = people.filter(Q(site=None) | Q(site=site))
    for person in people:
        person.current_mandates.sort(key=lambda mandate: mandate.role_order)
    return sorted(people, key=_place)


def _place(person: Spokesperson) -> tuple[int, str]:
    return person.current_mandates[0].role_order, register_key(person.name)
