"""The head of a table of the text: how many rows it has, and which titles take several cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..decree30.word.heads import Cell


class Title(NamedTuple):
    """A title of a column, and how many columns and rows it takes."""

    text: str
    across: int = 1
    down: int = 1


def header_rows(cells: list[list[str]]) -> int:
    """How many rows are the head of a table that has one: a block only says that it has."""
    from ..decree30.reader.columns import header_rows_of  # noqa: PLC0415 -- slow import

    return max(1, header_rows_of(cells))


def titles_of(head: list[list[str]]) -> list[list[Title]]:
    """The titles of each row of a head, as the writer of Word files merges them."""
    from ..decree30.word import heads  # noqa: PLC0415 -- only where there is a table

    width = max(map(len, head), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in head]
    last = heads.merged(rows)
    taken = {cell for first, end in last.items() for cell in heads.covered(first, end)}
    return [
        [
            _title(text, heads.Cell(row, column), last)
            for column, text in enumerate(texts)
            if heads.Cell(row, column) not in taken
        ]
        for row, texts in enumerate(rows)
    ]


def _title(text: str, first: Cell, last: dict[Cell, Cell]) -> Title:
    end = last.get(first, first)
    return Title(text, end.column - first.column + 1, end.row - first.row + 1)
