"""Wagtail's own workflow messages, kept from speaking twice or within a decision.

Wagtail sends them while the decision is being saved: a mail server that refuses the
password would undo it. For guarded texts they wait for the commit, and those that
``author_notifications`` sends are left out. All other texts keep Wagtail's messages.
"""

from __future__ import annotations

from wagtail import signals
from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState

from . import mailing
from .receivers import is_guarded
from .steps import PrincipalApprovalTask


class AfterCommitMixin:
    """Sends the message of a guarded text once all is saved; a failure is only logged."""

    def __call__(self, instance=None, **kwargs):
        state = getattr(instance, "workflow_state", instance)
        if not is_guarded(state.content_type_id):
            return super().__call__(instance, **kwargs)
        if not self.is_said_by_us(state):
            mailing.after_commit(super().__call__, instance, **kwargs)
        return True

    def is_said_by_us(self, state):
        return False


class SaidByUsMixin(AfterCommitMixin):
    """Leaves the principal's decisions to ``author_notifications``."""

    def is_said_by_us(self, state):
        return PrincipalApprovalTask.is_kind_of(state.current_task_state.task)


class GroupSubmissionNotifier(
    AfterCommitMixin, mail.GroupApprovalTaskStateSubmissionEmailNotifier
):
    """Tells the group of a task of Wagtail's own."""


class SubmissionNotifier(AfterCommitMixin, mail.WorkflowStateSubmissionEmailNotifier):
    """Tells superusers, where the portal's settings say so."""


class ApprovalNotifier(SaidByUsMixin, mail.WorkflowStateApprovalEmailNotifier):
    """Tells the submitter of an approval that was not the principal's."""


class RejectionNotifier(SaidByUsMixin, mail.WorkflowStateRejectionEmailNotifier):
    """Tells the submitter of a return that was not the principal's."""


# Signals keep weak references, so the notifiers need names here.
NOTIFIERS = (
    (signals.task_submitted, TaskState, GroupSubmissionNotifier(),
     "group_approval_task_submitted_email_notification"),
    (signals.workflow_submitted, WorkflowState, SubmissionNotifier(),
     "workflow_state_submitted_email_notification"),
    (signals.workflow_approved, WorkflowState, ApprovalNotifier(),
     "workflow_state_approved_email_notification"),
    (signals.workflow_rejected, WorkflowState, RejectionNotifier(),
     "workflow_state_rejected_email_notification"),
)  # fmt: skip


def connect() -> None:
    """Take the places of Wagtail's notifiers, whether it has taken them yet or not.

    A place that is taken when ``wagtail.admin`` gets ready stays with who has it.
    """
    for signal, sender, notifier, place in NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=place)
        signal.connect(notifier, sender=sender, dispatch_uid=place)
