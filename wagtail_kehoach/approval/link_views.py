"""The principal's page on the phone: opened by the link of an e-mail, without signing in."""

from __future__ import annotations

import copy

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.csrf import csrf_protect
from django.views.generic import View
from wagtail.models import AbstractPage
from wagtail.users.models import UserProfile
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..exceptions import ApprovalRefused, ExportRefused
from ..one_time.views import SecretLinkMixin
from . import checklist, decisions, links, notifications, receipts
from .cases import advice_on
from .changes import changes_between, changes_since_live
from .comparison import changes_since_returned
from .standing import standing_in_request

# The portal's scripts do not run in the text: they could report the address to others.
TEXT_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "sandbox allow-same-origin",
}

# Without a policy on contents: browsers show no PDF under one.
FILE_HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}

FILE = "wagtail_kehoach:approval_link_file"


class LinkMixin(SecretLinkMixin):
    """Finds the link and speaks the language of its approver."""

    folder = "wagtail_kehoach/approval/phone"

    def find_link(self, secret):
        return links.find(secret)

    def get_language(self):
        return UserProfile.get_for_user(self.link.approver).get_preferred_language()

    @cached_property
    def object(self):
        obj = self.link.submission.workflow_state.content_object
        return obj.specific if isinstance(obj, AbstractPage) else obj

    @cached_property
    def submitted(self):
        return self.link.submission.revision.as_object()


@method_decorator(csrf_protect, name="dispatch")
class LinkView(LinkMixin, View):
    """The text, what changed, and two buttons. Opening it decides nothing."""

    def get(self, request, *args, **kwargs):
        state = links.state_of(self.link)
        links.log(self.link, "opened", links.why_not(state))
        if state == "open":
            return self.show("decide.html", **self.about(), **self.to_decide())
        status = 200 if state in ("used", "decided") else 410
        return self.show("closed.html", status, **self.about(), **self.closed(state))

    def post(self, request, *args, **kwargs):
        decision = request.POST.get("decision", "")
        if decision == "renew":
            return self.renew()
        if decision not in ("approve", "return"):
            return redirect(request.path)
        comment = request.POST.get("comment", "")
        try:
            links.decide(
                self.link,
                decision=decision,
                comment=comment,
                token=request.POST.get("token", ""),
            )
        except ApprovalRefused as refusal:
            return self.refused(refusal.reason, comment)
        receipts.after_decision(self.link, request)
        return redirect(request.path)

    def renew(self):
        """Send a new link to the approver's own address, once, in place of an expired one."""
        if links.state_of(self.link) != "expired":
            return redirect(self.request.path)
        links.log(self.link, "renewed")
        notifications.tell_principal.enqueue(
            self.link.submission_id, self.link.approver_id
        )
        return self.show("renewed.html")

    def refused(self, reason, comment):
        """Say why, and keep the comment; a second click just sees what the first one did."""
        self.link = links.find(self.kwargs["secret"])
        links.log(self.link, "refused", reason)
        if links.state_of(self.link) != "open":
            return redirect(self.request.path)
        context = {**self.about(), **self.to_decide(), "refusal": reason}
        return self.show("decide.html", 409, comment=comment, **context)

    def about(self):
        return {
            "link": self.link,
            "title": self.link.submission.revision.object_str,
            "kind": self.object._meta.verbose_name,
            "submitter": self.link.submission.workflow_state.requested_by,
        }

    def to_decide(self):
        submission = self.link.submission
        checks = checklist.said_of(submission.revision)
        return {
            "submission": submission,
            "object": self.object,
            "checks": checks,
            "advice": advice_on(
                self.submitted, standing_in_request(self.link.approver), checks
            ),
            "text_url": reverse(
                "wagtail_kehoach:approval_link_text", kwargs=self.kwargs
            ),
            "files": [
                (name, reverse(FILE, kwargs={**self.kwargs, "kind": kind}))
                for kind, name in self.submitted.file_kinds().items()
            ],
            "returned": changes_since_returned(
                self.as_approver, self.object, submission, self.submitted
            ),
            "changes": changes_since_live(
                self.as_approver, self.object, self.submitted
            ),
            "token": decisions.seen_token(
                decisions.revision_offered(submission, self.object, self.link.approver)
            ),
            "reason": decisions.why_not_decide(
                submission, self.object, self.link.approver
            ),
            "why_not_return": standing_in_request(self.link.approver).why_not_sign(
                self.object
            ),
        }

    def closed(self, state):
        submission = self.link.submission
        approved = submission.status == submission.STATUS_APPROVED
        changes = None
        if state == "superseded":
            latest = self.object.get_latest_revision().as_object()
            changes = changes_between(self.as_approver, self.submitted, latest)
        return {
            "state": state,
            "reason": links.why_not(state),
            "changes": changes,
            "approved": approved,
            "decided_by": submission.finished_by,
            "decided_at": submission.finished_at,
            "public_url": approved
            and self.object.live
            and getattr(self.object, "url", None),
        }

    @cached_property
    def as_approver(self):
        """The request as the approver's, for comparing only: fields depend on rights."""
        request = copy.copy(self.request)
        request.user = self.link.approver
        return request


class LinkFileView(LinkMixin, View):
    """The submitted text as a file, for the phone: it opens beside the page."""

    headers = FILE_HEADERS
    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        state = links.state_of(self.link)
        if state != "open":
            return self.problem(410, "closed", links.why_not(state))
        if kwargs["kind"] not in self.submitted.file_kinds():
            raise Http404
        try:
            return self.submitted.as_file(kwargs["kind"])
        except ExportRefused as refusal:
            title = self.link.submission.revision.object_str
            said = {**self.kwargs, "title": title, "reason": refusal.reason}
            return self.show("no_file.html", 409, **said)


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class LinkTextView(LinkMixin, View):
    """The submitted text as the public would read it, for the frame on the phone."""

    headers = TEXT_HEADERS

    def get(self, request, *args, **kwargs):
        state = links.state_of(self.link)
        if state != "open":
            return self.problem(410, "closed", links.why_not(state))
        return self.submitted.make_preview_request(
            request, self.submitted.default_preview_mode
        )
