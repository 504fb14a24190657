"""What a workflow can be made to do other than wait for a principal."""

import json

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    TaskState,
    WorkflowTask,
)

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, PrincipalApprovalTask

from . import roads


def said(response):
    return " ".join(str(m) for m in get_messages(response.wsgi_request))


@pytest.fixture
def submission(editor):
    """A story that an editor submitted."""
    return submit_for_approval(StoryPageFactory(title=roads.UNAPPROVED), by=editor)


@pytest.fixture
def story(submission):
    return submission.workflow_state.content_object.specific


ROADS = [
    roads.approve_on_our_screen, roads.approve_in_modal, roads.approve_from_form,
]  # fmt: skip


@pytest.mark.parametrize("road", ROADS, ids=[road.__name__ for road in ROADS])
def test_a_principal_approves(road, as_role, story):
    road(as_role("principal"), story)

    story.refresh_from_db()
    assert story.live
    assert find_problems().problems == []


def test_the_deputy_reads_why_not_in_the_edit_form(as_role, story):
    response = roads.approve_from_form(as_role("deputy"), story)

    assert Approval.objects.of(story).count() == 0
    assert decisions.why_not_decide(
        queries.submission_of(story), story, response.wsgi_request.user
    ) in said(response)


def test_the_deputy_reads_why_not_after_the_modal(as_role, story):
    client = as_role("deputy")

    response = roads.approve_in_modal(client, story)

    review = client.get(response.url)
    assert review.context["why_not"]
    assert review.status_code == 200


def test_a_second_principal_saved_a_newer_draft(
    submission, story, principal, other_principal
):
    story.lead = "Lời của người khác."
    story.save_revision(user=other_principal)

    with pytest.raises(ApprovalRefused, match=r"Return it|trả lại|Trả lại"):
        decisions.approve(submission, user=principal)

    assert find_problems().problems == []


@pytest.mark.parametrize("setting", [True, False])
def test_a_principal_edits_and_approves_in_one_request(
    setting, settings, as_role, story, principal
):
    settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = setting
    client = as_role("principal")

    roads._post_form(
        client,
        story,
        title="Hiệu trưởng sửa",
        **{"action-workflow-action": "true", "workflow-action-name": "approve"},
    )

    story.refresh_from_db()
    assert story.live
    assert story.title == "Hiệu trưởng sửa"
    assert find_problems().problems == []


def test_the_review_offers_the_principal_s_own_changes(as_role, story, principal):
    story.title = "Hiệu trưởng sửa"
    story.save_revision(user=principal)
    client = as_role("principal")
    submission = queries.submission_of(story)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    token = client.get(url).context["token"]

    client.post(url, {"decision": "approve", "token": token})

    story.refresh_from_db()
    assert story.title == "Hiệu trưởng sửa"


def test_an_editor_swaps_the_text_during_review(as_role, editor, principal):
    story = StoryPageFactory(title=roads.UNAPPROVED)
    story.save_revision(user=editor)
    story.title = "Lời đẹp"
    submission = submit_for_approval(story, by=editor)

    roads.revert_by_api(as_role("editor"), story)
    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal)

    story.refresh_from_db()
    assert not story.live
    assert find_problems().problems == []


def test_forged_extra_data_does_not_reach_the_decision(as_role, story):
    data = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps({"update": False, "user": 1}),
    }

    roads._post_form(as_role("principal"), story, **data)

    story.refresh_from_db()
    assert story.live
    assert story.current_workflow_state is None
    assert find_problems().problems == []


def test_one_page_s_address_gives_no_right_to_another(as_role, story, editor):
    other = StoryPageFactory()
    theirs = submit_for_approval(other, by=editor)
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(story.pk, "approve", theirs.pk)
    )

    as_role("superuser").post(url, {"comment": ""})

    other.refresh_from_db()
    assert not other.live


def test_task_state_approved_from_code(submission, story, superuser, principal):
    for user in (superuser, principal, None):
        with pytest.raises(PermissionDenied):
            TaskState.objects.get(pk=submission.pk).approve(user=user)

    story.refresh_from_db()
    assert not story.live
    assert find_problems().problems == []


def test_switching_the_task_off_publishes_nothing(as_role, story, editor):
    task = PrincipalApprovalTask.objects.get()

    as_role("superuser").post(
        reverse("wagtailadmin_workflows:disable_task", args=(task.pk,))
    )

    story.refresh_from_db()
    task.refresh_from_db()
    assert not task.active
    assert not story.live
    assert story.current_workflow_state is None
    assert find_problems().problems == []


def test_switching_the_workflow_off_publishes_nothing(as_role, story):
    workflow = story.current_workflow_state.workflow

    as_role("superuser").post(
        reverse("wagtailadmin_workflows:disable", args=(workflow.pk,))
    )

    story.refresh_from_db()
    assert not story.live


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_a_workflow_without_active_task_publishes_nothing(role, as_role, editor):
    PrincipalApprovalTask.objects.update(active=False)
    story = roads.draft_of("story", by=editor)

    roads._post_form(as_role(role), story, **{"action-submit": "x"})

    story.refresh_from_db()
    assert not story.live
    assert find_problems().problems == []


@pytest.mark.parametrize("enabled", [True, False])
def test_without_workflow_an_editor_only_saves(enabled, settings, as_role, editor):
    from wagtail.models import WorkflowPage

    settings.WAGTAIL_WORKFLOW_ENABLED = enabled
    WorkflowPage.objects.all().delete()
    story = roads.draft_of("story", by=editor)
    client = as_role("editor")

    roads._post_form(client, story, **{"action-submit": "x"})
    roads.publish_from_form(client, story)

    roads.assert_unchanged(story, live=False)


def test_without_workflow_a_principal_publishes(settings, as_role, editor):
    settings.WAGTAIL_WORKFLOW_ENABLED = False
    story = roads.draft_of("story", by=editor)

    roads.publish_from_form(as_role("principal"), story)

    story.refresh_from_db()
    assert story.live
    assert find_problems().problems == []


@pytest.fixture
def moderator(site, story):
    """Somebody with Wagtail's right to publish who is no principal."""
    from tests.factories.users import UserFactory

    user = UserFactory(username="kiemduyet")
    group = Group.objects.create(name="Kiểm duyệt")
    editors = Group.objects.get(name="Biên tập viên")
    user.groups.add(group, editors)
    for right in GroupPagePermission.objects.filter(group__name="Ban Giám hiệu"):
        GroupPagePermission.objects.create(
            group=group, page_id=right.page_id, permission=right.permission
        )
    return user


def second_task(moderator):
    task = GroupApprovalTask.objects.create(name="Kiểm duyệt sau")
    task.groups.add(Group.objects.get(name="Kiểm duyệt"))
    workflow = PrincipalApprovalTask.objects.get().workflow_tasks.get().workflow
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    return task


def test_wagtail_s_right_to_publish_is_not_enough(client, moderator, editor):
    story = roads.draft_of("story", by=editor)
    client.force_login(moderator)

    for road in roads.PAGE_ROADS:
        road(client, story)

    roads.assert_unchanged(story, live=False)


def test_an_edit_after_the_principal_s_step_is_not_published(
    client, moderator, submission, story, principal
):
    second_task(moderator)
    decisions.approve(submission, user=principal)
    story = type(story).objects.get(pk=story.pk)
    client.force_login(moderator)

    roads._post_form(
        client,
        story,
        title="Sửa sau khi duyệt",
        **{"action-workflow-action": "true", "workflow-action-name": "approve"},
    )

    story.refresh_from_db()
    assert not story.live
    assert find_problems().problems == []


def test_a_step_after_the_principal_s_publishes_what_he_approved(
    client, moderator, submission, story, principal
):
    second_task(moderator)
    decisions.approve(submission, user=principal)
    story = type(story).objects.get(pk=story.pk)
    assert not story.live
    client.force_login(moderator)

    state = story.current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(story.pk, "approve", state.pk)
    )
    client.post(url, {"comment": ""})

    story.refresh_from_db()
    assert not story.live, "publishing takes a principal, whoever comes last"


def test_cancelled_by_its_author_it_cannot_be_approved(
    submission, story, editor, principal
):
    submission.workflow_state.cancel(user=editor)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal)


def test_a_former_principal_is_asked_anew(submission, principal):
    assert queries.submission_of(submission.workflow_state.content_object)
    assert principal.groups.exists()
    from wagtail_kehoach.approval import rules

    assert rules.is_principal(principal)
    principal.groups.clear()

    with pytest.raises(ApprovalRefused, match="Ban Giám hiệu"):
        decisions.approve(submission, user=principal)


def test_returned_edited_resubmitted_approved(as_role, submission, story, principal):
    decisions.send_back(submission, user=principal, comment="Thiếu ngày.")

    roads._post_form(
        as_role("editor"), story, title="Đã sửa", **{"action-submit": "action-submit"}
    )
    decisions.approve(queries.submission_of(story), user=principal)

    story.refresh_from_db()
    assert story.live
    assert story.title == "Đã sửa"
    assert find_problems().problems == []


def test_autosave_does_not_rewrite_what_was_submitted_or_approved(
    as_role, editor, principal
):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    revision = story.live_revision
    content = revision.content

    data = roads.form_data(
        story,
        editor,
        title=roads.UNAPPROVED,
        overwrite_revision_id=str(revision.pk),
    )
    response = as_role("editor").post(
        roads.edit_url(story), data, headers={"Accept": "application/json"}
    )

    revision.refresh_from_db()
    assert response.json()["revision_id"] != revision.pk
    assert revision.content == content
    roads.assert_unchanged(story, live=True)
