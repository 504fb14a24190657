"""The text of one file, read in a process of its own that knows nothing of Django."""

from __future__ import annotations

from ..decree30.reader import text_in
from ..folding import clean

MOST_LETTERS = 50_000


def read(name: str, data: bytes, *, max_bytes: int) -> str:
    """What a Word, PDF or text file says, for the search. Raises ``ReadingRefused``."""
    return clean(text_in(name, data, max_bytes=max_bytes))[:MOST_LETTERS]
