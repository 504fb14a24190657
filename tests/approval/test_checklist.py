"""The checks before submission: asked of the writer, shown to the principal, recorded."""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from tests.approval.roads import create_and_publish, edit_url, form_data
from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import checklist, decisions, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval

CHECKS = ["Số liệu đã được đối chiếu.", "Không có bí mật nhà nước."]
FACTORIES = [StoryPageFactory, SpokespersonFactory]


@pytest.fixture(autouse=True)
def _two_checks(settings):
    settings.WAGTAIL_KEHOACH = {"CHECKS": CHECKS}


@pytest.fixture
def send(client, editor):
    """Send the form of a text as the editor, with these checks ticked."""
    client.force_login(editor)

    def send(obj, *ticked, **said):
        data = form_data(obj, editor) | {"kehoach_checks": ticked, **said}
        return client.post(edit_url(obj), data)

    return send


@pytest.fixture(params=FACTORIES)
def text(request, editor):
    obj = request.param()
    obj.save_revision(user=editor)
    return obj


SUBMIT = {"action-submit": "1"}


@pytest.mark.parametrize("ticked", [[], CHECKS[:1]])
def test_a_text_is_not_submitted_before_every_check_is_ticked(ticked, text, send):
    answer = send(text, *ticked, **SUBMIT)

    assert list(answer.context["form"].errors) == ["kehoach_checks"]
    assert "Hãy rà soát từng mục" in answer.content.decode()
    assert queries.submission_of(text) is None


def test_a_draft_is_saved_without_ticks(text, send):
    assert send(text).status_code == 302


def test_no_check_is_ticked_in_advance(client, text, send):
    send(text, *CHECKS, **SUBMIT)

    queries.submission_of(text).workflow_state.cancel()
    shown = client.get(edit_url(text)).content.decode()

    assert shown.count(CHECKS[0]) == 2  # Its value and its label, in one place.
    assert "checked" not in shown.partition('value="Số liệu')[2].partition(">")[0]


def test_the_principal_sees_the_ticks_and_his_approval_records_them(
    client, text, send, editor, principal
):
    send(text, *CHECKS, **SUBMIT)
    submission = queries.submission_of(text)
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))

    review = client.get(url)
    client.post(url, {"decision": "approve", "token": review.context["token"]})

    assert all(check in review.content.decode() for check in CHECKS)
    [row] = Approval.objects.of(text)
    assert row.checks == {"by": editor.get_full_name(), "ticked": CHECKS}
    assert find_problems().problems == []


@pytest.mark.parametrize("factory", [StoryPageFactory, SpokespersonFactory])
def test_a_principal_who_publishes_ticks_as_a_writer(factory, client, principal):
    story = factory()
    story.save_revision(user=principal)
    client.force_login(principal)
    data = form_data(story, principal) | {"action-publish": "1"}

    refused = client.post(edit_url(story), data)
    client.post(edit_url(story), data | {"kehoach_checks": CHECKS})

    assert list(refused.context["form"].errors) == ["kehoach_checks"]
    [row] = Approval.objects.of(story)
    assert row.checks["ticked"] == CHECKS


def test_a_principal_who_creates_and_publishes_ticks_too(client, principal):
    draft = StoryPageFactory()
    draft.save_revision(user=principal)
    client.force_login(principal)

    create_and_publish(client, draft)

    made = type(draft).objects.get(slug="moi-tinh")
    assert made.live
    assert Approval.objects.of(made).get().checks["ticked"] == CHECKS


def test_ticks_are_of_one_revision_only(text, send, principal):
    send(text, *CHECKS, **SUBMIT)
    submission = queries.submission_of(text)
    later = submission.revision.as_object().save_revision(user=principal)

    approval = decisions.approve(submission, user=principal)

    assert checklist.said_of(later) == {}
    assert approval.checks == {}


def test_ticks_end_when_their_revision_is_rewritten(editor):
    story = StoryPageFactory()
    revision = story.save_revision(user=editor)
    checklist.keep(revision, CHECKS)

    story.title = "Đã sửa"
    rewritten = story.save_revision(user=editor, overwrite_revision=revision)

    assert rewritten.pk == revision.pk
    assert checklist.said_of(rewritten) == {}


def test_a_submission_from_code_is_recorded_without_ticks(editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    assert Approval.objects.of(story).get().checks == {}


def test_the_setting_can_demand_ticks_on_every_road(settings, editor):
    settings.WAGTAIL_KEHOACH = {"CHECKS": CHECKS, "REQUIRE_CHECKS": True}
    story = StoryPageFactory()

    with pytest.raises(ApprovalRefused, match="Hãy rà soát từng mục"):
        submit_for_approval(story, by=editor)

    assert queries.submission_of(story) is None


def test_a_portal_without_checks_asks_nothing(settings, text, send):
    settings.WAGTAIL_KEHOACH = {"CHECKS": [], "REQUIRE_CHECKS": True}

    send(text, **SUBMIT)

    assert queries.submission_of(text) is not None


def test_the_audit_notices_a_changed_tick(text, send, principal, without_triggers):
    send(text, *CHECKS, **SUBMIT)
    row = decisions.approve(queries.submission_of(text), user=principal)

    said = {**row.checks, "ticked": [*CHECKS, "Đã xin phép."]}
    models.QuerySet(Approval).filter(pk=row.pk).update(checks=said)

    assert [p.code for p in find_problems().problems] == ["altered-record"]


def test_a_record_without_ticks_has_the_chain_that_it_had_before_there_were_any():
    row = Approval(
        base_content_type=ContentType(app_label="wagtailcore", model="page"),
        object_id="7",
        title="Cô Lan",
        revision_id=9,
        kind="workflow",
        approver_name="Nguyễn Văn Thành",
        approved_at=dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC),
    )
    before = row.link_after("đầu")

    row.checks = {"by": "Trần Minh Quân", "ticked": CHECKS}

    assert before == "3fb6d116b5725f8fb5725abab1a16286b28c364d92d4b5854d742bb5e48bdb3b"
    assert row.link_after("đầu") != before
