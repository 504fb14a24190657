"""Screens on bodies, units and school years."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .day_block import DayPanel
from .forms import RegisterForm
from .listings import AccentlessSearchMixin, AlphabeticalMixin
from .models import Body, SchoolYear, Unit

VALID_DAYS = FieldRowPanel(
    [DayPanel("valid_from"), DayPanel("valid_to")], classname="kh-pair"
)
VALIDITY = [VALID_DAYS, FieldPanel("successor")]


class RegisterIndexView(AccentlessSearchMixin, AlphabeticalMixin, generic.IndexView):
    pass


class KeHoachModelViewSet(ModelViewSet):
    """A register in the menu group of communication."""

    index_view_class = RegisterIndexView
    add_to_admin_menu = True
    menu_hook = "register_kehoach_menu_item"

    def get_edit_handler(self):
        """Its form offers the rows of registers in the order of their listings."""
        return ObjectList(self.panels, base_form_class=RegisterForm).bind_to_model(
            self.model
        )


class UnitViewSet(KeHoachModelViewSet):
    name = "kehoach_units"
    model = Unit
    icon = "group"
    menu_name = "kehoach-units"
    menu_order = 800
    list_display = ["name", "abbreviation", "valid_from", "valid_to"]
    search_fields = ["name", "other_names"]
    panels = [
        FieldRowPanel(["name", "abbreviation"], classname="kh-pair"),
        FieldPanel("other_names"),
        *VALIDITY,
    ]


class BodyViewSet(KeHoachModelViewSet):
    name = "kehoach_bodies"
    model = Body
    icon = "site"
    menu_name = "kehoach-bodies"
    menu_order = 810
    list_display = ["name", "level", "valid_from", "valid_to", "successor"]
    list_filter = ["level"]
    search_fields = ["name", "other_names"]
    panels = [
        FieldRowPanel(["name", "abbreviation"], classname="kh-pair"),
        FieldPanel("other_names"),
        FieldRowPanel(["level", "parent"]),
        *VALIDITY,
    ]


class SchoolYearViewSet(KeHoachModelViewSet):
    name = "kehoach_school_years"
    model = SchoolYear
    icon = "calendar-alt"
    menu_name = "kehoach-school-years"
    menu_order = 820
    list_display = ["__str__", "starts_on", "first_term_ends_on", "ends_on"]
    panels = [
        FieldRowPanel(
            [DayPanel("starts_on"), DayPanel("first_term_ends_on"), DayPanel("ends_on")]
        ),
        FieldPanel("decision"),
    ]
