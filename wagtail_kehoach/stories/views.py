"""A story as a file to take away, and the screen on which it is verified."""

from __future__ import annotations

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..approval import digest
from ..approval.emergency_views import TextMixin
from ..exceptions import VerificationRefused
from ..handing_out import file_name
from . import verification
from .models import StoryPageMixin
from .report import as_word
from .rules import why_not_report

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def achievement_report(request, pk):
    """The report of the public text; of the draft while nothing is public.

    None of somebody who did not agree, or no longer: it leaves the school.
    """
    story = _story_for(request.user, pk)
    if not story.live:
        story = story.get_latest_revision_as_object()
    if reason := why_not_report(story):
        messages.error(request, reason)
        return redirect("wagtailadmin_pages:edit", pk)
    named = content_disposition_header(
        as_attachment=True,
        filename=f"bao-cao-{file_name(story.slug, otherwise='thanh-tich')}.docx",
    )
    return HttpResponse(
        as_word(story), content_type=WORD, headers={"Content-Disposition": named}
    )


class DraftMixin:
    """Finds the story of the address and its latest draft, for who writes or approves."""

    def dispatch(self, request, *args, **kwargs):
        self.object = _story_for(request.user, kwargs["pk"])
        self.revision = self.object.get_latest_revision()
        return super().dispatch(request, *args, **kwargs)


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class VerifyTextView(DraftMixin, TextMixin, View):
    """The draft as the public would read it, for the frame of the screen."""


class VerifyView(DraftMixin, WagtailAdminTemplateMixin, TemplateView):
    """The latest draft to be read, and three points to be ticked by who did not write it."""

    page_title = gettext_lazy("Verify")
    header_icon = "clipboard-list"
    template_name = "wagtail_kehoach/admin/stories/verify.html"
    _show_breadcrumbs = True

    def get_page_subtitle(self):
        return self.object.get_admin_display_title()

    def get_breadcrumbs_items(self):
        url = reverse("wagtailadmin_pages:edit", args=(self.object.pk,))
        story = {"url": url, "label": self.object.get_admin_display_title()}
        return [*self.breadcrumbs_items, story, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        try:
            verification.verify(
                self.revision,
                user=request.user,
                points=request.POST.getlist("points"),
                seen=request.POST.get("seen", ""),
                note=request.POST.get("note", "").strip(),
            )
        except VerificationRefused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, _("Thank you. The verification is on record."))
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        reason = verification.why_not_verify(self.revision, self.request.user)
        context |= {"object": self.object, "revision": self.revision, "reason": reason}
        if self.revision is not None:
            story = self.revision.as_object()
            context |= {
                "verified": verification.verification_of(story),
                "seen": digest.words_digest(digest.as_stored(self.revision)),
                "points": verification.points_of(self.object.pk),
                "proposed_by": verification.unknown_proposers(self.object.pk),
            }
        return context


def _story_for(user, pk):
    """The story, for somebody who writes or approves in its place."""
    Page = swapper.load_model("wagtailcore", "Page")
    story = get_object_or_404(Page, pk=pk).specific
    if not isinstance(story, StoryPageMixin):
        raise Http404
    rights = story.permissions_for_user(user)
    if not (rights.can_edit() or rights.can_publish()):
        raise PermissionDenied
    return story
