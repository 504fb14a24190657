"""Lines of the file that found no place in the draft: where they may go."""

from __future__ import annotations

import html
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from ..exceptions import ComparisonRefused
from .blocks import DueType
from .draft_texts import section_words
from .waiting import KINDS

if TYPE_CHECKING:
    from .models import PlanPageMixin


class Target(NamedTuple):
    """A place that a line may be given."""

    key: str
    label: str


def targets(page: PlanPageMixin) -> tuple[list[Target], list[Target]]:
    """What a line may become, and the sections of the draft that it may end."""
    kinds = [Target(key, str(label)) for key, (_field, label) in KINDS.items()]
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
    stream = getattr(page, KINDS[kind][0])
    block, value = _NEW[kind]
    return [_append(stream, block, value(text)) for text in texts]


def _append(stream, block: str, value) -> str:
    made = str(uuid.uuid4())
    stream.append((block, value, made))
    return made


def _task(text: str) -> dict[str, Any]:
    return {"text": text, "due_type": DueType.NONE, "in_table": True}


_NEW = {
    "task": ("task", _task),
    "basis": ("basis", lambda text: {"text": text}),
    "recipient": ("recipient", str),
}


def _end_section(page: PlanPageMixin, key: str, text: str) -> str:
    for child in page.body:
        if child.block_type == "section" and child.id == key:
            said = child.value.get("text")
            paragraph = f"<p>{html.escape(text, quote=False)}</p>"
            child.value["text"] = RichText((said.source if said else "") + paragraph)
            return key
    raise ComparisonRefused(_("This section is not in the draft any more."))
