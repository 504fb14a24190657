"""Tells the principals at once of an emergency, and author and publisher of its end.

A principal cannot turn the first one off: the text is public without him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from wagtail.models import Revision

from ..conf import kehoach_settings
from ..signals import emergency_published, emergency_withdrawn
from . import mailing, queries
from .author_notifications import tell_authors
from .models import Approval

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet

try:
    from django.tasks import task
except ImportError:  # Django before 6.0.
    from django_tasks import task


def notify_principals(instance, emergency, **kwargs) -> None:
    """Tell every principal but the publisher."""
    for user in principals().exclude(pk=emergency.approver_id).exclude(email=""):
        tell_principal.enqueue(emergency.pk, user.pk)


def notify_of_withdrawal(instance, withdrawal, **kwargs) -> None:
    """Tell who wrote and who published the text that it was taken down, and why."""
    revision = Revision.objects.filter(pk=withdrawal.revision_id).first()
    if revision is not None:
        tell_authors(
            instance,
            revision,
            "withdrawn",
            decider=withdrawal.approver,
            comment=withdrawal.comment,
        )


@task()
def tell_principal(emergency_id: int, user_id: int) -> None:
    """Send one principal one message."""
    emergency = Approval.objects.filter(pk=emergency_id).first()
    user = get_user_model().objects.filter(pk=user_id).first()
    if emergency is None or user is None or not user.email:
        return
    obj = queries.object_of(emergency)
    mailing.send(
        user,
        "emergency",
        lambda: {
            "emergency": emergency,
            "kind": obj._meta.verbose_name if obj is not None else "",
        },
    )


def principals() -> QuerySet[AbstractUser]:
    """Everybody who can decide on an emergency."""
    group = kehoach_settings.PRINCIPALS_GROUP
    people = get_user_model().objects.filter(is_active=True, groups__name=group)
    return people.order_by("pk")


def connect() -> None:
    """Connect the notifiers; called once, when the app is ready."""
    emergency_published.connect(
        notify_principals, dispatch_uid="kehoach.emergency_email"
    )
    emergency_withdrawn.connect(
        notify_of_withdrawal, dispatch_uid="kehoach.withdrawal_email"
    )
