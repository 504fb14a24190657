"""Where in a body the search for tasks is: below which headings, in which list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Block, Heading, Paragraph, Period, Task
from .actors import is_actor, named_in_title
from .wording import fold

_AIMS = re.compile(
    r"muc dich|yeu cau|muc tieu|nguyen tac|quan diem|dac diem|tinh hinh|thuan loi|kho khan"
    r"|chi tieu"
)
_REPORTS = re.compile(r"\b(?:che do|thong tin)[^.]{0,20}bao cao|^bao cao")
_ORGANISES = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|thuc hien$|nhiem vu cua|bien phap"
)
_ASKED = re.compile(r"^Đề nghị\s", re.IGNORECASE)
_MOST_WORDS_OF_NAME = 6


@dataclass
class Walk:
    period: Period | None
    path: list[Heading] = field(default_factory=list)
    lead: Paragraph | None = None
    lead_actor: str | None = None
    tasks: list[Task] = field(default_factory=list)
    #: Whether this section is one of several that are each called after who acts.
    addressed: bool = False
    #: Whether a list has begun in this section.
    listed: bool = False

    def enter(self, heading: Heading, *, addressed: bool) -> None:
        """Go to the section below a heading."""
        self.addressed, self.listed = addressed, False
        self.path = [above for above in self.path if above.level < heading.level]
        self.path.append(heading)
        self.lead = self.lead_actor = None

    @property
    def aims(self) -> bool:
        """Whether this section says why, not who does what."""
        return any(_AIMS.search(fold(heading.title)) for heading in self.path[-2:])

    @property
    def actor(self) -> str | None:
        """Who the section is addressed to."""
        if not self.path:
            return None
        title = self.path[-1].title
        if not (self.organises or self.addressed):
            return None
        if _ASKED.match(title) or is_actor(title):
            return named_in_title(title)
        return None

    @property
    def organises(self) -> bool:
        """Whether this section says who does what."""
        return any(_ORGANISES.search(fold(heading.title)) for heading in self.path)

    @property
    def reports(self) -> bool:
        """Whether this section is about reports."""
        return any(_REPORTS.search(fold(heading.title)) for heading in self.path)


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
