"""What only a reporter writes about a document."""

from __future__ import annotations

import re

from .pieces import Piece

_PUBLISHED = re.compile(
    r"^[^.]{0,40}\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b[^.]{0,12}\b\d{1,2}\s*[:h]\s*\d{2}\b"
    r"|^[^.]{0,20}\b\d{1,2}\s*[:h]\s*\d{2}\b[^.]{0,24}\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"^\W*(?:Nguồn|Tin,? ảnh|Bài,? ảnh|Tin bài|Tác giả)\s*:", re.I)
_REPORTED = re.compile(
    r"\b(?:vừa (?:qua|ban hành|có)|cho biết|chia sẻ|phát biểu|khẳng định rằng|phóng viên"
    r"|ghi nhận|theo kế hoạch,)",
    re.IGNORECASE,
)
_TOP = 8
_MARKS = 2


def is_told_by_press(pieces: list[Piece]) -> bool:
    """Tell a report about a document from the document: two of three marks of the press.

    The marks are the minute of publication below the title, a credit, and words such as
    "cho biết". A document that a portal printed with the minute of its upload has one.
    """
    lines = [text for piece in pieces for text in piece.texts]
    marks = (
        any(len(line) < 80 and _PUBLISHED.match(line) for line in lines[:_TOP]),
        any(_CREDIT.match(line) for line in lines),
        any(_REPORTED.search(line) for line in lines),
    )
    return sum(marks) >= _MARKS
