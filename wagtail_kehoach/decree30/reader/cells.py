"""The lines of a table cell as one: names on lines of their own stay apart."""

from __future__ import annotations

import re
from itertools import pairwise

from .actors import is_name
from .offices import LEADING
from .widths import width_of
from .wording import fold, pattern, tidy, unpunctuated

#: A line break is the writer's where the next word had room, by so much of the width.
_ROOM = 0.9
_ROLE = re.compile(
    r"^(?:(?:đơn vị|bộ phận|cơ quan|người)\s+)?(?:chủ trì|phối hợp(?:\s+với)?|thực hiện|phụ trách"
    r"|hỗ trợ)\s*:\s*|\s*\([^()]{2,40}\)$|\s+(?:chủ trì|phối hợp|phụ trách)$",
    re.IGNORECASE,
)
_DASH = re.compile(r"^[-–+•*]\s*")
_PERSON = pattern(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*)(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]*){1,4}$")
#: The head of a name that goes on below: "Tổ / Văn phòng".
_HEAD_ALONE = {
    "to", "ban", "phong", "truong", "so", "lop", "khoi", "khoa", "nhom", "bo phan", "trung tam",
    "ubnd", "cong an", "tram", "ong", "ba", "thay", "co", "dong chi", "d/c", "anh", "chi", "pho",
    "giao vien", "nhan vien", "can bo", "hoi", "cau lac bo", "to truong", "chu tich", "bi thu",
}  # fmt: skip
_OF_OFFICE = re.compile(rf"(?:{'|'.join(LEADING)})(?!\w)", re.IGNORECASE)


def rows_in_one_line(rows: list[list[str]], *, whole: bool) -> list[list[str]]:
    """Return cells without line breaks; ``whole``: every break is the writer's, not the page's."""
    widest = [0] * max(map(len, rows), default=0)
    for row in rows:
        for place, cell in enumerate(row):
            widest[place] = max(widest[place], *map(width_of, cell.split("\n")))
    return [
        [
            _in_one_line(cell, 0 if whole else widest[place])
            for place, cell in enumerate(row)
        ]
        for row in rows
    ]


def _in_one_line(cell: str, width: int) -> str:
    if "\n" not in cell:
        return tidy(cell)
    lines = [line for line in map(tidy, cell.split("\n")) if line]
    said = lines[:1]
    for above, line in pairwise(lines):
        apart = _names_another(above, line) and _had_room(above, line, width)
        said += ["; " if apart else " ", line]
    return "".join(said)


def _had_room(above: str, line: str, width: int) -> bool:
    return not width or width_of(f"{above} {line.split(' ')[0]}") < _ROOM * width


def _names_another(above: str, line: str) -> bool:
    """Tell whether two lines name two units or persons, and not one in two lines."""
    first, second = _bare(above), _bare(line)
    if above.endswith((",", ";", ":")) or fold(first) in _HEAD_ALONE:
        return False
    if not second[:1].isupper() or not (_names(first) and _names(second)):
        return False
    # "Hiệu trưởng / Lò Thị Mai" is one, and so is "Phó Hiệu trưởng / Trường Tiểu học …".
    of_office = bool(_OF_OFFICE.match(first))
    return not (of_office and (_PERSON.match(second) or second.startswith("Trường ")))


def _bare(line: str) -> str:
    return unpunctuated(_ROLE.sub("", _DASH.sub("", line)))


def _names(text: str) -> bool:
    return is_name(text) or bool(_PERSON.match(text))
