"""What the form of a registered document says before its fields."""

from __future__ import annotations

from wagtail.admin.panels import Panel


class RegisteredPanel(Panel):
    """That the text stays as it is, and the ways out; shown once there is an entry."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/registration/registered_panel.html"

        def is_shown(self):
            return self.entry is not None

        @property
        def entry(self):
            """The entry of this document, or ``None``."""
            return self.instance.register_entry if self.instance.pk else None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            user = self.request.user
            pages = self.instance.permissions_for_user(user)
            context["entry"] = self.entry
            context["may_copy"] = pages.can_copy()
            context["may_read"] = user.has_perm("wagtail_kehoach.view_registerentry")
            return context
