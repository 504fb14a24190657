"""Lines of the file that found no place in the draft: where they may go, where they went."""

from __future__ import annotations

import html
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from ..exceptions import ComparisonRefused
from .blocks import DueType
from .draft_texts import section_words
from .file_text import letters

if TYPE_CHECKING:
    from .models import PlanPageMixin

NOT_NEEDED = "not-needed"


class Target(NamedTuple):
    """A place that a line may be given."""

    key: str
    label: str


def targets(page: PlanPageMixin) -> tuple[list[Target], list[Target]]:
    """What a line may become, and the sections of the draft that it may end."""
    kinds = [
        Target("task", _("A new task")),
        Target("basis", _("A legal basis")),
        Target("recipient", _("A recipient")),
    ]
    sections = [
        Target(f"section:{child.id}", section_words(child)[:80])
        for child in page.body
        if child.block_type == "section"
    ]
    return kinds, sections


def place(page: PlanPageMixin, texts: list[str], target: str) -> list[str]:
    """Put lines where ``target`` says; return the id of the block of each. Saves nothing."""
    kind, _colon, section = target.partition(":")
    if kind == "section":
        return [_end_section(page, section, text) for text in texts]
    if kind not in _NEW:
        raise ComparisonRefused(_("Choose where these lines belong."))
    field, block, value = _NEW[kind]
    return [_append(getattr(page, field), block, value(text)) for text in texts]


def _append(stream, block: str, value) -> str:
    made = str(uuid.uuid4())
    stream.append((block, value, made))
    return made


def _task(text: str) -> dict[str, Any]:
    return {"text": text, "due_type": DueType.NONE, "in_table": True}


_NEW = {
    "task": ("tasks", "task", _task),
    "basis": ("legal_bases", "basis", lambda text: {"text": text}),
    "recipient": ("recipients", "recipient", str),
}


def _end_section(page: PlanPageMixin, key: str, text: str) -> str:
    for child in page.body:
        if child.block_type == "section" and child.id == key:
            said = child.value.get("text")
            paragraph = f"<p>{html.escape(text, quote=False)}</p>"
            child.value["text"] = RichText((said.source if said else "") + paragraph)
            return key
    raise ComparisonRefused(_("This section is not in the draft any more."))


def where_it_went(
    page: PlanPageMixin, text: str, answer: dict[str, Any] | None
) -> str | None:
    """In words where a line is now; ``None`` where it still waits, or left the draft."""
    if not answer:
        return None
    how = answer.get("how", "")
    if how == NOT_NEEDED:
        return _("Not needed")
    if how.startswith("section:"):
        return _section_with(page, answer.get("block"), text)
    field = _NEW[how][0] if how in _NEW else ""
    labels = {target.key: target.label for target in targets(page)[0]}
    ids = {child.id for child in getattr(page, field)} if field else set()
    return labels[how] if answer.get("block") in ids else None


def _section_with(page: PlanPageMixin, key: str | None, text: str) -> str | None:
    for child in page.body:
        if child.id == key and child.block_type == "section":
            said = child.value.get("text")
            if letters(text) in letters(html.unescape(said.source if said else "")):
                return section_words(child)
    return None
