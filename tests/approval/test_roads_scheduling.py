"""Schedules: what was approved goes live at its hour, and nothing else does."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry as log_registry
from wagtail.models import Revision

from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval

from . import roads

KINDS = ["story", "plan", "spokesperson"]


@pytest.fixture
def scheduled(editor, principal):
    """Makes an approved object of a kind that goes live tomorrow."""

    def make(kind):
        obj = roads.FACTORIES[kind](go_live_at=timezone.now() + dt.timedelta(days=1))
        return approved(obj, by=editor, principal=principal)

    return make


@pytest.fixture
def tomorrow(monkeypatch):
    """Two days later by every clock."""
    later = timezone.now() + dt.timedelta(days=2)

    def go():
        monkeypatch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")

    return go


@pytest.mark.parametrize("kind", KINDS)
def test_an_approved_text_goes_live_at_its_hour(kind, scheduled, tomorrow):
    obj = scheduled(kind)
    assert not obj.live

    tomorrow()

    obj.refresh_from_db()
    assert obj.live
    assert find_problems().problems == []


@pytest.mark.parametrize("kind", ["story", "plan"])
def test_a_principal_schedules_himself(kind, as_role, editor, tomorrow):
    obj = roads.draft_of(kind, by=editor)

    roads.schedule_for_tomorrow(as_role("principal"), obj)
    obj.refresh_from_db()
    assert not obj.live
    tomorrow()

    obj.refresh_from_db()
    assert obj.live
    assert Approval.objects.of(obj).get().kind == "direct"
    assert find_problems().problems == []


def test_a_rewritten_schedule_is_dropped_and_the_next_one_goes_live(
    scheduled, tomorrow
):
    first, second = scheduled("story"), scheduled("story")
    revision = first.scheduled_revision
    content = {**revision.content, "title": roads.UNAPPROVED}
    Revision.objects.filter(pk=revision.pk).update(content=content)

    tomorrow()

    first.refresh_from_db()
    second.refresh_from_db()
    assert not first.live
    assert second.live
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    actions = log_registry.get_logs_for_instance(first).values_list("action", flat=True)
    assert "wagtail.schedule.cancel" in actions
    assert find_problems().problems == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schedule_set_in_the_database_is_dropped(kind, editor):
    obj = roads.draft_of(kind, by=editor)
    obj.revisions.update(approved_go_live_at=timezone.now() - dt.timedelta(days=1))

    call_command("publish_scheduled")

    roads.assert_unchanged(obj, live=False)
    assert not obj.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_editing_after_the_schedule_changes_nothing(scheduled, as_role, tomorrow):
    story = scheduled("story")
    title = story.title
    client = as_role("editor")

    roads._post_form(client, story, title=roads.UNAPPROVED)
    roads.autosave_and_publish(client, story)
    roads.revert_by_api(client, story)
    tomorrow()

    story.refresh_from_db()
    assert story.live
    assert story.title == title
    assert find_problems().problems == []


@pytest.mark.parametrize(("role", "kept"), [("editor", True), ("principal", False)])
def test_cancelling_a_schedule(role, kept, scheduled, as_role):
    story = scheduled("story")
    revision = story.scheduled_revision

    as_role(role).post(
        reverse("wagtailadmin_pages:revisions_unschedule", args=(story.pk, revision.pk))
    )

    revision.refresh_from_db()
    assert (revision.approved_go_live_at is not None) is kept


def test_an_approved_text_expires(editor, principal, tomorrow):
    story = roads.FACTORIES["story"](expire_at=timezone.now() + dt.timedelta(days=1))
    story = approved(story, by=editor, principal=principal)

    tomorrow()

    story.refresh_from_db()
    assert not story.live
    assert story.expired
