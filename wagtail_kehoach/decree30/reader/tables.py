"""Tables of tasks: each row that says who does what, or until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..parts import Period, Task
from .cell_times import from_to, moments_in_cell
from .columns import column_named, columns_of
from .parties import OF_NAME_BEFORE, parties_in_cell
from .wording import fold, pattern, tidy, unpunctuated

if TYPE_CHECKING:
    from .pieces import Piece

_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
#: How sure a task of a table is: with who and when, and with one of them.
SURE, LIKELY = 0.95, 0.9
_LISTED = re.compile(rf"[;\n]|,(?!\s*(?:[a-z]|{OF_NAME_BEFORE}))")
_ITEM = re.compile(r"\s*[-–+•*]\s*\S")
_NEXT_ITEM = pattern(r"\s+[-–+•*]\s+(?=[A-ZÀ-Ỹ])")
#: Who somebody is on a board is no work.
_OFFICE_ONLY = re.compile(
    r"(?:pho )?(?:truong|chu tich|uy vien|thanh vien|thu ky|to vien)(?: (?:ban|tieu ban|to|nhom"
    r"|doan|hoi dong|thuong truc|chi dao|to chuc|thu ky|truyen thong))*$"
    r"|pho (?:truong )?(?:ban|to|nhom|chu tich|doan)(?: thuong truc)?$"
)
#: What stands below "Tuần" or "Tháng" may be nothing but its number.
_COUNTED = re.compile(r"(?:tuan|thang|quy|hoc k[iy])$")
_ONLY_NUMBER = re.compile(
    r"(?:\d{1,2}|[IVX]{1,4})(?:\s*[-–,]\s*(?:\d{1,2}|[IVX]{1,4}))*$"
)


def joined_tables(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with a table that goes on over the page as one."""
    result: list[Piece] = []
    for piece in pieces:
        above = result[-1] if result else None
        if above and _goes_on(above, piece):
            _append_rows(above.rows or [], piece.rows or [])
        else:
            result.append(piece)
    return result


def _goes_on(above: Piece, piece: Piece) -> bool:
    if not above.rows or not piece.rows or above.place is None or piece.place is None:
        return False
    same_width = len(above.rows[0]) == len(piece.rows[0])
    return same_width and above.place.page != piece.place.page


def _append_rows(rows: list[list[str]], more: list[list[str]]) -> None:
    head = [fold(cell) for cell in rows[0]]
    if [fold(cell) for cell in more[0]] == head:
        more = more[1:]
    if more and column_named(head[0]) == "number" and not more[0][0] and rows[-1][0]:
        # The page ended within a row: only rows of work have a number.
        cut = [
            f"{one}\n{other}".strip()
            for one, other in zip(rows[-1], more[0], strict=True)
        ]
        rows[-1], more = cut, more[1:]
    rows += more


def tasks_in_table(
    rows: list[list[str]],
    header_rows: int,
    period: Period | None,
    *,
    is_own: bool = False,
) -> list[Task]:
    """Return the tasks of a table whose head names the work and who does it or when.

    Each row of the table of tasks of our own file is one, whatever else it leaves open.
    """
    head = rows[:header_rows]
    work = rows[header_rows:]
    columns = columns_of(head, work)
    if "text" not in columns or not {"responsible", "time"} & set(columns):
        return []
    tasks: list[Task] = []
    for row in work:
        if row in head or sum(bool(cell) for cell in row) < 2:
            continue
        for one in _each_work(_with_time_named(row, head, columns), columns["text"]):
            task = _task(one, columns, period, is_own=is_own)
            if task is None:
                continue
            if _SAME_DAY.search(task.deadline_text or "") and tasks:
                task.deadline = tasks[-1].deadline
            tasks.append(task)
    return tasks


def _each_work(row: list[str], place: int) -> list[list[str]]:
    """A row for each item of a cell that is a list of dashes."""
    if place >= len(row) or not _ITEM.match(row[place]):
        return [row]
    items = _NEXT_ITEM.split(row[place])
    return [[*row[:place], item, *row[place + 1 :]] for item in items]


def _with_time_named(
    row: list[str], head: list[list[str]], columns: dict[str, int]
) -> list[str]:
    """A row in which "1" below "Tuần" says what it counts."""
    place = columns.get("time", len(row))
    if "group" in columns and place < len(row) and not row[place].strip():
        place = columns["group"]
    if place >= len(row) or not _ONLY_NUMBER.match(row[place].strip()):
        return row
    titles = (tidy(above[place]) for above in head if place < len(above))
    title = next((said for said in titles if _COUNTED.match(fold(said))), None)
    if title is None:
        return row
    return [*row[:place], f"{title.capitalize()} {row[place]}", *row[place + 1 :]]


def _task(
    row: list[str], columns: dict[str, int], period: Period | None, *, is_own: bool
) -> Task | None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return tidy(row[place]) if place is not None and place < len(row) else ""

    text = unpunctuated(re.sub(r"^[-+•*]\s*", "", cell("text")))
    first_leads = columns.get("both", -1) == columns.get("responsible")
    parties = parties_in_cell(cell("responsible"), first_leads=first_leads)
    begin = cell("begin")
    end = cell("time") or ("" if begin else cell("group"))
    moment, when = moments_in_cell(end, period), from_to(begin, end)
    if not text or not (is_own or cell("responsible") or when):
        return None
    if not is_own and _OFFICE_ONLY.match(fold(text)):
        return None
    return Task(
        text=text,
        responsible=parties.lead,
        deadline=moment.date if moment else None,
        deadline_text=when or None,
        supporting=[*names_in(cell("supporting")), *parties.helpers],
        expected_result=cell("result") or None,
        confidence=SURE if cell("responsible") and when else LIKELY,
    )


def names_in(text: str) -> list[str]:
    """Return the names that a cell or a line lists."""
    names = (unpunctuated(part.strip(" -")) for part in _LISTED.split(text))
    return [name for name in names if name]
