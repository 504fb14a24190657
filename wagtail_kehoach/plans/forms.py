"""The upload form."""

from __future__ import annotations

from django.utils.translation import gettext as _, gettext_lazy

from ..uploads.formats import endings, in_words
from ..uploads.forms import FileForm
from .queries import drafts_from, plan_indexes_for


class UploadForm(FileForm):
    """One file of a plan and the place of its draft."""

    not_there = gettext_lazy("You may not put a plan there.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = endings()
        self.fields["file"].help_text = _(
            "%(formats)s. The file is not kept; its text is, to compare with, until the "
            "plan is approved."
        ) % {"formats": in_words()}

    @classmethod
    def places_for(cls, user):
        return plan_indexes_for(user)

    @classmethod
    def drafts_from(cls, digest, user):
        return drafts_from(digest, user)
