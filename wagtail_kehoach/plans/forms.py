"""The upload form."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from ..uploads.forms import FileForm
from .queries import drafts_from, plan_indexes_for


class UploadForm(FileForm):
    """One file of a plan and the place of its draft."""

    accepted = ".docx,.doc,.odt,.pdf,.txt,.md"
    not_there = gettext_lazy("You may not put a plan there.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = gettext_lazy(
            "Word (.docx), PDF with text, or plain text. The file is not kept; its text is, "
            "to compare with, until the plan is approved."
        )

    @classmethod
    def places_for(cls, user):
        return plan_indexes_for(user)

    @classmethod
    def drafts_from(cls, digest, user):
        return drafts_from(digest, user)
