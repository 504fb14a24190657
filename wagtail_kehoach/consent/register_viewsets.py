"""The register of requests about personal data in the admin."""

from __future__ import annotations

import django_filters
from django import forms
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..names import of_user
from ..organisation.day_block import DayPanel
from ..organisation.listings import WithoutOrderMixin
from .forms import DataRequestForm
from .panels import FindingsPanel
from .register import DataRequest
from .register_views import AboutView, ExtractView
from .rules import keeps_registry


class DataRequestFilterSet(WagtailFilterSet):
    done = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[("no", _("open")), ("yes", _("done"))],
        method="filter_done",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = DataRequest
        fields = ["kind"]

    def filter_done(self, queryset, name, value):
        return queryset.filter(done_on__isnull=value == "no")


class IndexView(WithoutOrderMixin, generic.IndexView):
    table_classname = "listing kh-record"
    unordered = ("asked_by",)

    def get_base_queryset(self):
        return DataRequest.objects.select_related("handled_by", "person")


class CreateView(generic.CreateView):
    """Whoever enters a request answers it, until somebody else is named."""

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or DataRequest()
        if keeps_registry(self.request.user):
            instance.handled_by = self.request.user
        return instance


class DataRequestViewSet(ModelViewSet):
    """Who asked what about personal data, and by when it is due. Nothing is deleted."""

    name = "kehoach_data_requests"
    model = DataRequest
    icon = "calendar-check"
    menu_name = "kehoach-data-requests"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 615
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = IndexView
    add_view_class = CreateView
    filterset_class = DataRequestFilterSet
    list_display = [
        "asked_by",
        "kind",
        Column("in_short", label=capfirst(_("in their words"))),
        "received_on",
        Column(
            "handled_by",
            label=capfirst(_("who answers")),
            accessor=lambda row: of_user(row.handled_by) if row.handled_by else "",
        ),
        Column("state_name", label=_("State")),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("asked_by"),
                FieldRowPanel(["kind", DayPanel("received_on")]),
                FieldPanel("person"),
                FieldPanel("details"),
            ],
            heading=_("What is asked"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("handled_by"),
                FieldRowPanel([DayPanel("answered_on"), DayPanel("done_on")]),
                FieldPanel("outcome"),
            ],
            heading=_("What was done"),
        ),
        FindingsPanel(heading=_("What the portal holds")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"delete_url_name": None, **kwargs})

    def get_urlpatterns(self):
        patterns = super().get_urlpatterns()
        kept = [pattern for pattern in patterns if pattern.name != "delete"]
        return [
            *kept,
            path("<int:pk>/about/", AboutView.as_view(), name="about"),
            path("<int:pk>/extract/", ExtractView.as_view(), name="extract"),
        ]

    def get_edit_handler(self):
        """Who answers is one of the keepers, by name."""
        return ObjectList(self.panels, base_form_class=DataRequestForm).bind_to_model(
            self.model
        )
