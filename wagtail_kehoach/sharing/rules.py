"""Whether a post may be shared outside of the portal, and why not. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..approval import digest
from ..approval.queries import live_approval
from ..consent.queries import why_not_people

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from ..posts.models import PostMixin


def may_prepare(user: AbstractUser, post: PostMixin) -> bool:
    """Whether ``user`` writes or approves texts in this place."""
    rights = post.permissions_for_user(user)
    return rights.can_edit() or rights.can_publish()


def why_not_share(post: PostMixin) -> str | None:
    """Return why the public text of ``post`` may not be shared today, or ``None``."""
    if not post.live:
        return _("This post is not public. It can be shared once it has been approved.")
    if post.get_view_restrictions().exists():
        return _("Not everybody may read this post, so it is not shared.")
    approval = live_approval(post)
    if approval is None:
        return _("No principal has approved the public text of this post.")
    if approval.is_emergency:
        return _(
            "This post was published in an emergency. It can be shared once a principal "
            "has confirmed it."
        )
    return why_not_people(
        [person.pk for person in post.people.all()],
        digest.picture_ids(post),
        purposes=(*post.consent_purposes, "social"),
        day=timezone.localdate(),
    )
