"""The text of a draft beside its file: what became a heading, how deep, with what below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from . import run_in
from .documents import table_of_tasks
from .draft_texts import section_words
from .file_text import letters
from .task_table import titles_at

if TYPE_CHECKING:
    from .file_text import FileText
    from .models import PlanPageMixin


@dataclass(frozen=True)
class TextPart:
    """A section or table of the draft. ``level`` is that of a heading, 0 where there is none.

    ``fragment`` is where the form has it, ``anchor`` where the file says its heading;
    ``is_new`` that the file says it nowhere.
    """

    heading: str
    level: int = 0
    joint: str = ""
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    fragment: str = ""
    anchor: str = ""
    is_new: bool = False


def text_parts(draft: PlanPageMixin, file: FileText, *, cut: bool) -> list[TextPart]:
    """Every part of the text in its order; of a ``cut`` file nothing is said to be new."""
    headings = _Headings(file, cut=cut)
    parts = [
        _titles(child, titles)
        if (titles := titles_at(draft.body, place))
        else _part(draft, child, headings)
        for place, child in enumerate(draft.body)
    ]
    if not any(child.block_type == "task_table" for child in draft.body):
        parts += _tasks(draft, "panel-child-content-tasks-section")
    return parts


def _part(draft: PlanPageMixin, child: Any, headings: _Headings) -> TextPart:
    fragment = f"block-{child.id}-section"
    if child.block_type == "task_table":
        found = _tasks(draft, fragment)
        return found[0] if found else TextPart(_("Table of tasks"), fragment=fragment)
    if child.block_type == "table":
        rows = [line.split("|") for line in child.value["rows"].splitlines()]
        return TextPart(section_words(child), rows=rows, fragment=fragment)
    value = child.value
    if not (value.get("number") or value.get("title")):
        text = str(value.get("text") or "")
        return TextPart("", text=_safe(text), fragment=fragment)
    joint, text = run_in.parted(str(value.get("text") or ""))
    said, (anchor, is_new) = section_words(child), headings.find(section_words(child))
    level = value.get("level") or 1
    return TextPart(said, level, joint, _safe(text), [], fragment, anchor, is_new)


def _titles(child: Any, titles: list[str]) -> TextPart:
    said = _("Titles of the table of tasks")
    return TextPart(said, rows=[titles], fragment=f"block-{child.id}-section")


def _tasks(draft: PlanPageMixin, fragment: str) -> list[TextPart]:
    """The table of tasks as it is printed; none where no task stands in it."""
    table = table_of_tasks(draft)
    if table is None:
        return []
    return [TextPart(_("Table of tasks"), rows=table.rows, fragment=fragment)]


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 -- HTML of Wagtail


class _Headings:
    """Where the file says headings that come in the order of the text."""

    def __init__(self, file: FileText, *, cut: bool) -> None:
        self.file, self.place = file, 0
        self.whole = "" if cut else "".join(file.letters)

    def find(self, heading: str) -> tuple[str, bool]:
        """The anchor of ``heading``, and whether the file says it nowhere."""
        wanted, lines = letters(heading), self.file.lines
        for place in (*range(self.place, len(lines)), *range(self.place)):
            if lines[place].anchor and self.file.letters[place].startswith(wanted):
                self.place = place
                return lines[place].anchor, False
        return "", bool(self.whole) and wanted not in self.whole
