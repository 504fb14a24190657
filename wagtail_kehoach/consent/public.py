"""What is public or waits for its hour, and shows people who may not be shown.

Loads no page that is public.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, get_page_models

from . import removals, seen
from .mixins import ShowsPeopleMixin
from .models import Consent
from .picture_models import PictureBasis
from .queries import registered, why_not_each
from .scheduled import scheduled_showing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from django.db.models import QuerySet


@dataclass(frozen=True)
class Shown:
    """Something public that names or shows ``people``, who have to agree to ``purposes``."""

    title: str
    purposes: tuple[str, ...]
    people: frozenset[int]


def posts_to_ask(
    day: dt.date,
    people: Iterable[int] | None = None,
    *,
    also: Iterable[str] = (),
) -> Iterator[tuple[type, int]]:
    """The live posts that show somebody who may not be shown, or only those of ``people``.

    Without ``people`` also those with a picture whose time is over.
    ``also`` are purposes on top of those of each type. The statements are the same however
    many posts there are.
    """
    pictured = _people_by_page(people)
    over = _pages_with_over(day) if people is None else set()
    for model in get_page_models():
        if not issubclass(model, ShowsPeopleMixin):
            continue
        for live, purposes in model.by_purposes(model.objects.filter(live=True)):
            shown = _people_by_post(live.order_by(), pictured, people)
            everybody = {person for persons in shown.values() for person in persons}
            asked = (*purposes, *also)
            refused = why_not_each(everybody, purposes=asked, day=day)
            found = {pk for pk, persons in shown.items() if persons & {*refused}}
            found.update(live.filter(pk__in=over).values_list("pk", flat=True))
            yield from ((model, pk) for pk in sorted(found))


def posts_to_read(
    day: dt.date, people: Iterable[int] | None = None
) -> Iterator[tuple[type, int]]:
    """The live posts that list somebody who may be called by the full name no more.

    Whether they do so only their text says. Few have agreed to it, and fewer take it back.
    """
    asked = Consent.objects.filter(for_full_name=True)
    if people is not None:
        asked = asked.filter(person__in=people)
    keys = {*asked.values_list("person_id", flat=True)}
    ended = registered(keys, day).full_names_ended()
    if not ended:
        return
    for model in get_page_models():
        if issubclass(model, ShowsPeopleMixin):
            live = model.objects.filter(live=True).order_by()
            shown = _people_by_post(live, {}, [*ended])
            yield from ((model, pk) for pk in sorted(shown))


def where_shown(people: Collection[int]) -> list[Shown]:
    """What is public, or will be, and names one of ``people`` or has a picture of them.

    Other pages than posts may have pictures too: those need the consent for the portal.
    The statements are the same however many people and pages there are.
    """
    pictured = _people_by_page(people)
    found, posts = [], set()
    for model in get_page_models():
        if not issubclass(model, ShowsPeopleMixin):
            continue
        for live, purposes in model.by_purposes(model.objects.filter(live=True)):
            shown = _people_by_post(live.order_by(), pictured, people)
            titles = live.filter(pk__in=shown).values_list("pk", "title")
            found += [Shown(t, purposes, frozenset(shown[pk])) for pk, t in titles]
            posts |= shown.keys()
    pages = swapper.load_model("wagtailcore", "Page").objects
    others = pages.filter(live=True, pk__in=pictured.keys() - posts)
    rows = others.order_by("pk").values_list("pk", "title")
    found += [Shown(t, ("portal",), frozenset(pictured[pk])) for pk, t in rows]
    return found + [
        Shown(waiting.revision.object_str, waiting.purposes, frozenset(waiting.people))
        for waiting in scheduled_showing(people)
        if waiting.people
    ]


def showing(person: int) -> list[str]:
    """The titles of the posts that name or show ``person``, and of his pictures.

    Of posts that are public, or will be at their hour.
    """
    pictured = _people_by_page([person])
    titles = []
    for model in get_page_models():
        if issubclass(model, ShowsPeopleMixin):
            live = model.objects.filter(live=True).order_by()
            keys = _people_by_post(live, pictured, [person])
            titles += live.filter(pk__in=keys).values_list("title", flat=True)
    waiting = [found for found in scheduled_showing([person]) if found.people]
    titles += [found.revision.object_str for found in waiting]
    pictures = PictureBasis.objects.filter(people=person).order_by("pk")
    return [*titles, *pictures.values_list("image__title", flat=True)]


def pictures_to_ask(day: dt.date, people: Iterable[int] | None = None) -> list[int]:
    """The bases of pictures with somebody who may not be shown on the portal.

    Of pictures that are or were public. One that only drafts have waits for its consent:
    nobody has seen it, and the gate holds. Without ``people`` also those whose time is
    over.
    """
    rows = (
        _bases(people)
        .filter(withheld="")
        .values_list("pk", "image_id", "people", "image__created_at")
    )
    found = list(rows)
    refused = why_not_each(
        {person for _pk, _image, person, _since in found}, purposes=("portal",), day=day
    )
    asked = [row for row in found if row[2] in refused]
    images = {str(image) for _pk, image, _person, _since in asked}
    shown, drafted = seen.where_pictures_are(images)
    shown |= seen.approved_once(images - shown)
    agreed = seen.agreed_until(refused, day)
    bases = {
        pk
        for pk, image, person, since in asked
        if str(image) in shown
        # Where it is in nothing, it may have been on a page of the portal's own.
        or (
            str(image) not in drafted
            and timezone.localdate(since) <= agreed.get(person, dt.date.min)
        )
    }
    if people is None:
        over = PictureBasis.objects.over_on(day).filter(withheld="")
        bases.update(over.values_list("pk", flat=True))
    return sorted(bases)


def _people_by_post(
    live: QuerySet, pictured: dict[int, set[int]], people: Collection[int] | None
) -> dict[int, set[int]]:
    shown: dict[int, set[int]] = defaultdict(set)
    named = live.exclude(people=None)
    if people is not None:
        named = named.filter(people__in=people)
    for pk, person in named.values_list("pk", "people"):
        shown[pk].add(person)
    in_sources = live.model.listed_in_sources(live) | removals.once_in_sources(live)
    for pk, person in in_sources:
        if people is None or person in people:
            shown[pk].add(person)
    for pk in live.filter(pk__in=pictured).values_list("pk", flat=True):
        shown[pk] |= pictured[pk]
    return shown


def _people_by_page(people: Iterable[int] | None) -> dict[int, set[int]]:
    """Who is in the pictures of each page, by Wagtail's index of references."""
    by_image: dict[str, set[int]] = defaultdict(set)
    for image, person in _bases(people).values_list("image_id", "people"):
        by_image[str(image)].add(person)
    by_page: dict[int, set[int]] = defaultdict(set)
    for page, image in _uses(by_image):
        by_page[int(page)] |= by_image[image]
    return by_page


def _pages_with_over(day: dt.date) -> set[int]:
    """The pages with a picture whose time is over."""
    images = PictureBasis.objects.over_on(day).values_list("image_id", flat=True)
    return {int(page) for page, _image in _uses(map(str, images))}


def _uses(images: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The pages that show these ``images``, each with the image."""
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=[*images],
    )
    return uses.values_list("object_id", "to_object_id")


def _bases(people: Iterable[int] | None):
    if people is None:
        return PictureBasis.objects.exclude(people=None)
    return PictureBasis.objects.filter(people__in=people)
