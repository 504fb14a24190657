"""The page on which a teacher or a unit proposes a story, without signing in."""

from __future__ import annotations

from django.conf import settings
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from django.views.generic import View

from ..exceptions import ProposalRefused
from ..one_time.views import SecretLinkMixin
from . import photos, proposals
from .forms import ProposalForm
from .rules import why_not_propose


@method_decorator(csrf_protect, name="dispatch")
class ProposeView(SecretLinkMixin, View):
    """Opening the link uses nothing up: scanners of mail and chat open links."""

    folder = "wagtail_kehoach/stories/link"

    def find_link(self, secret):
        return proposals.find(secret)

    def get_language(self):
        return settings.LANGUAGE_CODE

    def get(self, request, *args, **kwargs):
        if self.link.state == "sent_in":
            return self.show("thanks.html", proposal=self.link)
        if reason := why_not_propose(self.link.state):
            return self.problem(410, "closed", reason)
        return self.ask(ProposalForm(proposal=self.link))

    def post(self, request, *args, **kwargs):
        if reason := why_not_propose(self.link.state):
            return self.problem(410, "closed", reason)
        form = ProposalForm(request.POST, request.FILES, proposal=self.link)
        complete = form.is_valid()
        try:
            photos.keep(self.link, form.new_photos, without=form.removed_photos)
            if not complete:
                return self.ask(form, 422)
            user = request.user if request.user.is_authenticated else None
            proposals.take_in(self.link, form.cleaned_data, by=user)
        except ProposalRefused as refusal:
            return self.problem(410, "closed", refusal.reason)
        return self.show("thanks.html", proposal=self.link)

    def ask(self, form, status=200):
        stored = list(self.link.photos.all())
        return self.show(
            "propose.html", status, proposal=self.link, form=form, photos=stored
        )
