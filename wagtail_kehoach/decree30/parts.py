"""The parts of an administrative document (Decree 30/2020/NĐ-CP, art. 8), as plain data.

The reader fills them from a file, the writer prints them, and the plan page is stored
from them and turned back into them. All text is NFC with white space collapsed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from .layout import WIDE_TABLE
from .stretches import Stretch


@dataclass(frozen=True)
class Place:
    """Where in a file something stands, and the text that stands there.

    Everything is counted from 1: lines of a text or of a page, paragraphs that are not
    empty, tables with their rows and cells.
    """

    text: str
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None


@dataclass
class Basis:
    """One legal basis (căn cứ). ``number`` is ``None`` where no document is cited."""

    text: str
    number: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    source: Place | None = field(default=None, compare=False)


@dataclass
class Period:
    """The time a document speaks of.

    ``type`` is one of ``giai_doan``, ``nam``, ``nam_hoc``, ``quy``, ``thang``,
    ``khoang_thang``; ``start`` and ``end`` are years.
    """

    type: str
    start: int
    end: int
    text: str


@dataclass
class Heading:
    """A numbered heading; ``label`` is printed without its dot, ``level`` starts at 1.

    ``joint`` is what stands between it and the paragraph that goes on in its line: a
    colon, a full stop or a space. It is empty where the text begins below; then ``end``
    is the colon or full stop that the title may have there.
    """

    label: str
    title: str
    level: int
    joint: str = ""
    end: str = ""


@dataclass
class Paragraph:
    """A paragraph under the heading above it; ``marker`` is its printed bullet or number.

    ``level`` is the depth of the item among the items around it: 0 for running text,
    1 for ``-``, 2 for ``+`` below it. ``stretches`` are the parts that are bold or italic.
    """

    text: str
    marker: str | None = None
    level: int = 0
    stretches: tuple[Stretch, ...] = ()


@dataclass
class Table:
    """A table as rows of cell texts; ``header_rows`` says how many rows are its head.

    ``other_tasks`` are the words of those that sentences give, where it is the table of
    tasks and whoever made it says so; ``None`` where nobody does.
    """

    rows: list[list[str]]
    header_rows: int = 0
    other_tasks: list[str] | None = field(default=None, compare=False)


Block = Heading | Paragraph | Table


@dataclass
class Task:
    """Work that is clearly assigned to somebody or due at some time.

    ``deadline`` is set where the text gives a date or the period gives its year;
    ``deadline_text`` keeps the wording. ``block`` is the index in ``Document.body``
    that the task was read from, ``None`` where an annex has it. ``confidence`` says how
    sure the reader is, 0 to 1.
    """

    text: str
    responsible: str | None = None
    deadline: dt.date | None = None
    deadline_text: str | None = None
    supporting: list[str] = field(default_factory=list)
    expected_result: str | None = None
    block: int | None = None
    confidence: float | None = field(default=None, compare=False)
    source: Place | None = field(default=None, compare=False)


@dataclass
class ReportingDuty:
    """A report that is owed: ``due`` is a date, or the wording where no date is given."""

    text: str
    due: dt.date | str | None = None
    to: str | None = None
    source: Place | None = field(default=None, compare=False)


@dataclass
class Recipient:
    """A line of "Nơi nhận", without its dash and final punctuation."""

    text: str
    electronic: bool = False


@dataclass
class Signatory:
    """Who signs. ``authority`` is the printed line, such as ``KT. HIỆU TRƯỞNG``."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass
class Annex:
    """Text after the signature block.

    ``landscape`` says how its paper lies where somebody asked for it; ``None`` leaves it to
    the tables.
    """

    title: str
    body: list[Block] = field(default_factory=list)
    landscape: bool | None = None

    @property
    def is_wide(self) -> bool:
        """Whether a table of it needs paper that lies across."""
        rows = (row for b in self.body if isinstance(b, Table) for row in b.rows)
        return any(len(row) > WIDE_TABLE for row in rows)

    @property
    def lies_across(self) -> bool:
        """Whether it is printed in landscape."""
        return self.is_wide if self.landscape is None else self.landscape


@dataclass
class Document:
    """An administrative document. Empty and ``None`` mean: not there, or not readable.

    ``other_tasks`` are the words of the tasks that sentences give, where no table of tasks
    says so (see ``Table``); ``None`` where nobody does.
    """

    kind: str | None = None
    issuer_parent: str | None = None
    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: dt.date | None = None
    date_partial: str | None = None
    date_text: str | None = None
    title: str | None = None
    period: Period | None = None
    bases: list[Basis] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    reporting: list[ReportingDuty] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    signatory: Signatory | None = None
    annexes: list[Annex] = field(default_factory=list)
    other_tasks: list[str] | None = field(default=None, compare=False)

    @property
    def headings(self) -> list[Heading]:
        """The headings of the body, in order."""
        return [block for block in self.body if isinstance(block, Heading)]
