"""Tells a translator on top of the form what the text follows, and which terms are in it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from . import glossary, rules, staleness
from .staleness import Followed

SCREEN = "wagtail_kehoach_translation"


class TranslationPanel(Panel):
    """Shown in the form of a translation; nothing for a source."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/languages/panel.html"

        def is_shown(self):
            return self.followed is not None

        @cached_property
        def followed(self) -> Followed | None:
            """What the draft follows."""
            page = self.instance
            if not page.pk or not rules.is_translated(page):
                return None
            return staleness.draft_follows(page)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["followed"] = self.followed
            context["terms"] = glossary.terms_for(self.instance)
            context["screen_url"] = reverse(SCREEN, args=(self.instance.pk,))
            return context
