"""Stories proposed by others in the admin: ask, copy the link, end it, open the draft."""

from __future__ import annotations

import datetime as dt
import mimetypes

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic

from ..conf import kehoach_settings
from ..exceptions import ProposalRefused
from ..names import choices_of
from ..one_time.screens import AskingViewSet, LinkView
from . import photos, proposals
from .campaigns import StoryCampaign, StoryProposal

DETAIL = "kehoach_proposals:detail"
LISTING_LABEL = capfirst(StoryProposal._meta.verbose_name_plural)


class WritersOnlyMixin:
    """Opens a screen to those who may start a story."""

    def dispatch(self, request, *args, **kwargs):
        if proposals.why_not_manage(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IndexView(WritersOnlyMixin, generic.IndexView):
    def get_base_queryset(self):
        return StoryProposal.objects.select_related("campaign")


class AskView(WritersOnlyMixin, generic.CreateView):
    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        calls = StoryCampaign.objects.open_on(timezone.localdate())
        form.fields["campaign"].queryset = calls
        account = form.fields["asked_user"]
        account.queryset = get_user_model().objects.filter(is_active=True)
        account.choices = [("", account.empty_label), *choices_of(account.queryset)]
        return form

    def save_instance(self):
        said = self.form.cleaned_data
        return proposals.ask(
            said["asked_name"],
            campaign=said["campaign"],
            user=self.request.user,
            account=said["asked_user"],
        )

    def get_success_url(self):
        return reverse(DETAIL, args=(self.object.pk,))

    def get_success_buttons(self):
        return []


class ProposalView(WritersOnlyMixin, LinkView):
    """One proposal: its link, its end, the draft that was made of it, and its photos.

    For those who may write where the story goes.
    """

    page_title = gettext_lazy("Story proposed by others")
    template_name = "wagtail_kehoach/admin/stories/proposal.html"
    listing_name = "kehoach_proposals:index"
    listing_label = LISTING_LABEL
    refused = ProposalRefused
    actions = (*LinkView.actions, "take_photos", "delete_photos")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = StoryProposal.objects.select_related(
            "campaign", "asked_by", "draft", "parent"
        )
        self.object = get_object_or_404(rows, pk=kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        rights = self.object.parent.specific.permissions_for_user(request.user)
        if not rights.can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.object.asked_name

    def new_path(self):
        secret = proposals.issue(self.object, user=self.request.user)
        return reverse("wagtail_kehoach:propose", args=(secret,))

    def end_link(self, user):
        proposals.revoke(self.object, user=user)

    def take_photos(self):
        """The chosen ones; what was typed stays when one of them is not described."""
        chosen = self.request.POST.getlist("photo")
        shown = {
            int(pk): self.request.POST.get(f"alt-{pk}", "")
            for pk in chosen
            if pk.isdecimal()
        }
        try:
            count = photos.take_over(self.object, shown, user=self.request.user)
        except ProposalRefused as refusal:
            messages.error(self.request, refusal.reason)
            return self.render_to_response(self.get_context_data())
        said = ngettext(
            "%(count)s photo is in the draft now.",
            "%(count)s photos are in the draft now.",
            count,
        )
        messages.success(self.request, said % {"count": count})
        return redirect(self.request.path)

    def delete_photos(self):
        photos.delete_all(self.object)
        messages.success(self.request, _("The photos were deleted."))
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        may_act = self.object.state in ("not_sent", "open", "expired")
        sent = list(self.object.photos.all()) if self.object.answered_at else []
        if sent:
            kwargs |= self.about_photos(sent)
        return super().get_context_data(object=self.object, may_act=may_act, **kwargs)

    def about_photos(self, sent):
        posted = self.request.POST
        for photo in sent:
            photo.said = posted.get(f"alt-{photo.pk}", "")
        days = dt.timedelta(days=kehoach_settings.PROPOSAL_PHOTO_DAYS)
        return {
            "photos": sent,
            "photos_until": self.object.answered_at + days,
            "posted": bool(posted),
            "chosen": [int(pk) for pk in posted.getlist("photo") if pk.isdecimal()],
            "no_photos_because": photos.why_not_take_over(
                self.object, self.request.user
            ),
        }


class PhotoView(ProposalView):
    """One photo of a proposal, to look at. No cache keeps it."""

    http_method_names = ["get"]

    def get(self, request, *args, photo, **kwargs):
        if not self.object.answered_at:
            raise Http404
        file = get_object_or_404(self.object.photos, pk=photo).file
        served_as = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        response = FileResponse(file.open("rb"), content_type=served_as)
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response


class StoryProposalViewSet(AskingViewSet):
    name = "kehoach_proposals"
    model = StoryProposal
    menu_name = "kehoach-proposals"
    menu_order = 320
    index_view_class = IndexView
    add_view_class = AskView
    detail_view_class = ProposalView
    panels = [
        FieldPanel("asked_name"),
        FieldPanel("asked_user"),
        FieldPanel("campaign"),
    ]
    list_display = [
        TitleColumn(
            "asked_name",
            label=capfirst(gettext_lazy("who proposes")),
            get_url=lambda row: reverse(DETAIL, args=(row.pk,)),
        ),
        Column("campaign", label=capfirst(gettext_lazy("call for stories"))),
        Column("state_name", label=gettext_lazy("State")),
        DateColumn("asked_at", label=capfirst(gettext_lazy("asked at"))),
    ]

    def get_urlpatterns(self):
        photo = path("<int:pk>/photos/<int:photo>/", PhotoView.as_view(), name="photo")
        return [*super().get_urlpatterns(), photo]
