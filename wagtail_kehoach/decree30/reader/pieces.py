"""What a file is made of before it is understood: lines, paragraphs and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from ..parts import Place
from .wording import tidy, unemphasised

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMN_GAP = re.compile(r"\t+|\s{4,}")


@dataclass(frozen=True)
class Sheet:
    """The paper of one section of a file: which section, and whether it lies across."""

    section: int
    lies_across: bool


@dataclass
class Piece:
    """A line, paragraph or table.

    ``raw`` keeps spaces and emphasis, which tell columns and handwriting apart.
    ``gap`` says that an empty line stands above; ``whole`` that the file itself ends
    the paragraph here, so it is never joined to the next. ``tail`` is the last line that
    was joined to a paragraph. ``stressed`` says that all of it is bold, or set in the style
    of a heading, ``lead`` what only its beginning says in bold; ``marked`` is its text in
    parts with their marks, where any is bold or italic, and ``lost`` how many such places
    found none in the document. ``place`` says where the file has it, without its text;
    ``sheet`` on which paper, where the file says so; ``other_tasks`` the tasks that a table
    of them says stand in sentences; ``column`` in which of the columns
    of a table that only placed it; ``style`` the name of its style in a file that is as our
    writer made it; ``merged`` how many of its rows there are down to the
    last one that merged cells make say more, or less, than it printed.
    """

    raw: str = ""
    gap: bool = False
    whole: bool = False
    centred: bool = False
    bold: bool = False
    stressed: bool = False
    lead: str = ""
    marked: list[tuple[str, str]] = field(default_factory=list)
    lost: int = 0
    rows: list[list[str]] | None = None
    header_rows: int = 0
    merged: int = 0
    other_tasks: list[str] | None = None
    tail: str = ""
    place: Place | None = None
    sheet: Sheet | None = None
    column: int | None = None
    style: str = ""

    @property
    def text(self) -> str:
        """The text as it is stored."""
        return _said(self.raw)

    @property
    def columns(self) -> list[str]:
        """The texts that stand side by side on this line."""
        return _side_by_side(self.raw)

    @property
    def lines(self) -> list[Piece]:
        """This piece, or the cells of a table read column by column."""
        if self.rows is None:
            return [self]
        return [
            Piece(raw=line, whole=True, sheet=self.sheet, column=place)
            for place, line in _lines_of(self.rows)
        ]

    @property
    def raws(self) -> list[str]:
        """What these lines print, with spaces and emphasis."""
        if self.rows is None:
            return [self.raw]
        return [line for _column, line in _lines_of(self.rows)]

    @property
    def texts(self) -> list[str]:
        """The text of each of these lines."""
        return list(map(_said, self.raws))

    @property
    def parts(self) -> list[str]:
        """What stands side by side on each of these lines."""
        return [part for raw in self.raws for part in _side_by_side(raw)]


def _lines_of(rows: list[list[str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines of the cells column by column, each with the place of its column."""
    for place in range(max(map(len, rows), default=0)):
        for row in rows:
            cell = row[place] if place < len(row) else ""
            yield from ((place, line) for line in cell.split("\n") if line.strip())


def _side_by_side(raw: str) -> list[str]:
    text = _said(raw)
    if text == raw:
        # There is no gap where no space is too much.
        return [text] if text else []
    parts = (tidy(part) for part in _COLUMN_GAP.split(unemphasised(raw)))
    return [part for part in parts if part]


@lru_cache(maxsize=2048)
def _said(raw: str) -> str:
    return tidy(unemphasised(raw))


@dataclass
class Source:
    """The pieces of one file, and what stood outside its text.

    ``margins`` are page headers, page footers and footnotes; ``stamps`` are texts laid
    over the page; ``hidden`` is what stands in no line, such as a watermark, what a
    picture is said to show, or what is struck out. ``furniture`` counts page numbers and
    repeated lines that were left out. ``wrapped`` says that lines end where the page did,
    not where the paragraph did. ``legacy_font`` says that most text names a font of before
    Unicode, ``converted_fonts`` which of them had letters that were converted.
    ``pictures`` and ``objects`` count what is shown in the text and is not read; ``struck``
    and ``unshown`` passages that are struck out, and that Word does not show; ``changes``
    tracked ones. ``other_tasks`` are the tasks of sentences, where the file itself says so.
    """

    pieces: list[Piece]
    margins: list[str] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    furniture: int = 0
    wrapped: bool = False
    legacy_font: bool = False
    converted_fonts: list[str] = field(default_factory=list)
    pictures: int = 0
    objects: int = 0
    struck: int = 0
    unshown: int = 0
    changes: int = 0
    other_tasks: list[str] | None = None
