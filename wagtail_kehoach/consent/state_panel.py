"""What the form of a person says at each consent, and what it offers for a new one."""

from __future__ import annotations

from django.utils import timezone
from wagtail.admin.panels import FieldPanel, Panel

from . import consent_state
from .models import Consent


class StatePanel(Panel):
    """What a stored consent covers, and whether it holds; over its fields."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/state_panel.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            stored = Consent.objects.select_related("person").get(pk=self.instance.pk)
            context["said"] = consent_state.heading_of(
                stored, stored.person, timezone.localdate()
            )
            return context


class BasisPanel(FieldPanel):
    """The basis; *electronic* only where somebody answered by a link."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.instance.agreed_at is None and self.bound_field is not None:
                field = self.bound_field.field
                field.choices = [
                    choice
                    for choice in field.choices
                    if choice[0] != Consent.Basis.ELECTRONIC
                ]
