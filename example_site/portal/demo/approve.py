"""The way every demo text takes: written by the editor, submitted, approved."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from wagtail.models import Page, WorkflowContentType

from wagtail_kehoach.approval import checklist, decisions, queries


def submit(obj, *, editor):
    """Save ``obj`` as the editor wrote it and send it to the principal."""
    revision = obj.save_revision(user=editor, log_action=True, clean=False)
    checklist.keep(revision, obj.approval_checks())
    workflow = obj.get_workflow() or WorkflowContentType.objects.get().workflow
    workflow.start(obj, editor)
    return queries.submission_of(obj)


def submit_and_approve(obj, *, editor, principal) -> None:
    """Send ``obj`` to the principal, who approves it."""
    decisions.approve(submit(obj, editor=editor), user=principal)


def publish_as_of(page: Page, day: dt.date) -> None:
    """Let a demo page look as old as its story is."""
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(8)))
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)
