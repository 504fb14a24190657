"""Stories proposed by others in the admin: ask, copy the link, end it, open the draft."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..exceptions import ProposalRefused
from . import proposals
from .campaigns import StoryCampaign, StoryProposal

DETAIL = "kehoach_proposals:detail"


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


class ProposalView(WritersOnlyMixin, generic.WagtailAdminTemplateMixin, TemplateView):
    """One proposal: its link, its end, and the draft that was made of it."""

    page_title = gettext_lazy("Story proposed by others")
    header_icon = "mail"
    template_name = "wagtail_kehoach/admin/stories/proposal.html"
    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = StoryProposal.objects.select_related("campaign", "asked_by", "draft")
        self.object = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_subtitle(self):
        return self.object.asked_name

    def get_breadcrumbs_items(self):
        url = reverse("kehoach_proposals:index")
        listing = {"url": url, "label": StoryProposalViewSet.menu_label}
        own = {"url": "", "label": self.object.asked_name}
        return [*self.breadcrumbs_items, listing, own]

    def post(self, request, *args, **kwargs):
        act = {"copy": self.copy, "revoke": self.revoke}
        action = act.get(request.POST.get("action", ""))
        if action is None:
            raise Http404
        try:
            return action()
        except ProposalRefused as refusal:
            messages.error(request, refusal.reason)
            return redirect(request.path)

    def copy(self):
        """Show the link in this answer only; it is stored nowhere."""
        secret = proposals.issue(self.object, user=self.request.user)
        path = reverse("wagtail_kehoach:propose", args=(secret,))
        self.object.refresh_from_db()
        context = self.get_context_data(link=self.request.build_absolute_uri(path))
        response = self.render_to_response(context)
        response["Referrer-Policy"] = "same-origin"
        add_never_cache_headers(response)
        return response

    def revoke(self):
        proposals.revoke(self.object, user=self.request.user)
        messages.success(self.request, _("The link cannot be used any more."))
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        may_act = self.object.state in ("not_sent", "open", "expired")
        return super().get_context_data(object=self.object, may_act=may_act, **kwargs)


class StoryProposalViewSet(ModelViewSet):
    name = "kehoach_proposals"
    model = StoryProposal
    icon = "mail"
    menu_label = gettext_lazy("Stories proposed by others")
    menu_hook = "register_kehoach_menu_item"
    menu_order = 320
    add_to_admin_menu = True
    index_view_class = IndexView
    add_view_class = AskView
    copy_view_enabled = False
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

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            **{
                "edit_url_name": None,
                "delete_url_name": None,
                "history_url_name": None,
                "usage_url_name": None,
                **kwargs,
            }
        )

    def get_urlpatterns(self):
        """Ask and list; what was asked is neither changed nor deleted."""
        kept = {"index", "index_results", "add"}
        patterns = [p for p in super().get_urlpatterns() if p.name in kept]
        return [*patterns, path("<int:pk>/", ProposalView.as_view(), name="detail")]
