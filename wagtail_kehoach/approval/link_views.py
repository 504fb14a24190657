"""The principal's page on the phone: opened by the link of an e-mail, without signing in."""

from __future__ import annotations

import copy

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_variables
from django.views.generic import TemplateView, View
from wagtail.models import AbstractPage
from wagtail.users.models import UserProfile
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..exceptions import ApprovalRefused
from . import checklist, decisions, links, notifications, receipts
from .changes import changes_between, changes_since_live
from .standing import standing_in_request

# ``no-referrer`` would make browsers send ``Origin: null`` with the form, which Django's
# CSRF check refuses; ``same-origin`` tells other sites just as little.
PAGE_HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "script-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}
# The portal's scripts do not run in the text: they could report the address to others.
TEXT_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "sandbox allow-same-origin",
}
FOLDER = "wagtail_kehoach/approval/phone"


class LinkMixin:
    """Finds the link of the address, counts and logs its use, speaks its reader's language."""

    headers = PAGE_HEADERS

    @sensitive_variables("secret")
    def dispatch(self, request, *args, **kwargs):
        self.link = links.find(kwargs["secret"])
        language = translation.get_language()
        if self.link:
            profile = UserProfile.get_for_user(self.link.approver)
            language = profile.get_preferred_language()
        with translation.override(language):
            response = self._answer(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        add_never_cache_headers(response)
        for name, value in self.headers.items():
            response[name] = value
        return response

    def _answer(self, request, *args, **kwargs):
        if links.is_too_often(self.link, request.META.get("REMOTE_ADDR", "")):
            response = self.show("problem.html", 429, problem="often")
            response["Retry-After"] = str(links.WINDOW)
            return response
        if self.link is None:
            return self.show("problem.html", 404, problem="unknown")
        return super().dispatch(request, *args, **kwargs)

    def show(self, template, status=200, **context):
        """One of the pages of this folder."""
        return TemplateView.response_class(
            self.request, f"{FOLDER}/{template}", context, status=status
        )

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
        return {
            "submission": submission,
            "object": self.object,
            "checks": checklist.said_of(submission.revision),
            "points": self.submitted.points_to_check(),
            "text_url": reverse(
                "wagtail_kehoach:approval_link_text", kwargs=self.kwargs
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


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class LinkTextView(LinkMixin, View):
    """The submitted text as the public would read it, for the frame on the phone."""

    headers = TEXT_HEADERS

    def get(self, request, *args, **kwargs):
        state = links.state_of(self.link)
        if state != "open":
            return self.show(
                "problem.html", 410, problem="closed", reason=links.why_not(state)
            )
        return self.submitted.make_preview_request(
            request, self.submitted.default_preview_mode
        )
