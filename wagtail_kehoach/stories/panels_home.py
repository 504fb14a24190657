"""What the home page tells writers of calls for stories."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .campaigns import StoryCampaign
from .queries import story_indexes_for


class CampaignsPanel(Component):
    """The calls that are open, for those who may write a story."""

    name = "kehoach_campaigns"
    template_name = "wagtail_kehoach/admin/stories/home_panel.html"
    order = 95

    def get_context_data(self, parent_context):
        campaigns = list(StoryCampaign.objects.open_on(timezone.localdate()))
        if not campaigns:
            return {"campaigns": []}
        indexes = story_indexes_for(parent_context["request"].user)
        return {
            "campaigns": campaigns if indexes else [],
            "write": reverse("kehoach_stories:index") if indexes else "",
        }
