"""What the admin's home page shows a principal first."""

from __future__ import annotations

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from . import queries, rules
from .models import PrincipalApprovalTask


class PrincipalQueuePanel(Component):
    """What waits for the principal, oldest first, with its age."""

    name = "kehoach_principal_queue"
    template_name = "wagtail_kehoach/admin/approval/home_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            "submissions": queries.waiting_list() if rules.is_principal(user) else None
        }


class OtherObjectsToModeratePanel(WorkflowObjectsToModeratePanel):
    """Wagtail's own list, for the portal's other workflows."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        ours = set(PrincipalApprovalTask.objects.values_list("pk", flat=True))
        context["states"] = [
            state
            for state in context["states"]
            if state["task_state"].task_id not in ours
        ]
        return context
