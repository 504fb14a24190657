"""Who was taken off a picture while he agreed is in it again once he does not.

Taking somebody off needs no reason as long as he may be shown. Nobody has said by that that
the picture does not show him: so a consent that ends later must find the picture. A keeper
who takes him off then has said so, and it stays.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from . import sentences
from .person_models import Person
from .picture_models import PictureBasis
from .queries import why_not_each
from .removals import ACTION, SETTLED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from django.db.models import QuerySet

RELISTED = "kehoach.person_relisted"


def list_again(day: dt.date, people: Collection[int] | None = None) -> None:
    """List in pictures who was taken off them and may not be shown on ``day``.

    Or only those of ``people``. Safe to repeat.
    """
    taken_off = _taken_off(_removals())
    wanted = {
        person
        for persons in taken_off.values()
        for person in persons
        if people is None or person in people
    }
    refused = why_not_each(wanted, purposes=("portal",), day=day) if wanted else {}
    keys = {key for key, persons in taken_off.items() if persons & refused.keys()}
    for basis in PictureBasis.objects.filter(pk__in=keys).prefetch_related("people"):
        listed = {person.pk for person in basis.people.all()}
        if more := sorted((taken_off[basis.pk] & refused.keys()) - listed):
            basis.people.add(*more)
            log(basis, RELISTED, data={"people": more})


def once_in(person: Person) -> QuerySet[PictureBasis]:
    """The pictures from which ``person`` was taken off, and not by whoever said so."""
    taken_off = _taken_off(_removals())
    keys = [basis for basis, people in taken_off.items() if person.pk in people]
    return PictureBasis.objects.filter(pk__in=keys).exclude(people=person)


def is_open(basis: PictureBasis) -> bool:
    """Whether somebody was taken off ``basis`` whom a withdrawal would list again."""
    entries = _removals().filter(object_id=str(basis.pk))
    people = _taken_off(entries).get(basis.pk, set())
    return Person.objects.filter(pk__in=people).exists()


def said_of(basis: PictureBasis) -> list[str]:
    """What keepers are told of those who stand in ``basis`` again."""
    entries = ModelLogEntry.objects.for_instance(basis).filter(action=RELISTED)
    data = entries.values_list("data", flat=True)
    keys = {person for said in data for person in said["people"]}
    people = basis.people.filter(pk__in=keys).order_by("pk") if keys else []
    names = [person.label for person in people]
    return [sentences.listed_again(names)] if names else []


def _removals() -> QuerySet[ModelLogEntry]:
    entries = ModelLogEntry.objects.get_for_model(PictureBasis)
    return entries.filter(action=ACTION).order_by("timestamp", "pk")


def _taken_off(entries: QuerySet[ModelLogEntry]) -> dict[int, set[int]]:
    """By the key of each entry: who was last taken off it while he agreed."""
    found: dict[int, set[int]] = defaultdict(set)
    for key, data in entries.values_list("object_id", "data"):
        settled = {*data.get(SETTLED, [])}
        found[int(key)] |= {*data["people"]} - settled
        found[int(key)] -= settled
    return found
