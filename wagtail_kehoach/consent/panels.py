"""Panels of the registry's form that are not fields."""

from __future__ import annotations

from wagtail.admin.panels import Panel


class EvidencePanel(Panel):
    """Scans of the consents of a person, questions sent by link, and how to ask anew."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/evidence_panel.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            rows = self.instance.consents.all()
            context["consents"] = [row for row in rows if row.evidence]
            context["questions"] = self.instance.consent_requests.all()
            context["person"] = self.instance
            return context


class FindingsPanel(Panel):
    """Leads to what the portal holds about the person, and says how much it was."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/findings_panel.html"

        def is_shown(self):
            return bool(self.instance.pk)
