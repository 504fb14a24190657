"""Publishing in an emergency, and what a principal says of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import AbstractPage, Revision, TaskState, WorkflowState

from ..exceptions import ApprovalRefused
from ..signals import emergency_published, emergency_withdrawn, revision_approved
from . import checklist, decisions, digest, invariant, queries, record, rules
from .cases import open_case, why_not_approve, why_not_public
from .emergency_cases import (
    why_not_said,
    why_not_settle,
    why_not_this,
    why_not_user,
)
from .models import Approval
from .standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from django.db import models

    from .standing import Standing


@transaction.atomic
def publish(
    obj: models.Model,
    revision: Revision,
    *,
    user: AbstractUser,
    reason: str,
    token: str | None = None,
    ticked: Iterable[str] = (),
) -> Approval:
    """Publish ``revision`` now, for ``reason``; a principal reviews it afterwards.

    For those who are named for it. The law is not lifted: secrecy marks and missing
    consents refuse as ever. A second click returns the record of the first.
    """
    waiting = _lock_what_waits(obj)
    invariant.lock_row(obj)
    stored, is_known = queries.lock_revision(obj, revision.pk)
    known = queries.approval_of(obj, stored) if is_known else None
    if known and known.is_emergency and known.approver_id == user.pk:
        return known
    standing = standing_of(user)
    _refuse_if(why_not_user(obj, user, standing))
    if token is not None:
        _refuse_if(rules.why_not_same_text(token, decisions.seen_token(stored)))
    case = open_case(obj, stored, user, standing)
    _refuse_if(why_not_this(case, known) or why_not_public(case))
    _refuse_if(why_not_said(obj, reason, ticked))
    emergency = record.write(
        obj,
        stored,
        kind=Approval.Kind.EMERGENCY,
        user=user,
        capacity=standing.named_on(timezone.localdate(), field=obj.approval_field),
        comment=reason.strip(),
        text=case.text,
        checks=checklist.said_by(user, ticked) if ticked else {},
    )
    for state in waiting:
        state.cancel(user=user)
    stored.publish(user=user, skip_permission_checks=True)
    decisions.announce(emergency_published, obj, emergency=emergency)
    return emergency


@transaction.atomic
def confirm(
    emergency: Approval, *, user: AbstractUser, token: str, comment: str = ""
) -> Approval:
    """Accept for ``user`` what was published in an emergency, as ``token`` says he saw it."""
    obj, standing = _take_up(emergency, user)
    revision = Revision.objects.filter(pk=emergency.revision_id)
    stored = revision.select_for_update().first()
    if obj is None or stored is None:
        raise ApprovalRefused(_("The text is gone. It can only be withdrawn."))
    case = open_case(obj, stored, user, standing)
    digest.lock_files(case.text)
    _refuse_if(rules.why_not_same_text(token, decisions.seen_token(stored)))
    _refuse_if(
        rules.why_not_same_text(emergency.stored_digest, digest.stored_digest(stored))
    )
    _refuse_if(why_not_approve(case))
    kind = Approval.Kind.CONFIRMED
    confirmed = _settle(emergency, obj, kind, user, standing, comment)
    if isinstance(obj, AbstractPage) and obj.live_revision_id == stored.pk:
        obj.update_aliases(revision=stored)
    decisions.announce(revision_approved, obj, approval=confirmed)
    return confirmed


@transaction.atomic
def withdraw(emergency: Approval, *, user: AbstractUser, reason: str) -> Approval:
    """Withdraw for ``user`` what was published in an emergency, and take it down.

    What a principal approved since stays public.
    """
    obj, standing = _take_up(emergency, user)
    if not reason.strip():
        raise ApprovalRefused(_("Please say why it is withdrawn."))
    kind = Approval.Kind.WITHDRAWN
    withdrawn = _settle(emergency, obj, kind, user, standing, reason)
    if obj is None:
        return withdrawn
    is_public = obj.live and obj.live_revision_id == emergency.revision_id
    if is_public and queries.live_approval(obj) is None:
        _take_down(obj, user)
    decisions.announce(emergency_withdrawn, obj, withdrawal=withdrawn)
    return withdrawn


def _lock_what_waits(obj: models.Model) -> list[WorkflowState]:
    """The submission of ``obj``, ours until we commit, in the order of ``decisions``."""
    states = WorkflowState.objects.for_instance(obj).active()
    waiting = list(states.select_for_update())
    tasks = TaskState.objects.filter(workflow_state__in=waiting)
    list(tasks.select_for_update())
    return waiting


def _take_up(
    emergency: Approval, user: AbstractUser
) -> tuple[models.Model | None, Standing]:
    """Refuse, or return the object of ``emergency`` under a lock and who decides."""
    obj = queries.object_of(emergency)
    if obj is not None:
        invariant.lock_row(obj)
        obj.refresh_from_db()
    standing = standing_of(user)
    fresh = Approval.objects.select_related("settlement", "approver").get(
        pk=emergency.pk
    )
    _refuse_if(why_not_settle(fresh, obj, user, standing))
    return obj, standing


def _settle(
    emergency: Approval,
    obj: models.Model | None,
    kind: str,
    user: AbstractUser,
    standing: Standing,
    comment: str,
) -> Approval:
    field = obj.approval_field if obj is not None else ""
    try:
        return record.write_settlement(
            emergency,
            kind=kind,
            user=user,
            capacity=standing.authority_on(timezone.localdate(), field=field),
            comment=comment.strip(),
        )
    except IntegrityError as error:
        raise ApprovalRefused(
            _("Another principal has just decided on this emergency publication.")
        ) from error


def _take_down(obj: models.Model, user: AbstractUser) -> None:
    if isinstance(obj, AbstractPage):
        obj.unpublish(user=user)
    else:
        # Wagtail 7.4 asks a snippet for rights that it has not; ours are decided above.
        UnpublishAction(obj, user=user).execute(skip_permission_checks=True)


def _refuse_if(reason: str | None) -> None:
    if reason:
        raise ApprovalRefused(reason)
