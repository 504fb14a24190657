"""Whether a post may be shared outside of the portal, and why not. Writes nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..approval import digest
from ..approval.queries import live_approval
from ..consent.queries import why_not_people

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from ..posts.models import PostMixin
    from .models import SharedPost


SOCIAL = ("social",)


def may_prepare(user: AbstractUser, post: PostMixin) -> bool:
    """Whether ``user`` writes or approves texts in this place."""
    rights = post.permissions_for_user(user)
    return rights.can_edit() or rights.can_publish()


def why_not_share(post: PostMixin) -> str | None:
    """Return why the public text of ``post`` may not be shared today, or ``None``."""
    if not post.live:
        return _("This post is not public. It can be shared once it has been approved.")
    approval = live_approval(post)
    if approval is None:
        return _("No principal has approved the public text of this post.")
    if approval.is_emergency:
        return _(
            "This post was published in an emergency. It can be shared once a principal "
            "has confirmed it."
        )
    return why_not_outside(post)


def not_public() -> str:
    """Why what stands outside has to go once its post is gone."""
    return _("The portal does not show this post any more.")


def why_not_outside(post: PostMixin) -> str | None:
    """Return why a public ``post`` may not stand outside of the portal, or ``None``."""
    if post.get_view_restrictions().exists():
        return _("Not everybody may read this post, so it is not shared.")
    return may_not_leave(post)


def may_not_leave(post: PostMixin) -> str | None:
    """Return who of those whom ``post`` shows did not agree to social networks, or ``None``."""
    return why_not_people(
        [person.pk for person in post.people_to_ask()],
        digest.picture_ids(post),
        purposes=(*post.purposes_of_consent(), *SOCIAL),
        day=timezone.localdate(),
    )


def why_not_tick(shared: SharedPost, day: dt.date) -> str | None:
    """Return why ``shared`` cannot be recorded as removed on ``day``, or ``None``."""
    if shared.removed_at:
        return _("Somebody has recorded already that it was removed.")
    if not shared.posted_on <= day <= timezone.localdate():
        return _("It was removed after it was posted, and not in the future.")
    return None


def state_name(shared: SharedPost) -> str:
    """Whether it stands, has to be removed, or was removed, in words."""
    if shared.removed_on:
        said = _("Removed on %(day)s.")
        return said % {"day": date_format(shared.removed_on, "d/m/Y")}
    if shared.must_go_since:
        since = timezone.localdate(shared.must_go_since)
        said = _("Has to be removed since %(day)s.")
        return said % {"day": date_format(since, "d/m/Y")}
    return _("Posted.")
