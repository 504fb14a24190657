"""Plans of one person, such as of a lesson: no plans of the school, whatever they are called."""

from __future__ import annotations

import re

from .kinds import PLAN, TypeLine
from .pieces import Piece
from .wording import fold

#: "Cá nhân" alone or with its time; but "cá nhân hoá học tập" is something of the school.
_OF_ONE = re.compile(
    r"bai (?:day|hoc)\b(?! kinh nghiem)"
    r"|(?:giao duc |cong tac )?ca nhan"
    r"(?=\W*$|\W+(?:nam|thang|tuan|quy|hoc ky|cua|giao vien|boi duong)\b)"
)
LESSON, PERSONAL = "kế hoạch bài dạy", "kế hoạch cá nhân"
OWN_PLANS = (LESSON, PERSONAL)


def own_plan(found: TypeLine, pieces: list[Piece]) -> str | None:
    """Return the kind of a plan of one person, by the words behind or below its type."""
    if found.kind != PLAN:
        return None
    below = [piece.text for piece in pieces[found.place + 1 :] if piece.text]
    title = found.rest or next(iter(below), "")
    match = _OF_ONE.match(fold(title))
    if match is None:
        return None
    return LESSON if match[0].startswith("bai") else PERSONAL
