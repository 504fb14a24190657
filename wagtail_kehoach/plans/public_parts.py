"""The parts of a plan's text on its public page, each heading with an anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from ..decree30.layout import printed_label
from . import end_mark, last_words, run_in
from .annexes import annex_at
from .task_table import titles_at

if TYPE_CHECKING:
    from .models import PlanPageMixin

#: The deepest headings that the contents of a plan list.
CONTENTS_LEVEL = 2


@dataclass(frozen=True)
class PlanPart:
    """A block of a plan's text, with the anchor of its heading.

    ``mark``: what follows its last word; ``None`` of an annex, which has its own end.
    ``ends_plan``: so short a section stands on one page with the signature below it.
    ``is_shown``: not the titles of the table of tasks, for which the page has its own.
    ``left``: its text, where the end of it stands elsewhere.
    """

    block: Any
    anchor: str
    level: int
    mark: str | None = None
    is_shown: bool = True
    ends_plan: bool = False
    left: str | None = None

    @property
    def html(self) -> str:
        """The text of a section as rich text; a table has none."""
        if self.left is not None or self.block.block_type != "section":
            return self.left or ""
        return str(self.block.value.get("text") or "")

    @property
    def marked_html(self) -> str:
        """The text as the page shows it: with the mark of the end where it belongs."""
        if self.mark is None:
            return self.html
        if not self.mark:
            return end_mark.without(self.html)
        return end_mark.at_the_end(self.html, self.mark)

    def parted(self, count: int) -> tuple[PlanPart, str]:
        """The part without its last ``count`` paragraphs or lists, and those."""
        left, end = last_words.parted(self.html, count)
        return (replace(self, left=left), end) if end else (self, "")

    @property
    def label(self) -> str:
        """The number of the heading as it is printed."""
        return printed_label(self.block.value.get("number") or "")

    @property
    def title(self) -> str:
        """The title of the heading as a list names it: without the colon at its end."""
        return run_in.ended(self.block.value["title"])[0]

    @property
    def opens_annex(self) -> bool:
        """Whether an annex begins here, on a page of its own."""
        return annex_at(self.block) is not None

    @property
    def in_contents(self) -> bool:
        """Whether the contents list this part."""
        return bool(self.anchor) and self.level <= CONTENTS_LEVEL


def parts_of(page: PlanPageMixin) -> list[PlanPart]:
    """The blocks of a plan's text, each heading with an anchor of its own."""
    taken: set[str] = set()
    return [
        replace(_part(block, taken), is_shown=not titles_at(page.body, place))
        for place, block in enumerate(page.body)
    ]


def _part(block, taken: set[str]) -> PlanPart:
    if block.block_type != "section" or not block.value["title"]:
        return PlanPart(block, "", 0)
    number, title = block.value.get("number") or "", block.value["title"]
    base = slugify(string_to_ascii(f"{number} {title}"))[:60].strip("-") or "muc"
    anchor, count = base, 1
    while anchor in taken:
        count += 1
        anchor = f"{base}-{count}"
    taken.add(anchor)
    return PlanPart(block, anchor, block.value["level"])
