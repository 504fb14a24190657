"""What an audit of approvals reports."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    ``code``: ``unapproved`` (a public text), ``swapped-file`` (under an approved text),
    ``altered-record`` (a row changed, or one before it is gone), ``gap`` (the last rows
    of the record are gone).
    """

    code: str
    label: str
    title: str


@dataclass(frozen=True)
class Emergency:
    """A text that somebody published in an emergency and no principal has decided on."""

    label: str
    title: str
    published_by: str
    published_at: str
    hours: int
    public: bool


@dataclass(frozen=True)
class Incomplete:
    """What an approved text lacks by rules that came after its approval."""

    label: str
    title: str
    field: str
    reason: str


@dataclass
class AuditReport:
    """What was checked and what was found. ``chain`` may be noted down elsewhere.

    ``emergencies`` are no problems: they are on record, and wait for a principal.
    Nor are ``incomplete`` texts: they were approved, and stay until somebody mends them.
    ``append_only`` says whether the database itself refuses to change the record.
    """

    checked: int = 0
    records: int = 0
    chain: str = ""
    append_only: bool = False
    problems: list[Problem] = field(default_factory=list)
    emergencies: list[Emergency] = field(default_factory=list)
    incomplete: list[Incomplete] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return asdict(self)

    def add(self, code: str, obj: models.Model) -> None:
        """Note that ``obj`` has the problem ``code``."""
        label = f"{obj._meta.label} {obj.pk}"
        self.problems.append(Problem(code, label, str(obj)))
