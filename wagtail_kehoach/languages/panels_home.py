"""What the home page shows of translations that the public reads without their source."""

from __future__ import annotations

from wagtail.admin.ui.components import Component

from .listing import left_alone


class LeftAlonePanel(Component):
    """Public translations whose source was taken down or deleted, for those who edit them."""

    name = "kehoach_left_alone"
    template_name = "wagtail_kehoach/admin/languages/home_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        return {"rows": left_alone(parent_context["request"].user)}
