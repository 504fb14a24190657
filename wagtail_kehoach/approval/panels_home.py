"""What the admin's home page shows a principal first."""

from __future__ import annotations

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from . import queries, rules, standing
from .authorities import SigningAuthority
from .steps import PrincipalApprovalTask


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


class EndingAuthoritiesPanel(Component):
    """Signing authorities that end soon, for those who can have them renewed in time."""

    name = "kehoach_ending_authorities"
    template_name = "wagtail_kehoach/admin/approval/ending_panel.html"
    order = 95

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        if not rules.may_read_record(user):
            return {"authorities": []}
        return {
            "authorities": standing.ending_authorities(timezone.localdate()),
            "may_change": user.has_perm("wagtail_kehoach.change_signingauthority"),
        }


class EmergenciesPanel(Component):
    """What is public without an approval, for every principal until one decides on it."""

    name = "kehoach_emergencies"
    template_name = "wagtail_kehoach/admin/approval/emergencies_panel.html"
    order = 10

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        if not rules.is_principal(user):
            return {"emergencies": []}
        return {"emergencies": queries.open_emergencies(), "user": user}


class OwnStandingPanel(Component):
    """What a principal with a limited authority signs for today, and what that means.

    Where Wagtail sends whoever tries more, and only says that he may not.
    """

    name = "kehoach_own_standing"
    template_name = "wagtail_kehoach/admin/approval/standing_panel.html"
    order = 92

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        own = standing.standing_in_request(user)
        limited = own.is_principal and not user.is_superuser and own.authorities
        fields = own.fields_on(timezone.localdate())
        everything = [SigningAuthority.Field.ALL.label]
        return {"limited": limited and fields != everything, "fields": fields}


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
