"""What the form of a person shows of proofs and of what ends soon."""

from __future__ import annotations

from django.utils import timezone
from wagtail.admin.panels import Panel

from . import history
from .ending import ending_soon


class EvidencePanel(Panel):
    """Scans of the consents of a person, questions sent by link, and how to ask anew.

    First the last day of what ends soon, while something public rests on it; last, who
    entered and changed what.
    """

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
            context["changes"] = history.of(self.instance)
            soon = ending_soon(timezone.localdate(), [self.instance.pk])
            context["ending"] = next(iter(soon), None)
            return context
