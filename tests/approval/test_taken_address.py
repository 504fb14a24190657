"""An address that another page took meanwhile: a reason for the principal, no error page."""

import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from tests.factories.emergencies import REASON, name_for_emergencies
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies, links, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval
from wagtail_kehoach.pages.models import StoryPage

TAKEN = "“so-ket” đã có trong trang cha"


@pytest.fixture
def renamed(editor, principal):
    """A public story whose draft has another address."""
    story = approved(StoryPageFactory(slug="cu"), by=editor, principal=principal)
    draft = story.get_latest_revision_as_object()
    draft.slug = "so-ket"
    return draft


@pytest.fixture
def submission(renamed, editor):
    """That draft, submitted; then another page took its address."""
    submission = submit_for_approval(renamed, by=editor)
    StoryPageFactory(slug="so-ket")
    return submission


@pytest.fixture
def is_undecided(submission, renamed):
    """Asks whether the text still waits and the public reads what it read."""

    def ask():
        assert queries.submission_of(renamed) == submission
        assert StoryPage.objects.get(pk=renamed.pk).slug == "cu"
        assert Approval.objects.of(renamed).count() == 1
        assert find_problems().problems == []

    return ask


def test_the_queue_says_why_not(client, submission, principal, is_undecided):
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    token = client.get(url).context["token"]

    response = client.post(url, {"decision": "approve", "token": token})

    assert response.status_code == 302
    [said] = get_messages(response.wsgi_request)
    assert TAKEN in str(said)
    is_undecided()


def test_the_phone_says_why_not(client, submission, principal, is_undecided):
    url = reverse(
        "wagtail_kehoach:approval_link", args=(links.issue(submission, principal),)
    )
    token = client.get(url).context["token"]

    response = client.post(url, {"decision": "approve", "token": token})

    assert response.status_code == 409
    assert TAKEN in response.context["refusal"]
    is_undecided()


def test_an_emergency_says_why_not(renamed, editor):
    name_for_emergencies(editor)
    revision = renamed.save_revision(user=editor)
    StoryPageFactory(slug="so-ket")

    with pytest.raises(ApprovalRefused, match=TAKEN):
        emergencies.publish(
            StoryPage.objects.get(pk=renamed.pk),
            revision,
            user=editor,
            reason=REASON,
            ticked=renamed.approval_checks(),
        )


def test_its_schedule_is_dropped_and_the_next_one_goes_live(
    renamed, editor, principal, monkeypatch
):
    tomorrow = timezone.now() + dt.timedelta(days=1)
    renamed.go_live_at = tomorrow
    decisions.approve(submit_for_approval(renamed, by=editor), user=principal)
    StoryPageFactory(slug="so-ket")
    later = StoryPageFactory(go_live_at=tomorrow + dt.timedelta(hours=1))
    approved(later, by=editor, principal=principal)

    with monkeypatch.context() as clock:
        clock.setattr(timezone, "now", lambda: tomorrow + dt.timedelta(days=1))
        call_command("publish_scheduled")

    assert StoryPage.objects.get(pk=later.pk).live
    assert StoryPage.objects.get(pk=renamed.pk).slug == "cu"
    assert not renamed.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert find_problems().problems == []
