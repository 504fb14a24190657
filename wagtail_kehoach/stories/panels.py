"""What the form of a story tells of its length, and of the Word file it began with."""

from __future__ import annotations

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from ..uploads import undoing
from .campaigns import StoryCampaign
from .counting import count
from .rules import campaign_points
from .word_notes import check_words, not_taken_words


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
            call = self.instance.campaign
            context["max_words"] = call and call.max_words
            context["max_photos"] = call and call.max_photos
            context["over"] = bool(campaign_points(self.instance))
            context["limits"] = {
                str(pk): limits
                for pk, *limits in StoryCampaign.objects.values_list(
                    "pk", "max_words", "max_photos"
                )
            }
            return context


class WordFilePanel(Panel):
    """A new story may begin with a Word file; the draft of one says what was not taken."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/stories/word_file_panel.html"

        def is_shown(self):
            return self.instance.pk is None or self.reading is not None

        @cached_property
        def reading(self):
            """What is kept of the file of this story, or ``None``."""
            stored = getattr(self.instance, "kehoach_story_reading", None)
            return stored if stored and stored.notes else None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if self.reading is None:
                return context | {"upload_url": reverse("wagtail_kehoach_story_upload")}
            notes, user = self.reading.notes, self.request.user
            if undoing.why_not_undo(self.instance, user) is None:
                url = reverse("wagtail_kehoach_undo_story", args=(self.instance.pk,))
                context["undo_url"] = url
            context["reading"], context["notes"] = self.reading, notes
            context["checks"] = [check_words(code, notes) for code in notes["checks"]]
            context["not_taken"] = [
                {"words": not_taken_words(lost), "rows": lost["rows"]}
                for lost in notes["not_taken"]
            ]
            return context
