"""What the home page shows of posts that have to be removed outside of the portal."""

from __future__ import annotations

from wagtail.admin.ui.components import Component

from .queries import visible_to

#: As many as one looks through on the home page; the list has all of them.
SHOWN = 10


class SharedPostsPanel(Component):
    """Posts that have to go, the oldest first, for those who see them."""

    name = "kehoach_shared_posts"
    template_name = "wagtail_kehoach/admin/sharing/home_panel.html"
    order = 91

    def get_context_data(self, parent_context):
        rows = visible_to(parent_context["request"].user).to_remove()
        found = list(rows[: SHOWN + 1])
        return {"shared": found[:SHOWN], "more": len(found) > SHOWN}
