"""The step of a workflow at which a principal decides."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from ..exceptions import ApprovalRefused
from . import checklist, rules, secrecy


class PrincipalApprovalTask(Task):
    """Holds a text until a principal accepts the revision that was submitted.

    Who is a principal is decided by the setting and not by the task, so that widening
    a task in the admin cannot widen the right to approve.
    """

    class Meta:
        verbose_name = _("approval by the principal")
        verbose_name_plural = _("approvals by the principal")

    @classmethod
    def get_description(cls):
        return _("A principal approves the submitted text, and only that text.")

    def user_can_access_editor(self, obj, user):
        return rules.is_principal(user)

    def locked_for_user(self, obj, user):
        return not rules.is_principal(user)

    def user_can_lock(self, obj, user):
        return rules.is_principal(user)

    def get_actions(self, obj, user):
        if not rules.is_principal(user):
            return []
        return [
            ("reject", _("Return with comments"), True),
            # Wagtail adds "and publish" to the label of the last step.
            ("approve", _("Approve"), False),
        ]

    @classmethod
    def is_kind_of(cls, task: Task) -> bool:
        """Whether ``task`` is a step of ours. No statement, where ``specific`` takes one."""
        return issubclass(task.specific_class or Task, cls)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if rules.is_principal(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    def start(self, workflow_state, user=None):
        """Take in what was submitted, unless it may not be shown: the last road there.

        A text without its checks is refused if the setting demands them on every road.
        """
        revision = workflow_state.content_object.get_latest_revision()
        reason = revision and (
            _why_not_take_in(revision.as_object()) or checklist.why_not_sent(revision)
        )
        if reason:
            raise ApprovalRefused(reason)
        return super().start(workflow_state, user=user)

    def on_action(self, task_state, user, action_name, /, **kwargs):
        """Decide as Wagtail's own buttons ask. A refusal leads to the review, which says why.

        Wagtail's views would turn the exception into a bare "no permission".
        """
        from .decisions import approve, send_back  # noqa: PLC0415 -- thin method

        comment = str(kwargs.get("comment", ""))
        try:
            if action_name == "approve":
                approve(task_state, user=user, comment=comment)
            elif action_name == "reject":
                send_back(task_state, user=user, comment=comment)
        except ApprovalRefused as refusal:
            rules.keep_refusal(user, refusal.reason)
            return reverse("wagtail_kehoach_approval:review", args=(task_state.pk,))
        return None


def _why_not_take_in(text: models.Model) -> str | None:
    reason = secrecy.why_not_public(text)
    if reason or not hasattr(text, "why_not_show"):
        return reason
    return text.why_not_show()
