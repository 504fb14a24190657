"""Wagtail's API v3, where a portal has it. Runs with ``--ds=tests.settings_api``."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval
from wagtail_kehoach.pages.models import StoryPage

from . import roads

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail.api.v3"),
    reason="Wagtail's API v3 is not installed: run with --ds=tests.settings_api.",
)

ROLES = ["editor", "former principal", "deputy", "superuser", "principal"]


@pytest.fixture
def call(client, people):
    """Calls the API with the token of a role."""
    from wagtail.models import APIToken

    def send(role, method, path, **data):
        _token, value = APIToken.create_token(user=people[role], name=role)
        return getattr(client, method)(
            f"/api/v3/pages/{path}",
            json.dumps(data),
            content_type="application/json",
            headers={"Authorization": f"Bearer {value}"},
        )

    return send


@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
@pytest.mark.parametrize("role", ROLES)
def test_no_action_publishes_what_was_not_approved(role, live, call, editor, principal):
    story = (
        roads.live_of("story", by=editor, principal=principal)
        if live
        else roads.draft_of("story", by=editor)
    )
    before = Approval.objects.count()
    kind = "wagtail_kehoach_pages.StoryPage"
    first = story.revisions.order_by("pk").first().pk
    new = {
        "title": roads.UNAPPROVED,
        "slug": "moi-tinh",
        "subject": "Ai",
        "lead": "Gì",
        "meta": {
            "type": kind,
            "parent_id": story.get_parent().pk,
            "action": "publish",
        },
    }
    answers = [
        call(role, "post", f"{story.pk}/actions/publish/"),
        call(role, "patch", f"{story.pk}/", title=roads.UNAPPROVED,
             meta={"type": kind, "action": "publish"}),
        call(role, "post", f"{story.pk}/actions/copy/", title=roads.UNAPPROVED),
        call(role, "post", f"{story.pk}/actions/revert/", revision_id=first),
        call(role, "post", f"{story.pk}/actions/publish/"),
        call(role, "post", "", **new),
    ]  # fmt: skip
    call_command("publish_scheduled")

    assert all(answer.status_code != 500 for answer in answers)
    assert answers[0].status_code == 403
    roads.assert_unchanged(story, live=live)
    assert Approval.objects.count() == before
    assert not StoryPage.objects.filter(live=True, title=roads.UNAPPROVED).exists()


def test_a_draft_swapped_during_review_is_not_approved(call, editor, principal):
    story = StoryPageFactory(title=roads.UNAPPROVED)
    first = story.save_revision(user=editor)
    story.title = "Lời đẹp"
    submission = submit_for_approval(story, by=editor)

    call("editor", "post", f"{story.pk}/actions/revert/", revision_id=first.pk)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal)
    assert find_problems().problems == []


def test_a_superuser_takes_down(call, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    call("superuser", "post", f"{story.pk}/actions/unpublish/")

    roads.assert_unchanged(story, live=False)


@pytest.mark.parametrize("role", ["editor", "former principal"])
def test_an_editor_does_not_take_down(role, call, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    call(role, "post", f"{story.pk}/actions/unpublish/")
    call(role, "delete", f"{story.pk}/")

    roads.assert_unchanged(story, live=True)


def test_drafts_are_not_read_without_a_right(client, editor):
    story = roads.draft_of("story", by=editor)

    answer = client.get(f"/api/v3/pages/{story.pk}/?version=draft")

    assert roads.UNAPPROVED not in answer.content.decode()
