"""Tells the principals by e-mail what waits for them.

Authors hear of the decision through Wagtail's own messages on workflows, which each
user can turn off in the account settings; a task of our own has none for reviewers.
"""

from __future__ import annotations

from django.contrib.auth import get_user_model
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.models import AbstractPage, TaskState
from wagtail.signals import task_submitted

from ..conf import kehoach_settings
from .models import PrincipalApprovalTask


class SubmissionNotifier(EmailNotificationMixin, Notifier):
    """One message to each principal who did not submit the text himself."""

    notification = "submitted"

    def __init__(self):
        super().__init__((TaskState,))

    def can_handle(self, instance, **kwargs):
        return super().can_handle(instance, **kwargs) and isinstance(
            instance.task.specific, PrincipalApprovalTask
        )

    def get_recipient_users(self, instance, **kwargs):
        submitter = instance.workflow_state.requested_by_id
        return (
            get_user_model()
            .objects.filter(
                is_active=True, groups__name=kehoach_settings.PRINCIPALS_GROUP
            )
            .exclude(pk=submitter)
            .exclude(email="")
        )

    def get_template_base_prefix(self, instance, **kwargs):
        return "submission_"

    def get_template_set(self, instance, **kwargs):
        folder = "wagtail_kehoach/approval/email"
        return {
            "subject": f"{folder}/submitted_subject.txt",
            "text": f"{folder}/submitted.txt",
            "html": f"{folder}/submitted.html",
        }

    def get_context(self, instance, **kwargs):
        obj = instance.workflow_state.content_object
        obj = obj.specific if isinstance(obj, AbstractPage) else obj
        return {
            "submission": instance,
            "title": str(instance.revision.object_str or obj),
            "kind": obj._meta.verbose_name,
            "submitter": instance.workflow_state.requested_by,
        }


notify_principals = SubmissionNotifier()


def connect() -> None:
    """Connect the notifier; called once, when the app is ready."""
    task_submitted.connect(
        notify_principals, sender=TaskState, dispatch_uid="kehoach.submission_email"
    )
