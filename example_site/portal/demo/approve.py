"""The way every demo text takes: written by the editor, submitted, approved.

A story is verified before that by the deputy principal.
"""

from __future__ import annotations

import datetime as dt

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page, WorkflowContentType

from wagtail_kehoach.approval import checklist, decisions, digest, queries
from wagtail_kehoach.stories import verification
from wagtail_kehoach.stories.models import StoryPageMixin


def submit(obj, *, editor):
    """Save ``obj`` as the editor wrote it and send it to the principal."""
    revision = obj.save_revision(user=editor, log_action=True, clean=False)
    checklist.keep(revision, obj.approval_checks())
    if isinstance(obj, StoryPageMixin):
        verify(revision)
    workflow = obj.get_workflow() or WorkflowContentType.objects.get().workflow
    workflow.start(obj, editor)
    return queries.submission_of(obj)


def verify(revision):
    """Let the deputy principal, who did not write it, verify a story."""
    deputy = get_user_model().objects.get(username="phohieutruong")
    verification.verify(
        revision,
        user=deputy,
        points=verification.points_of(revision.object_id),
        seen=digest.words_digest(digest.as_stored(revision)),
    )


def submit_and_approve(obj, *, editor, principal) -> None:
    """Send ``obj`` to the principal, who approves it."""
    decisions.approve(submit(obj, editor=editor), user=principal)


def publish_as_of(page: Page, day: dt.date) -> None:
    """Let a demo page look as old as its story is."""
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(8)))
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)
