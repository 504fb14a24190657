"""Panels of the form of a post that are not fields."""

from __future__ import annotations

from wagtail.admin.panels import Panel

from . import alt_texts


class AltTextsPanel(Panel):
    """The pictures of which nobody has said what they show, each with a link to its field.

    Shown when a saved post is opened; a refused form has its own list.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/posts/alt_texts_panel.html"

        @property
        def missing(self):
            return alt_texts.missing_in(self.instance) if self.instance.pk else []

        def is_shown(self):
            return not self.form.is_bound and bool(self.missing)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["missing"] = self.missing
            return context

        class Media:
            js = ["wagtail_kehoach/errors.js"]
