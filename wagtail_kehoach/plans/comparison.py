"""A draft beside the file that it began with: what was read, what became of it, what is open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from . import names, unplaced
from .file_text import FileText, letters
from .points import MOST_POINTS, Point, points_of
from .provenance import LISTS, rows_of, warnings_once

if TYPE_CHECKING:
    from .models import PlanPageMixin
    from .provenance import ReadRow
    from .reading_models import PlanReading

#: The fields of the page behind what the reader calls otherwise.
FIELDS = {
    "issuer_parent": ("superior_body",),
    "issuer": ("issuing_body",),
    "number": ("number",),
    "symbol": ("symbol",),
    "place": ("place",),
    "date": ("issued_on",),
    "title": ("title",),
    "period": ("period_text",),
    "signatory": ("authority", "signatory_position", "signatory_name"),
}
#: A file with more of them is not one that anybody checks line by line.
MOST_LINES = 1000
STREAMS = {"bases": "legal_bases", "tasks": "tasks", "reporting": "reporting"}


@dataclass(frozen=True)
class Compared:
    """One field: as it was read, and as it stands in the draft now.

    ``fragment`` is where the form of the plan has it; ``gone`` says that it was taken out.
    """

    row: ReadRow
    now: str
    details: str = ""
    fragment: str = ""
    gone: bool = False

    @property
    def changed(self) -> bool:
        """Whether the draft says something else than was read."""
        return not self.gone and letters(self.now) != letters(self.row.value)


@dataclass(frozen=True)
class UnplacedLine:
    """A line of the file that found no place, and where somebody put it."""

    number: int
    text: str
    anchor: str
    went: str | None


@dataclass
class Group:
    """Fields of one kind, under one heading."""

    heading: str
    fields: list[Compared] = field(default_factory=list)


class Comparison:
    """Everything that the screen shows of one draft. Four statements, for the register."""

    def __init__(self, draft: PlanPageMixin, stored: PlanReading) -> None:
        self.draft, self.stored, self.reading = draft, stored, stored.reading
        self.file = FileText(stored.passages.get("pieces") or [])
        self.is_cut = bool(stored.passages.get("cut"))
        rows = rows_of(self.reading)
        self.file.mark_rows(rows)
        self.groups = self._groups(rows)
        self.points = self._points()
        self.lines = self._lines()
        self.names = names.names_in(draft)
        self.kinds, self.sections = unplaced.targets(draft)

    @property
    def waiting_lines(self) -> list[UnplacedLine]:
        return [line for line in self.lines if line.went is None]

    @property
    def decided_lines(self) -> list[UnplacedLine]:
        return [line for line in self.lines if line.went is not None]

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

    def _points(self) -> list[Point]:
        self.more_points = max(len(warnings_once(self.reading)) - MOST_POINTS, 0)
        return [
            replace(point, anchor=self.file.find(point.warning.get("original")))
            for point in points_of(self.draft, self.stored)
        ]

    def _lines(self) -> list[UnplacedLine]:
        said = self.stored.answers.get("not_understood", {})
        texts = self.reading.get("not_understood") or []
        self.more_lines = max(len(texts) - MOST_LINES, 0)
        texts = texts[:MOST_LINES]
        marks = [
            (str(number), _("not understood"), text)
            for number, text in enumerate(texts)
        ]
        anchors = self.file.mark_unplaced(marks)
        return [
            UnplacedLine(
                number,
                text,
                anchors.get(str(number), ""),
                unplaced.where_it_went(self.draft, text, said.get(str(number))),
            )
            for number, text in enumerate(texts)
        ]

    def _groups(self, rows: list[ReadRow]) -> list[Group]:
        header = Group(_("Header, period, recipients and signatory"))
        lists = {
            "bases": Group(_("Legal bases")),
            "tasks": Group(_("Tasks of the plan")),
            "reporting": Group(_("Reporting duties")),
        }
        for row in rows:
            name = row.key.partition("-")[0]
            lists.get(name, header).fields.append(self._compared(row))
        return [group for group in (header, *lists.values()) if group.fields]

    def _compared(self, row: ReadRow) -> Compared:
        kind, _dash, count = row.key.partition("-")
        if kind in LISTS:
            return self._of_list(row, kind, int(count) - 1)
        if kind == "recipients":
            now = "; ".join(child.value for child in self.draft.recipients)
            return Compared(row, now, fragment="panel-child-content-recipients")
        values = [_words(getattr(self.draft, name)) for name in FIELDS[kind]]
        now = ", ".join(filter(None, values))
        if kind == "number":
            row = replace(row, value=self.reading.get("number") or "")
        if kind == "date" and self.draft.issued_on:
            # The file writes it in words: it is the same day or it is not.
            same = self.reading.get("date") == self.draft.issued_on.isoformat()
            now = row.value if same else now
        return Compared(row, now, fragment=f"id_{FIELDS[kind][0]}")

    def _of_list(self, row: ReadRow, kind: str, place: int) -> Compared:
        ids = self.stored.blocks.get(kind) or []
        key = ids[place] if place < len(ids) else None
        for child in getattr(self.draft, STREAMS[kind]):
            if child.id == key:
                return Compared(
                    row,
                    child.value.get("text") or "",
                    _details(child.value),
                    f"block-{key}-section",
                )
        return Compared(row, "", gone=True)


def _details(value) -> str:
    """Who and when, in one line."""
    said = [
        (_("lead unit"), value.get("lead")),
        (_("when"), value.get("due_text") or _words(value.get("due_on"))),
        (_("number"), value.get("number")),
        (_("to whom"), value.get("to")),
    ]
    return "; ".join(f"{label}: {text}" for label, text in said if text)


def _words(value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else date_format(value, "d/m/Y")
