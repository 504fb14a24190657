"""The principal's decision: the one place that moves a text on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import Revision, TaskState, WorkflowState

from ..exceptions import ApprovalRefused
from ..signals import revision_approved, revision_returned
from . import digest, invariant, publishing, queries, record, rules
from .cases import Case, open_case, put_on_record, why_not_approve
from .composed import composed
from .models import Approval
from .standing import standing_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models

    from .standing import Standing


@transaction.atomic
def approve(
    submission: TaskState,
    *,
    user: AbstractUser,
    comment: str = "",
    token: str | None = None,
) -> Approval:
    """Approve a submitted text for ``user`` and publish it. Returns the record.

    Decided under a lock: what goes live is the submitted revision, as it is stored now
    and, where ``token`` is given, as the principal saw it. Revisions that the approver
    himself added on top count as his; anybody else's are a reason to refuse. A second
    click by the same principal returns the record of the first.
    """
    comment = composed(comment)
    submission, obj = _lock(submission)
    if done := _already_approved(submission, obj, user):
        return done
    standing = _refuse_unless_waiting(submission, user)
    revision = _revision_to_approve(submission, obj, user)
    case = open_case(obj, revision, user, standing)
    digest.lock_files(case.text)
    if token is not None:
        _refuse_if(rules.why_not_same_text(token, seen_token(revision)))
    approval = _record(case, comment=comment, kind=Approval.Kind.WORKFLOW)
    try:
        submission.approve(user=user, comment=comment)
    except PublishPermissionError as error:
        raise ApprovalRefused(
            _("You may approve this text, but you may not publish in this place.")
        ) from error
    return approval


def seen_token(revision: Revision) -> str:
    """What a decision form carries: the revision, its text and its files as shown now."""
    return rules.revision_token(revision, digest.seen_digest(revision))


@transaction.atomic
def send_back(submission: TaskState, *, user: AbstractUser, comment: str) -> None:
    """Return a submitted text to its author with ``comment``."""
    comment = composed(comment)
    submission, obj = _lock(submission)
    standing = _refuse_unless_waiting(submission, user)
    _refuse_if(standing.why_not_sign(obj))
    if not comment.strip():
        raise ApprovalRefused(_("Please say what should change."))
    submission.reject(user=user, comment=comment)
    announce(
        revision_returned,
        obj,
        revision=submission.revision,
        user=user,
        comment=comment,
    )


@transaction.atomic
def approve_directly(
    obj: models.Model,
    revision: Revision,
    *,
    user: AbstractUser,
    standing: Standing | None = None,
    checks: dict[str, Any] | None = None,
) -> Approval:
    """Record that ``user`` publishes ``revision`` himself. Publishing is the caller's.

    ``standing`` is what the caller asked about ``user`` in this request, if he did;
    ``checks`` is what he said of it in the form, if there was one; see ``checklist``.
    """
    invariant.lock_row(obj)
    standing = standing or standing_of(user)
    _refuse_if(rules.why_not_principal(user))
    revision, is_known = queries.lock_revision(obj, revision.pk)
    known = queries.approval_of(obj, revision) if is_known else None
    if known and not known.is_emergency:
        return known
    case = open_case(obj, revision, user, standing)
    digest.lock_files(case.text)
    approval = _record(case, kind=Approval.Kind.DIRECT, checks=checks)
    publishing.keep_approved(obj, revision)
    return approval


@transaction.atomic
def approve_setup(obj: models.Model) -> Approval:
    """Publish a text that came with the software and that nobody here has edited."""
    revision = obj.save_revision()
    approval = record.write(obj, revision, kind=Approval.Kind.SETUP)
    revision.publish()
    return approval


def why_not_decide(
    submission: TaskState, obj: models.Model, user: AbstractUser
) -> str | None:
    """Return why ``user`` may not approve what was submitted of ``obj``, or ``None``."""
    later = queries.writers_after(obj, submission.revision_id)
    return (
        rules.why_not_waiting(submission)
        or rules.why_not_moved_on(user, later)
        or why_not_approve(
            open_case(obj, revision_offered(submission, obj, user), user)
        )
    )


def revision_offered(
    submission: TaskState, obj: models.Model, user: AbstractUser
) -> Revision:
    """The revision that ``user`` would approve: as submitted, or his own on top of it.

    Or a later one that says the same, for Wagtail publishes the latest.
    """
    if queries.writers_after(obj, submission.revision_id) <= {user.pk}:
        return Revision.objects.for_instance(obj).order_by("-pk").first()
    return submission.revision


def _lock(submission: TaskState) -> tuple[TaskState, models.Model]:
    """Keep the submission and its object as they are until the decision is saved.

    In the order in which Wagtail writes them, so that nobody waits for us in turn.
    """
    state = WorkflowState.objects.select_for_update().get(
        pk=submission.workflow_state_id
    )
    task = submission.task
    submission = TaskState.objects.select_for_update().get(pk=submission.pk)
    submission.workflow_state, submission.task = state, task
    model = ContentType.objects.get_for_id(state.content_type_id).model_class()
    # Only the row of its base class, as ``save`` does: who locks both in one statement
    # may hold the one that somebody needs who holds the other.
    invariant.lock_row(model(pk=state.object_id))
    return submission, model._base_manager.get(pk=state.object_id)


def _already_approved(
    submission: TaskState, obj: models.Model, user: AbstractUser
) -> Approval | None:
    if submission.status != TaskState.STATUS_APPROVED:
        return None
    if submission.finished_by_id != user.pk:
        return None
    return queries.approval_of(obj, submission.revision)


def _refuse_unless_waiting(submission: TaskState, user: AbstractUser) -> Standing:
    """Refuse, or return what ``user`` may sign: asked anew, under the lock."""
    standing = standing_of(user)
    _refuse_if(rules.why_not_waiting(submission) or rules.why_not_principal(user))
    return standing


def _revision_to_approve(
    submission: TaskState, obj: models.Model, user: AbstractUser
) -> Revision:
    """The submitted revision, or the approver's own on top of it, locked."""
    revisions = queries.revisions_from(obj, submission.revision_id)
    locked = list(revisions.select_for_update())
    writers = queries.who_changed(obj, locked, submission.revision_id)
    _refuse_if(rules.why_not_moved_on(user, writers))
    offered = locked[-1]
    moved_on = offered.pk != submission.revision_id
    # Wagtail works with what is locked here, and does not read it again.
    submission.revision, offered.content_object = offered, obj
    if moved_on:
        submission.save(update_fields=["revision"])
    return offered


def _record(
    case: Case, *, kind: str, comment: str = "", checks: dict[str, Any] | None = None
) -> Approval:
    _refuse_if(why_not_approve(case))
    approval = put_on_record(case, kind=kind, comment=comment, checks=checks)
    for emergency in queries.emergencies_settled_by(approval, case.obj, case.revision):
        record.write_settlement(
            emergency,
            kind=Approval.Kind.CONFIRMED,
            user=case.user,
            capacity=case.standing.authority_today(case.obj),
            comment=comment,
        )
    announce(revision_approved, case.obj, approval=approval)
    return approval


def announce(signal, obj: models.Model, **kwargs) -> None:
    """Tell portals once the decision is safe in the database."""
    transaction.on_commit(
        partial(signal.send_robust, sender=type(obj), instance=obj, **kwargs)
    )


def _refuse_if(reason: str | None) -> None:
    if reason:
        raise ApprovalRefused(reason)
