"""Where in the file each field stands: so that an editor finds and compares it."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..parts import Place
from ..readings import Passage
from .citations import without_verb
from .wording import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..parts import Document
    from ..readings import Reading
    from .header import Header
    from .pieces import Piece

_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST_TEXT = 300
#: Fewer letters than these are found anywhere.
_FEWEST_LETTERS = 3
#: The beginning of a text is enough where its end stands in another column.
_BEGINNING = 20


class Index:
    """The texts of a file, one after the other, with the place of each."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.spots = [spot for piece in pieces for spot in _spots(piece)]
        self.starts: list[int] = []
        letters: list[str] = []
        length = 0
        for spot in self.spots:
            self.starts.append(length)
            letters.append(_letters(spot.text))
            length += len(letters[-1])
        self.letters = "".join(letters)
        self.position = 0

    def find(self, text: str | None, *, first: bool = True) -> Place | None:
        """The place where ``text`` stands for the first time, or for the last."""
        look = self.letters.find if first else self.letters.rfind
        for wanted in _wordings(text or ""):
            if place := self._at(look(wanted), wanted):
                return place
        return None

    def find_next(self, text: str) -> Place | None:
        """The same from where the last text was found on, if it stands there."""
        for wanted in _wordings(text):
            for start in (self.position, 0):
                found = self.letters.find(wanted, start)
                if place := self._at(found, wanted):
                    self.position = found + 1
                    return place
        return None

    def _at(self, found: int, wanted: str) -> Place | None:
        if found < 0 or len(wanted) < _FEWEST_LETTERS:
            return None
        begin = bisect_right(self.starts, found) - 1
        end = bisect_right(self.starts, found + len(wanted) - 1)
        text = " ".join(spot.text for spot in self.spots[begin:end])
        return self.spots[begin].place(text[:_LONGEST_TEXT])


class _Spot(NamedTuple):
    """A piece, or a cell of a table, with its text in one line."""

    piece: Piece
    text: str
    row: int | None = None
    cell: int | None = None

    def place(self, text: str) -> Place:
        """Where ``text`` stands, which begins here."""
        where = self.piece.place or Place("")
        if self.row is None:
            return dataclasses.replace(where, text=text)
        return dataclasses.replace(where, text=text, row=self.row, cell=self.cell)


def _spots(piece: Piece) -> Iterator[_Spot]:
    if piece.rows is None:
        yield _Spot(piece, piece.text)
        return
    for row, cells in enumerate(piece.rows, start=1):
        for cell, text in enumerate(cells, start=1):
            yield _Spot(piece, tidy(text), row, cell)


def passages_of(pieces: list[Piece]) -> list[Passage]:
    """Return the pieces of a file as they are shown to somebody who compares."""
    return [_passage(piece) for piece in pieces]


def _passage(piece: Piece) -> Passage:
    where = piece.place or Place("")
    if piece.rows is None:
        return Passage(dataclasses.replace(where, text=piece.text), gap=piece.gap)
    rows = tuple(tuple(row) for row in piece.rows)
    return Passage(dataclasses.replace(where, text=""), rows, piece.gap)


def _wordings(text: str) -> list[str]:
    """The letters of a text, and of its beginning: a longer one may be set in columns."""
    letters = _letters(text)
    beginning = letters[: max(_BEGINNING, len(letters) // 2)]
    return [letters] if beginning == letters else [letters, beginning]


def _letters(text: str) -> str:
    """Letters and figures only: what no line break, dash or emphasis changes."""
    return _NO_LETTERS.sub("", text.casefold())


def note_sources(reading: Reading, header: Header, index: Index) -> None:
    """Say for each field that was read where it stands."""
    document = reading.document
    places = {**_of_header(document, header, index), **_of_closing(document, index)}
    reading.sources = {
        name: place
        for name, place in places.items()
        if place and getattr(document, name)
    }
    for items in (document.bases, document.tasks, document.reporting):
        index.position = 0
        for item in items:
            item.source = index.find_next(item.text)
    for basis in document.bases:
        # A verb or kind that is printed once for several is not where the second one stands.
        basis.source = (
            basis.source
            or index.find(without_verb(basis.text))
            or index.find(basis.number)
        )


def _of_header(
    document: Document, header: Header, index: Index
) -> dict[str, Place | None]:
    number = index.find(header.number_raw)
    dated = index.find(f"{document.place or ''} {document.date_text or ''}")
    title = index.find(document.title)
    return {
        "issuer_parent": index.find(document.issuer_parent),
        "issuer": index.find(document.issuer),
        "number": number,
        "symbol": number or index.find(document.symbol),
        "place": dated or index.find(document.place),
        "date": dated or index.find(document.date_text),
        "kind": index.find(f"{document.kind or ''} {document.title or ''}") or title,
        "title": title,
        "period": index.find(document.period.text) if document.period else None,
    }


def _of_closing(document: Document, index: Index) -> dict[str, Place | None]:
    signed = document.signatory
    name = (signed.name or signed.position) if signed else None
    first = document.recipients[0].text if document.recipients else None
    return {
        "recipients": index.find(first, first=False),
        "signatory": index.find(name, first=False),
    }
