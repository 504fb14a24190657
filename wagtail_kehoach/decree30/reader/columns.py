"""The columns of tables: which says what, in whatever order they stand."""

from __future__ import annotations

import re

from .wording import fold

_COLUMNS = (
    ("person", r"^ho (?:va |dem )?ten\b"),
    # How something is told is the work only where nothing says what is told.
    ("form", r"^(?:hinh thuc|kenh|phuong tien)\b(?!.*noi dung)"),
    ("both", r"(?:chu tri|thuc hien|phu trach)\b.*\bphoi hop"),
    ("supporting", r"phoi hop|^(?:cung lam|thanh vien|ho tro|nguoi ho tro)$"),
    ("begin", r"^(?:tu ngay|tu|khoi cong)$|\bbat dau$"),
    ("result", r"ket qua|san pham|chi tieu|du kien dat|dau ra"),
    (
        "time",
        r"thoi gian|thoi diem|thoi han|tien do|\bhan\b|hoan thanh|^xong|khi nao|^luc nao"
        r"|^(?:den|den ngay|ket thuc)$|thang\b|ngay\b|lich|^tuan\b|^moc\b"
        r"|^(?:quy|hoc k[iy])(?: thu)?$",
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
#: What a column of duties is called: beside the names of persons it hands out work.
_DUTIES = re.compile(r"nhiem vu|cong viec|phan cong")
#: What says what the work is, where no column is called so: the first of these.
_WORK = ("text", "result", "theme", "form")
#: "2 tin" says how much of something, and not what is done.
_AMOUNT = re.compile(r"\d+(?:\s+\S+)?$")
_PATTERNS = [(name, re.compile(pattern)) for name, pattern in _COLUMNS]
_CONTENT_FIRST = re.compile(r"^(?:noi dung|nhiem vu|cong viec|hoat dong|ten)\b")
_THEME_FIRST = re.compile(r"^(?:chu de|chuyen de)\b")
_GROUP = re.compile(r"(?:tuan|thang|quy|hoc ky)(?: thu)?$")
_MOST_HEADER_ROWS = 2
_FIGURE = re.compile(r"\d")
_LONGEST_TITLE = 60


def header_rows_of(rows: list[list[str]]) -> int:
    """Return how many rows at the top are the head of the table."""
    count = 0
    for row in rows[:_MOST_HEADER_ROWS]:
        if (not count and _opens_row(row)) or (count and any(map(_is_number, row))):
            break
        if not _looks_like_head([cell for cell in row if not _is_number(cell)]):
            break
        if count and not _goes_on_as_head(rows[0], row):
            break
        count += 1
    return count


def _opens_row(row: list[str]) -> bool:
    """Tell whether a figure opens a row of work, whatever the words beside it.

    Years and months behind all titles are columns in which a cross says when.
    """
    numbers = [_is_number(cell) for cell in row if cell]
    return any(numbers) and numbers != sorted(numbers)


def _is_number(cell: str) -> bool:
    return cell.strip(" .").isdecimal()


def _goes_on_as_head(above: list[str], row: list[str]) -> bool:
    """Tell whether a second row belongs to the head: a title reaches down into it."""
    if any(_FIGURE.search(cell) for cell in row):
        return False
    pairs = zip(above, row, strict=False)
    return any(not below or fold(below) == fold(title) for title, below in pairs)


def _looks_like_head(row: list[str]) -> bool:
    titles = [cell for cell in row if cell]
    known = [column_named(cell) for cell in titles]
    short = all(len(cell) <= _LONGEST_TITLE for cell in titles)
    return short and sum(name is not None for name in known) >= max(2, len(titles) / 2)


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


def columns_of(head: list[list[str]], work: list[list[str]]) -> dict[str, int]:
    """Return which column says what; two names may stand for one column."""
    columns, unknown = _named(head)
    if "group" in columns and "begin" not in columns:
        columns.setdefault("time", columns["group"])
    if "both" in columns:
        # "Chủ trì, phối hợp" in one column; beside one of its own it says who helps.
        other = "supporting" if "responsible" in columns else "responsible"
        columns.setdefault(other, columns["both"])
    person = columns.pop("person", None)
    if person is not None and _tells_duties(head, columns):
        columns.setdefault("responsible", person)
    if "text" not in columns and {"responsible", "time"} <= set(columns):
        _name_work(columns, unknown, work)
    elif "text" not in columns and "theme" in columns:
        columns["text"] = columns.pop("theme")
    return columns


def _named(head: list[list[str]]) -> tuple[dict[str, int], list[int]]:
    """Return the columns whose titles are known, and the others that have one."""
    columns: dict[str, int] = {}
    unknown = []
    for place in range(max(map(len, head), default=0)):
        titles = [row[place] for row in head if place < len(row) and row[place]]
        # The lower title is the narrower one: "phối hợp" below "đơn vị thực hiện".
        names = [name for title in reversed(titles) if (name := column_named(title))]
        if names[:1] == ["time"] and any(map(_counts, titles)):
            # "Tháng" may only group the rows; beside "Hạn hoàn thành" it is not the time.
            columns.setdefault("group", place)
        elif names:
            columns.setdefault(names[0], place)
        elif titles:
            unknown.append(place)
    return columns, unknown


def _counts(title: str) -> bool:
    return bool(_GROUP.match(fold(title)))


def _tells_duties(head: list[list[str]], columns: dict[str, int]) -> bool:
    """Tell whether the work stands in a column of duties."""
    place = columns.get("text")
    titles = (row[place] for row in head if place is not None and place < len(row))
    return any(_DUTIES.search(fold(title)) for title in titles)


def _name_work(
    columns: dict[str, int], unknown: list[int], work: list[list[str]]
) -> None:
    """Find the work where its column has a title of its own, such as "Sản phẩm"."""
    known = next(
        (name for name in _WORK if name in columns and _says(work, columns[name])), None
    )
    if known == "theme" and unknown:
        known = None
    if known:
        columns["text"] = columns.pop(known)
    elif unknown:
        columns["text"] = max(unknown, key=lambda place: _letters(work, place))


def _says(rows: list[list[str]], place: int) -> bool:
    """Tell whether a column says more than how much of something."""
    cells = [row[place].strip() for row in rows if place < len(row)]
    return not all(map(_AMOUNT.match, cells)) if cells else True


def _letters(rows: list[list[str]], place: int) -> int:
    return sum(len(row[place]) for row in rows if place < len(row))
