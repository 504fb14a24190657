"""Panels of the register's form that are not fields."""

from __future__ import annotations

from wagtail.admin.panels import Panel


class FindingsPanel(Panel):
    """Leads to what the portal holds about the person, and says how much it was."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/findings_panel.html"

        def is_shown(self):
            return bool(self.instance.pk)
