"""The form by which a Word file becomes a story."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..uploads.forms import FileForm
from .campaigns import StoryCampaign
from .queries import drafts_from, story_indexes_for
from .word_pictures import collections_for


class StoryUploadForm(FileForm):
    """One Word file, the place of its draft, the call that it answers."""

    accepted = ".docx"
    not_there = _("You may not put a story there.")
    field_order = ["file", "parent", "campaign", "collection", "again"]

    campaign = forms.ModelChoiceField(
        label=_("Call for stories"),
        queryset=StoryCampaign.objects.none(),
        required=False,
        empty_label=_("none"),
    )
    collection = forms.ModelChoiceField(
        label=_("Collection of the pictures"),
        queryset=None,
        required=False,
        empty_label=None,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "A Word file (.docx) with text and photos. The file is not kept; what was not "
            "taken from it is shown beside the draft until the story is approved."
        )
        calls = StoryCampaign.objects.open_on(timezone.localdate())
        self.fields["campaign"].queryset = calls
        if not calls:
            del self.fields["campaign"]
        self._offer_collections()

    def _offer_collections(self):
        """Ask only those who may add pictures in several places."""
        offered = collections_for(self.user)
        if len(offered) < 2:
            del self.fields["collection"]
            return
        self.fields["collection"].queryset = offered
        self.fields["collection"].initial = offered[0].pk
        self.fields["collection"].label_from_instance = _indented

    @classmethod
    def places_for(cls, user):
        return story_indexes_for(user)

    @classmethod
    def drafts_from(cls, digest, user):
        return drafts_from(digest, user)


def _indented(collection) -> str:
    """The name of a collection below those that it lies in."""
    return "\u2003" * (collection.depth - 1) + collection.name
