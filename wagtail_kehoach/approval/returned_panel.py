"""Tells a writer on top of the form that a principal returned the text, and why."""

from __future__ import annotations

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.models import TaskState

from .steps import PrincipalApprovalTask


class ReturnedPanel(Panel):
    """Shown while the text that was returned has not been submitted again."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/approval/returned_panel.html"

        def is_shown(self):
            return self.returned is not None

        @cached_property
        def returned(self) -> TaskState | None:
            """What a principal said of the submission that waits for changes."""
            state = self.instance.pk and self.instance.current_workflow_state
            if not state or state.status != state.STATUS_NEEDS_CHANGES:
                return None
            said = state.current_task_state
            is_ours = said and PrincipalApprovalTask.is_kind_of(said.task)
            return said if is_ours else None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["returned"] = self.returned
            return context
