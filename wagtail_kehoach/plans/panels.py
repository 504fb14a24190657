"""The form of a plan: its panels in their order, and the one that is no field."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from ..organisation.day_block import DayPanel
from ..registration.panels import RegisteredPanel
from ..themes.widgets import ThemeBoxes
from .points import points_of
from .provenance import rows_of
from .waiting import UnplacedLine, lines_of

#: The comparison shows the others.
MOST_SHOWN = 50


class ReadingPanel(Panel):
    """What the reader of the file was unsure of; shown while the plan came from a file."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/plans/reading_panel.html"

        def is_shown(self):
            return self.reading is not None

        @property
        def reading(self):
            """The stored reading of this plan's file, or ``None``."""
            if self.instance.pk is None:
                return None
            stored = self.stored
            return (stored.reading or None) if stored else None

        @cached_property
        def stored(self):
            return getattr(self.instance, "kehoach_plan_reading", None)

        @property
        def open_warnings(self) -> list:
            """What the comparison still shows to check."""
            points = points_of(self.instance, self.stored)
            return [point.warning for point in points if point.is_open]

        @cached_property
        def lines(self) -> list[UnplacedLine]:
            """The lines without a place, with what was decided on them in the comparison."""
            return lines_of(self.instance, self.stored)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["reading"] = self.reading
            context["compare_url"] = reverse(
                "wagtail_kehoach_compare", args=(self.instance.pk,)
            )
            warnings = self.open_warnings
            lines = [line.text for line in self.lines if line.waits]
            context["warnings"] = warnings[:MOST_SHOWN]
            context["not_understood"] = lines[:MOST_SHOWN]
            context["more"] = len(warnings[MOST_SHOWN:]) + len(lines[MOST_SHOWN:])
            context["left_out"] = sum(line.left_out for line in self.lines)
            context["rows"] = rows_of(self.reading)
            return context


#: What ``PlanPageMixin.plan_panels`` is; a portal adds its own around it.
PLAN_PANELS = [
    RegisteredPanel(heading=_("Registered")),
    ReadingPanel(heading=_("From the file")),
    MultiFieldPanel(
        [
            "period_type",
            FieldRowPanel([DayPanel("starts_on"), DayPanel("ends_on")]),
            "period_text",
            FieldPanel("themes", widget=ThemeBoxes),
        ],
        heading=_("When and about what"),
    ),
    FieldPanel("body"),
    FieldPanel("tasks"),
    FieldPanel("reporting"),
    MultiFieldPanel(
        [FieldPanel("legal_bases"), FieldPanel("lead_in")],
        heading=_("Legal bases"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(["superior_body", "issuing_body"]),
            FieldRowPanel(["symbol", "place"], classname="kh-pair"),
            FieldRowPanel(
                ["number", DayPanel("issued_on")],
                help_text=_(
                    "Leave both empty: the register gives them after the approval. "
                    "Fill them in only for a plan that bears them already."
                ),
            ),
        ],
        heading=_("Header of the document"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("recipients"),
            FieldPanel("authority"),
            FieldRowPanel(["signatory_position", "signatory_name"]),
        ],
        heading=_("Recipients and signatory"),
    ),
]
