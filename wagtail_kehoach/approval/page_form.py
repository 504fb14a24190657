"""The form of our pages: its addresses read well in Vietnamese."""

from __future__ import annotations

import unicodedata

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput

from . import secrecy

BASE_LETTERS = "aeiouyd"
#: Buttons of the page form that put a text on its way to the public.
SUBMITTING = {"action-submit", "action-restart-workflow", "action-publish"}
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


class GuardedPageForm(WagtailAdminPageForm):
    """Makes ``ke-hoach`` of “Kế hoạch”, where Wagtail by itself would drop letters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].widget = SlugInput(formatters=READABLE)

    def clean(self):
        """Say at the field what would be refused on the way to the public."""
        cleaned = super().clean()
        if SUBMITTING & {*self.data}:
            for name, value in list(cleaned.items()):
                if mark := secrecy.mark_in(value):
                    label = str(self.fields[name].label or name)
                    self.add_error(name, secrecy.reason(label, mark))
        return cleaned

    def is_valid(self):
        """Say in the form why a text cannot be submitted or published; drafts are kept."""
        valid = super().is_valid()
        if not valid or not SUBMITTING & {*self.data}:
            return valid
        self.save_cluster_m2m()
        if reason := self.instance.why_not_show():
            self.add_error(None, reason)
            return False
        return True
