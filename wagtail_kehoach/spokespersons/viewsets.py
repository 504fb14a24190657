"""The registry of spokespersons in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _, pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.snippets.views.snippets import IndexView, InspectView, SnippetViewSet

from ..approval.errors_panel import ErrorsPanel
from ..approval.newer_version import NewerVersionPanel
from ..approval.page_form import ChecksPanel
from ..approval.returned_panel import ReturnedPanel
from ..exports import SchoolExportMixin
from ..organisation.day_block import DayPanel
from ..organisation.listings import AlphabeticalMixin, InspectMixin, YesNoColumn
from .forms import SpokespersonForm
from .models import Spokesperson


class SpokespersonIndexView(SchoolExportMixin, AlphabeticalMixin, IndexView):
    """The list, and its export."""

    people = ("name",)


class SpokespersonInspectView(InspectMixin, InspectView):
    """What the registry says of one person."""

    def get_role_today_display_value(self):
        return self.object.role_today()


class SpokespersonViewSet(SnippetViewSet):
    model = Spokesperson
    index_view_class = SpokespersonIndexView
    inspect_view_class = SpokespersonInspectView
    icon = "user"
    menu_name = "kehoach-spokespersons"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 500
    add_to_admin_menu = True
    # Wagtail's column of the status asks twice for each row.
    list_display = [
        "name",
        "position",
        "role_today",
        YesNoColumn("live", label=pgettext_lazy("of a spokesperson", "Public")),
    ]
    search_fields = ["name", "position"]
    inspect_view_enabled = True
    inspect_view_fields = [
        "name",
        "position",
        "role_today",
        "phone",
        "email",
        "substitute",
        "site",
        "live",
        "last_published_at",
    ]
    export_filename = "nguoi-phat-ngon"
    list_export = ["name", "position", "phone", "email"]

    def get_queryset(self, request):
        return self.model.objects.prefetch_related("mandates")

    edit_handler = ObjectList(
        [
            NewerVersionPanel(),
            ErrorsPanel(),
            ReturnedPanel(),
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("position")], heading=_("Person")
            ),
            MultiFieldPanel(
                [FieldRowPanel(["phone", "email"], classname="kh-pair")],
                heading=_("Contact for the press"),
            ),
            InlinePanel(
                "mandates",
                [
                    FieldRowPanel(["role", "scope"], classname="kh-pair"),
                    FieldRowPanel(["decision_number", DayPanel("decision_date")]),
                    FieldRowPanel([DayPanel("starts_on"), DayPanel("ends_on")]),
                ],
                heading=_("Mandates"),
                label=_("mandate"),
                min_num=1,
                help_text=_(
                    "Keep ended mandates: they are the history of the registry."
                ),
            ),
            MultiFieldPanel(
                [FieldPanel("substitute"), FieldPanel("site")],
                heading=_("Further details"),
                classname="collapsed",
            ),
            ChecksPanel(),
        ],
        base_form_class=SpokespersonForm,
    )
