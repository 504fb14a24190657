"""The table of tasks in a document: which tasks it prints, and when one stands for another.

Its titles are ours, unless a table that is nothing but a row of titles stands right above
its place in the text: then they are those, in their order, as a file had them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ..decree30.parts import Document, Paragraph, Table, Task

if TYPE_CHECKING:
    from ..decree30.parts import Block

#: Leads to the table where the text of the plan has no place for it.
LEAD_IN = "Nhiệm vụ cụ thể:"


def _when(task: Task) -> str:
    day = f"{task.deadline:%d/%m/%Y}" if task.deadline else ""
    return task.deadline_text or day


#: What the columns say, by the names that the reader of files has for them.
COLUMNS: dict[str, Callable[[Task], str]] = {
    "text": lambda task: task.text,
    "responsible": lambda task: task.responsible or "",
    "supporting": lambda task: "; ".join(task.supporting),
    "time": _when,
    "result": lambda task: task.expected_result or "",
}
NUMBER = "number"
#: The titles where the document has none of its own.
TITLES = {
    NUMBER: "STT",
    "text": "Nội dung",
    "responsible": "Đơn vị chủ trì",
    "supporting": "Đơn vị phối hợp",
    "time": "Thời gian",
    "result": "Kết quả",
}


def table_of(tasks: list[Task], titles: Sequence[str] = ()) -> Table | None:
    """Return ``tasks`` as the table that a document prints; ``None`` if there are none.

    It has the columns of ``titles``, and those of ours that would otherwise leave out
    something that a task says.
    """
    if not tasks:
        return None
    from ..decree30.reader.columns import columns_of  # noqa: PLC0415 -- slow import

    printed = list(titles) or [TITLES[NUMBER]]
    named = {place: name for name, place in columns_of([printed], []).items()}
    names = [named.get(place, "") for place in range(len(printed))]
    missing = [
        name
        for name, say in COLUMNS.items()
        if name not in names and any(map(say, tasks))
    ]
    head = [*printed, *(TITLES[name] for name in missing)]
    rows = [
        [_cell(name, place, task) for name in [*names, *missing]]
        for place, task in enumerate(tasks, start=1)
    ]
    return Table([head, *rows], header_rows=1)


def column_titles(titles: Sequence[str]) -> dict[str, str]:
    """What the columns are called on paper, by what they say: see ``table_of``."""
    if not titles:
        return TITLES
    from ..decree30.reader.columns import columns_of  # noqa: PLC0415 -- slow import

    printed = {n: titles[at] for n, at in columns_of([[*titles]], []).items()}
    return {**TITLES, **printed}


def _cell(name: str, place: int, task: Task) -> str:
    if name == NUMBER:
        return str(place)
    say = COLUMNS.get(name)
    return say(task) if say else ""


def own_titles(document: Document, place: int | None) -> list[str]:
    """The titles of the table at ``place``, if its tasks make it again with them.

    None where they are ours.
    """
    if place is None:
        return []
    table = document.body[place]
    tasks = [task for task in document.tasks if task.block == place]
    if not isinstance(table, Table) or table.header_rows != 1:
        return []
    made, ours = table_of(tasks, table.rows[0]), table_of(tasks)
    if made is None or ours is None or ours.rows[0] == table.rows[0]:
        return []
    same = [[*map(_letters, row)] for row in made.rows]
    return table.rows[0] if same == [[*map(_letters, r)] for r in table.rows] else []


def titles_at(body: Sequence[Any], place: int) -> list[str]:
    """The titles that a block of a page gives to the table of tasks right below it."""
    block, below = body[place], body[place + 1 : place + 2]
    if block.block_type != "table" or not below:
        return []
    if below[0].block_type != "task_table" or not block.value.get("has_header"):
        return []
    rows = [row for row in block.value["rows"].splitlines() if row.strip()]
    return [cell.strip() for cell in rows[0].split("|")] if len(rows) == 1 else []


def led_to(table: Table) -> list[Block]:
    """Return ``table`` for a text that has no place of its own for it, and what leads to it."""
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
