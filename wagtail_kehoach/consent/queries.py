"""Reads of the registry of consents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from . import rules
from .models import Consent, Person, PictureBasis

if TYPE_CHECKING:
    from collections.abc import Iterable


def why_not_people(
    people: Iterable[int],
    pictures: Iterable[int],
    *,
    purposes: Iterable[str],
    day: dt.date,
) -> str | None:
    """Return why these people and pictures may not be shown on ``day``, or ``None``."""
    asked = set(people)
    if pictures := set(pictures):
        rows = PictureBasis.objects.filter(image_id__in=pictures)
        asked |= set(rows.exclude(people=None).values_list("people", flat=True))
    if not asked:
        return None
    found: dict[int, list[Consent]] = {pk: [] for pk in asked}
    for consent in Consent.objects.filter(person_id__in=asked):
        found[consent.person_id].append(consent)
    for person in Person.objects.filter(pk__in=asked):
        reason = rules.why_not_person(
            person, found[person.pk], purposes=purposes, day=day
        )
        if reason:
            return reason
    return None
