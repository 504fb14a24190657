"""What a warning of the reader proposes, as a change of the draft that one click makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import run_in
from .draft_texts import Slot, lead_in, put_field, slots

if TYPE_CHECKING:
    from .models import PlanPageMixin


def places_of(page: PlanPageMixin, warning: dict[str, Any]) -> list[str]:
    """Where in the draft the suggestion of ``warning`` would change something."""
    return list(dict.fromkeys(slot.where for slot, _new in _changes(page, warning)))


def apply(page: PlanPageMixin, warning: dict[str, Any]) -> int:
    """Put the suggestion into the draft; return in how many texts. Saves nothing."""
    changes = _changes(page, warning)
    for slot, new in changes:
        slot.put(new)
    return len(changes)


def _changes(page: PlanPageMixin, warning: dict[str, Any]) -> list[tuple[Slot, str]]:
    """The texts of the draft that change, with what they become."""
    old, new = warning.get("original"), warning.get("suggestion")
    if not new:
        return []
    if warning["code"] == "issuer-inferred":
        return _fill(page, "issuing_body", new)
    if warning["code"] == "heading-out-of-order":
        return _renumber(page, old or "", new)
    if not old:
        return []
    # The introduction names another period; dates elsewhere are not meant.
    own = warning["code"] == "period-conflict"
    texts = [lead_in(page)] if own else slots(page)
    found = ((slot, slot.replaced(old, new)) for slot in texts)
    return [(slot, text) for slot, text in found if text != slot.text]


def _fill(page: PlanPageMixin, name: str, text: str) -> list[tuple[Slot, str]]:
    """An empty field with ``text``; one that says something is left alone."""
    if getattr(page, name):
        return []
    label = str(page._meta.get_field(name).verbose_name).capitalize()
    return [(Slot(label, "", lambda new: put_field(page, name, new)), text)]


def _renumber(page: PlanPageMixin, old: str, new: str) -> list[tuple[Slot, str]]:
    """The heading that is printed as ``old``, with the number of ``new``."""
    number = new.partition(".")[0]
    return [
        (Slot(old, value["number"], lambda n, v=value: v.update(number=n)), number)
        for child in page.body
        if child.block_type == "section"
        for value in [child.value]
        if f"{value['number']}. {run_in.ended(value['title'])[0]}" == old
    ]
