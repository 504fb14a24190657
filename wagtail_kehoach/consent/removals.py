"""Who was taken off the lists of who is shown: kept in the log, by keys and not by names.

What a post shows does not change when somebody is taken off its list, but nobody is asked
for his consent any more. So it is on record who did it, and the approver looks.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Max
from wagtail.log_actions import log
from wagtail.models import Locale, ModelLogEntry, PageLogEntry, Revision

from ..approval.models import Approval
from . import sentences
from .person_models import Person
from .picture_models import PictureBasis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet
    from wagtail.models import Page

ACTION = "kehoach.person_unlisted"
#: In the log of a translation: whom its source lists no more.
IN_SOURCE = "kehoach.source_unlisted"
#: Who was taken off a picture though he could not be shown in it: that says he is not.
SETTLED = "settled"


def listed_before(page: Page) -> set[int]:
    """Whom the last version of ``page`` lists; small, whatever else the version says."""
    versions = Revision.objects.for_instance(page).order_by("-pk")
    return {*(versions.values_list("content__people", flat=True).first() or [])}


def keep(page: Page, revision: Revision, before: set[int]) -> None:
    """Log whom ``revision`` of ``page`` lists no more, and who took them off."""
    if removed := before - {*revision.content.get("people", [])}:
        data = {"people": sorted(removed)}
        log(page, ACTION, user=revision.user, revision=revision, data=data)


def keep_of_picture(
    basis: PictureBasis, people: Iterable[int], settled: Collection[int]
) -> None:
    """Log who is no longer listed as shown in a picture.

    The ``settled`` among them could not be shown: by taking them off, somebody who may do
    so has said that they are not in it. Of others nobody has.
    """
    if not (removed := sorted(people)):
        return
    said = sorted({*removed} & {*settled})
    log(basis, ACTION, data={"people": removed} | ({SETTLED: said} if said else {}))


def keep_of_source(
    model: type[Page], source: Page, people: Collection[int] | None = None
) -> None:
    """Log with each translation of ``source`` which of ``people`` it lists no more.

    Or all whom it lists. Ask before they are taken off, or before the source is deleted.
    """
    if source.locale_id != Locale.get_default().pk:
        return
    versions = model._default_manager.filter(translation_key=source.translation_key)
    gone: dict[int, list[int]] = {}
    for pk, person in sorted(model.listed_in_sources(versions)):
        if people is None or person in people:
            gone.setdefault(pk, []).append(person)
    for page in versions.filter(pk__in=gone):
        log(page, IN_SOURCE, data={"people": gone[page.pk]})


def once_in_sources(posts: QuerySet) -> set[tuple[int, int]]:
    """Whom sources of ``posts`` listed since these were published, and list no more.

    A post and a person. Each text was approved while they were asked for it.
    """
    logged = PageLogEntry.objects.filter(page__in=posts.order_by().values("pk"))
    entries = logged.filter(action=IN_SOURCE).order_by()
    found = list(entries.values_list("pk", "page", "data"))
    if not found:
        return set()
    published = logged.filter(action="wagtail.publish").order_by().values("page")
    last = dict(published.annotate(last=Max("pk")).values_list("page", "last"))
    return {
        (page, person)
        for pk, page, data in found
        if pk > last.get(page, 0)
        for person in data["people"]
    }


def pages_without(people: Collection[int]) -> dict[int, set[int]]:
    """From the lists of which pages each of ``people`` was taken off. One statement."""
    entries = PageLogEntry.objects.filter(action=ACTION).order_by()
    found: dict[int, set[int]] = defaultdict(set)
    for page, data in entries.values_list("page", "data"):
        for person in data.get("people", []):
            if person in people:
                found[person].add(page)
    return found


def was_taken_off(person: int, page: Page) -> bool:
    """Whether ``page`` was public with ``person`` on its list, and lists him no more."""
    first = page.first_published_at
    if not first or any(listed.pk == person for listed in page.people.all()):
        return False
    entries = PageLogEntry.objects.filter(page=page.pk, action=ACTION)
    return person in _people_in(entries.filter(timestamp__gte=first))


def since_approval(
    page: Page, named: Collection[int], pictures: Collection[int]
) -> list[str]:
    """Who was taken off ``page`` or one of its ``pictures`` since it was last approved.

    By the label; of those who have left the registry since, the number of the entry. Left
    out are those who are ``named`` or listed in one of the pictures again. Also whom a form
    takes off that is not saved yet: it may publish with the same press of a button.
    """
    if page.pk is None:
        return []
    approved = Approval.objects.of(page).by_principals()
    last = approved.aggregate(pk=Max("revision_id"))["pk"]
    entries = PageLogEntry.objects.filter(page=page.pk, action=ACTION)
    if last:
        entries = entries.filter(revision_id__gt=last)
    removed = _people_in(entries)
    if not hasattr(page, "kehoach_stored"):
        removed |= listed_before(page)
    listed = {*named}
    if pictures:
        rows = PictureBasis.objects.filter(image_id__in=pictures)
        shown = list(rows.values_list("pk", "people"))
        listed |= {person for _basis, person in shown}
        taken_off = ModelLogEntry.objects.get_for_model(PictureBasis).filter(
            action=ACTION, object_id__in={str(basis) for basis, _person in shown}
        )
        # By when it was written: the record of the approval knows the second only.
        versions = Revision.objects.filter(pk=last)
        if written := versions.values_list("created_at", flat=True).first():
            taken_off = taken_off.filter(timestamp__gt=written)
        removed |= _people_in(taken_off)
    posts = type(page)._default_manager.filter(pk=page.pk)
    removed |= {person for _post, person in once_in_sources(posts)}
    return _labels(removed - listed)


def _labels(keys: set[int]) -> list[str]:
    if not keys:
        return []
    people = Person.objects.told_apart().filter(pk__in=keys)
    known = {person.pk: person.label for person in people}
    left = sorted(keys - known.keys())
    return [*known.values(), *map(sentences.entry_gone, left)]


def _people_in(entries) -> set[int]:
    data = entries.order_by().values_list("data", flat=True)
    return {person for said in data for person in said.get("people", [])}
