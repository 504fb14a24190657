"""The principal's screens: what waits, and one text with its two buttons."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import AbstractPage, TaskState
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..exceptions import ApprovalRefused
from ..handing_out import hand_out
from . import checklist, comparison, decisions, queries, rules
from .cases import advice_on
from .changes import changes_since_live
from .standing import standing_in_request
from .steps import PrincipalApprovalTask


class PrincipalOnlyMixin:
    """Opens a screen to principals; everybody else is told that it is not theirs."""

    def dispatch(self, request, *args, **kwargs):
        if not rules.is_principal(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class QueueView(PrincipalOnlyMixin, WagtailAdminTemplateMixin, TemplateView):
    """Everything that waits for a principal, oldest first."""

    url_name = "wagtail_kehoach_approval:queue"
    page_title = gettext_lazy("Waiting for approval")
    header_icon = "circle-check"
    template_name = "wagtail_kehoach/admin/approval/queue.html"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submissions=queries.waiting_list(),
            emergencies=queries.open_emergencies(),
            **kwargs,
        )


def queue_crumb() -> dict[str, str]:
    """The way back to the queue, for the screens that it leads to."""
    return {"url": reverse(QueueView.url_name), "label": QueueView.page_title}


class SubmissionMixin(PrincipalOnlyMixin):
    """Finds the submission of the address, with its object as the class that it is."""

    @cached_property
    def submission(self) -> TaskState:
        submission = get_object_or_404(
            TaskState.objects.select_related("revision", "workflow_state", "task"),
            pk=self.kwargs["pk"],
        )
        if not PrincipalApprovalTask.is_kind_of(submission.task):
            raise Http404
        return submission

    @cached_property
    def object(self):
        obj = self.submission.workflow_state.content_object
        return obj.specific if isinstance(obj, AbstractPage) else obj

    @cached_property
    def revision(self):
        """What is decided on: as it was submitted, or with the reader's own changes."""
        return decisions.revision_offered(
            self.submission, self.object, self.request.user
        )

    @cached_property
    def submitted(self):
        """The object as it would be approved."""
        return self.revision.as_object()


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class SubmittedTextView(SubmissionMixin, View):
    """The submitted text as the public would read it, for the frame of the review."""

    def get(self, request, *args, **kwargs):
        return self.submitted.make_preview_request(
            request, self.submitted.default_preview_mode
        )


class SubmittedFileView(SubmissionMixin, View):
    """The submitted text as a file: on paper, or where a phone shows it best."""

    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        back = reverse("wagtail_kehoach_approval:review", args=(self.submission.pk,))
        return hand_out(request, self.submitted, kwargs["kind"], back_url=back)


class ReviewView(SubmissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """One text: what changed, how it will look, and the decision."""

    page_title = gettext_lazy("Approve")
    header_icon = "circle-check"
    template_name = "wagtail_kehoach/admin/approval/review.html"
    _show_breadcrumbs = True
    #: Buttons beside what is said of a decision.
    ways_on = ()

    def get_page_subtitle(self):
        return get_latest_str(self.object)

    def get_breadcrumbs_items(self):
        own = {"url": "", "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, queue_crumb(), own]

    def get(self, request, *args, **kwargs):
        if reason := rules.why_not_waiting(self.submission):
            messages.warning(request, reason)
            return redirect("wagtail_kehoach_approval:queue")
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        decide = {"approve": self.approve, "return": self.send_back}
        action = decide.get(request.POST.get("decision", ""))
        if action is None:
            raise Http404
        try:
            message = action()
        except ApprovalRefused as refusal:
            messages.error(request, refusal.reason)
            return redirect(self.get_refused_url())
        messages.success(request, message, buttons=self.ways_on)
        return redirect("wagtail_kehoach_approval:queue")

    def get_refused_url(self) -> str:
        """This screen again, with what the refused form had shown to compare with."""
        token = self.request.POST.get("token", "")
        query = f"?{urlencode({'seen': token})}" if token else ""
        return self.request.path + query

    def approve(self) -> str:
        approval = decisions.approve(
            self.submission,
            user=self.request.user,
            comment=self.request.POST.get("comment", ""),
            token=self.request.POST.get("token", ""),
        )
        # A text with an hour of its own is not public yet.
        if approval.address and not self.submission.revision.content.get("go_live_at"):
            self.ways_on = [messages.button(approval.address, _("View the page"))]
        return _("“%(title)s” is approved and published.") % {"title": approval.title}

    def send_back(self) -> str:
        decisions.send_back(
            self.submission,
            user=self.request.user,
            comment=self.request.POST.get("comment", ""),
        )
        return _("“%(title)s” is returned to its author with your comments.") % {
            "title": self.get_page_subtitle()
        }

    def get_context_data(self, **kwargs):
        checks = checklist.said_of(self.revision)
        return super().get_context_data(
            submission=self.submission,
            object=self.object,
            kind=self.object._meta.verbose_name,
            changes=changes_since_live(self.request, self.object, self.submitted),
            since=self.get_changes_since_seen(),
            returned=comparison.changes_since_returned(
                self.request, self.object, self.submission, self.submitted
            ),
            checks=checks,
            advice=advice_on(
                self.submitted, standing_in_request(self.request.user), checks
            ),
            token=decisions.seen_token(self.revision),
            why_not=decisions.why_not_decide(
                self.submission, self.object, self.request.user
            ),
            why_not_return=standing_in_request(self.request.user).why_not_sign(
                self.object
            ),
            edit_url=edit_url(self.object),
            files=self.submitted.file_kinds(),
            **kwargs,
        )

    def get_changes_since_seen(self) -> comparison.Since | None:
        """What moved on since the form was opened that was refused just now, if any."""
        return comparison.changes_since_seen(
            self.request,
            self.object,
            self.object.get_latest_revision(),
            self.request.GET.get("seen", ""),
        )


def edit_url(obj) -> str:
    """The address of the form of a page or snippet."""
    if isinstance(obj, AbstractPage):
        return reverse("wagtailadmin_pages:edit", args=(obj.pk,))
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=(obj.pk,))
