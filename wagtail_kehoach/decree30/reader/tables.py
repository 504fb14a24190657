"""Tables of tasks: which column says what, in whatever order they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..parts import Period, Task
from .dates import moments_in_cell
from .wording import fold, pattern, tidy, unpunctuated

if TYPE_CHECKING:
    from .pieces import Piece

_COLUMNS = (
    ("supporting", r"phoi hop|^(?:cung lam|thanh vien|ho tro|nguoi ho tro)$"),
    ("begin", r"^(?:tu ngay|tu|bat dau|ngay bat dau|khoi cong)$"),
    ("result", r"ket qua|san pham|chi tieu|du kien dat|dau ra"),
    (
        "time",
        r"thoi gian|thoi diem|thoi han|tien do|\bhan\b|hoan thanh|^xong|khi nao|^luc nao"
        r"|^(?:den|den ngay|ket thuc)$|thang\b|ngay\b|lich|^tuan\b|^moc\b",
    ),
    (
        "responsible",
        r"chu tri|phu trach|thuc hien|chiu trach nhiem|trach nhiem|nguoi|bo phan|don "
        r"vi|phan cong|dau moi|dam nhiem|bao cao vien|^(?:ai|ai lam|lam chinh|to truong\b.*)$",
    ),
    (
        "text",
        r"noi dung|nhiem vu|cong viec|hoat dong|viec (?:can|phai|se) lam|viec chinh|^viec$"
        r"|dau viec|ten\b",
    ),
    # What the work is about stands in for it where nothing else says what it is.
    ("theme", r"chu de|chuyen de|linh vuc"),
    ("number", r"^(?:stt|tt|so tt|s\s*t\s*t|#)$"),
    ("note", r"^ghi chu$|^kinh phi$|dia diem|^dia ban$|^noi\b|doi tuong"),
)
#: What says what the work is, where no column is called so: the first of these.
_WORK = ("text", "result", "theme")
_PATTERNS = [(name, re.compile(pattern)) for name, pattern in _COLUMNS]
_CONTENT_FIRST = re.compile(r"^(?:noi dung|nhiem vu|cong viec|hoat dong|ten)\b")
_THEME_FIRST = re.compile(r"^(?:chu de|chuyen de)\b")
_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
#: How sure a task of a table is: with who and when, and with one of them.
SURE, LIKELY = 0.95, 0.9
_ITEM = re.compile(r"\s*[-–+•*]\s*\S")
_NEXT_ITEM = pattern(r"\s+[-–+•*]\s+(?=[A-ZÀ-Ỹ])")
_MOST_HEADER_ROWS = 2
_LONGEST_TITLE = 60
#: What stands below "Tuần" or "Tháng" may be nothing but its number.
_COUNTED = re.compile(r"(?:tuan|thang|quy)$")
_ONLY_NUMBER = re.compile(
    r"(?:\d{1,2}|[IVX]{1,4})(?:\s*[-–,]\s*(?:\d{1,2}|[IVX]{1,4}))*$"
)


def header_rows_of(rows: list[list[str]]) -> int:
    """Return how many rows at the top are the head of the table."""
    count = 0
    for row in rows[:_MOST_HEADER_ROWS]:
        # "1" opens a row of work, whatever the words beside it.
        numbered = any(cell.strip(" .").isdecimal() for cell in row)
        if numbered or not _looks_like_head(row):
            break
        count += 1
    return count


def _looks_like_head(row: list[str]) -> bool:
    titles = [cell for cell in row if cell]
    known = [column_named(cell) for cell in titles]
    short = all(len(cell) <= _LONGEST_TITLE for cell in titles)
    return short and sum(name is not None for name in known) >= max(2, len(titles) / 2)


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


def column_named(title: str) -> str | None:
    """Return what a column with this title holds."""
    folded = fold(title)
    if not folded or len(folded) > _LONGEST_TITLE:
        return None
    if _CONTENT_FIRST.match(folded):
        return "text"
    if _THEME_FIRST.match(folded):
        return "theme"
    return next((name for name, pattern in _PATTERNS if pattern.search(folded)), None)


def tasks_in_table(
    rows: list[list[str]], header_rows: int, period: Period | None
) -> list[Task]:
    """Return the tasks of a table whose head names the work and who does it or when."""
    head = rows[:header_rows]
    work = rows[header_rows:]
    columns = _columns(head, work)
    if "text" not in columns or not {"responsible", "time"} & set(columns):
        return []
    tasks: list[Task] = []
    for row in work:
        if row in head or sum(bool(cell) for cell in row) < 2:
            continue
        for one in _each_work(_with_time_named(row, head, columns), columns["text"]):
            task = _task(one, columns, period)
            if task is None:
                continue
            if _SAME_DAY.search(task.deadline_text or "") and tasks:
                task.deadline = tasks[-1].deadline
            tasks.append(task)
    return tasks


def _each_work(row: list[str], place: int) -> list[list[str]]:
    """A row for each item of a cell that is a list of dashes."""
    if not _ITEM.match(row[place]):
        return [row]
    items = _NEXT_ITEM.split(row[place])
    return [[*row[:place], item, *row[place + 1 :]] for item in items]


def _columns(head: list[list[str]], work: list[list[str]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    unknown = []
    width = max(map(len, head), default=0)
    for place in range(width):
        titles = [row[place] for row in head if place < len(row) and row[place]]
        # The lower title is the narrower one: "phối hợp" below "đơn vị thực hiện".
        names = [name for title in reversed(titles) if (name := column_named(title))]
        if names:
            columns.setdefault(names[0], place)
        elif titles:
            unknown.append(place)
    if "text" not in columns and {"responsible", "time"} <= set(columns):
        _name_work(columns, unknown, work)
    elif "text" not in columns and "theme" in columns:
        columns["text"] = columns.pop("theme")
    return columns


def _name_work(
    columns: dict[str, int], unknown: list[int], work: list[list[str]]
) -> None:
    """Find the work where its column has a title of its own, such as "Sản phẩm"."""
    known = next((name for name in _WORK if name in columns), None)
    if known == "theme" and unknown:
        known = None
    if known:
        columns["text"] = columns.pop(known)
    elif unknown:
        columns["text"] = max(unknown, key=lambda place: _letters(work, place))


def _letters(rows: list[list[str]], place: int) -> int:
    return sum(len(row[place]) for row in rows if place < len(row))


def _with_time_named(
    row: list[str], head: list[list[str]], columns: dict[str, int]
) -> list[str]:
    """A row in which "1" below "Tuần" says what it counts."""
    place = columns.get("time", len(row))
    if place >= len(row) or not _ONLY_NUMBER.match(row[place].strip()):
        return row
    titles = (tidy(above[place]) for above in head if place < len(above))
    title = next((said for said in titles if _COUNTED.match(fold(said))), None)
    if title is None:
        return row
    return [*row[:place], f"{title.capitalize()} {row[place]}", *row[place + 1 :]]


def _task(
    row: list[str], columns: dict[str, int], period: Period | None
) -> Task | None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return tidy(row[place]) if place is not None and place < len(row) else ""

    text = unpunctuated(re.sub(r"^[-+•*]\s*", "", cell("text")))
    moment = moments_in_cell(cell("time"), period)
    if not text or not (cell("responsible") or moment):
        return None
    return Task(
        text=text,
        responsible=unpunctuated(cell("responsible")) or None,
        deadline=moment.date if moment else None,
        deadline_text=moment.text if moment else None,
        supporting=names_in(cell("supporting")),
        expected_result=cell("result") or None,
        confidence=SURE if cell("responsible") and moment else LIKELY,
    )


def names_in(text: str) -> list[str]:
    """Return the names that a cell or a line lists."""
    names = (
        unpunctuated(part.strip(" -"))
        for part in re.split(r"[;\n]|,(?!\s*[a-z])", text)
    )
    return [name for name in names if name]
