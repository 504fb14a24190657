"""What the form of a story tells of its length."""

from __future__ import annotations

from django import forms
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from .campaigns import StoryCampaign
from .counting import count


class LengthPanel(Panel):
    """Words and photos of the story, against the limits of the call that is chosen."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/stories/length_panel.html"

        @property
        def media(self):
            return forms.Media(js=[versioned_static("wagtail_kehoach/story_length.js")])

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["words"], context["photos"] = count(self.instance)
            context["limits"] = {
                str(pk): limits
                for pk, *limits in StoryCampaign.objects.values_list(
                    "pk", "max_words", "max_photos"
                )
            }
            return context
