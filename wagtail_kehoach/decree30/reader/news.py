"""A news item: its title, its date, its text; nothing in it is an obligation."""

from __future__ import annotations

from ..parts import Reading
from .dates import first_date
from .outline import blocks_of
from .pieces import Piece
from .wording import fold
from .wrapping import paragraphs


def read_news(reading: Reading, pieces: list[Piece], width: int) -> None:
    """Read the title, the first short line with a date, and the text below."""
    document = reading.document
    text = paragraphs(pieces, width=width)
    if not text:
        return
    document.title = text[0].text
    body = []
    for piece in text[1:]:
        if piece.rows is None and fold(piece.text) == fold(document.title):
            reading.furniture += 1
        elif (
            document.date is None
            and len(piece.text) < 60
            and (day := first_date(piece.text))
        ):
            document.date, document.date_text = day, piece.text
        else:
            body.append(piece)
    document.body = blocks_of(body, headings=False)
    reading.confidence = {"kind": 0.8, "title": 0.7}
