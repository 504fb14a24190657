"""Posts outside of the portal in the admin: the list, and one with its tick."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..exceptions import SharingRefused
from . import outside
from .forms import RemovedForm
from .models import SharedPost
from .queries import visible_to

LISTING_LABEL = capfirst(SharedPost._meta.verbose_name_plural)
DETAIL = "kehoach_shared:detail"


class SharedPostFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[
            ("to_remove", gettext_lazy("has to be removed")),
            ("removed", gettext_lazy("removed")),
            ("posted", gettext_lazy("posted")),
        ],
        method="filter_state",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = SharedPost
        fields = []

    def filter_state(self, queryset, name, value):
        if value == "removed":
            return queryset.exclude(removed_at=None)
        return queryset.filter(removed_at=None, must_go_since__isnull=value == "posted")


class IndexView(generic.IndexView):
    table_classname = "listing kh-record"

    def get_base_queryset(self):
        """What has to go comes first, then the newest."""
        waiting = F("must_go_since").asc(nulls_last=True)
        removed = F("removed_at").asc(nulls_first=True)
        return visible_to(self.request.user).order_by(removed, waiting, "-pk")


class SharedPostView(generic.WagtailAdminTemplateMixin, TemplateView):
    """One place: what stands there, why it has to go, and the tick that it is gone."""

    page_title = gettext_lazy("Post outside of the portal")
    header_icon = "link-external"
    template_name = "wagtail_kehoach/admin/sharing/shared.html"
    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(visible_to(request.user), pk=kwargs["pk"])

    def get_page_subtitle(self):
        return self.object.title

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("kehoach_shared:index"), "label": LISTING_LABEL}
        own = {"url": "", "label": self.object.title}
        return [*self.breadcrumbs_items, listing, own]

    def post(self, request, *args, **kwargs):
        form = RemovedForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Enter the day on which it was removed."))
            return redirect(request.path)
        try:
            day = form.cleaned_data["removed_on"]
            outside.tick(self.object, day, user=request.user)
        except SharingRefused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, _("Thank you. The removal is on record."))
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        form = RemovedForm(initial={"removed_on": timezone.localdate()})
        return super().get_context_data(object=self.object, form=form, **kwargs)


class SharedPostViewSet(ModelViewSet):
    """Lists; entries are made on the screen for sharing, ticked, and never deleted."""

    name = "kehoach_shared"
    model = SharedPost
    icon = "link-external"
    menu_name = "kehoach-shared"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 625
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = IndexView
    filterset_class = SharedPostFilterSet
    search_fields = ["title", "place"]
    form_fields = ["place"]
    list_display = [
        TitleColumn(
            "title",
            label=capfirst(gettext_lazy("post")),
            get_url=lambda row: reverse(DETAIL, args=(row.pk,)),
        ),
        Column("place", label=capfirst(gettext_lazy("where it was posted"))),
        Column(
            "posted_on",
            label=capfirst(gettext_lazy("posted on")),
            accessor=lambda row: date_format(row.posted_on, "d/m/Y"),
        ),
        Column("state_name", label=gettext_lazy("State")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        absent = (
            "add_url_name",
            "edit_url_name",
            "delete_url_name",
            "history_url_name",
            "usage_url_name",
        )
        return super().get_common_view_kwargs(**{**dict.fromkeys(absent), **kwargs})

    def get_urlpatterns(self):
        kept = {"index", "index_results"}
        patterns = [p for p in super().get_urlpatterns() if p.name in kept]
        detail = path("<int:pk>/", SharedPostView.as_view(), name="detail")
        return [*patterns, detail]
