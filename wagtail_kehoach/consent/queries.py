"""Reads of the registry of consents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import models
from wagtail.images import get_image_model

from ..approval.rules import all_of
from ..conf import kehoach_settings
from ..folding import begun_in, words_of
from . import camera, rules, sentences
from .face_models import FaceHint
from .models import Consent, Person
from .picture_models import PictureBasis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


#: Pictures of which nobody has said who is in them: "the people agreed" needs people.
nobody_said = models.Q(kehoach_basis=None) | models.Q(
    kehoach_basis__basis=PictureBasis.Basis.PEOPLE, kehoach_basis__people=None
)


def why_not_people(
    people: Iterable[int],
    pictures: Iterable[int],
    *,
    purposes: Iterable[str],
    day: dt.date,
) -> str | None:
    """Return why these people and pictures may not be shown on ``day``, or ``None``.

    A line for each person and purpose.
    """
    asked = models.Q(pk__in=set(people))
    if pictures := set(pictures):
        rows = PictureBasis.objects.filter(image_id__in=pictures)
        asked |= models.Q(pk__in=rows.exclude(people=None).values("people"))
    return all_of(*_why_not(asked, purposes, day).values(), *_over(pictures, day))


def why_not_each(
    people: Iterable[int], *, purposes: Iterable[str], day: dt.date
) -> dict[int, str]:
    """Those of ``people`` who may not be shown on ``day``, each with the reason."""
    return _why_not(models.Q(pk__in=set(people)), purposes, day)


def refused_among(
    groups: Sequence[tuple[Collection[int], Collection[str], dt.date]],
) -> list[bool]:
    """Whether somebody of each group may not be shown: people, purposes, day.

    The statements are the same however many groups there are.
    """
    everybody = set().union(*(people for people, _purposes, _day in groups))
    known = _with_consents(models.Q(pk__in=everybody)) if everybody else {}
    return [
        any(
            rules.why_not_person(*known[pk], purposes=purposes, day=day)
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
    return [sentences.why_over(title, last_day) for title, last_day in rows]


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


def pictures_without_basis(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` of which nobody has said who is in them."""
    if not (pictures := set(pictures)):
        return []
    images = get_image_model().objects.filter(nobody_said, pk__in=pictures)
    return list(images.order_by("pk").values_list("title", flat=True))


def pictures_taken_down(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` in whose place a grey one stands."""
    if not (pictures := set(pictures)):
        return []
    rows = PictureBasis.objects.filter(image_id__in=pictures).exclude(withheld="")
    return list(rows.order_by("image_id").values_list("image__title", flat=True))


def pictures_with_faces(pictures: Iterable[int]) -> set[str]:
    """The titles of those in whose files a face was seen, and of which nobody has said who.

    Always nobody where no detector looks at pictures.
    """
    if not (pictures := set(pictures)):
        return set()
    seen = FaceHint.objects.filter(faces__gt=0).values("file_hash")
    images = get_image_model().objects.filter(pk__in=pictures, file_hash__in=seen)
    return {*images.filter(nobody_said).values_list("title", flat=True)}


def pictures_that_tell_where(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` whose file says where it was taken."""
    if not (pictures := set(pictures)):
        return []
    images = get_image_model().objects.filter(pk__in=pictures).order_by("pk")
    return [image.title for image in images if _tells_where(image)]


def _tells_where(image: models.Model) -> bool:
    """A file that is gone tells nothing."""
    try:
        with image.file.storage.open(image.file.name) as stored:
            return camera.tells_where(stored)
    except OSError:
        return False


def _why_not(asked: models.Q, purposes: Iterable[str], day: dt.date) -> dict[int, str]:
    reasons = {
        person.pk: rules.why_not_person(person, consents, purposes=purposes, day=day)
        for person, consents in _with_consents(asked).values()
    }
    return {pk: reason for pk, reason in reasons.items() if reason}


def _with_consents(asked: models.Q) -> dict[int, tuple[Person, list[Consent]]]:
    """Two statements: the people, and the consents of all of them."""
    people = Person.objects.told_apart().filter(asked)
    found = {person.pk: (person, []) for person in people}
    for consent in Consent.objects.filter(person_id__in=found):
        found[consent.person_id][1].append(consent)
    return found
