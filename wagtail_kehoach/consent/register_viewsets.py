"""The register of requests about personal data in the admin."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .register import DataRequest


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


class IndexView(generic.IndexView):
    table_classname = "listing kh-record"


class DataRequestViewSet(ModelViewSet):
    """Who asked what about personal data, and by when it is due. Nothing is deleted."""

    name = "kehoach_data_requests"
    model = DataRequest
    icon = "calendar-check"
    menu_label = _("Requests about data")
    menu_hook = "register_kehoach_menu_item"
    menu_order = 615
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = IndexView
    filterset_class = DataRequestFilterSet
    list_display = [
        "asked_by",
        "kind",
        "received_on",
        Column("state_name", label=_("State")),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("asked_by"),
                FieldRowPanel(["kind", "received_on"]),
                FieldPanel("person"),
                FieldPanel("details"),
            ],
            heading=_("What is asked"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["answered_on", "done_on"]), FieldPanel("outcome")],
            heading=_("What was done"),
        ),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"delete_url_name": None, **kwargs})

    def get_urlpatterns(self):
        patterns = super().get_urlpatterns()
        return [pattern for pattern in patterns if pattern.name != "delete"]
