"""Screens on signing authority and on the record of approvals."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import Value
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..organisation.alphabet import in_register_order
from ..organisation.day_block import DayPanel
from ..organisation.queries import title_of_head
from .authorities import SigningAuthority, capacities
from .forms import SigningAuthorityForm


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        rows = super().get_base_queryset().select_related("user")
        # Read once for all rows.
        rows = rows.annotate(head_said=Value(title_of_head()))
        return in_register_order(rows, SigningAuthority.holder)


class SigningAuthorityFilterSet(WagtailFilterSet):
    capacity = django_filters.ChoiceFilter(
        label=_("Capacity"),
        choices=capacities,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = SigningAuthority
        fields = ["capacity", "field"]


class SigningAuthorityViewSet(ModelViewSet):
    """Who may approve for the head, in which field, from when until when."""

    name = "kehoach_signing_authorities"
    model = SigningAuthority
    icon = "key"
    menu_name = "kehoach-signing-authorities"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 830
    add_to_admin_menu = True
    index_view_class = IndexView
    list_display = [
        "holder",
        Column("capacity_said", label=_("Capacity"), sort_key="capacity"),
        "field",
        "starts_on",
        "ends_on",
    ]
    filterset_class = SigningAuthorityFilterSet
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldRowPanel(["capacity", "field"]),
            FieldRowPanel(["decision_number", DayPanel("decision_date")]),
            FieldRowPanel([DayPanel("starts_on"), DayPanel("ends_on")]),
        ],
        base_form_class=SigningAuthorityForm,
    )
