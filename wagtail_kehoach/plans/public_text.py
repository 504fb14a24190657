"""The text of a plan on its public page, in the order in which the Word file has it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from ..decree30.annex_heads import AnnexHead, annex_heads
from . import end_mark, last_words
from .annexes import first_annex
from .documents import closing_paragraphs, has_table, reports_added, to_document
from .public_parts import PlanPart, parts_of
from .section_html import as_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .models import PlanPageMixin

#: A quarter of a page, in letters: no more is pushed to the next one for its signature.
SHORT_END = 1200


@dataclass(frozen=True)
class Ending:
    """What stands between the last section of a plan and its signature.

    ``words``: the end of that section, where something else stands above it, or a page
    of paper may begin with it. ``reports``: the duties that the Word file adds, for paper.
    ``mark``: "./." where it stands alone, below a table. All of them are HTML.
    """

    words: str = ""
    reports: str = ""
    mark: str = ""


@dataclass(frozen=True)
class PlanAnnex:
    """An annex: its lines on paper, how the paper lies, its text."""

    head: AnnexHead
    lies_across: bool
    parts: list[PlanPart] = field(default_factory=list)


@dataclass(frozen=True)
class PlanText:
    """The text of a plan from its first section on; the table of tasks may have no place."""

    parts: list[PlanPart]
    ending: Ending
    annexes: list[PlanAnnex]

    @property
    def all_parts(self) -> list[PlanPart]:
        """The parts of the text and of its annexes, as the contents list them."""
        return [*self.parts, *(part for annex in self.annexes for part in annex.parts)]

    @property
    def kept_part(self) -> bool:
        """Whether all of the last section stands on one page with the signature."""
        return any(part.ends_plan for part in self.parts)

    @property
    def shows_tasks(self) -> bool:
        """Whether the text has a place for the table of tasks."""
        return any(p.block.block_type == "task_table" for p in self.all_parts)


def text_of(page: PlanPageMixin) -> PlanText:
    """The text of ``page`` for its public page."""
    parts = parts_of(page)
    opened = first_annex(page.body)
    text, ending = _ended(page, parts[:opened])
    return PlanText(text, ending, _annexes(page, parts[opened:]))


def _annexes(page: PlanPageMixin, parts: Sequence[PlanPart]) -> list[PlanAnnex]:
    if not parts:
        return []
    document = to_document(page)
    heads = iter(zip(annex_heads(document), document.annexes, strict=True))
    found: list[PlanAnnex] = []
    for part in parts:
        if part.opens_annex:
            head, annex = next(heads)
            found.append(PlanAnnex(head, annex.lies_across))
        found[-1].parts.append(part)
    return found


def _ended(page: PlanPageMixin, parts: list[PlanPart]) -> tuple[list[PlanPart], Ending]:
    """``parts`` with the mark of the end in its place, and what follows them."""
    if not parts:
        return [], Ending()
    typed = end_mark.is_in([part.block for part in parts])
    *before, last = (replace(part, mark="") for part in parts)
    reports, tabled = as_html(reports_added(page)), _table_follows(page)
    words = ""
    if reports or tabled:
        last, words = last.parted(closing_paragraphs(last.block))
    elif _is_short(last):
        last = replace(last, ends_plan=True)
    else:
        last, words = _short_end(last)
    mark = end_mark.ON_PAGE if typed else end_mark.ON_PAPER
    last, ending = _marked(last, Ending(words, reports), mark, tabled=tabled)
    return [*before, last], ending


def _marked(
    last: PlanPart, ending: Ending, mark: str, *, tabled: bool
) -> tuple[PlanPart, Ending]:
    """The last section and what follows it, with the mark of the end in its place."""
    if ending.words:
        return last, replace(ending, words=end_mark.at_the_end(ending.words, mark))
    if ending.reports:
        mark = end_mark.ON_SCREEN if mark == end_mark.ON_PAGE else ""
        ending = replace(ending, reports=end_mark.at_the_end(ending.reports))
    if tabled or not end_mark.can_follow(last.block):
        return last, replace(ending, mark=end_mark.ALONE.get(mark, ""))
    return replace(last, mark=mark), ending


def _short_end(last: PlanPart) -> tuple[PlanPart, str]:
    """A section and its last paragraph or list, if it is short and not all of it."""
    kept, words = last.parted(1)
    if len(strip_tags(words)) > SHORT_END or not last_words.has_words(kept.html):
        return last, ""
    return kept, words


def _is_short(part: PlanPart) -> bool:
    return (
        part.block.block_type == "section" and len(strip_tags(part.html)) <= SHORT_END
    )


def _table_follows(page: PlanPageMixin) -> bool:
    """Whether the table of tasks stands below the text, which has no place for it."""
    placed = any(block.block_type == "task_table" for block in page.body)
    return has_table(page) and not placed
