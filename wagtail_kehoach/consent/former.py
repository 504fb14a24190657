"""What approved versions of a post showed, also what its public one shows no more.

Their files stay where they were: who knows an address opens it. Reads only.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision, get_page_models

from ..approval import digest
from ..approval.models import Approval
from . import removals, seen
from .mixins import ShowsPeopleMixin
from .picture_models import PictureBasis
from .queries import why_not_each

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from django.db.models import Model, QuerySet


class Version(NamedTuple):
    """An approved version: whom it lists or its pictures show, and its files by name."""

    page: int
    people: frozenset[int]
    files: frozenset[str]


class Files(NamedTuple):
    """The keys of pictures, and documents."""

    pictures: set[int]
    documents: list[Model]


class Left(NamedTuple):
    """A post, the files of its versions with somebody who may not be shown, and why not."""

    model: type[Page]
    pk: int
    title: str
    address: str
    files: Files
    reason: str


def files_ever(page: Page) -> Files:
    """What ``page`` shows, and what every version showed that was approved."""
    rows = Approval.objects.of(page).order_by().values_list("files", flat=True)
    return files_named(digest.names_of_files(page).union(*rows))


def people_ever(page: Page) -> set[int]:
    """Whom ``page`` shows, and whom every version of it showed that was approved."""
    return {*frozenset().union(*(version.people for version in _ever(page)))}


def shown_by_consent(page: Page) -> Files:
    """What ``page`` and its approved versions showed together with somebody who agreed."""
    return files_named(_by_consent(_ever(page)))


def left_by_consent(page: Page) -> Files:
    """What ``page`` shows no more since its last publication, and showed by consent before.

    Of the version before alone: what somebody has put back since stays.
    """
    published = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")
    before = published.exclude(revision=page.live_revision_id).order_by("-pk").first()
    if before is None:
        return Files(set(), [])
    approvals = Approval.objects.of(page).filter(revision_id=before.revision_id)
    shown = _by_consent(_versions(approvals))
    return files_named(shown - digest.names_of_files(page))


def to_ask(day: dt.date, people: Iterable[int]) -> Iterator[Left]:
    """Posts of which a version showed one of ``people`` who may not be shown on ``day``.

    What a post shows now as a public page is left out: that is asked about by itself. The
    statements are the same however many posts there are, but for those that are found.
    """
    people = {*people}
    pages = _once_listed(people) | _once_pictured(people) if people else set()
    if not pages:
        return
    for model in get_page_models():
        if not issubclass(model, ShowsPeopleMixin):
            continue
        posts = model.objects.filter(pk__in=pages).order_by()
        for rows, purposes in model.by_purposes(posts):
            refused = why_not_each(people, purposes=purposes, day=day)
            yield from _left(rows, refused) if refused else ()


def _left(posts: QuerySet, refused: dict[int, str]) -> Iterator[Left]:
    keys = {*posts.values_list("pk", flat=True)}
    shown: dict[int, set[str]] = defaultdict(set)
    who: dict[int, set[int]] = defaultdict(set)
    approvals = Approval.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(key) for key in keys],
    )
    for version in _versions(approvals) if keys else ():
        if theirs := version.people & refused.keys():
            shown[version.page] |= version.files
            who[version.page] |= theirs
    for post in posts.filter(pk__in=shown):
        names = shown[post.pk] - (digest.names_of_files(post) if post.live else set())
        if names:
            said = "\n".join(refused[key] for key in sorted(who[post.pk]))
            address = post.full_url or ""
            files = files_named(names)
            yield Left(type(post), post.pk, post.title, address, files, said)


def _ever(page: Page) -> list[Version]:
    """The versions of ``page`` that were approved, and what it says now."""
    people = frozenset(person.pk for person in page.people_to_ask())
    now = Version(page.pk, people, frozenset(digest.names_of_files(page)))
    return [*_versions(Approval.objects.of(page)), now]


def _by_consent(versions: Iterable[Version]) -> frozenset[str]:
    """The files of those of ``versions`` that show somebody who let the portal do so."""
    versions = [*versions]
    people = frozenset().union(*(version.people for version in versions))
    agreed = {*seen.agreed_until(people, timezone.localdate())}
    shown = [version.files for version in versions if version.people & agreed]
    return frozenset().union(*shown)


def _once_listed(people: set[int]) -> set[int]:
    """Pages that list one of ``people`` though not public, or from which he was taken."""
    found = set().union(*removals.pages_without(people).values())
    for model in get_page_models():
        if issubclass(model, ShowsPeopleMixin):
            listed = model.objects.filter(live=False, people__in=people)
            found.update(listed.order_by().values_list("pk", flat=True))
    return found


def _once_pictured(people: set[int]) -> set[int]:
    """Pages of which a version with a picture of one of ``people`` was approved."""
    rows = PictureBasis.objects.filter(people__in=people)
    return seen.approved_with({*rows.values_list("image_id", flat=True)})


def _versions(approvals: QuerySet[Approval]) -> list[Version]:
    rows = list(approvals.order_by().values_list("object_id", "revision_id", "files"))
    revisions = Revision.objects.filter(pk__in={row[1] for row in rows})
    listed = dict(revisions.values_list("pk", "content__people"))
    names = {name for _page, _revision, files in rows for name in files}
    pictured: dict[str, set[int]] = defaultdict(set)
    bases = PictureBasis.objects.filter(image_id__in=_pictures(names))
    bases = bases.exclude(people=None)
    for image, person in bases.values_list("image_id", "people"):
        pictured[f"image:{image}"].add(person)
    return [
        Version(
            int(page),
            frozenset(listed.get(revision) or ()).union(
                *(pictured[name] for name in files if name in pictured)
            ),
            frozenset(files),
        )
        for page, revision, files in rows
    ]


def files_named(names: Iterable[str]) -> Files:
    """The files of these names in the record; of documents those that still exist."""
    documents = [name for name in sorted(names) if name.startswith("document:")]
    found = digest.files_by_key(documents) if documents else {}
    return Files(_pictures(names), [*found.values()])


def _pictures(names: Iterable[str]) -> set[int]:
    parts = (name.partition(":") for name in names)
    return {int(key) for label, _colon, key in parts if label == "image"}
