"""The form of a story: which titles of commendation it offers."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from ..posts.forms import PostForm
from .recognition import RecognitionTitle


class StoryForm(PostForm):
    """Offers the titles of today, and the one that was chosen before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "recognition" in self.fields:
            today = RecognitionTitle.objects.on(timezone.localdate()).values("pk")
            day = self.instance.commendation_date or timezone.localdate()
            then = RecognitionTitle.objects.on(day).values("pk")
            chosen = Q(pk=self.instance.recognition_id)
            self.fields["recognition"].queryset = RecognitionTitle.objects.filter(
                Q(pk__in=today) | Q(pk__in=then) | chosen
            )

    def clean(self):
        """A commendation without words of its own takes those of the table."""
        cleaned = super().clean()
        title = cleaned.get("recognition")
        if title and not cleaned.get("commendation_title"):
            cleaned["commendation_title"] = title.name
        return cleaned
