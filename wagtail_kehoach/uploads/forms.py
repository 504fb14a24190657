"""The form by which a file becomes a draft: one file, and the place of its draft."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from .files import file_digest, largest_file
from .receiving import SEVERAL, TOO_LARGE
from .refusals import refusal_message

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


class FileForm(forms.Form):
    """One file and the place of its draft; asks before a second draft is made of a file.

    ``accepted`` are the endings that the browser offers; ``not_there`` is said of a place
    that is not one of ``places_for``; ``refused`` is why not all of a request was taken.
    """

    accepted = ""
    not_there: str | Promise = ""

    file = forms.FileField(
        label=gettext_lazy("File"),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("This file is empty. Choose another one."),
        },
    )
    parent = forms.ChoiceField(label=gettext_lazy("Put the draft under"))
    again = forms.BooleanField(
        label=gettext_lazy("Make another draft from this file"), required=False
    )

    @classmethod
    def places_for(cls, user: AbstractUser) -> list[Page]:
        """The pages below which ``user`` may put a draft."""
        raise NotImplementedError

    @classmethod
    def drafts_from(cls, digest: str, user: AbstractUser) -> list[Any]:
        """What was made of the file with ``digest`` and ``user`` may edit, latest first."""
        raise NotImplementedError

    def __init__(self, *args, user, refused="", **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.refused = user, refused
        if refused == TOO_LARGE:  # Then it is not there.
            self.fields["file"].error_messages["required"] = refusal_message(refused)
        #: Earlier drafts of the file that was chosen; the form asks about them.
        self.earlier = []
        self.fields["file"].widget.attrs["accept"] = self.accepted
        self.places = {str(page.pk): page for page in self.places_for(user)}
        self.fields["parent"].choices = named(self.places)
        if len(self.places) == 1:
            self.fields["parent"].initial = next(iter(self.places))
            self.fields["parent"].widget = forms.HiddenInput()

    @property
    def shown_fields(self):
        """What is asked: about a second draft only where there is a first one."""
        return [f for f in self.visible_fields() if f.name != "again" or self.earlier]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if self.refused == SEVERAL or len(self.files.getlist("file")) > 1:
            raise forms.ValidationError(_("Only one file can be sent at a time."))
        if file.size > largest_file():
            raise forms.ValidationError(refusal_message("too-large"), code="too-large")
        return file

    def clean(self):
        """Ask before a second draft is made of a file; see ``files.file_digest``."""
        cleaned = super().clean()
        if file := cleaned.get("file"):
            cleaned["data"] = file.read()
            cleaned["digest"] = file_digest(cleaned["data"])
            self.earlier = self.drafts_from(cleaned["digest"], self.user)
        if self.earlier and not cleaned.get("again"):
            self.add_error(
                "again",
                _(
                    "Open the earlier draft, or choose the file again and tick this box."
                ),
            )
        return cleaned

    def clean_parent(self):
        page = self.places.get(self.cleaned_data["parent"])
        if page is None:
            raise forms.ValidationError(str(self.not_there))
        return page.specific


def named(pages: dict[str, Page]) -> list[tuple[str, str]]:
    """A choice for each page; those of the same name also say what they lie below."""
    names = {key: page.get_admin_display_title() for key, page in pages.items()}
    shared = {name for name, count in Counter(names.values()).items() if count > 1}
    return [
        (key, f"{name} ({pages[key].get_parent().title})" if name in shared else name)
        for key, name in names.items()
    ]
