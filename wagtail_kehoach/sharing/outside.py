"""Records where a post was put, which of it has to go, and who removed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.users.models import UserProfile

from ..approval import mailing
from ..consent import public, records
from ..exceptions import SharingRefused
from . import rules
from .models import SharedPost

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser

    from ..posts.models import PostMixin


@transaction.atomic
def record(
    post: PostMixin, place: str, posted_on: dt.date, *, user: AbstractUser
) -> SharedPost:
    """Keep that ``user`` put ``post`` somewhere. If it may not stand there, it has to go."""
    if not rules.may_prepare(user, post):
        raise SharingRefused(_("You do not write or approve this post."))
    shared = SharedPost.objects.create(
        page_id=post.pk,
        title=post.title,
        place=place,
        posted_on=posted_on,
        recorded_by=user,
    )
    log(post, "kehoach.shared", user=user, data={"place": place})
    if reason := _why_not(post):
        mark(post, reason)
    return shared


@transaction.atomic
def tick(shared: SharedPost, removed_on: dt.date, *, user: AbstractUser) -> None:
    """Record that ``shared`` is gone, by whom it was removed, and when."""
    shared = SharedPost.objects.select_for_update().get(pk=shared.pk)
    if reason := rules.why_not_tick(shared, removed_on):
        raise SharingRefused(reason)
    shared.removed_on, shared.removed_by = removed_on, user
    shared.removed_at = timezone.now()
    shared.save(update_fields=["removed_on", "removed_by", "removed_at"])
    if shared.page:
        facts = {"place": shared.place}
        log(shared.page, "kehoach.shared_removed", user=user, data=facts)


def mark(page: Page, reason: str) -> list[SharedPost]:
    """Say of every place that still shows ``page`` that it has to go, and why.

    Those who put it there are told once.
    """
    rows = SharedPost.objects.standing().filter(page_id=page.pk)
    new = list(rows.filter(must_go_since=None).select_related("recorded_by"))
    rows.update(must_go_because=reason)
    if new:
        fresh = SharedPost.objects.filter(pk__in=[shared.pk for shared in new])
        fresh.update(must_go_since=timezone.now())
        mailing.after_commit(_tell_posters, new, reason)
    return new


def look_at(post: PostMixin) -> None:
    """After a post became public again: what stands outside may stay, or has to go."""
    rows = SharedPost.objects.standing().filter(page_id=post.pk)
    if not rows.exists():
        return
    if reason := _why_not(post):
        mark(post, reason)
    else:
        rows.update(must_go_since=None, must_go_because="")


def look_again(people: Iterable[int] | None) -> None:
    """Mark what shows somebody who did not agree, or no longer, to social networks.

    The portal may go on showing the post. Keepers and principals are told, as when one is
    taken down.
    """
    standing = SharedPost.objects.standing().filter(must_go_since=None)
    shared = {*standing.exclude(page=None).values_list("page_id", flat=True)}
    if not shared:
        return
    for model, pk in public.posts_to_ask(
        timezone.localdate(), people, also=rules.SOCIAL
    ):
        if pk not in shared:
            continue
        post = model.objects.get(pk=pk)
        if (reason := rules.why_not_outside(post)) and mark(post, reason):
            subject = _("Remove this outside of the portal: %(title)s")
            records.tell(subject, post.title, reason, places_of(post))


def places_of(page: Page) -> list[str]:
    """The places that still show ``page``, a line each: where, since when, by whom."""
    rows = SharedPost.objects.standing().filter(page_id=page.pk).order_by("pk")
    return [said_of(shared) for shared in rows.select_related("recorded_by")]


def said_of(shared: SharedPost) -> str:
    """One place in a line."""
    day = date_format(shared.posted_on, "d/m/Y")
    by = shared.recorded_by.get_full_name() if shared.recorded_by else ""
    return ", ".join(filter(None, [shared.place, day, by]))


def _why_not(post: PostMixin) -> str | None:
    return rules.why_not_outside(post) if post.live else rules.not_public()


def _tell_posters(rows: list[SharedPost], reason: str) -> None:
    """One message to each of those who posted it, with his own places."""
    by_user: dict[AbstractUser, list[SharedPost]] = {}
    for shared in rows:
        user = shared.recorded_by
        if user and user.is_active and user.email:
            by_user.setdefault(user, []).append(shared)
    for user, own in by_user.items():
        with override(UserProfile.get_for_user(user).get_preferred_language()):
            facts = {
                "user": user,
                "title": own[0].title,
                "reason": reason,
                "places": [(shared, said_of(shared)) for shared in own],
                "path": reverse("kehoach_shared:index"),
            }
            template = "wagtail_kehoach/sharing/email/must_go"
            mailing.deliver(template, facts, user.email)
