"""The file as it was read, with a mark at each passage that something was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property

from .provenance import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .provenance import ReadRow


@dataclass(frozen=True)
class Mark:
    """What was read from a passage: its name, and the id of its row on the screen."""

    label: str
    target: str
    unplaced: bool = False


@dataclass
class Line:
    """A line, a paragraph or a cell; ``anchor`` is empty where it cannot be pointed at."""

    text: str
    anchor: str = ""
    gap: bool = False
    marks: list[Mark] = field(default_factory=list)
    marked: bool = False

    @property
    def unplaced(self) -> bool:
        """Whether nothing but a line without a place was read from it."""
        return any(mark.unplaced for mark in self.marks)


@dataclass
class Passage:
    """One piece of the file: a line or a table."""

    line: Line | None = None
    rows: list[list[Line]] | None = None


class FileText:
    """The passages of a file in order, and where each anchor points."""

    def __init__(self, stored: list[dict[str, Any]]) -> None:
        self.lines: list[Line] = []
        self.places: dict[str, int] = {}
        self.passages = [self._passage(said) for said in stored]

    def _passage(self, said: dict[str, Any]) -> Passage:
        place = said.get("place") or {}
        if "rows" not in said:
            text, gap = place.get("text", ""), said.get("gap", False)
            return Passage(line=self._line(text, place, gap=gap))
        return Passage(
            rows=[
                [
                    self._line(text, {**place, "row": row, "cell": cell})
                    for cell, text in enumerate(cells, start=1)
                ]
                for row, cells in enumerate(said["rows"], start=1)
            ]
        )

    def _line(self, text: str, place: dict[str, Any], *, gap: bool = False) -> Line:
        anchor = anchor_of(place)
        # A line that was broken has one place; the first part of it carries the anchor.
        line = Line(text, "" if anchor in self.places else anchor, gap)
        self.places.setdefault(anchor, len(self.lines))
        self.lines.append(line)
        return line

    def mark_rows(self, rows: Iterable[ReadRow]) -> None:
        """Mark where each field was read, over all the lines that it takes."""
        for row in rows:
            begin = self.places.get(row.anchor) if row.anchor else None
            if begin is None:
                continue
            self.lines[begin].marks.append(Mark(row.label, f"kh-row-{row.key}"))
            wanted, read = letters(row.text), ""
            for line in self.lines[begin:]:
                read += letters(line.text)
                if not wanted.startswith(read) and line is not self.lines[begin]:
                    break
                line.marked = True

    @cached_property
    def letters(self) -> list[str]:
        """The letters of each line, worked out once."""
        return [letters(line.text) for line in self.lines]

    def find(self, text: str | None) -> str:
        """The anchor of the first passage that says ``text``, or nothing."""
        wanted = letters(text or "")
        for line, said in zip(self.lines, self.letters, strict=True):
            if wanted and line.anchor and wanted in said:
                return line.anchor
        return ""

    def find_lines(self, texts: Iterable[str]) -> list[Line | None]:
        """The line that says each text; those that say the same, in their order."""
        known: dict[str, list[Line]] = {}
        for line, said in zip(self.lines, self.letters, strict=True):
            if said and line.anchor:
                known.setdefault(said, []).append(line)
        return [_next(known.get(letters(text))) for text in texts]


def _next(lines: list[Line] | None) -> Line | None:
    """The first of ``lines``, which stays where it is the last."""
    if not lines:
        return None
    return lines.pop(0) if len(lines) > 1 else lines[0]


def letters(text: str) -> str:
    """Letters and figures only: what no line break, dash or emphasis changes."""
    return "".join(char for char in text.casefold() if char.isalnum())
