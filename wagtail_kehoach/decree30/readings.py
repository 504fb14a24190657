"""What was read from a file: the document, how sure each part is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from .parts import Document, Place


@dataclass(frozen=True)
class Passage:
    """A line, paragraph or table of a file as it was read; ``gap`` is an empty line above.

    The ``place`` of a table has no text; its cells are in ``rows``.
    """

    place: Place
    rows: tuple[tuple[str, ...], ...] | None = None
    gap: bool = False


@dataclass
class ReadingWarning:
    """Something the editor should look at. ``code`` names it; wording is the screen's."""

    code: str
    original: str | None = None
    suggestion: str | None = None


@dataclass
class Reading:
    """What was read from one file, how sure the reader is of each field (0 to 1), and where
    in the file each stands. ``passages`` is the file itself, to be shown beside it.
    """

    file: str
    document: Document
    is_plan: bool
    inferred: list[str] = field(default_factory=list)
    confidence: dict[str, float] = field(default_factory=dict)
    not_understood: list[str] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)
    furniture: int = 0
    sources: dict[str, Place] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list, compare=False)
