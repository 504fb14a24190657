"""The roll of honour: who was commended, school year by school year."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from ..indexes.models import IndexFilter, IndexPageMixin
from .models import StoryPageMixin


class HonourRollPageMixin(IndexPageMixin):
    """Lists the public stories with a commendation, of the part of the site it lies in."""

    approval_field = "stories"
    entry_mixin = StoryPageMixin
    entry_order = ("-school_year__starts_on", "-commendation_date", "-pk")
    entry_template = "wagtail_kehoach/stories/includes/honour.html"
    filters = [
        IndexFilter.school_year(),
        IndexFilter.choice(
            "loai",
            "subject_kind",
            _("Who was commended"),
            StoryPageMixin.SubjectKind,
        ),
    ]

    class Meta:
        abstract = True

    @classmethod
    def entry_candidates(cls):
        """Stories lie below the lists of stories, and not below this page."""
        return get_page_models()

    def get_entries(self):
        """Stories beside this page or below its neighbours; one statement."""
        model = self.get_entry_model()
        streams = [f.name for f in model._meta.fields if isinstance(f, StreamField)]
        around = model.objects.filter(path__startswith=self.path[: -self.steplen])
        return (
            self._readable(around)
            .exclude(commendation_title="")
            .select_related("school_year")
            .defer(*streams, "search_description", "seo_title")
            .order_by(*self.entry_order)
        )

    def with_pictures(self, entries):
        """The roll shows none."""
        return entries

    def get_template(self, request, *args, **kwargs):
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/stories/honour_roll_page.html"]
