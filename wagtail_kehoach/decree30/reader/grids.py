"""Tables of PDF files: texts that stand between ruled lines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .wording import tidy

if TYPE_CHECKING:
    from pypdf import PageObject

# In points: lines drawn this near are one line, and a rule is no thicker than that.
_NEAR, _THICKEST = 3.0, 2.0
# No table of a document has more; drawings have, and would take long.
_MOST_RULES, _MOST_LINES = 5_000, 400
_FEWEST_EDGES = 3

Matrix = list[float]
Span = tuple[float, float]


@dataclass
class _Rules:
    """Ruled lines of a page: by the height of the flat ones, by the side of the upright ones."""

    flat: dict[float, list[Span]] = field(default_factory=lambda: defaultdict(list))
    upright: dict[float, list[Span]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0
    path: list[tuple[float, float, float, float]] = field(default_factory=list)
    at: tuple[float, float] = (0.0, 0.0)

    def see(self, operator: bytes, numbers: list[Any], matrix: Matrix) -> None:
        """Follow what the page draws."""
        if self.too_many:
            return
        if operator == b"m":
            self.at = _moved(float(numbers[0]), float(numbers[1]), matrix)
        elif operator == b"l":
            begin = self.at
            self.at = _moved(float(numbers[0]), float(numbers[1]), matrix)
            self.path.append((*begin, *self.at))
        elif operator == b"re":
            x, y, width, height = map(float, numbers[:4])
            self.path.append(
                (*_moved(x, y, matrix), *_moved(x + width, y + height, matrix))
            )
        elif operator in (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"):
            for line in self.path[:_MOST_RULES]:
                self._add(*line)
            self.path.clear()
        elif operator == b"n":
            self.path.clear()

    @property
    def too_many(self) -> bool:
        """Whether this page is a drawing."""
        lines = len(self.flat) + len(self.upright)
        return max(self.count, len(self.path)) > _MOST_RULES or lines > _MOST_LINES

    def _add(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.count += 1
        if abs(y2 - y1) <= _THICKEST < abs(x2 - x1):
            self.flat[_nearest(self.flat, (y1 + y2) / 2)].append(_span(x1, x2))
        elif abs(x2 - x1) <= _THICKEST < abs(y2 - y1):
            self.upright[_nearest(self.upright, (x1 + x2) / 2)].append(_span(y1, y2))


@dataclass
class _Grid:
    """One table: its columns from left to right, its rows from top to bottom."""

    sides: list[float]
    heights: list[float]
    rules: _Rules
    texts: dict[tuple[int, int], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and column of a text, if it stands in this table."""
        row = next(
            (i for i, (a, b) in enumerate(pairwise(self.heights)) if a >= y > b), None
        )
        column = next(
            (i for i, (a, b) in enumerate(pairwise(self.sides)) if a - 1 <= x < b - 1),
            None,
        )
        return None if row is None or column is None else (row, column)

    def lines(self) -> list[str]:
        """Return the rows as lines of Markdown, which is how text writes tables."""
        columns = range(len(self.sides) - 1)
        rows = range(len(self.heights) - 1)
        cells = [[self._text(row, column) for column in columns] for row in rows]
        return ["| " + " | ".join(row) + " |" for row in cells]

    def _text(self, row: int, column: int) -> str:
        """Return the text of a cell; one over several rows belongs to each of them."""
        last = len(self.heights) - 2
        first = row
        while first > 0 and not self._is_ruled(first, column):
            first -= 1
        while row < last and not self._is_ruled(row + 1, column):
            row += 1
        parts = (self.texts.get((r, column), ()) for r in range(first, row + 1))
        return "<br>".join(part for texts in parts for part in texts if part)

    def _is_ruled(self, row: int, column: int) -> bool:
        """Tell whether a line parts this cell from the one above."""
        middle = sum(self.sides[column : column + 2]) / 2
        lines = self.rules.flat[self.heights[row]]
        return any(low <= middle <= high for low, high in lines)


def text_with_tables(page: PageObject) -> str:
    """Return the text of a page, with what stands between ruled lines as tables."""
    rules, parts = _Rules(), list[tuple[str, float, float]]()

    def see_text(text: str, cm: Matrix, tm: Matrix, *_: Any) -> None:
        parts.append((text, *_moved(tm[4], tm[5], cm)))

    def see_rule(operator: bytes, numbers: list[Any], cm: Matrix, _: Matrix) -> None:
        rules.see(operator, numbers, cm)

    text = page.extract_text(visitor_text=see_text, visitor_operand_before=see_rule)
    grids = [] if rules.too_many else _grids(rules)
    return _woven(parts, grids) if grids else text or ""


def _woven(parts: list[tuple[str, float, float]], grids: list[_Grid]) -> str:
    """Put each table where its first text stood."""
    out: list[str | _Grid] = []
    inside = False
    for text, x, y in parts:
        if not text.strip():
            out += [] if inside else [text]
            continue
        grid, cell = next(
            ((g, c) for g in grids if (c := g.cell_at(x, y))), (None, None)
        )
        inside = grid is not None
        if grid is None or cell is None:
            out.append(text)
            continue
        if not any(part is grid for part in out):
            out.append(grid)
        grid.texts[cell].append(tidy(text).replace("|", "/"))
    return "".join(
        part if isinstance(part, str) else "\n" + "\n".join(part.lines()) + "\n"
        for part in out
    )


def _grids(rules: _Rules) -> list[_Grid]:
    """Return the tables: ruled lines that cross, with two rows and two columns at least."""
    flat = [(y, span) for y, spans in rules.flat.items() for span in _joined(spans)]
    sides = [(x, span) for x, spans in rules.upright.items() for span in _joined(spans)]
    grids: list[_Grid] = []
    if len(flat) + len(sides) > _MOST_LINES:
        return grids
    while sides:
        near, sides = [sides[0]], sides[1:]
        crossing: list[tuple[float, Span]] = []
        grown = True
        while grown:
            new_flat = [
                f for f in flat if f not in crossing and any(_cross(f, s) for s in near)
            ]
            crossing += new_flat
            new = [s for s in sides if any(_cross(f, s) for f in new_flat)]
            near += new
            sides = [s for s in sides if s not in new]
            grown = bool(new)
        xs, ys = sorted({x for x, _ in near}), sorted({y for y, _ in crossing})
        if min(len(xs), len(ys)) >= _FEWEST_EDGES:
            grids.append(_Grid(xs, ys[::-1], rules))
    return grids


def _cross(flat: tuple[float, Span], upright: tuple[float, Span]) -> bool:
    (y, (left, right)), (x, (low, high)) = flat, upright
    return left - _NEAR <= x <= right + _NEAR and low - _NEAR <= y <= high + _NEAR


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans with those that touch as one."""
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + _NEAR:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _nearest(lines: dict[float, list[Span]], at: float) -> float:
    """Return the line that is already there, or this one."""
    return next((line for line in lines if abs(line - at) <= _NEAR), at)


def _span(one: float, other: float) -> Span:
    return min(one, other), max(one, other)


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
