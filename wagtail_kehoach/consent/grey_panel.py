"""What the form of a picture's basis says while a grey picture stands for it."""

from __future__ import annotations

from wagtail.admin.panels import Panel

from .withholding import why_not_put_back


class GreyPanel(Panel):
    """That it was taken down, and the way back, or why there is none yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/grey_panel.html"

        def is_shown(self):
            return bool(self.instance.pk and self.instance.withheld)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["basis"] = self.instance
            context["why_not"] = why_not_put_back(self.instance)
            return context
