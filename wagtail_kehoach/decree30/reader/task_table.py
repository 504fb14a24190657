"""The table of tasks of our own files, which says what other tasks the document has.

Sentences of a plan tell everybody what to do; which of them are tasks was decided when
the plan was approved. A file that an office program saved since is read as any other.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from ..layout import OTHER_TASKS, TASK_TABLE
from ..parts import Document, Table, Task
from .ooxml import attribute, child, parts
from .wording import tidy, unpunctuated

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Every program that saves a Word file writes its own name there; our writer has no such part.
_SAVED_BY = "docProps/app.xml"


def is_as_written(archive: zipfile.ZipFile) -> bool:
    """Tell whether no office program has saved the file."""
    return _SAVED_BY not in archive.namelist()


def other_tasks_of(table: _Element) -> list[str] | None:
    """Return the tasks that a table of them says stand elsewhere; ``None`` of any other."""
    properties = parts(child(table, "tblPr"))
    if attribute(properties.get("tblCaption"), "val") != TASK_TABLE:
        return None
    said = attribute(properties.get("tblDescription"), "val") or ""
    opening, *others = said.split("\n")
    return others if opening == OTHER_TASKS else None


def as_said_by_table(document: Document) -> list[Task]:
    """Return the tasks of a document: where its table names the others, no more than those."""
    said = {
        place: block.other_tasks
        for place, block in enumerate(document.body)
        if isinstance(block, Table) and block.other_tasks is not None
    }
    others = {_plain(text) for texts in said.values() for text in texts}
    return [
        task
        for task in document.tasks
        if not said or task.block in said or _plain(task.text) in others
    ]


def _plain(text: str) -> str:
    return unpunctuated(tidy(text))
