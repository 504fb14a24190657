"""Lines of the file that the reader found no place for: where each went, which still wait."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _, gettext_lazy

from .draft_texts import field_words, section_words
from .file_text import letters

if TYPE_CHECKING:
    from .models import PlanPageMixin
    from .reading_models import PlanReading

NOT_NEEDED = "not-needed"
#: What a line may become: the field of the page, and what it is called.
KINDS: dict[str, tuple[str, str | Promise]] = {
    "task": ("tasks", gettext_lazy("A new task")),
    "reporting": ("reporting", gettext_lazy("A reporting duty")),
    "basis": ("legal_bases", gettext_lazy("A legal basis")),
    "recipient": ("recipients", gettext_lazy("A recipient")),
}
#: The fields that a line may fill, in the order of a document.
FIELDS: dict[str, str | Promise] = {
    "superior_body": gettext_lazy("superior body"),
    "issuing_body": gettext_lazy("issuing body"),
    "number": gettext_lazy("number"),
    "symbol": gettext_lazy("symbol"),
    "place": gettext_lazy("place"),
    "issued_on": gettext_lazy("date"),
    "title": gettext_lazy("title"),
    "period_text": gettext_lazy("period in words"),
    "authority": gettext_lazy("signing authority"),
    "signatory_position": gettext_lazy("position of the signatory"),
    "signatory_name": gettext_lazy("name of the signatory"),
}


@dataclass(frozen=True)
class UnplacedLine:
    """A line without a place: where somebody put it, and where the file has it."""

    number: int
    text: str
    went: str | None
    anchor: str = ""
    left_out: bool = False

    @property
    def waits(self) -> bool:
        return self.went is None


def label_of(name: str) -> str:
    """What a field is called, as a label begins."""
    label = str(FIELDS[name])
    return label[:1].upper() + label[1:]


def lines_of(draft: PlanPageMixin, stored: PlanReading) -> list[UnplacedLine]:
    """Every line without a place. One whose part left the draft again waits again."""
    said = stored.answers.get("not_understood", {})
    return [
        UnplacedLine(
            number,
            text,
            where_it_went(draft, text, answer),
            left_out=answer.get("how") == NOT_NEEDED,
        )
        for number, text in enumerate(stored.reading.get("not_understood") or [])
        for answer in [said.get(str(number)) or {}]
    ]


def where_it_went(
    draft: PlanPageMixin, text: str, answer: dict[str, Any] | None
) -> str | None:
    """In words where a line is now; ``None`` where it still waits, or left the draft."""
    if not answer:
        return None
    how = answer.get("how", "")
    if how == NOT_NEEDED:
        return _("Not needed")
    if how.startswith("section:"):
        return _section_with(draft, answer.get("block"), text)
    if how.startswith("field:"):
        return _field_with(draft, how.removeprefix("field:"), answer)
    if how not in KINDS:
        return None
    field, label = KINDS[how]
    ids = {child.id for child in getattr(draft, field)}
    return str(label) if answer.get("block") in ids else None


def _field_with(draft: PlanPageMixin, name: str, answer: dict[str, Any]) -> str | None:
    """The field that a line filled, unless it says again what it said before."""
    if name not in FIELDS:
        return None
    now = field_words(draft, name)
    is_back = now in ("", answer.get("before")) and now != answer.get("said")
    return None if is_back else label_of(name)


def _section_with(draft: PlanPageMixin, key: str | None, text: str) -> str | None:
    for child in draft.body:
        if child.id == key and child.block_type == "section":
            said = child.value.get("text")
            source = strip_tags(said.source) if said else ""
            if letters(text) in letters(html.unescape(source)):
                return section_words(child)
    return None
