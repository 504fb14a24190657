"""A news item: its title, its date, its text; nothing in it is an obligation."""

from __future__ import annotations

from ..readings import Reading
from .dates import first_date
from .outline import blocks_of
from .pieces import Piece
from .portals import stands_around
from .wording import fold
from .wrapping import paragraphs

_LONGEST_DATE = 60


def read_news(reading: Reading, pieces: list[Piece], width: int) -> None:
    """Read the title, the first short line with a date, and the text below."""
    document = reading.document
    body = []
    for piece in paragraphs(pieces, width=width):
        text = piece.text
        dated = document.date is None and len(text) < _LONGEST_DATE
        if dated and piece.rows is None and (day := first_date(text)):
            document.date, document.date_text = day, text
        elif piece.rows is not None or not _is_around(text, document.title):
            body.append(piece)
        else:
            reading.furniture += 1
        if document.title is None and body and piece.rows is None:
            document.title = body.pop().text
    document.body = blocks_of(body, headings=False)
    reading.confidence = {"kind": 0.8, "title": 0.7}


def _is_around(text: str, title: str | None) -> bool:
    """Tell whether a line is the title again, or what the page says around the text."""
    return stands_around(text) or (title is not None and fold(text) == fold(title))
