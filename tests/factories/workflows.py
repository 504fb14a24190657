"""The ways a text takes: submitted, and submitted and approved."""

from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from wagtail_kehoach.approval import decisions, queries


def submit_for_approval(obj, *, by):
    """Save ``obj`` as ``by`` and send it to the principals. Return what they see."""
    obj.save_revision(user=by)
    workflow = obj.get_workflow() or WorkflowContentType.objects.get().workflow
    workflow.start(obj, by)
    return queries.submission_of(obj)


def submit_again(obj, *, by):
    """Save ``obj`` as ``by`` and send it once more after it was returned."""
    obj.save_revision(user=by)
    obj.current_workflow_state.resume(user=by)
    return queries.submission_of(obj)


def approved(obj, *, by, principal):
    """``obj`` as it is once ``principal`` approved what ``by`` wrote; fresh from the database."""
    decisions.approve(submit_for_approval(obj, by=by), user=principal)
    return type(obj).objects.get(pk=obj.pk)


def group_workflow(principal):
    """A workflow of Wagtail's own, whose group is the principals'."""
    workflow = Workflow.objects.create(name="Tổ chuyên môn")
    task = GroupApprovalTask.objects.create(name="Tổ trưởng")
    task.groups.add(*principal.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
