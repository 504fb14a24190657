"""Panels of the plan's form that are not fields."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from .points import points_of
from .provenance import rows_of
from .waiting import lines_of

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

        @property
        def open_lines(self) -> list[str]:
            """The lines that nobody decided on in the comparison yet."""
            lines = lines_of(self.instance, self.stored)
            return [line.text for line in lines if line.waits]

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["reading"] = self.reading
            context["compare_url"] = reverse(
                "wagtail_kehoach_compare", args=(self.instance.pk,)
            )
            warnings, lines = self.open_warnings, self.open_lines
            context["warnings"] = warnings[:MOST_SHOWN]
            context["not_understood"] = lines[:MOST_SHOWN]
            context["more"] = len(warnings[MOST_SHOWN:]) + len(lines[MOST_SHOWN:])
            context["rows"] = rows_of(self.reading)
            return context
