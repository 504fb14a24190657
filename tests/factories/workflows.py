"""The ways a text takes: submitted, and submitted and approved."""

from wagtail.models import WorkflowContentType

from wagtail_kehoach.approval import decisions, queries


def submit_for_approval(obj, *, by):
    """Save ``obj`` as ``by`` and send it to the principals. Return what they see."""
    obj.save_revision(user=by)
    workflow = obj.get_workflow() or WorkflowContentType.objects.get().workflow
    workflow.start(obj, by)
    return queries.submission_of(obj)


def approved(obj, *, by, principal):
    """``obj`` as it is once ``principal`` approved what ``by`` wrote; fresh from the database."""
    decisions.approve(submit_for_approval(obj, by=by), user=principal)
    return type(obj).objects.get(pk=obj.pk)
