"""What the home page tells writers of calls for stories, and of what came by a link."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .campaigns import StoryCampaign
from .queries import proposals_received, story_indexes_for

#: As many as one looks through on the home page; the list has all.
SHOWN = 5


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


class ProposalsPanel(Component):
    """Stories that came by a link and are nothing but drafts yet, the oldest first."""

    name = "kehoach_proposals"
    template_name = "wagtail_kehoach/admin/stories/proposals_panel.html"
    order = 94

    def get_context_data(self, parent_context):
        received = proposals_received()
        indexes = received and story_indexes_for(parent_context["request"].user)
        own = {index.pk for index in indexes}
        found = [proposal for proposal in received if proposal.parent_id in own]
        return {"proposals": found[:SHOWN], "more": len(found) > SHOWN}
