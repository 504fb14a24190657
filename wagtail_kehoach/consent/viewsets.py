"""The registry of consents in the admin."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from ..approval.errors_panel import ErrorsPanel
from ..organisation.day_block import DayPanel
from ..organisation.listings import (
    AccentlessSearchMixin,
    InspectMixin,
    WithoutOrderMixin,
    YesNoColumn,
)
from . import consent_state
from .choosers import PersonChooserViewSet
from .ending import ending_soon
from .evidence_panel import EvidencePanel
from .forms import PersonForm
from .models import Takedown
from .person_models import Person
from .queries import people_without_scan
from .state_panel import BasisPanel, StatePanel

READ_ONLY = {"index", "index_results", "inspect"}


class PersonIndexView(AccentlessSearchMixin, WithoutOrderMixin, snippets.IndexView):
    """The registry: people are found by their names, with accents or without."""

    unordered = ("representative",)

    def get_base_queryset(self):
        """With the consents of all who are listed, in one statement."""
        return super().get_base_queryset().prefetch_related("consents")


class StateColumn(Column):
    """Which consents of a person hold, and until when."""

    cell_template_name = "wagtail_kehoach/admin/consent/state_cell.html"

    def get_value(self, instance):
        """A line for each."""
        consents = instance.consents.all()
        return consent_state.in_short(instance, consents, timezone.localdate())


class PersonFilterSet(WagtailFilterSet):
    ending = django_filters.ChoiceFilter(
        label=_("Consent"),
        choices=[
            ("soon", _("ends soon, and is needed")),
            ("unproven", _("on paper without a scan")),
        ],
        method="filter_ending",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Person
        fields = ["child", "class_level"]

    def filter_ending(self, queryset, name, value):
        today = timezone.localdate()
        if value == "unproven":
            return queryset.filter(pk__in=people_without_scan(today).values("pk"))
        endings = ending_soon(today)
        return queryset.filter(pk__in=[ending.person.pk for ending in endings])


class PersonViewSet(SnippetViewSet):
    model = Person
    index_view_class = PersonIndexView
    icon = "group"
    menu_name = "kehoach-consents"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 600
    add_to_admin_menu = True
    list_display = [
        "listed_name",
        "class_level",
        YesNoColumn("child", label=_("Child")),
        StateColumn("consents", label=_("Consent"), sort_key=None),
        "representative",
        Column("pk", label=_("Entry number")),
    ]
    filterset_class = PersonFilterSet
    search_fields = ["full_name", "class_level"]
    chooser_viewset_class = PersonChooserViewSet
    # A second entry would keep what the person withdraws in the first one.
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            ErrorsPanel(),
            MultiFieldPanel(
                [
                    FieldPanel("full_name"),
                    FieldRowPanel(
                        ["class_level", DayPanel("born_on")], classname="kh-pair"
                    ),
                    FieldPanel("child"),
                    FieldRowPanel(["representative", "representative_contact"]),
                ],
                heading=_("About the person"),
            ),
            InlinePanel(
                "consents",
                [
                    StatePanel(),
                    BasisPanel("basis"),
                    FieldRowPanel(["for_portal", "for_social"]),
                    FieldRowPanel(["for_press", "for_foreign"]),
                    FieldPanel("for_full_name"),
                    FieldRowPanel(
                        ["representative_agreed", "child_agreed"], classname="kh-pair"
                    ),
                    FieldRowPanel([DayPanel("starts_on"), DayPanel("ends_on")]),
                    FieldPanel("evidence", widget=forms.FileInput),
                    DayPanel("withdrawn_on"),
                ],
                heading=_("Consents"),
                label=_("consent"),
            ),
            EvidencePanel(heading=_("Proof")),
        ],
        base_form_class=PersonForm,
    )


class TakedownIndexView(AccentlessSearchMixin, WithoutOrderMixin, generic.IndexView):
    """Read from top to bottom on a phone: titles and reasons are long."""

    table_classname = "listing kh-record"
    unordered = ("title", "reason")


class TakedownInspectView(InspectMixin, generic.InspectView):
    """One takedown."""


class TakedownViewSet(ModelViewSet):
    """What was taken down, when and why; for keepers and principals."""

    name = "kehoach_takedowns"
    model = Takedown
    index_view_class = TakedownIndexView
    icon = "warning"
    menu_name = "kehoach-takedowns"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 620
    add_to_admin_menu = True
    list_display = ["title", "happened_at", "reason"]
    search_fields = ["title", "reason"]
    inspect_view_class = TakedownInspectView
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["id"]
    form_fields = ["title"]
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            **{
                "add_url_name": None,
                "edit_url_name": None,
                "delete_url_name": None,
                "history_url_name": None,
                "usage_url_name": None,
                **kwargs,
            }
        )

    def get_urlpatterns(self):
        """Only what reads: nobody writes a record by hand, superusers included."""
        return [p for p in super().get_urlpatterns() if p.name in READ_ONLY]
