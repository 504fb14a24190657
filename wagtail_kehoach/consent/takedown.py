"""Takes down what may not be shown any more: the one place that acts on an ended consent."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import swapper
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ..approval import digest, guard, invariant
from ..exceptions import ApprovalRefused, ConsentRefused
from ..signals import consents_enforced, post_taken_down
from . import (
    deleted,
    former,
    mentions,
    public,
    records,
    relisting,
    scheduled,
    sentences,
)
from .mixins import ShowsPeopleMixin
from .picture_models import PictureBasis
from .superseded import take_along, take_what_is_left
from .withholding import forget, whole_address, withhold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from wagtail.models import Page

    from .mentions import Mention
    from .models import Takedown
    from .person_models import Person


EDIT_PAGE = "wagtailadmin_pages:edit"
SITE_HISTORY = "wagtailadmin_reports:site_history"
MENTIONS = "wagtail_kehoach_mentions"


@dataclass(frozen=True)
class Refusal:
    """What should have been taken down and could not be, and why not.

    Title and reason may name people. ``kind``, ``address`` (in the admin) and ``code``
    (``refused``, or ``file``: a file could not be moved) name nobody.
    """

    title: str
    reason: str
    kind: str
    address: str
    code: str


@dataclass
class Enforcement:
    """What one run took down, and what people have to take down themselves.

    ``kinds`` says by the key of each record what was taken down: ``post``, ``schedule``,
    ``files`` of an earlier version, or ``picture``. ``mentions`` are public posts that a
    person has to read.
    """

    done: list[Takedown] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class _Target:
    """What one step of a run acts on."""

    kind: str
    title: str
    address: str


def enforce(people: Iterable[int] | None = None) -> Enforcement:
    """Take down every public post and picture that shows who may not be shown today.

    The schedule of what waits for its hour is cancelled, so that its pictures are replaced
    now. With ``people``, only what shows one of them. Safe to repeat and to run twice at
    once: each object is looked at again under a lock. One that cannot be taken down stops
    no other; it is reported, and the keepers and principals are told each time.

    Within a transaction it runs once more after the commit: nobody who publishes meanwhile
    sees the withdrawal before.

    Posts that have the name of one of ``people`` in their text alone, or from whose list one
    was taken off, stay, and keepers and principals are told of them. Without ``people``
    that is ``tell_of_mentions``.
    """
    people = None if people is None else [*people]
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(partial(_run, people), robust=True)
    report = _run(people)
    if people:
        report.mentions = tell_of_mentions(people)
    return report


def tell_of_mentions(people: Iterable[int]) -> list[Mention]:
    """Tell of public posts that name one of ``people`` on no list; return them."""
    found = mentions.of(people, timezone.localdate())
    for person, theirs in groupby(found, key=lambda mention: mention.person):
        titles = "\n".join(map(_line_of, theirs))
        said = f"{titles}\n\n{whole_address(reverse(MENTIONS, args=(person.pk,)))}"
        call = partial(
            records.tell,
            _("Public posts with the name of %(title)s"),
            str(person),
            said,
            advice=sentences.read_mentions(),
        )
        transaction.on_commit(call)
    return found


@transaction.atomic
def take_down_mention(person: Person, pk: int) -> Takedown:
    """Take down a public post that a keeper has read, because it names ``person``.

    Or shows one who was taken off its list.
    """
    pages = swapper.load_model("wagtailcore", "Page").objects.live().filter(pk=pk)
    page = pages.specific().first()
    found = None
    if isinstance(page, ShowsPeopleMixin):
        row = invariant.lock_row(page)
        if row and row["live"]:
            found = mentions.in_page(person, page, timezone.localdate())
    if found is None:
        raise ConsentRefused(sentences.no_mention(str(person)))
    read = sentences.seen_by_keeper() if found.unlisted else sentences.read_by_keeper()
    return _unpublish(page, f"{found.reason} {read}")


def _line_of(mention: Mention) -> str:
    """One post of which keepers are told: where it is, and what more is to be looked at."""
    said = f"{mention.page.title}: {mention.page.full_url}"
    if not mention.unlisted:
        return said
    return " ".join([f"{said} ({sentences.once_listed()})", mention.passage]).strip()


def _run(people: Collection[int] | None) -> Enforcement:
    today = timezone.localdate()
    report = Enforcement()
    relisting.list_again(today, people)
    # What a post shows that goes now was public until now.
    pictures = public.pictures_to_ask(today, people)
    posts = [
        *public.posts_to_ask(today, people),
        *public.posts_to_read(today, people),
    ]
    for model, pk in dict.fromkeys(posts):
        address = reverse(EDIT_PAGE, args=(pk,))
        target = _Target("post", model.objects.get(pk=pk).title, address)
        _try(report, target, _take_down_post, model, pk)
    for revision in scheduled.schedules_to_ask(today, people):
        address = reverse(EDIT_PAGE, args=(revision.object_id,))
        target = _Target("schedule", revision.object_str, address)
        _try(report, target, _cancel_schedule, revision)
    ended = mentions.newly_ended(today) if people is None else people
    for left in former.to_ask(today, ended):
        target = _Target("files", left.title, reverse(EDIT_PAGE, args=(left.pk,)))
        _try(report, target, take_what_is_left, left)
    for left in deleted.to_ask(today, ended):
        target = _Target("files", left.title, reverse(SITE_HISTORY))
        _try(report, target, take_what_is_left, left)
    for pk in pictures:
        basis = PictureBasis.objects.select_related("image").get(pk=pk)
        address = reverse("wagtailimages:edit", args=(basis.image_id,))
        target = _Target("picture", basis.image.title, address)
        _try(report, target, withhold, pk)
    for refusal in report.refused:
        records.tell(_("Take this down: %(title)s"), refusal.title, refusal.reason)
    consents_enforced.send(None, people=people)
    return report


def _try(report: Enforcement, target: _Target, act: Callable, *args: object) -> None:
    try:
        takedown = act(*args)
    except (ApprovalRefused, OSError) as error:
        code = "file" if isinstance(error, OSError) else "refused"
        report.refused.append(
            Refusal(target.title, str(error), target.kind, target.address, code)
        )
    else:
        if takedown:
            report.done.append(takedown)
            report.kinds[takedown.pk] = target.kind


@transaction.atomic
def _take_down_post(model: type, pk: int) -> Takedown | None:
    row = invariant.lock_row(model(pk=pk))
    if row is None or not row["live"]:
        return None
    page = model.objects.get(pk=pk)
    # Only the consent: a post stays up with whatever else would keep it from approval now.
    reason = page.why_not_stay()
    return _unpublish(page, reason) if reason else None


def _unpublish(page: Page, reason: str) -> Takedown:
    address = page.full_url or ""
    page.unpublish()
    forget([], _around(page))
    answers = post_taken_down.send(type(page), page=page, reason=reason)
    elsewhere = [line for _receiver, lines in answers for line in lines]
    reason = " ".join([reason, *take_along(page)])
    return records.record(page.title, address, reason, elsewhere)


@transaction.atomic
def _cancel_schedule(revision: Revision) -> Takedown | None:
    model = revision.content_type.model_class()
    invariant.lock_row(model(pk=revision.object_id))
    waiting = Revision.objects.filter(approved_go_live_at__isnull=False)
    stored = waiting.select_for_update().filter(pk=revision.pk).first()
    if stored is None:
        return None
    reason = digest.as_stored(stored).why_not_agreed()
    if not reason:
        return None
    guard.drop_schedule(stored)
    page = model.objects.get(pk=revision.object_id)
    if page.first_published_at and not page.live:
        # It was public once: what it showed may have been seen, and the hour does not come.
        reason = " ".join([reason, *take_along(page)])
    return records.cancelled(stored.object_str, stored.approved_go_live_at, reason)


def _around(page: Page) -> Iterable[Page]:
    """Where readers meet a post: its list, the pages beside that one, those above.

    The roll of honour stands beside the list, the newest posts on the home page.
    """
    parent = page.get_parent()
    return [*parent.get_siblings().live(), *parent.get_ancestors().live()]
