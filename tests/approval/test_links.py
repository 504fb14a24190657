"""Approval by the link of an e-mail: what it decides, and everything that ends it."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval, ApprovalLink, LinkUse


@pytest.fixture
def story(editor, principal, django_capture_on_commit_callbacks):
    """A submitted story; its e-mail is sent."""
    story = StoryPageFactory(title="Thầy Hải")
    with django_capture_on_commit_callbacks(execute=True):
        submit_for_approval(story, by=editor)
    return story


@pytest.fixture
def url(story):
    """The address in the e-mail."""
    [message] = mail.outbox
    return re.search(r"/duyet/[\w-]{43}/", message.body)[0]


def decide(client, url, decision="approve", comment=""):
    token = (client.get(url).context or {}).get("token", "")
    data = {"decision": decision, "comment": comment, "token": token}
    return client.post(url, data, follow=True)


def test_the_link_approves_once_and_says_so(client, story, url):
    first = decide(client, url)
    again = decide(client, url)

    story.refresh_from_db()
    assert story.live
    assert first.status_code == again.status_code == 200
    assert "đã duyệt" in again.content.decode()
    assert Approval.objects.of(story).count() == 1
    assert list(LinkUse.objects.values_list("action", flat=True)).count("approve") == 1
    assert find_problems().problems == []


def test_a_retry_of_the_same_form_has_one_outcome(client, story, url):
    token = client.get(url).context["token"]
    data = {"decision": "approve", "token": token}

    answers = [client.post(url, data, follow=True).status_code for _ in range(3)]

    assert answers == [200, 200, 200]
    assert Approval.objects.of(story).count() == 1


def test_opening_decides_nothing(client, story, url):
    for _ in range(3):
        response = client.get(url)
        client.head(url)

    story.refresh_from_db()
    assert not story.live
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_the_form_needs_its_csrf_token(story, url):
    client = Client(enforce_csrf_checks=True)
    client.get(url)

    assert client.post(url, {"decision": "approve"}).status_code == 403


def test_the_text_is_shown_without_scripts(client, url):
    response = client.get(f"{url}van-ban/")

    assert "Thầy Hải" in response.content.decode()
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert response["Referrer-Policy"] == "no-referrer"


def test_returning_needs_a_comment_and_tells_why(client, story, url):
    refused = decide(client, url, "return")
    assert refused.status_code == 409

    done = decide(client, url, "return", "Thiếu ngày.")

    assert "trả lại" in done.content.decode()
    story.refresh_from_db()
    assert story.current_workflow_state.current_task_state.comment == "Thiếu ngày."


def test_only_a_digest_is_stored(url):
    link = ApprovalLink.objects.get()

    assert url.split("/")[2] not in str(vars(link))


def end_by_time(link, principal, editor, story):
    ApprovalLink.objects.update(expires_at=timezone.now() - dt.timedelta(hours=1))


def end_by_role(link, principal, editor, story):
    principal.groups.clear()


def end_by_password(link, principal, editor, story):
    principal.set_password("moi")
    principal.save()


def end_by_edit(link, principal, editor, story):
    story.title = "Lời mới"
    story.save_revision(user=editor)


@pytest.mark.parametrize(
    "end", [end_by_time, end_by_role, end_by_password, end_by_edit]
)
def test_a_link_that_ended_decides_nothing(end, client, story, url, principal, editor):
    token = client.get(url).context["token"]
    end(ApprovalLink.objects.get(), principal, editor, story)

    client.post(url, {"decision": "approve", "token": token})
    page = client.get(url)

    story.refresh_from_db()
    assert not story.live
    assert page.status_code == 410
    assert not Approval.objects.of(story).exists()


def test_a_form_that_saved_itself_once_more_leaves_the_link_open(
    client, story, url, editor
):
    again = story.save_revision(user=editor)

    decide(client, url)

    story.refresh_from_db()
    assert story.live_revision_id == again.pk


def test_a_superseded_link_shows_what_changed(client, story, url, editor):
    end_by_edit(None, None, editor, story)

    assert "Lời mới" in client.get(url).content.decode()


def test_decided_in_the_queue_the_link_says_by_whom(client, story, url, principal):
    link = ApprovalLink.objects.get()
    decisions.approve(link.submission, user=principal)

    said = client.get(url).content.decode()
    assert f"{principal.get_full_name()} đã duyệt lúc" in said
    assert story.get_url() in said


def test_returned_in_the_queue_the_link_says_so(client, url, principal):
    link = ApprovalLink.objects.get()
    decisions.send_back(link.submission, user=principal, comment="Chưa.")

    said = client.get(url).content.decode()
    assert f"{principal.get_full_name()} đã trả lại cho người soạn lúc" in said


def test_it_can_be_turned_off(client, settings, story, url):
    settings.WAGTAIL_KEHOACH = {"APPROVE_BY_LINK": False}

    decide(client, url)

    story.refresh_from_db()
    assert not story.live


def test_guessing_is_limited_and_does_not_lock_out_the_holder(client, url):
    wrong = f"/duyet/{'x' * 43}/"
    codes = [client.get(wrong).status_code for _ in range(22)]

    assert codes[0] == 404
    assert codes[-1] == 429
    assert client.get(url).status_code == 200
