"""Consents that end soon while something public rests on them. Writes nothing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from ..conf import kehoach_settings
from . import public, rules
from .link_models import ConsentRequest
from .models import Consent
from .person_models import Person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Ending:
    """After ``last_day`` these public texts may no longer show or name ``person``.

    ``asked`` is a question by link that waits for its answer, if there is one.
    """

    person: Person
    last_day: dt.date
    titles: list[str]
    asked: ConsentRequest | None


def ending_soon(day: dt.date, people: Iterable[int] | None = None) -> list[Ending]:
    """Whose consent ends within ``CONSENT_ENDING_DAYS`` from ``day``, the next first.

    With ``people``, only of them. Left out is whoever is not public, and whoever goes on
    under another consent. The statements are the same however many there are.
    """
    last = day + dt.timedelta(days=kehoach_settings.CONSENT_ENDING_DAYS)
    persons = {person.pk: person for person in _about_to_change(day, last, people)}
    if not persons:
        return []
    consents: dict[int, list[Consent]] = defaultdict(list)
    for consent in Consent.objects.filter(person_id__in=persons):
        consents[consent.person_id].append(consent)
    ends: dict[int, list[tuple[dt.date, str]]] = defaultdict(list)
    for shown in public.where_shown(persons.keys()):
        for pk in shown.people:
            found = last_day(persons[pk], consents[pk], shown.purposes, day)
            if found and found <= last:
                ends[pk].append((found, shown.title))
    asked = _asked(ends.keys())
    endings = [
        Ending(
            persons[pk], min(rows)[0], sorted({t for _day, t in rows}), asked.get(pk)
        )
        for pk, rows in ends.items()
    ]
    return sorted(endings, key=lambda e: (e.last_day, e.person.sorted_as, e.person.pk))


def last_day(
    person: Person,
    consents: Collection[Consent],
    purposes: Collection[str],
    day: dt.date,
) -> dt.date | None:
    """The last day from ``day`` on which ``person`` may be shown for ``purposes``.

    ``None``: there is no end, or the time is over already.
    """
    if rules.why_not_person(person, consents, purposes=purposes, day=day):
        return None
    for turn in sorted(_turns(person, consents)):
        if turn > day and rules.why_not_person(
            person, consents, purposes=purposes, day=turn
        ):
            return turn - ONE_DAY
    return None


def _turns(person: Person, consents: Iterable[Consent]) -> set[dt.date]:
    """The days on which the answer may change to no."""
    turns = {c.withdrawn_on for c in consents if c.withdrawn_on}
    turns |= {c.ends_on + ONE_DAY for c in consents if c.ends_on}
    if person.born_on:
        age = kehoach_settings.OWN_AGREEMENT_FROM_AGE
        turns.add(_years_from(person.born_on, age))
    return turns


def _about_to_change(
    day: dt.date, last: dt.date, people: Iterable[int] | None
) -> Iterable[Person]:
    """People with a day within that time on which something ends; more than are needed."""
    age = kehoach_settings.OWN_AGREEMENT_FROM_AGE
    born = (_years_from(day, -age), _years_from(last, -age) + ONE_DAY)
    ended = Q(ends_on__range=(day, last)) | Q(withdrawn_on__range=(day, last + ONE_DAY))
    rows = Consent.objects.filter(ended).values("person")
    found = Person.objects.told_apart().filter(Q(pk__in=rows) | Q(born_on__range=born))
    return found if people is None else found.filter(pk__in=people)


def _years_from(day: dt.date, years: int) -> dt.date:
    """As ages are counted: whoever was born on 29 February has the birthday on 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def _asked(people: Collection[int]) -> dict[int, ConsentRequest]:
    """The last open question to each of ``people``; one statement."""
    waiting = ConsentRequest.objects.filter(
        person_id__in=people, answered_at=None, revoked_at=None
    )
    rows = waiting.select_related("person").order_by("pk")
    return {row.person_id: row for row in rows if row.state == "open"}
