"""How the roads through the workflow are walked."""

from __future__ import annotations

import json

from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from tests.factories.users import UserFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.standing import standing_of
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import PrincipalApprovalTask
from wagtail_kehoach.pages.models import StoryIndexPage

from .. import roads
from . import walks_forms
from .answers import APPROVES
from .scene import browser_of
from .stage import Stage, in_english, name
from .walks import walks

APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


@walks("E11.modal")
def approve_in_the_dialogue(scene):
    return with_review(scene, roads.approve_in_modal(scene.client, scene.obj))


def with_review(scene, answer):
    """The answer, and the review that it leads to, which says why not."""
    if "/kehoach/approval/" not in answer.headers.get("Location", ""):
        return answer
    return [answer, scene.client.get(answer.url)]


@walks("E11.form", "LEGIT.footer")
def approve_in_the_form(scene):
    return roads.approve_from_form(scene.client, scene.obj)


@walks("M04", "LEGIT.snippet")
def approve_on_the_review_screen(scene):
    return roads.approve_on_our_screen(scene.client, scene.obj)


@walks("LEGIT.approve", "LEGIT.translation")
def approve(scene):
    decisions.approve(scene.submission, user=scene.user)


def write_during_review(scene, writer):
    submission = scene.submission
    name(scene.now(), "Lời của người khác").save_revision(user=writer)
    decisions.approve(submission, user=scene.user)


@walks("M01.off", "N03b.off")
def another_principal_wrote(scene):
    write_during_review(scene, UserFactory())


@walks("M01.on", "N03b.on")
def another_principal_wrote_with_reapproval(scene):
    scene.settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
    write_during_review(scene, UserFactory())


@walks("M01b")
def a_superuser_wrote(scene):
    write_during_review(scene, scene.people["superuser"])


def edit_and_approve(scene, reapproval):
    scene.settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = reapproval
    answer = roads._post_form(
        scene.client, scene.obj, title="Hiệu trưởng sửa", **APPROVE
    )
    assert scene.now().live is scene.expects(APPROVES)
    assert scene.now().title == "Hiệu trưởng sửa"
    return answer


@walks("M02.off")
def edit_and_approve_at_once(scene):
    return edit_and_approve(scene, reapproval=False)


@walks("M02.on")
def edit_and_approve_at_once_with_reapproval(scene):
    return edit_and_approve(scene, reapproval=True)


@walks("M03", "M03b")
def approve_one_s_own(scene):
    scene.user.groups.add(Group.objects.get(name=kehoach_settings.EDITORS_GROUP))
    text = in_english(scene.now()) if scene.kind == "translation" else scene.now()
    submission = submit_for_approval(name(text, "Lời tôi"), by=scene.user)
    decisions.approve(submission, user=scene.user)


def publish_while_it_waits(scene, cancels):
    scene.settings.WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = cancels
    return walks_forms.publish_from_form(scene)


@walks("M06.cancel")
def publish_which_cancels(scene):
    return publish_while_it_waits(scene, cancels=True)


@walks("M06.keep")
def publish_which_keeps(scene):
    return publish_while_it_waits(scene, cancels=False)


def publisher():
    """Somebody with Wagtail's right to publish who is no principal."""
    user = UserFactory()
    group = Group.objects.create(name="Kiểm duyệt")
    user.groups.add(group, Group.objects.get(name=kehoach_settings.EDITORS_GROUP))
    theirs = GroupPagePermission.objects.filter(
        group__name=kehoach_settings.PRINCIPALS_GROUP
    )
    for right in theirs:
        GroupPagePermission.objects.create(
            group=group, page_id=right.page_id, permission=right.permission
        )
    return user


def edit_after_the_approval(scene, reapproval):
    scene.settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = reapproval
    user = publisher()
    task = GroupApprovalTask.objects.create(name="Kiểm duyệt sau")
    task.groups.add(Group.objects.get(name="Kiểm duyệt"))
    workflow = scene.submission.workflow_state.workflow
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    decisions.approve(scene.submission, user=scene.people["principal"])
    scene.watch(scene.now())
    return roads._post_form(
        browser_of(user), scene.obj, title=roads.UNAPPROVED, **APPROVE
    )


@walks("M07.off")
def a_later_task_edits(scene):
    return edit_after_the_approval(scene, reapproval=False)


@walks("M07.on")
def a_later_task_edits_with_reapproval(scene):
    return edit_after_the_approval(scene, reapproval=True)


def weak_workflow(scene, user):
    """A workflow of a task that anybody of ``user``'s groups may approve."""
    task = GroupApprovalTask.objects.create(name="Ai cũng duyệt được")
    task.groups.set(user.groups.all())
    workflow = Workflow.objects.create(name="Lỏng")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    section = scene.obj.get_parent().pk
    WorkflowPage.objects.filter(page_id=section).update(workflow=workflow)
    workflow.start(scene.obj, user)
    state = scene.now().current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(scene.obj.pk, "approve", state.pk)
    )
    return browser_of(user).post(url, {"comment": ""})


@walks("M08")
def an_editor_in_a_weak_workflow(scene):
    return weak_workflow(scene, scene.people["editor"])


@walks("M08b")
def a_publisher_in_a_weak_workflow(scene):
    return weak_workflow(scene, publisher())


@walks("M14")
def a_publisher_at_the_principal_s_task(scene):
    return roads.approve_in_modal(browser_of(publisher()), scene.obj)


@walks("M09.edit")
def submit_without_workflow(scene):
    WorkflowPage.objects.all().delete()
    return roads._post_form(scene.client, scene.obj, **{"action-submit": "x"})


@walks("M09.create")
def create_and_submit_without_workflow(scene):
    WorkflowPage.objects.all().delete()
    return roads.create_and(scene.client, scene.obj, "action-submit")


@walks("M09.off")
def publish_without_workflows(scene):
    scene.settings.WAGTAIL_WORKFLOW_ENABLED = False
    return walks_forms.publish_from_form(scene)


@walks("M10")
def switch_the_workflow_off(scene):
    scene.submission.workflow_state.workflow.deactivate(user=scene.people["superuser"])


def switch_the_task_off(client, scene):
    url = reverse(
        "wagtailadmin_workflows:disable_task", args=(scene.submission.task_id,)
    )
    answer = client.post(url)
    assert not PrincipalApprovalTask.objects.get().active
    assert scene.now().current_workflow_state is None
    return answer


@walks("M11")
def a_superuser_switches_the_task_off(scene):
    return switch_the_task_off(scene.client, scene)


def manager_of_workflows(user):
    user.user_permissions.add(
        *Permission.objects.filter(content_type__model__in=("task", "workflow"))
    )
    return browser_of(user)


@walks("M11b")
def a_manager_switches_the_task_off(scene):
    return switch_the_task_off(manager_of_workflows(scene.people["editor"]), scene)


@walks("M11c")
def a_manager_who_may_publish_switches_the_task_off(scene):
    return switch_the_task_off(manager_of_workflows(publisher()), scene)


@walks("M12", "M12b")
def submit_to_nobody(scene):
    PrincipalApprovalTask.objects.update(active=False)
    return roads._post_form(scene.client, scene.obj, **{"action-submit": "x"})


@walks("M13")
def approve_at_the_address_of_another(scene):
    other = Stage("story", scene.people).draft()
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=(other.pk, "approve", scene.submission.pk),
    )
    return with_review(scene, scene.client.post(url, {"comment": ""}))


@walks("M15b")
def autosave_over_what_was_returned(scene):
    submission = scene.submission
    decisions.send_back(submission, user=scene.people["principal"], comment="Sửa.")
    return walks_forms.autosave_over(scene, submission.revision)


def post_decision(scene, token):
    url = reverse("wagtail_kehoach_approval:review", args=(scene.submission.pk,))
    return scene.client.post(url, {"decision": "approve", "token": token})


@walks("M17")
def approve_an_older_version(scene):
    token = decisions.seen_token(scene.submission.revision)
    number, _colon, digest = token.partition(":")
    return post_decision(scene, f"{int(number) - 1}:{digest}")


@walks("M17b")
def approve_what_was_rewritten(scene):
    submission = scene.submission
    token = decisions.seen_token(submission.revision)
    content = {**submission.revision.content, "expire_at": "2099-01-01T00:00:00Z"}
    Revision.objects.filter(pk=submission.revision_id).update(content=content)
    return post_decision(scene, token)


@walks("LEGIT.token")
def approve_what_was_shown(scene):
    return post_decision(scene, decisions.seen_token(scene.submission.revision))


@walks("M19")
def forged_extra_data(scene):
    extra = json.dumps({"update": False, "user": 1})
    data = APPROVE | {"workflow-action-extra-data": extra}
    return roads._post_form(scene.client, scene.obj, **data)


@walks("M20")
def a_former_principal_approves(scene):
    person = scene.people["principal"]
    assert standing_of(person).authorities == []
    person.groups.clear()
    decisions.approve(scene.submission, user=person)


@walks("M21")
def create_below_an_ordinary_page(scene):
    root = scene.obj.get_parent().get_parent()
    data = roads.form_data(
        StoryIndexPage(title="Mục", slug="muc"), scene.user, title="Mục", slug="muc",
        intro="null", **walks_forms.PUBLISH,
    )  # fmt: skip
    data["kehoach_checks"] = StoryIndexPage().approval_checks()
    url = reverse(
        "wagtailadmin_pages:add",
        args=("wagtail_kehoach_pages", "storyindexpage", root.pk),
    )
    answer = scene.client.post(url, data)
    scene.watch(StoryIndexPage.objects.get(slug="muc"))
    assert not scene.obj.live
    return answer


@walks("M23")
def approve_the_task_from_code(scene):
    for role in ("superuser", "principal"):
        try:
            TaskState.objects.get(pk=scene.submission.pk).approve(
                user=scene.people[role]
            )
        except PermissionError:
            raise
        except Exception as refusal:  # Wagtail's own, and ours.
            scene.note(str(refusal))


@walks("M24")
def buttons_of_the_form(scene):
    answer = scene.client.get(roads.edit_url(scene.obj))
    assert ('name="action-publish"' in answer.content.decode()) is (
        scene.role in ("principal", "deputy", "deputy elsewhere")
    )
    return answer


@walks("LEGIT.return")
def return_edit_submit_approve(scene):
    decisions.send_back(scene.submission, user=scene.user, comment="Thiếu ngày.")
    roads._post_form(scene.editor_client, scene.obj, **{"action-submit": "x"})
    decisions.approve(scene.submission, user=scene.user)
