"""What is approved and waits for its hour, and shows people who may not be shown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations
from wagtail.models import Revision, get_page_models

from ..approval import digest
from .mixins import ShowsPeopleMixin
from .picture_models import PictureBasis
from .queries import refused_among

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from django.db.models import Model


class Waiting(NamedTuple):
    """A scheduled revision, what for and whom it shows, and in which images."""

    revision: Revision
    purposes: tuple[str, ...]
    people: set[int]
    images: set[int]

    @property
    def first_day(self) -> dt.date:
        """The day on which it goes live."""
        return timezone.localdate(self.revision.approved_go_live_at)


def schedules_to_ask(
    day: dt.date, people: Iterable[int] | None = None
) -> list[Revision]:
    """The scheduled revisions with somebody who may not be shown, as ``posts_to_ask``.

    Not on ``day``, or no more on the day of their hour. Also with somebody who may be
    called by the full name no more: whether it does so only its text says.
    """
    scheduled = scheduled_showing(people)
    if people is not None:
        scheduled = [waiting for waiting in scheduled if waiting.people]
    days = [{day, max(day, waiting.first_day)} for waiting in scheduled]
    asked = [
        (waiting.people, waiting.purposes, when)
        for waiting, its_days in zip(scheduled, days, strict=True)
        for when in its_days
    ]
    refused = iter(refused_among(asked))
    last_days = _last_days(scheduled) if people is None else {}
    found = []
    for waiting, its_days in zip(scheduled, days, strict=True):
        not_agreed = [next(refused) for _when in its_days]
        ends = [last_days[image] for image in waiting.images if image in last_days]
        if any(not_agreed) or (ends and min(ends) < max(its_days)):
            found.append(waiting.revision)
    return found


def scheduled_showing(people: Iterable[int] | None) -> list[Waiting]:
    """Scheduled revisions, each with those of ``people`` (all, if ``None``) it shows.

    Few wait at once; each is read, because what it shows is not in the tables yet.
    """
    models = {
        ContentType.objects.get_for_model(model).pk
        for model in get_page_models()
        if issubclass(model, ShowsPeopleMixin)
    }
    revisions = list(
        Revision.objects.filter(
            approved_go_live_at__isnull=False, content_type_id__in=models
        ).order_by("pk")
    )
    if not revisions:
        return []
    texts = [_without_lists(revision) for revision in revisions]
    images = [digest.picture_ids(text) for text in texts]
    by_image: dict[int, set[int]] = defaultdict(set)
    rows = PictureBasis.objects.exclude(people=None).filter(
        image_id__in=set().union(*images)
    )
    for image, person in rows.values_list("image_id", "people"):
        by_image[image].add(person)
    in_sources = _listed_in_sources(revisions)
    wanted = None if people is None else {*people}
    found = []
    for revision, text, shown in zip(revisions, texts, images, strict=True):
        persons = set(revision.content.get("people", []))
        persons |= in_sources[revision.object_id]
        persons = persons.union(*(by_image[image] for image in shown))
        if wanted is not None:
            persons &= wanted
        found.append(Waiting(revision, text.purposes_of_consent(), persons, shown))
    return found


def _last_days(scheduled: Iterable[Waiting]) -> dict[int, dt.date]:
    """Until when their pictures may be used, where that has an end. One statement."""
    images = set().union(*(waiting.images for waiting in scheduled))
    if not images:
        return {}
    ending = PictureBasis.objects.filter(image_id__in=images, keep_until__isnull=False)
    return dict(ending.values_list("image_id", "keep_until"))


def _listed_in_sources(revisions: Iterable[Revision]) -> dict[str, set[int]]:
    """Whom the sources of these translations list, by the key of each translation."""
    posts: dict[type[Model], list[str]] = defaultdict(list)
    for revision in revisions:
        kind = ContentType.objects.get_for_id(revision.content_type_id)
        posts[kind.model_class()].append(revision.object_id)
    listed: dict[str, set[int]] = defaultdict(set)
    for model, keys in posts.items():
        rows = model.objects.filter(pk__in=keys)
        for pk, person in model.listed_in_sources(rows):
            listed[str(pk)].add(person)
    return listed


def _without_lists(revision: Revision) -> Model:
    """What ``revision`` says, but for its lists of rows, each of which costs a statement."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    lists: dict[str, list] = {f.name: [] for f in get_all_child_m2m_relations(model)}
    return model.from_serializable_data({**revision.content, **lists}, check_fks=False)
