"""Stories proposed by others in the admin: ask, copy the link, end it, open the draft."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic

from ..exceptions import ProposalRefused
from ..one_time.screens import AskingViewSet, LinkView
from . import proposals
from .campaigns import StoryCampaign, StoryProposal

DETAIL = "kehoach_proposals:detail"
MENU_LABEL = gettext_lazy("Stories proposed by others")


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
        return form

    def save_instance(self):
        said = self.form.cleaned_data
        return proposals.ask(
            said["asked_name"], campaign=said["campaign"], user=self.request.user
        )

    def get_success_url(self):
        return reverse(DETAIL, args=(self.object.pk,))

    def get_success_buttons(self):
        return []


class ProposalView(WritersOnlyMixin, LinkView):
    """One proposal: its link, its end, and the draft that was made of it."""

    page_title = gettext_lazy("Story proposed by others")
    template_name = "wagtail_kehoach/admin/stories/proposal.html"
    listing_name = "kehoach_proposals:index"
    listing_label = MENU_LABEL
    refused = ProposalRefused

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = StoryProposal.objects.select_related("campaign", "asked_by", "draft")
        self.object = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_subtitle(self):
        return self.object.asked_name

    def new_path(self):
        secret = proposals.issue(self.object, user=self.request.user)
        return reverse("wagtail_kehoach:propose", args=(secret,))

    def end_link(self, user):
        proposals.revoke(self.object, user=user)

    def get_context_data(self, **kwargs):
        may_act = self.object.state in ("not_sent", "open", "expired")
        return super().get_context_data(object=self.object, may_act=may_act, **kwargs)


class StoryProposalViewSet(AskingViewSet):
    name = "kehoach_proposals"
    model = StoryProposal
    menu_label = MENU_LABEL
    menu_order = 320
    index_view_class = IndexView
    add_view_class = AskView
    detail_view_class = ProposalView
    panels = [FieldPanel("asked_name"), FieldPanel("campaign")]
    list_display = [
        TitleColumn(
            "asked_name",
            label=gettext_lazy("who proposes"),
            get_url=lambda row: reverse(DETAIL, args=(row.pk,)),
        ),
        Column("campaign", label=gettext_lazy("call for stories")),
        Column("state_name", label=gettext_lazy("State")),
        DateColumn("asked_at", label=gettext_lazy("asked at")),
    ]
