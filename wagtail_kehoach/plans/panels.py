"""Panels of the plan's form that are not fields."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from .provenance import rows_of, warnings_once

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

        def open_items(self, kind: str, items: list[tuple[int, Any]]) -> list:
            """What nobody decided on in the comparison yet."""
            decided = self.stored.answers.get(kind, {})
            return [item for number, item in items if str(number) not in decided]

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["reading"] = self.reading
            context["compare_url"] = reverse(
                "wagtail_kehoach_compare", args=(self.instance.pk,)
            )
            warnings = self.open_items("warnings", warnings_once(self.reading))
            lines = self.reading.get("not_understood") or []
            lines = self.open_items("not_understood", list(enumerate(lines)))
            context["warnings"] = warnings[:MOST_SHOWN]
            context["not_understood"] = lines[:MOST_SHOWN]
            context["more"] = len(warnings[MOST_SHOWN:]) + len(lines[MOST_SHOWN:])
            context["rows"] = rows_of(self.reading)
            return context
