"""The page of a parent: read, answer yes or no for each purpose, keep the receipt."""

from __future__ import annotations

from django.conf import settings
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from django.views.generic import View

from ..approval import mailing
from ..exceptions import ConsentRefused
from ..one_time.views import SecretLinkMixin
from . import answers, holding, link_rules, links
from .forms import AnswerForm, WithdrawForm


class ConsentLinkMixin(SecretLinkMixin):
    """Finds the question of the address and speaks the language of the portal."""

    folder = "wagtail_kehoach/consent/link"

    def find_link(self, secret):
        return links.find(secret)

    def get_language(self):
        return settings.LANGUAGE_CODE

    def closed(self):
        """The page that says why this link cannot be used any more."""
        return self.problem(410, "closed", link_rules.why_not_open(self.link.state))

    def receipt(self, status=200, **context):
        """What was answered and how it stands now, to keep or print."""
        said, today = self.link.answers, timezone.localdate()
        stands = holding.standing(self.link, today)
        came_of = holding.outcomes(self.link, today)
        rows = [
            (outcome, [(p, said[p][purpose]) for p in said])
            for (purpose, _sentence), outcome in zip(
                self.link.asked_purposes, came_of, strict=True
            )
        ]
        return self.show(
            "receipt.html",
            status,
            question=self.link,
            rows=rows,
            holds=any(stand.until for stand in stands.values()),
            ended_on=max(
                (s.ended_on for s in stands.values() if s.ended_on), default=None
            ),
            **context,
        )


@method_decorator(csrf_protect, name="dispatch")
class ConsentView(ConsentLinkMixin, View):
    """The question, and later the receipt. Opening it decides nothing: scanners do."""

    def get(self, request, *args, **kwargs):
        if self.link.state == "answered":
            return self.receipt()
        if self.link.state != "open":
            return self.closed()
        return self.question(AnswerForm(request=self.link))

    def post(self, request, *args, **kwargs):
        form = AnswerForm(request.POST, request=self.link)
        if self.link.state == "open" and not form.is_valid():
            return self.question(form, 422)
        try:
            if self.link.state == "open":
                answered = answers.answer(self.link, form.answers)
                self.send_receipt(answered)
        except ConsentRefused:
            pass  # The same link says what has become of it.
        return redirect(request.path)

    def question(self, form, status=200):
        return self.show("ask.html", status, question=self.link, form=form)

    def send_receipt(self, answered):
        if answered.email:
            path = links.path_of(self.kwargs["secret"])
            address = self.request.build_absolute_uri(path)
            mailing.after_commit(links.send, answered, address, "receipt")


@method_decorator(csrf_protect, name="dispatch")
class WithdrawView(ConsentLinkMixin, View):
    """Asks for what, and once more, then withdraws. Opening it withdraws nothing."""

    def get(self, request, *args, **kwargs):
        if reason := answers.why_not_withdraw(self.link):
            return self.problem(410, "closed", reason)
        return self.ask(WithdrawForm(request=self.link))

    def post(self, request, *args, **kwargs):
        if reason := answers.why_not_withdraw(self.link):
            return self.problem(410, "closed", reason)
        form = WithdrawForm(request.POST, request=self.link)
        chosen = None
        if "all" not in request.POST:
            if not form.is_valid():
                return self.ask(form, 422)
            chosen = form.cleaned_data["purposes"]
        try:
            answers.withdraw(self.link, chosen)
        except ConsentRefused as refusal:
            return self.problem(410, "closed", refusal.reason)
        return redirect("wagtail_kehoach:consent_link", **kwargs)

    def ask(self, form, status=200):
        """Which of what still holds is withdrawn; the receipt, if nothing does."""
        if not form.fields["purposes"].choices:
            return redirect("wagtail_kehoach:consent_link", **self.kwargs)
        grown = link_rules.is_grown(self.link, timezone.localdate())
        return self.show(
            "withdraw.html", status, question=self.link, form=form, grown=grown
        )
