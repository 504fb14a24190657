"""The head of a table: titles that go over several of its rows or columns."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple


class Cell(NamedTuple):
    """Where a cell stands."""

    row: int
    column: int


def merged(head: list[list[str]]) -> dict[Cell, Cell]:
    """Return the last cell of each title that takes several, by its first.

    A title that stands below itself goes down. One beside nothing goes across, where each
    column below it has a title of its own.
    """
    last = _down(head)
    inner = {
        Cell(row, first.column)
        for first, end in last.items()
        for row in range(first.row, end.row + 1)
    }
    for row, (titles, below) in enumerate(pairwise(head)):
        for column, title in enumerate(titles):
            end = column
            while title and _belongs(titles, below, end + 1):
                end += 1
            between = {Cell(row, place) for place in range(column, end + 1)}
            if end > column and below[column] and not between & inner:
                last[Cell(row, column)] = Cell(row, end)
    return last


def covered(first: Cell, last: Cell) -> list[Cell]:
    """Return the cells that a title takes besides its first."""
    return [
        Cell(row, column)
        for row in range(first.row, last.row + 1)
        for column in range(first.column, last.column + 1)
        if (row, column) != first
    ]


def _down(head: list[list[str]]) -> dict[Cell, Cell]:
    last: dict[Cell, Cell] = {}
    for column in range(len(head[0]) if head else 0):
        first = 0
        for row in range(1, len(head)):
            title = head[row][column]
            if not title or title != head[first][column]:
                first = row
            else:
                last[Cell(first, column)] = Cell(row, column)
    return last


def _belongs(titles: list[str], below: list[str], place: int) -> bool:
    return place < len(titles) and not titles[place] and bool(below[place])
