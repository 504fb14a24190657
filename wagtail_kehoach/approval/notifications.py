"""Tells the principals by e-mail what waits for them, each with a link of his own.

Sent by Django's task framework once the submission is safe in the database, so that a
failing mail server never loses one. Each user can turn it off in the account settings.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import NoReverseMatch, reverse
from wagtail.models import AbstractPage, TaskState
from wagtail.signals import task_submitted

from ..conf import kehoach_settings
from . import decisions, links, mailing, rules
from .steps import PrincipalApprovalTask

try:
    from django.tasks import task
except ImportError:  # Django before 6.0.
    from django_tasks import task


def notify_principals(instance, **kwargs) -> None:
    """Tell each principal who did not submit the text himself, after the commit."""
    if not PrincipalApprovalTask.is_kind_of(instance.task):
        return
    principals = get_user_model().objects.filter(
        is_active=True, groups__name=kehoach_settings.PRINCIPALS_GROUP
    )
    submitter = instance.workflow_state.requested_by_id
    for user in principals.exclude(pk=submitter):
        if mailing.wants(user, "submitted"):
            mailing.after_commit(tell_principal.enqueue, instance.pk, user.pk)


@task()
def tell_principal(submission_id: int, user_id: int) -> None:
    """Send one principal one message. The link is made here: no queue stores its secret."""
    submission = TaskState.objects.filter(pk=submission_id).first()
    user = get_user_model().objects.filter(pk=user_id).first()
    if rules.why_not_waiting(submission) or user is None or not user.email:
        return
    mailing.send(user, "submitted", lambda: _about(submission, user))


def _about(submission: TaskState, user) -> dict:
    obj = submission.workflow_state.content_object
    obj = obj.specific if isinstance(obj, AbstractPage) else obj
    return {
        "submission": submission,
        "title": str(submission.revision.object_str or obj),
        "kind": obj._meta.verbose_name,
        "submitter": submission.workflow_state.requested_by,
        "link": _link(submission, obj, user),
        "hours": kehoach_settings.LINK_HOURS,
    }


def _link(submission: TaskState, obj, user) -> str:
    """The address by which ``user`` may decide without signing in, or an empty text."""
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "")
    if not base or not kehoach_settings.APPROVE_BY_LINK:
        return ""
    if decisions.why_not_decide(submission, obj, user):
        return ""
    try:
        reverse("wagtail_kehoach:approval_link", args=("x" * 43,))
    except NoReverseMatch:
        return ""
    secret = links.issue(submission, user)
    return base + reverse("wagtail_kehoach:approval_link", args=(secret,))


def connect() -> None:
    """Connect the notifier; called once, when the app is ready."""
    task_submitted.connect(
        notify_principals, sender=TaskState, dispatch_uid="kehoach.submission_email"
    )
