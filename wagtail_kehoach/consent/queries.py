"""Reads of the registry of consents."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import models

from ..approval.rules import all_of
from ..conf import kehoach_settings
from ..folding import begun_in, words_of
from . import file_sentences, rules
from .link_models import ConsentRequest
from .models import Consent
from .person_models import Person
from .picture_models import PictureBasis

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    #: People by key, each with all their consents.
    Known = dict[int, tuple[Person, list[Consent]]]


def why_not_people(
    people: Iterable[int],
    pictures: Iterable[int],
    *,
    purposes: Iterable[str],
    day: dt.date,
    called: Callable[[Collection[str]], Collection[str]] | None = None,
) -> str | None:
    """Return why these people and pictures may not be shown on ``day``, or ``None``.

    A line for each person and purpose. ``called`` says which of some full names stand in
    the text: who agreed to that once, and does no more, may not be called so.
    """
    listed = set(people)
    asked = models.Q(pk__in=listed)
    if pictures := set(pictures):
        rows = PictureBasis.objects.filter(image_id__in=pictures)
        asked |= models.Q(pk__in=rows.exclude(people=None).values("people"))
    known = _of(asked, day)
    reasons = known.refused(purposes).values()
    ended = known.full_names_ended() if called else {}
    own = {name: reason for pk, (name, reason) in ended.items() if pk in listed}
    said = called(own) if called and own else ()
    return all_of(
        *reasons, *(own[name] for name in own if name in said), *_over(pictures, day)
    )


@dataclass(frozen=True)
class Registered:
    """Some people of the registry, with all their consents: what may be said on ``day``."""

    known: Known
    day: dt.date

    @property
    def people(self) -> dict[int, Person]:
        """Those of them who are still in the registry."""
        return {pk: person for pk, (person, _consents) in self.known.items()}

    def refused(self, purposes: Iterable[str]) -> dict[int, str]:
        """Those who may not be shown for ``purposes``, each with the reason."""
        asked = [*purposes]
        reasons = {
            pk: rules.why_not_person(person, consents, purposes=asked, day=self.day)
            for pk, (person, consents) in self.known.items()
        }
        return {pk: reason for pk, reason in reasons.items() if reason}

    def full_names_ended(self) -> dict[int, tuple[str, str]]:
        """Those who may be called by the full name no more: that name, and why."""
        ended = {
            pk: (
                person.full_name,
                rules.full_name_has_ended(person, consents, self.day),
            )
            for pk, (person, consents) in self.known.items()
        }
        return {pk: (name, reason) for pk, (name, reason) in ended.items() if reason}


def registered(people: Iterable[int], day: dt.date) -> Registered:
    """What the registry says of ``people`` on ``day``. Two statements, none for nobody."""
    keys = {*people}
    return _of(models.Q(pk__in=keys), day) if keys else Registered({}, day)


def why_not_each(
    people: Iterable[int], *, purposes: Iterable[str], day: dt.date
) -> dict[int, str]:
    """Those of ``people`` who may not be shown on ``day``, each with the reason."""
    return registered(people, day).refused(purposes)


def refused_among(
    groups: Sequence[tuple[Collection[int], Collection[str], dt.date]],
) -> list[bool]:
    """Whether somebody of each group may not be shown: people, purposes, day.

    Or may be called by the full name no more, if the text does so. The statements are the
    same however many groups there are.
    """
    everybody = set().union(*(people for people, _purposes, _day in groups))
    known = _with_consents(models.Q(pk__in=everybody)) if everybody else {}
    return [
        any(
            rules.why_not_person(*known[pk], purposes=purposes, day=day)
            or rules.full_name_has_ended(*known[pk], day)
            for pk in people
            if pk in known
        )
        for people, purposes, day in groups
    ]


def _over(pictures: set[int], day: dt.date) -> list[str]:
    """Which of ``pictures`` may be used no more, whoever is in them."""
    if not pictures:
        return []
    over = PictureBasis.objects.over_on(day).filter(image_id__in=pictures)
    rows = over.order_by("pk").values_list("image__title", "keep_until")
    return [file_sentences.why_over(title, last_day) for title, last_day in rows]


def people_named(typed: str, *, limit: int) -> list[Person] | None:
    """People with a word in their names for each word of ``typed``, which it begins.

    With accents if they were typed. ``None`` if fewer than three letters were.
    """
    words = words_of(typed)
    if sum(len(said.folded) for said in words) < 3:
        return None
    names = Person.objects.values_list("pk", "full_name")
    found = [pk for pk, name in names if begun_in(name, words)]
    return list(Person.objects.told_apart().filter(pk__in=found[:limit]))


def entries_of_name(person: Person, *, any_level: bool) -> list[Person]:
    """Other entries of the name of ``person``; those of its class level, or of any."""
    same = Person.objects.told_apart().filter(sorted_as=person.sorted_as)
    if not any_level:
        same = same.filter(class_level=person.class_level)
    return list(same.exclude(pk=person.pk))


def keepers() -> models.QuerySet:
    """The accounts of those who keep the registry."""
    return (
        get_user_model()
        .objects.filter(is_active=True, groups__name=kehoach_settings.CONSENT_GROUP)
        .distinct()
    )


def without_scan(person: Person) -> int:
    """How many consents of ``person`` were signed on paper that nobody has scanned."""
    signed = person.consents.filter(basis=Consent.Basis.SIGNED, withdrawn_on=None)
    return signed.filter(evidence="").count()


def people_without_scan(day: dt.date) -> models.QuerySet[Person]:
    """Whose consent holds on ``day`` or later, on paper that nobody has scanned."""
    holds = models.Q(ends_on=None) | models.Q(ends_on__gte=day)
    signed = Consent.objects.filter(
        holds, basis=Consent.Basis.SIGNED, withdrawn_on=None, evidence=""
    )
    return Person.objects.filter(pk__in=signed.values("person"))


def unanswered(day: dt.date) -> models.QuerySet[ConsentRequest]:
    """The questions by link whose answer would count on ``day``, the first asked first."""
    waiting = ConsentRequest.objects.filter(answered_at=None, revoked_at=None)
    return waiting.filter(until__gte=day).select_related("person").order_by("pk")


def _of(asked: models.Q, day: dt.date) -> Registered:
    return Registered(_with_consents(asked), day)


def _with_consents(asked: models.Q) -> Known:
    """Two statements: the people, and the consents of all of them."""
    people = Person.objects.told_apart().filter(asked)
    found = {person.pk: (person, []) for person in people}
    for consent in Consent.objects.filter(person_id__in=found):
        found[consent.person_id][1].append(consent)
    return found
