"""A draft beside the file that it began with: what was read, what became of it, what is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from . import names, unplaced
from .compared import groups_of
from .compared_text import text_parts
from .file_text import FileText, Mark
from .points import MOST_POINTS, Point, points_of
from .provenance import rows_of, warnings_once
from .waiting import UnplacedLine, lines_of

if TYPE_CHECKING:
    from .models import PlanPageMixin
    from .reading_models import PlanReading

#: A file with more of them is not one that anybody checks line by line.
MOST_LINES = 1000


class Comparison:
    """Everything that the screen shows of one draft.

    Four statements, for the register; one more for a plan of one term.
    """

    def __init__(self, draft: PlanPageMixin, stored: PlanReading) -> None:
        self.draft, self.stored, self.reading = draft, stored, stored.reading
        self.file = FileText(stored.passages.get("pieces") or [])
        self.is_cut = bool(stored.passages.get("cut"))
        rows = rows_of(self.reading)
        self.file.mark_rows(rows)
        self.groups = groups_of(draft, stored, rows)
        self.points = self._points()
        self.lines = self._lines()
        self.names = names.names_of(draft, stored)
        self.targets = unplaced.targets(draft)
        self.text = text_parts(draft, self.file, cut=self.is_cut)

    @property
    def waiting_lines(self) -> list[UnplacedLine]:
        return [line for line in self.lines if line.waits]

    @property
    def decided_lines(self) -> list[UnplacedLine]:
        return [line for line in self.lines if not line.waits]

    @property
    def left_out(self) -> int:
        """Of how many lines somebody said that the plan does not need them."""
        return sum(line.left_out for line in self.lines)

    @property
    def open_points(self) -> list[Point]:
        return [point for point in self.points if point.is_open]

    @property
    def settled_points(self) -> list[Point]:
        return [point for point in self.points if not point.is_open]

    @property
    def open_names(self) -> list[names.Named]:
        return [named for named in self.names if not named.is_settled]

    @property
    def settled_names(self) -> list[names.Named]:
        return [named for named in self.names if named.is_settled]

    @property
    def unknown_names(self) -> list[names.Named]:
        """Those that stay as they are with one click: nobody of the register is meant."""
        return [named for named in self.open_names if named.entry is None]

    def _points(self) -> list[Point]:
        self.more_points = max(len(warnings_once(self.reading)) - MOST_POINTS, 0)
        return [
            replace(point, anchor=self.file.find(point.warning.get("original")))
            for point in points_of(self.draft, self.stored)
        ]

    def _lines(self) -> list[UnplacedLine]:
        """The lines without a place; the file shows which of them still wait."""
        lines = lines_of(self.draft, self.stored)
        self.more_lines = max(len(lines) - MOST_LINES, 0)
        lines = lines[:MOST_LINES]
        places = self.file.find_lines(line.text for line in lines)
        for line, place in zip(lines, places, strict=True):
            if place and line.waits:
                target = f"kh-line-{line.number}"
                place.marks.append(Mark(_("not understood"), target, unplaced=True))
        return [
            replace(line, anchor=place.anchor if place else "")
            for line, place in zip(lines, places, strict=True)
        ]
