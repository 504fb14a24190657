"""Approve from the phone: links that are single-use, expire and speak of one revision.

A link gives no right of its own: it says who decides, and ``decisions`` decides as it
does in the queue.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from .. import names
from ..conf import kehoach_settings
from ..exceptions import ApprovalRefused
from ..one_time import keys
from . import decisions, queries, rules
from .link_models import ApprovalLink, LinkUse

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def issue(submission: TaskState, approver: AbstractUser) -> str:
    """Make a link for ``approver`` and end his older ones to the text. Returns the secret."""
    secret = keys.new_secret()
    now = timezone.now()
    with transaction.atomic():
        older = ApprovalLink.objects.filter(submission=submission, approver=approver)
        older.filter(used_at=None, revoked_at=None).update(revoked_at=now)
        ApprovalLink.objects.create(
            secret_hash=keys.hash_of(secret),
            account=_account(approver),
            submission=submission,
            revision_id=submission.revision_id,
            approver=approver,
            expires_at=now + dt.timedelta(hours=kehoach_settings.LINK_HOURS),
        )
    return secret


def find(secret: str) -> ApprovalLink | None:
    """The link of ``secret``, or ``None``."""
    return (
        ApprovalLink.objects.select_related(
            "approver", "submission__workflow_state", "submission__revision"
        )
        .filter(secret_hash=keys.hash_of(secret))
        .first()
    )


def open_links() -> list[ApprovalLink]:
    """Links that may still decide, the next to expire first. One statement.

    One whose text moved on is among them until it is opened: it decides nothing.
    """
    found = ApprovalLink.objects.filter(
        used_at=None,
        revoked_at=None,
        expires_at__gt=timezone.now(),
        submission__status=TaskState.STATUS_IN_PROGRESS,
        approver__is_active=True,
        approver__groups__name=kehoach_settings.PRINCIPALS_GROUP,
    )
    people = found.select_related("approver", "submission__revision")
    people = people.defer("submission__revision__content")
    return [link for link in people.order_by("expires_at") if _is_same_account(link)]


def revoke_one(link: ApprovalLink, *, user: AbstractUser) -> bool:
    """End one open link for ``user``, which the log keeps. Whether it was open."""
    open_ones = ApprovalLink.objects.filter(pk=link.pk, used_at=None, revoked_at=None)
    if not open_ones.update(revoked_at=timezone.now()):
        return False
    log(link, "revoked", names.of_user(user))
    return True


def revoke(approver: AbstractUser) -> int:
    """End all open links of ``approver``, as when a phone is lost. Returns how many."""
    links = ApprovalLink.objects.filter(approver=approver, used_at=None)
    return links.filter(revoked_at=None).update(revoked_at=timezone.now())


def state_of(link: ApprovalLink) -> str:
    """What has become of ``link``; ``open`` is the one state in which it decides.

    Asked anew each time, so that a link ends at once with what it rests on.
    """
    if link.used_at:
        return "used"
    if not kehoach_settings.APPROVE_BY_LINK:
        return "off"
    link.approver = get_user_model().objects.get(pk=link.approver_id)
    if rules.why_not_principal(link.approver) or not _is_same_account(link):
        return "revoked"
    if _moved_on(link):
        return "superseded"
    if rules.why_not_waiting(link.submission):
        return "decided"
    if link.revoked_at:
        return "replaced" if _has_newer(link) else "revoked"
    return "expired" if link.expires_at <= timezone.now() else "open"


@transaction.atomic
def decide(link: ApprovalLink, *, decision: str, comment: str, token: str) -> None:
    """Approve or return by ``link``. The link's row is locked last, as ``docs`` say."""
    if reason := why_not(state_of(link)):
        raise ApprovalRefused(reason)
    facts = {"user": link.approver, "comment": comment}
    if decision == "approve":
        decisions.approve(link.submission, token=token, **facts)
    else:
        decisions.send_back(link.submission, **facts)
    link = ApprovalLink.objects.select_for_update().get(pk=link.pk)
    if link.revoked_at or link.used_at:
        raise ApprovalRefused(why_not("revoked" if link.revoked_at else "used"))
    link.used_at = timezone.now()
    link.decision = decision
    link.save(update_fields=["used_at", "decision"])
    log(link, decision)


def why_not(state: str) -> str:
    """Return why a link in ``state`` does not decide, or an empty text."""
    return {
        "open": "",
        "used": _("You have already decided with this link."),
        "off": _("Deciding by link is turned off on this portal."),
        "revoked": _("This link has been withdrawn."),
        "superseded": _("The text has changed since this link was sent."),
        "decided": _("This text is not waiting for approval any more."),
        "replaced": _("A newer e-mail has replaced this link."),
        "expired": _("This link has expired."),
    }[state]


def log(link: ApprovalLink, action: str, reason: str = "") -> None:
    """Keep that ``link`` was used."""
    approver = link.approver
    LinkUse.objects.create(
        link=link,
        title=link.submission.revision.object_str[:255],
        approver_name=names.of_user(approver),
        action=action,
        reason=reason[:255],
    )


def _has_newer(link: ApprovalLink) -> bool:
    newer = ApprovalLink.objects.filter(
        submission=link.submission_id, approver=link.approver_id, pk__gt=link.pk
    )
    return newer.exists()


def _is_same_account(link: ApprovalLink) -> bool:
    return constant_time_compare(link.account, _account(link.approver))


def _moved_on(link: ApprovalLink) -> bool:
    obj = link.submission.revision.content_object
    return bool(queries.writers_after(obj, link.revision_id))


def _account(user: AbstractUser) -> str:
    known = f"{user.pk}:{user.password}:{user.email}"
    return salted_hmac("wagtail_kehoach.link", known, algorithm="sha256").hexdigest()
