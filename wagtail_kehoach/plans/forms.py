"""The upload form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from ..conf import kehoach_settings
from .imports import MEGABYTE, file_digest
from .messages import refusal_message
from .queries import drafts_from, plan_indexes_for

if TYPE_CHECKING:
    from wagtail.models import Page

ACCEPTED = ".docx,.doc,.odt,.pdf,.txt,.md"


class UploadForm(forms.Form):
    """One file and the place of its draft."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Word (.docx), PDF with text, or plain text. The file is not kept; its text is, "
            "to compare with, until the plan is approved."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("This file is empty. Choose another one."),
        },
    )
    parent = forms.ChoiceField(label=gettext_lazy("Put the draft under"))
    again = forms.BooleanField(
        label=gettext_lazy("Make another draft from this file"), required=False
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        #: Earlier drafts of the file that was chosen; the form asks about them.
        self.earlier = []
        self.indexes = {str(page.pk): page for page in plan_indexes_for(user)}
        self.fields["parent"].choices = _named(self.indexes)
        if len(self.indexes) == 1:
            self.fields["parent"].initial = next(iter(self.indexes))
            self.fields["parent"].widget = forms.HiddenInput()

    @property
    def shown_fields(self):
        """What is asked: about a second draft only where there is a first one."""
        return [f for f in self.visible_fields() if f.name != "again" or self.earlier]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if len(self.files.getlist("file")) > 1:
            raise forms.ValidationError(_("Only one file can be sent at a time."))
        if file.size > kehoach_settings.IMPORT_MAX_MB * MEGABYTE:
            raise forms.ValidationError(refusal_message("too-large"), code="too-large")
        return file

    def clean(self):
        """Ask before a second draft is made of a file; see ``imports.file_digest``."""
        cleaned = super().clean()
        if file := cleaned.get("file"):
            cleaned["data"] = file.read()
            cleaned["digest"] = file_digest(cleaned["data"])
            self.earlier = drafts_from(cleaned["digest"], self.user)
        if self.earlier and not cleaned.get("again"):
            self.add_error(
                "again",
                _(
                    "Open the earlier draft, or choose the file again and tick this box."
                ),
            )
        return cleaned

    def clean_parent(self):
        page = self.indexes.get(self.cleaned_data["parent"])
        if page is None:
            raise forms.ValidationError(_("You may not put a plan there."))
        return page.specific


def _named(indexes: dict[str, Page]) -> list[tuple[str, str]]:
    """A choice for each index; those of the same name also say what they lie below."""
    names = {key: page.get_admin_display_title() for key, page in indexes.items()}
    shared = {name for name, count in Counter(names.values()).items() if count > 1}
    return [
        (key, f"{name} ({indexes[key].get_parent().title})" if name in shared else name)
        for key, name in names.items()
    ]
