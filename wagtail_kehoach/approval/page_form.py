"""The form of guarded texts: checks before submission, addresses that read well."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput, SlugInput
from wagtail.blocks import StreamBlockValidationError

from ..addresses import free_slug, plain
from . import checklist, secrecy
from .composed import composed
from .newer_version import KnowsVersionForm

BASE_LETTERS = "aeiouyd"
TONES = "\u0300\u0301\u0303\u0309\u0323"
SHAPES = "\u0302\u0306\u031b"


def _accented(letter: str) -> str:
    """Every Vietnamese letter that has ``letter`` at its base, both cases."""
    if letter == "d":
        return "đĐ"
    found = set()
    for shape in ("", *SHAPES):
        for tone in ("", *TONES):
            made = unicodedata.normalize("NFC", letter + shape + tone)
            found |= {made, made.upper()} if len(made) == 1 else set()
    return "".join(sorted(found - {letter, letter.upper()}))


#: Wagtail drops letters that it cannot spell in ASCII; an address should keep them.
READABLE = [
    *((f"[{_accented(letter)}]", letter) for letter in BASE_LETTERS),
    ("[\u0300-\u036f]", ""),
]


#: Buttons by which a text leaves the hands of its writer.
SENDING = frozenset(
    {
        "action-submit",
        "action-restart-workflow",
        "action-publish",
    }
)


class ChecksPanel(FieldPanel):
    """Where the writer ticks what was checked. Last in the form, next to the buttons."""

    def __init__(self, field_name="kehoach_checks", **kwargs):
        kwargs.setdefault("icon", "clipboard-list")
        kwargs.setdefault("disable_comments", True)
        super().__init__(field_name, **kwargs)


class WarningsPanel(FieldPanel):
    """What may touch somebody's privacy. Shown only where there is something."""

    def __init__(self, field_name="kehoach_seen", **kwargs):
        kwargs.setdefault("icon", "warning")
        kwargs.setdefault("disable_comments", True)
        super().__init__(field_name, **kwargs)


class SeenField(forms.MultipleChoiceField):
    """Takes any text: what there is to be seen is known only when the text is."""

    def valid_value(self, value):
        return True


class GuardedForm(KnowsVersionForm):
    """Asks for the checks when a text is sent on, and says early what would be refused."""

    kehoach_checks = forms.MultipleChoiceField(
        label=_("Before you submit"),
        help_text=_(
            "Needed to submit the text, not to save a draft. What you tick is kept with "
            "the approval."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    #: The warnings that were shown and left standing.
    seen: Sequence[str] = ()
    beside_the_text = KnowsVersionForm.beside_the_text | {"kehoach_checks"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        checks = self.instance.approval_checks()
        self.fields["kehoach_checks"].choices = [(check, check) for check in checks]
        if not checks:
            del self.fields["kehoach_checks"]
        for name in self._needed():
            # The form marks it as needed; whether it is there is asked in ``clean``.
            self.fields[name].required = True

    @property
    def is_sending(self) -> bool:
        """Whether the text goes to the principal or to the public."""
        return not SENDING.isdisjoint(self.data)

    def _needed(self) -> list[str]:
        return [name for name in self.instance.needed_to_submit if name in self.fields]

    def add_error(self, field, error):
        """Wagtail's own words for a stream are English, and stand in the list of errors."""
        if isinstance(error, StreamBlockValidationError):
            error.message = _(
                "Something in the parts of this field has to be put right."
            )
        super().add_error(field, error)

    def clean(self):
        """Say at the field what would be refused on the way to the public."""
        cleaned = super().clean()
        for name, value in cleaned.items():
            cleaned[name] = composed(value)
        if not self.is_sending:
            return cleaned
        for name in self._needed():
            if name in cleaned and not cleaned[name]:
                field = self.fields[name]
                self.add_error(name, field.error_messages["required"])
        for name, value in list(cleaned.items()):
            if mark := secrecy.mark_in(value):
                label = str(self.fields[name].label or name)
                self.add_error(name, secrecy.reason(label, mark))
        if "kehoach_checks" in cleaned and len(cleaned["kehoach_checks"]) < len(
            self.fields["kehoach_checks"].choices
        ):
            self.add_error("kehoach_checks", checklist.why_not_ticked())
        return cleaned

    def save(self, commit=True):
        if self.is_sending:
            said = (self.cleaned_data.get("kehoach_checks") or [], self.seen)
            # A text that is published at once takes what was said into the record directly.
            if "action-publish" in self.data:
                self.instance._kehoach_said_to_publish = said
            else:
                self.instance._kehoach_said = said
        return super().save(commit=commit)


class GuardedPageForm(GuardedForm, WagtailAdminPageForm):
    """Makes ``ke-hoach`` of “Kế hoạch”, where Wagtail by itself would drop letters."""

    kehoach_seen = SeenField(
        label=_("Look at these passages again"),
        help_text=_(
            "They may touch somebody's privacy. Change the text, or tick what may stay. "
            "The principal reads what you ticked."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    beside_the_text = GuardedForm.beside_the_text | {"kehoach_seen"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            # Titles of documents are long: they are seen whole while they are written.
            self.fields["title"].widget = AdminAutoHeightTextInput()
        if "slug" in self.fields:
            self.fields["slug"].widget = SlugInput(formatters=READABLE)
            self.fields["slug"].required = False
        if not self.is_bound:
            self._offer(self.instance.privacy_warnings())

    def clean(self):
        """A title is one line; an address that nobody chose is made of it, and is free."""
        said = self.cleaned_data
        if title := said.get("title"):
            said["title"] = " ".join(title.split())
            if said.get("slug") == "" or self._slug_follows(title):
                kind = str(self.instance._meta.verbose_name)
                said["slug"] = free_slug(
                    self.parent_page, title, otherwise=kind, of=self.instance
                )
        return super().clean()

    def _slug_follows(self, title: str) -> bool:
        """Whether the address of a draft is what the browser makes of its title."""
        # A page that is not stored yet says that it is live.
        draft = self.instance.pk is None or not self.instance.live
        return draft and self.cleaned_data.get("slug") == plain(title)

    def is_valid(self):
        """Say in the form why a text cannot be submitted or published; drafts are kept.

        Everything at once, whatever else is wrong: nobody should send a form four times.
        """
        valid = super().is_valid()
        if not self.is_bound or (valid and not self.is_sending):
            return valid
        self.save_cluster_m2m()
        warnings = self.instance.privacy_warnings()
        self._offer(warnings)
        if self.is_sending:
            self._refuse(self.instance.why_not_show(), warnings)
        return valid and not self.errors

    def _refuse(self, reason: str | None, warnings: Sequence[str]) -> None:
        """Say what stands in the way of a text with these ``warnings``, if anything."""
        seen = self.cleaned_data.get("kehoach_seen", [])
        for line in (reason or "").splitlines():
            self.add_error(None, line)
        if missing := [warning for warning in warnings if warning not in seen]:
            self.add_error("kehoach_seen", checklist.why_not_seen(missing))
        self.seen = warnings

    def _offer(self, warnings: Sequence[str]) -> None:
        """Show ``warnings`` to be ticked, or nothing where there is none."""
        if "kehoach_seen" not in self.fields:
            return
        self.fields["kehoach_seen"].choices = [(w, w) for w in warnings]
        if not warnings:
            del self.fields["kehoach_seen"]
