"""What the editor should look at in the work that a plan hands out."""

from __future__ import annotations

import re

from ..parts import Document, Paragraph, Table
from ..readings import ReadingWarning
from .cell_times import lists_days
from .kinds import PLAN

_GIVEN = re.compile(r"(?<!\w)(?:giao|phân công)(?: nhiệm vụ)? cho\s", re.IGNORECASE)
#: A table of one row sets something beside something else.
_FEWEST_ROWS = 2
_SEPARATOR = " | "
_NOT_GIVEN = re.compile(r"(?:bàn|chuyển|được|đã)\s$", re.IGNORECASE)


def hints_on_tasks(document: Document) -> list[ReadingWarning]:
    """Return what is not clear about who does something, or when."""
    return [
        *_given_to_nobody(document),
        *_tables_without_tasks(document),
        *_several_days(document),
    ]


def _given_to_nobody(document: Document) -> list[ReadingWarning]:
    """Report what is given to somebody whom the reader did not find."""
    found = {task.block for task in document.tasks if task.responsible}
    given = (
        block.text
        for place, block in enumerate(document.body)
        if document.kind == PLAN and place not in found and isinstance(block, Paragraph)
    )
    return [
        ReadingWarning("assigned-to-nobody", text)
        for text in given
        if (said := _GIVEN.search(text)) and not _NOT_GIVEN.search(text[: said.start()])
    ]


def _tables_without_tasks(document: Document) -> list[ReadingWarning]:
    """Report tables of the body that give no work, by their first row."""
    if document.kind != PLAN:
        return []
    found = {task.block for task in document.tasks}
    return [
        ReadingWarning(
            "table-without-tasks", _SEPARATOR.join(filter(None, block.rows[0]))
        )
        for place, block in enumerate(document.body)
        if isinstance(block, Table)
        and place not in found
        and len(block.rows) >= _FEWEST_ROWS
        and block.other_tasks is None
    ]


def _several_days(document: Document) -> list[ReadingWarning]:
    """Report work of several days: it has no more than one on which it is due."""
    times = (task.deadline_text or "" for task in document.tasks)
    return [ReadingWarning("several-days", text) for text in times if lists_days(text)]
