"""The table of tasks in a document: which tasks it prints, and when one stands for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..decree30.parts import Document, Paragraph, Table, Task

if TYPE_CHECKING:
    from ..decree30.parts import Block

#: Leads to the table where the text of the plan has no place for it.
LEAD_IN = "Nhiệm vụ cụ thể:"


def _when(task: Task) -> str:
    day = f"{task.deadline:%d/%m/%Y}" if task.deadline else ""
    return task.deadline_text or day


#: The columns as documents name them; all but the first are left out where they are empty.
COLUMNS: dict[str, Callable[[Task], str]] = {
    "Nội dung": lambda task: task.text,
    "Đơn vị chủ trì": lambda task: task.responsible or "",
    "Đơn vị phối hợp": lambda task: "; ".join(task.supporting),
    "Thời gian": _when,
    "Kết quả": lambda task: task.expected_result or "",
}


def table_of(tasks: list[Task]) -> Table | None:
    """Return ``tasks`` as the table that a document prints; ``None`` if there are none."""
    if not tasks:
        return None
    columns = {
        title: texts
        for title, say in COLUMNS.items()
        if any(texts := [say(task) for task in tasks])
    }
    rows = zip(*columns.values(), strict=True)
    numbered = [[str(place), *row] for place, row in enumerate(rows, start=1)]
    return Table([["STT", *columns], *numbered], header_rows=1)


def at_the_end(table: Table) -> list[Block]:
    """Return ``table`` as the end of a text that has no other place for it."""
    return [Paragraph(LEAD_IN), table]


def replaceable_table(document: Document) -> int | None:
    """The first table that says no more than its tasks do, so that they can stand for it."""
    for place, block in enumerate(document.body):
        if isinstance(block, Table):
            tasks = [task for task in document.tasks if task.block == place]
            if tasks:
                return place if _says_no_more(block, tasks) else None
    return None


def _says_no_more(table: Table, tasks: list[Task]) -> bool:
    rows = table.rows[table.header_rows :]
    if len(rows) != len(tasks):
        return False
    return all(
        _letters(cell) in _letters(" ".join(say(task) for say in COLUMNS.values()))
        for row, task in zip(rows, tasks, strict=True)
        for cell in row
        if not cell.strip(" .").isdecimal()
    )


def _letters(text: str) -> str:
    """The text without what a reader of tables takes off or adds between names."""
    return "".join(char for char in text if char.isalnum())
