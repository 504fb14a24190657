"""The fields of a draft as they were read from its file, and as they stand now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..decree30.parts import Period
from ..organisation.calendar import resolve
from .draft_texts import field_words, in_words
from .file_text import letters
from .period_days import days_of
from .provenance import LISTS

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


@dataclass
class Group:
    """Fields of one kind, under one heading."""

    heading: str
    fields: list[Compared] = field(default_factory=list)


def groups_of(
    draft: PlanPageMixin, stored: PlanReading, rows: list[ReadRow]
) -> list[Group]:
    """What was read, each beside what the draft says, in the order of a plan."""
    header = Group(_("Header, period, recipients and signatory"))
    lists = {
        "bases": Group(_("Legal bases")),
        "tasks": Group(_("Tasks of the plan")),
        "reporting": Group(_("Reporting duties")),
    }
    for row in rows:
        name = row.key.partition("-")[0]
        lists.get(name, header).fields.append(_compared(draft, stored, row))
    return [group for group in (header, *lists.values()) if group.fields]


def _compared(draft: PlanPageMixin, stored: PlanReading, row: ReadRow) -> Compared:
    kind, _dash, count = row.key.partition("-")
    if kind in LISTS:
        ids = stored.blocks.get(kind) or []
        place = int(count) - 1
        key = ids[place] if place < len(ids) else None
        return _of_list(getattr(draft, STREAMS[kind]), key, row)
    if kind == "recipients":
        now = "; ".join(child.value for child in draft.recipients)
        return Compared(row, now, fragment="panel-child-content-recipients")
    values = [field_words(draft, name) for name in FIELDS[kind]]
    now = ", ".join(filter(None, values))
    if kind == "number":
        row = replace(row, value=stored.reading.get("number") or "")
    if kind == "date" and draft.issued_on:
        # The file writes it in words: it is the same day or it is not.
        same = stored.reading.get("date") == draft.issued_on.isoformat()
        now = row.value if same else now
    details = _days_worked_out(draft, stored) if kind == "period" else ""
    return Compared(row, now, details, fragment=f"id_{FIELDS[kind][0]}")


def _days_worked_out(draft: PlanPageMixin, stored: PlanReading) -> str:
    """That the days of the plan come from its period in words, while they do."""
    period = Period(**stored.reading["period"])
    days = draft.starts_on, draft.ends_on
    if days != days_of(period):
        return ""
    said = _(
        "From %(first)s to %(last)s: these days were worked out from “%(text)s”; the "
        "file does not print them."
    )
    first, last = map(in_words, days)
    return said % {"first": first, "last": last, "text": period.text}


def _of_list(stream, key: str | None, row: ReadRow) -> Compared:
    for child in stream:
        if child.id == key:
            said = child.value.get("text") or ""
            details = _details(child.value)
            return Compared(row, said, details, f"block-{key}-section")
    return Compared(row, "", gone=True)


def _details(value) -> str:
    """Who and when, in one line."""
    said = [
        (_("lead unit"), value.get("lead")),
        (_("when"), _when(value)),
        (_("number"), value.get("number")),
        (_("to whom"), value.get("to")),
    ]
    return "; ".join(f"{label}: {text}" for label, text in said if text)


def _when(value) -> str:
    """The words of the file, and the day that was worked out from them where they name none."""
    wording, day = value.get("due_text") or "", value.get("due_on")
    if not wording or not day or resolve(wording, []) == day:
        return wording or in_words(day)
    return f"{wording} ({in_words(day)})"
