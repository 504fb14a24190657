"""What the admin's home page says of the register: to clerks, and to principals."""

from __future__ import annotations

from wagtail.admin.ui.components import Component

from ..approval.rules import is_principal
from . import rules
from .documents import unconfirmed_notices, unreleased_files, waiting_documents


class WaitingForNumberPanel(Component):
    """Approved documents without a number, for whoever gives one."""

    name = "kehoach_waiting_for_number"
    template_name = "wagtail_kehoach/admin/registration/waiting_panel.html"
    order = 93

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        waits = not user.is_superuser and rules.may_register(user)
        return {"waiting": waiting_documents() if waits else []}


class WaitingForReleasePanel(Component):
    """Signed files and notices that only a principal puts before the public."""

    name = "kehoach_waiting_for_release"
    template_name = "wagtail_kehoach/admin/registration/release_panel.html"
    order = 94

    def get_context_data(self, parent_context):
        if not is_principal(parent_context["request"].user):
            return {"files": [], "notices": []}
        return {"files": unreleased_files(), "notices": unconfirmed_notices()}
