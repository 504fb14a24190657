"""Tells those who wrote and submitted a text what the principal decided on it.

Follows the decision, once it is safe in the database, and not the button; a mail server
that fails leaves it as it is. Each user can turn these messages off in his account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Revision, TaskState

from .. import names
from ..signals import revision_approved, revision_returned
from . import mailing, queries
from .models import Approval

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models

try:
    from django.tasks import task
except ImportError:  # Django before 6.0.
    from django_tasks import task

# The names under which Wagtail's account settings keep what a user wants to hear.
PREFERENCES = {"approved": "approved", "returned": "rejected", "withdrawn": "rejected"}


def notify_of_approval(instance, approval, **kwargs) -> None:
    """Tell the authors that their text was approved, by whom and with which comment."""
    revision = Revision.objects.filter(pk=approval.revision_id).first()
    if revision is None:
        return
    tell_authors(
        instance,
        revision,
        "approved",
        decider=approval.approver,
        comment=approval.comment,
    )


def notify_of_return(instance, revision, user, comment, **kwargs) -> None:
    """Tell the authors that their text was returned, by whom and why."""
    tell_authors(instance, revision, "returned", decider=user, comment=comment)


def tell_authors(
    obj: models.Model,
    revision: Revision,
    outcome: str,
    *,
    decider: AbstractUser,
    comment: str,
) -> None:
    """Tell those behind ``revision`` what ``decider`` decided, if they want to hear it."""
    for author in _authors(obj, revision, decider):
        if mailing.wants(author, PREFERENCES[outcome]):
            tell_author.enqueue(
                author.pk,
                outcome,
                revision.pk,
                decided_by=names.of_user(decider),
                comment=comment,
            )


@task()
def tell_author(
    user_id: int, outcome: str, revision_id: int, *, decided_by: str, comment: str
) -> None:
    """Send one author one message."""
    user = get_user_model().objects.filter(pk=user_id).first()
    revision = Revision.objects.filter(pk=revision_id).first()
    obj = revision and revision.content_object
    if obj is None or user is None or not user.email:
        return
    mailing.send(
        user,
        outcome,
        lambda: {
            "title": revision.object_str,
            "kind": obj._meta.verbose_name,
            "decided_by": decided_by,
            "comment": comment.strip(),
            "public_url": _public_url(obj, revision),
            "public_from": revision.approved_go_live_at,
            "edit_url": AdminURLFinder(user).get_edit_url(obj),
        },
    )


def _authors(obj: models.Model, revision: Revision, decider: AbstractUser | None):
    """Who wrote the text since its last approval, submitted or published it; not who decided."""
    submitters = TaskState.objects.filter(revision=revision).values_list(
        "workflow_state__requested_by", flat=True
    )
    emergencies = Approval.objects.of(obj).filter(revision_id=revision.pk)
    publishers = emergencies.filter(kind=Approval.Kind.EMERGENCY)
    people = queries.writers_since_approval(obj, revision) | set(submitters)
    people |= set(publishers.values_list("approver_id", flat=True))
    people -= {None, decider and decider.pk}
    return get_user_model().objects.filter(pk__in=people).order_by("pk")


def _public_url(obj: models.Model, revision: Revision) -> str:
    """Where ``revision`` can be read, or an empty text if it is not public there."""
    is_public = obj.live and obj.live_revision_id == revision.pk
    return (is_public and getattr(obj, "full_url", None)) or ""


def connect() -> None:
    """Connect the notifiers; called once, when the app is ready."""
    revision_approved.connect(notify_of_approval, dispatch_uid="kehoach.approval_email")
    revision_returned.connect(notify_of_return, dispatch_uid="kehoach.return_email")
