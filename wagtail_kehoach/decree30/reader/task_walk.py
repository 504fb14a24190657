"""Where in a body the search for tasks is: below which headings, in which list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Block, Heading, Paragraph, Period, Task
from .actors import is_actor, named_in_title
from .labels import labelled
from .timed_work import is_time, until
from .wording import fold, unpunctuated

_AIMS = re.compile(
    r"muc dich|yeu cau|muc tieu|nguyen tac|quan diem|dac diem|tinh hinh|thuan loi|kho khan"
    r"|chi tieu"
)
_REPORTS = re.compile(r"\b(?:che do|thong tin)[^.]{0,20}bao cao|^bao cao")
_ORGANISES = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|thuc hien$|nhiem vu cua|bien phap"
)
#: From here on the list says who does what.
_SHARES = re.compile(r"(?:Phân công|Cụ thể phân công|Lịch)\b", re.IGNORECASE)
_ASKED = re.compile(r"^Đề nghị\s", re.IGNORECASE)
_WEEK_ALONE = re.compile(r"tuần\s+(?:thứ\s+)?\w+", re.IGNORECASE)
_MONTH_ALONE = re.compile(r"tháng\s+\d", re.IGNORECASE)
_MOST_WORDS_OF_NAME = 6


@dataclass
class Walk:
    """The place in a body, and what the headings above it say."""

    period: Period | None
    path: list[Heading] = field(default_factory=list)
    lead: Paragraph | None = None
    lead_actor: str | None = None
    #: The time that the line above a list says, and the time that a heading says.
    lead_time: str | None = None
    time: str | None = None
    tasks: list[Task] = field(default_factory=list)
    #: Who the section is addressed to.
    actor: str | None = None
    #: How wide the label of the heading is that says so.
    actor_rank: int | None = None
    #: Whether it says why, not who does what; who does what; what is reported.
    aims: bool = False
    organises: bool = False
    reports: bool = False
    #: Whether a list has begun in this section.
    listed: bool = False

    def enter(self, heading: Heading, *, addressed: bool) -> None:
        """Go below a heading; ``addressed``: it and those beside it name who acts."""
        self.path = [above for above in self.path if above.level < heading.level]
        self.path.append(heading)
        self.leave_list()
        self.listed = False
        times = [time_alone(above.title) for above in self.path]
        self.time = next(filter(None, reversed(times)), None)
        titles = [fold(above.title) for above in self.path]
        self.aims = any(map(_AIMS.search, titles[-2:]))
        self.organises = any(map(_ORGANISES.search, titles))
        self.reports = any(map(_REPORTS.search, titles))
        names_somebody = _ASKED.match(heading.title) or is_actor(heading.title)
        told = (self.organises or addressed) and names_somebody
        self.actor = named_in_title(heading.title) if told else None
        self.actor_rank = _rank_of(heading.label)

    def pass_by(self, paragraph: Paragraph) -> None:
        """Leave what a line is not below: a list, and a heading whose equal it is."""
        if self.lead and paragraph.level <= self.lead.level:
            self.leave_list()
        rank = _rank_of(paragraph.marker)
        if rank is not None and self.actor_rank is not None and rank <= self.actor_rank:
            self.actor = None

    def leave_list(self) -> None:
        """Go out of the list that a line opened."""
        self.lead = self.lead_actor = self.lead_time = None

    def open_list(self, lead: Paragraph, actor: str | None) -> None:
        """Go into a list; the line above it says who does what it lists, or when."""
        self.lead, self.lead_actor = lead, actor
        if _SHARES.match(lead.text):
            self.actor = None
        self.lead_time = time_alone(lead.text)

    def put_in_time(self, task: Task) -> None:
        """Give a task that says no time itself the one that stands above it.

        "Tuần 1" below a month is a week of that month.
        """
        when = self.lead_time or self.time
        said = task.deadline_text or ""
        if when and _WEEK_ALONE.fullmatch(said) and _MONTH_ALONE.match(when):
            task.deadline_text = f"{said}, {when[:1].lower()}{when[1:]}"
        moment = until(when, self.period) if when and not task.deadline_text else None
        if moment:
            task.deadline, task.deadline_text = moment.date, moment.text


def _rank_of(label: str | None) -> int | None:
    split = labelled(f"{label.rstrip('.)')}. …") if label else None
    return split.rank if split else None


def time_alone(text: str) -> str | None:
    """Return the time that a line says, where it says nothing else before its colon."""
    when = unpunctuated(text.partition(":")[0])
    return when if is_time(when) else None


def addressed_in(blocks: list[Block]) -> set[int]:
    """Which headings stand side by side and each name who acts, and nothing else."""
    found, path = set[int](), list[tuple[int, list[int]]]()
    groups: list[list[int]] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        while path and path[-1][0] > block.level:
            path.pop()
        if not path or path[-1][0] < block.level:
            path.append((block.level, []))
            groups.append(path[-1][1])
        path[-1][1].append(place)
    for group in groups:
        titles = [blocks[place] for place in group]
        named = all(isinstance(t, Heading) and _is_short_name(t.title) for t in titles)
        if named and len(group) > 1:
            found |= set(group)
    return found


def _is_short_name(title: str) -> bool:
    plural = title.startswith(("Các", "Đối với", "Những"))
    return is_actor(title) and not plural and len(title.split()) <= _MOST_WORDS_OF_NAME
