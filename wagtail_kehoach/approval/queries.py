"""Reads of approvals and of what waits for one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from wagtail.models import Revision, TaskState

from . import digest
from .models import Approval, PrincipalApprovalTask, SigningAuthority

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models


def approval_of(obj: models.Model, revision: Revision) -> Approval | None:
    """The approval of ``revision`` of ``obj`` as it is stored now, or ``None``.

    A revision that was rewritten after its approval has none: its digest differs.
    """
    return (
        Approval.objects.of(obj)
        .filter(revision_id=revision.pk, stored_digest=digest.stored_digest(revision))
        .first()
    )


def live_approval(obj: models.Model) -> Approval | None:
    """The approval of the text that is public now, or ``None``. One statement."""
    if not obj.live or obj.live_revision_id is None:
        return None
    return Approval.objects.of(obj).filter(revision_id=obj.live_revision_id).first()


def submission_of(obj: models.Model) -> TaskState | None:
    """The submission of ``obj`` that waits for a principal, or ``None``."""
    return (
        TaskState.objects.for_instance(obj)
        .filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=PrincipalApprovalTask.objects.values("pk"),
        )
        .first()
    )


def waiting_submissions() -> QuerySet[TaskState]:
    """Everything that waits for a principal, oldest first, with what a list shows."""
    return (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=PrincipalApprovalTask.objects.values("pk"),
        )
        .select_related(
            "revision__user", "revision__content_type", "workflow_state__requested_by"
        )
        .defer("revision__content")
        .order_by("started_at", "pk")
    )


def writers_since_approval(obj: models.Model, revision: Revision) -> set[int | None]:
    """Who wrote revisions of ``obj`` after the last approved one, up to ``revision``."""
    revisions = Revision.objects.for_instance(obj).filter(pk__lte=revision.pk)
    last = (
        Approval.objects.of(obj)
        .filter(revision_id__lt=revision.pk)
        .values_list("revision_id", flat=True)
        .first()
    )
    if last:
        revisions = revisions.filter(pk__gt=last)
    return set(revisions.values_list("user_id", flat=True).order_by().distinct())


def writers_after(obj: models.Model, revision_id: int) -> set[int | None]:
    """Who changed the text of ``obj`` after this revision.

    A later revision that says the same changes nothing: the form may save itself once
    more while the text is being submitted.
    """
    later = list(Revision.objects.for_instance(obj).filter(pk__gt=revision_id))
    if not later:
        return set()
    submitted = Revision.objects.for_instance(obj).filter(pk=revision_id).first()
    said = submitted and digest.text_digest(submitted.as_object())
    return {r.user_id for r in later if digest.text_digest(r.as_object()) != said}


def authorities_of(user: AbstractUser) -> list[SigningAuthority]:
    """The signing authorities on record for ``user``, past and future ones included."""
    return list(SigningAuthority.objects.filter(user=user))


def capacity_on(
    authorities: list[SigningAuthority], *, field: str, day: dt.date
) -> SigningAuthority | None:
    """The authority under which a text of ``field`` is signed on ``day``."""
    held = [a for a in authorities if a.covers(field) and a.holds_on(day)]
    held.sort(key=lambda a: a.capacity != SigningAuthority.Capacity.HEAD)
    return held[0] if held else None


def ending_authorities(day: dt.date, *, days: int = 30) -> list[SigningAuthority]:
    """Signing authorities that end within ``days`` from ``day``, the next to end first.

    Left out are those that go on under another one of the same person. One statement.
    """
    last = day + dt.timedelta(days=days)
    people = SigningAuthority.objects.filter(user__is_active=True)
    recorded = list(people.select_related("user"))
    ending = [
        authority
        for authority in recorded
        if authority.ends_on is not None
        and day <= authority.ends_on <= last
        and not any(authority.goes_on_as(other) for other in recorded)
    ]
    return sorted(ending, key=lambda authority: (authority.ends_on, authority.pk))


def waiting_list() -> list[TaskState]:
    """What waits, each with ``kind``, what people call this sort of text."""
    submissions = list(waiting_submissions())
    for submission in submissions:
        model = submission.revision.content_type.model_class()
        submission.kind = model._meta.verbose_name if model else ""
    return submissions
