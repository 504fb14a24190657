"""The legal documents of an item: what readers abroad need to find each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _, gettext_lazy, pgettext
from wagtail.blocks import CharBlock, StructValue

from ..folding import clean, fold
from ..organisation.blocks import LegalBasisBlock

if TYPE_CHECKING:
    import datetime as dt

#: So many words are the kind of a document and nothing else.
KIND = 3


class LegalDocumentValue(StructValue):
    """One document; ``cited`` is the whole of it for readers."""

    @property
    def cited(self) -> str:
        """The wording, and of number, day and issuer what it does not say already.

        In the language that is spoken: *Công văn số 42/KH-UBND ngày 05/10/2026 của …*.
        """
        text = clean(self.get("text") or "")
        if not (missing := " ".join(self._missing_in(text))):
            return text
        kind, about, rest = text.partition(" về ")
        if len(kind.split()) <= KIND:
            return f"{kind} {missing}{about}{rest}"
        return f"{text} ({missing})"

    def _missing_in(self, text: str) -> list[str]:
        number, day, issuer = (self.get(n) for n in ("number", "date", "issuer"))
        said = []
        if number and fold(number) not in fold(text):
            said.append(
                pgettext("in a sentence", "No. %(number)s") % {"number": number}
            )
        if day and not _is_dated(text, day):
            said.append(_("dated %(day)s") % {"day": f"{day:%d/%m/%Y}"})
        if issuer and fold(issuer) not in fold(text):
            said.append(_("of %(issuer)s") % {"issuer": issuer})
        return said


def _is_dated(text: str, day: dt.date) -> bool:
    """Whether ``text`` says the ``day``: 5/10/2026, 05-10-2026, 05 tháng 10 năm 2026."""
    between = r"(?:\s*[/.-]\s*0?|\s+tháng\s+0?)"
    year = r"(?:\s*[/.-]\s*|\s+năm\s+)"
    written = rf"\b0?{day.day}{between}{day.month}{year}{day.year}\b"
    return bool(re.search(written, text, re.IGNORECASE))


class NumberBlock(CharBlock):
    """The same in every language; migrations know it as a ``CharBlock``."""

    def get_translatable_segments(self, value):
        """Nothing: nobody translates a number."""
        return []

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.CharBlock", args, kwargs


class LegalDocumentBlock(LegalBasisBlock):
    number = NumberBlock(required=False, label=gettext_lazy("Number and symbol"))

    def get_searchable_content(self, value):
        """All that readers see of it."""
        return [value.cited]

    class Meta:
        value_class = LegalDocumentValue
