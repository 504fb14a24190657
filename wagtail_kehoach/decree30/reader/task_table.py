"""The table of tasks of our own files, which says what other tasks the document has.

Sentences of a plan tell everybody what to do; which of them are tasks was decided when
the plan was approved. A file that an office program saved since is read as any other.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from ..layout import OTHER_TASKS, TASK_TABLE
from ..parts import Document, Table, Task
from .ooxml import attribute, child, children, parts
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
    return _listed(attribute(properties.get("tblDescription"), "val"))


def other_tasks_in(settings: _Element | None) -> list[str] | None:
    """Return the same of a file without such a table, which says so in its settings."""
    variables = child(settings, "docVars")
    for variable in () if variables is None else children(variables, "docVar"):
        if attribute(variable, "name") == TASK_TABLE:
            return _listed(attribute(variable, "val"))
    return None


def _listed(said: str | None) -> list[str] | None:
    opening, *others = (said or "").split("\n")
    return others if opening == OTHER_TASKS else None


def names_its_tasks(document: Document) -> bool:
    """Tell whether a document says which tasks it has, in its table or in its settings."""
    return document.other_tasks is not None or any(
        isinstance(block, Table) and block.other_tasks is not None
        for block in document.body
    )


def as_said_by_table(document: Document) -> list[Task]:
    """Return the tasks of a document: where it names those of sentences, no more than those."""
    said = {
        place: block.other_tasks
        for place, block in enumerate(document.body)
        if isinstance(block, Table) and block.other_tasks is not None
    }
    if not said and document.other_tasks is None:
        return document.tasks
    named = [*said.values(), document.other_tasks or []]
    others = {_plain(text) for texts in named for text in texts}
    return [
        task
        for task in document.tasks
        if task.block in said or _plain(task.text) in others
    ]


def _plain(text: str) -> str:
    return unpunctuated(tidy(text))
