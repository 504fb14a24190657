"""What is before the public and shows people who may not be shown. Loads no page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, get_page_models

from .mixins import ShowsPeopleMixin
from .models import PictureBasis
from .queries import why_not_each

if TYPE_CHECKING:
    import datetime as dt
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

    ``also`` are purposes on top of those of each type. The statements are the same however
    many posts there are.
    """
    pictured = _people_by_page(people)
    for model in get_page_models():
        if not issubclass(model, ShowsPeopleMixin):
            continue
        for live, purposes in model.by_purposes(model.objects.filter(live=True)):
            shown = _people_by_post(live.order_by(), pictured, people)
            everybody = {person for persons in shown.values() for person in persons}
            asked = (*purposes, *also)
            refused = why_not_each(everybody, purposes=asked, day=day)
            yield from (
                (model, pk) for pk, persons in shown.items() if persons & {*refused}
            )


def where_shown(people: Collection[int]) -> list[Shown]:
    """What is public and names one of ``people`` or has a picture of them.

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
    return found + [Shown(t, ("portal",), frozenset(pictured[pk])) for pk, t in rows]


def showing(person: int) -> list[str]:
    """The titles of the live posts that name or show ``person``, and of his pictures."""
    pictured = _people_by_page([person])
    titles = []
    for model in get_page_models():
        if issubclass(model, ShowsPeopleMixin):
            live = model.objects.filter(live=True).order_by()
            keys = _people_by_post(live, pictured, [person])
            titles += live.filter(pk__in=keys).values_list("title", flat=True)
    pictures = PictureBasis.objects.filter(people=person).order_by("pk")
    return [*titles, *pictures.values_list("image__title", flat=True)]


def pictures_to_ask(day: dt.date, people: Iterable[int] | None = None) -> list[int]:
    """The bases of pictures in use with somebody who may not be shown on the portal."""
    rows = _bases(people).filter(withheld="").values_list("pk", "people")
    pairs = list(rows)
    refused = why_not_each(
        {person for _pk, person in pairs}, purposes=("portal",), day=day
    )
    return sorted({pk for pk, person in pairs if person in refused})


def _people_by_post(
    live: QuerySet, pictured: dict[int, set[int]], people: Iterable[int] | None
) -> dict[int, set[int]]:
    shown: dict[int, set[int]] = defaultdict(set)
    named = live.exclude(people=None)
    if people is not None:
        named = named.filter(people__in=people)
    for pk, person in named.values_list("pk", "people"):
        shown[pk].add(person)
    for pk in live.filter(pk__in=pictured).values_list("pk", flat=True):
        shown[pk] |= pictured[pk]
    return shown


def _people_by_page(people: Iterable[int] | None) -> dict[int, set[int]]:
    """Who is in the pictures of each page, by Wagtail's index of references."""
    by_image: dict[str, set[int]] = defaultdict(set)
    for image, person in _bases(people).values_list("image_id", "people"):
        by_image[str(image)].add(person)
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=by_image,
    )
    by_page: dict[int, set[int]] = defaultdict(set)
    for page, image in uses.values_list("object_id", "to_object_id"):
        by_page[int(page)] |= by_image[image]
    return by_page


def _bases(people: Iterable[int] | None):
    if people is None:
        return PictureBasis.objects.exclude(people=None)
    return PictureBasis.objects.filter(people__in=people)
