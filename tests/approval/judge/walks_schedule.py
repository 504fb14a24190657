"""How the roads through schedules are walked."""

from __future__ import annotations

import datetime as dt

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions

from .. import roads
from .answers import ALLOWED
from .stage import name
from .walks import walks


def goes_live_as_approved(scene):
    """At its hour the approved text is public and no other."""
    said = scene.obj.scheduled_revision.as_object()
    scene.later()
    call_command("publish_scheduled")
    assert scene.now().live
    assert str(scene.now()) == str(said)


@walks("S02")
def edit_before_the_hour(scene):
    roads._post_form(scene.client, scene.obj, title=roads.UNAPPROVED)
    roads.autosave_and_publish(scene.client, scene.obj)
    goes_live_as_approved(scene)


@walks("S02b")
def revert_before_the_hour(scene):
    roads.revert_by_api(scene.client, scene.obj)
    goes_live_as_approved(scene)


@walks("LEGIT.hour")
def wait_for_the_hour(scene):
    goes_live_as_approved(scene)


def swap_during_review(scene, reapproval):
    scene.settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = reapproval
    nice = name(scene.now(), "Lời đẹp")
    submission = submit_for_approval(nice, by=scene.people["editor"])
    roads.revert_by_api(scene.editor_client, scene.obj)
    decisions.approve(submission, user=scene.user)


@walks("S02c.off")
def swap_by_the_admin_s_api(scene):
    swap_during_review(scene, reapproval=False)


@walks("S02c.on")
def swap_by_the_admin_s_api_with_reapproval(scene):
    swap_during_review(scene, reapproval=True)


@walks("S03")
def cancel_the_schedule(scene):
    revision = scene.obj.scheduled_revision
    url = reverse(
        "wagtailadmin_pages:revisions_unschedule", args=(scene.obj.pk, revision.pk)
    )
    answer = scene.client.post(url)
    revision.refresh_from_db()
    assert (revision.approved_go_live_at is None) is scene.expects(ALLOWED)
    return answer


@walks("S04")
def rewrite_the_scheduled_version(scene):
    revision = scene.obj.scheduled_revision
    text = name(revision.as_object(), roads.UNAPPROVED).serializable_data()
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, **text})
    scene.later()
    call_command("publish_scheduled")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


@walks("S05")
def schedule_from_code(scene):
    scene.obj.save_revision(approved_go_live_at=timezone.now() - dt.timedelta(hours=1))


@walks("S05b")
def schedule_in_the_database(scene):
    yesterday = timezone.now() - dt.timedelta(days=1)
    scene.obj.revisions.update(approved_go_live_at=yesterday)


@walks("LEGIT.expiry")
def expire(scene):
    obj = scene.now()
    obj.expire_at = timezone.now() + dt.timedelta(days=1)
    obj = scene.stage.approve(obj)
    scene.later()
    call_command("publish_scheduled")
    assert not scene.now().live
    assert scene.now().expired


@walks("K6")
def publish_a_draft_over_a_schedule(scene):
    roads.add_draft(scene.now(), by=scene.people["editor"])
    return roads.publish_by_api(scene.client, scene.obj)
