"""Panels of the plan's form that are not fields."""

from __future__ import annotations

from django.urls import reverse
from wagtail.admin.panels import Panel

from .provenance import rows_of


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
            if not hasattr(self, "_reading"):
                reading = getattr(self.instance, "kehoach_plan_reading", None)
                self._reading = (reading.reading or None) if reading else None
            return self._reading

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["reading"] = self.reading
            context["compare_url"] = reverse(
                "wagtail_kehoach_compare", args=(self.instance.pk,)
            )
            context["rows"] = rows_of(self.reading) if self.reading else []
            return context
