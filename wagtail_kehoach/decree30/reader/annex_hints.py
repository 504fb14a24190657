"""What the editor should know of annexes: their years, and what a draft adds to them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from ..layout import ANNEX_WORD
from ..parts import Annex, Heading, Paragraph, Period
from ..readings import ReadingWarning
from .annexes import is_reference
from .kinds import PLAN
from .periods import period_in

if TYPE_CHECKING:
    from ..parts import Block, Document

_YEARS = re.compile(
    r"\b(?:năm(?:\s+học)?|giai\s+đoạn)\s*:?\s*(\d{4})(?:\s*[-–—]\s*(\d{4}))?(?!\d)",
    re.IGNORECASE,
)
#: What stands above the first table of an annex may go on with its title.
_MOST_LINES = 3


def hints_on_annexes(document: Document, tied: list[Annex]) -> list[ReadingWarning]:
    """Return what is said of annexes; the file ties those that are ``tied`` to the plan."""
    hints = [
        ReadingWarning("annex-other-years", said)
        for annex in document.annexes
        if (said := other_years_in(annex, document.period))
    ]
    if document.kind != PLAN:
        return hints
    short = [
        annex.title or ANNEX_WORD
        for annex in document.annexes
        if not _bears_word(annex)
        or (annex not in tied and not is_reference(*annex.body[:1]))
    ]
    return hints + (
        [ReadingWarning("annex-completed", "; ".join(short))] if short else []
    )


def other_years_in(annex: Annex, period: Period | None) -> str | None:
    """Return the words at the top of an annex that name other years than its plan."""
    if period is None:
        return None
    named = period_in(annex.title)
    if named and not _is_part(named, period):
        return annex.title
    lines = takewhile(
        lambda line: line is not None, map(_line, annex.body[:_MOST_LINES])
    )
    texts = (annex.title, *filter(None, lines))
    return next((text for text in texts if _is_of_others(text, period)), None)


def period_of(annex: Annex, period: Period | None) -> Period | None:
    """Return the time an annex speaks of: that of its plan, or the part that its title names."""
    named = period_in(annex.title)
    return named if named and period and _is_part(named, period) else period


def _is_part(named: Period, period: Period) -> bool:
    """Tell whether a time is that of the plan, or one of the years of its span."""
    if (named.start, named.end) == (period.start, period.end):
        return True
    within = period.start <= named.start and named.end <= period.end
    return period.type == "giai_doan" and within


def _line(block: Block) -> str | None:
    """What may go on with the title; ``None`` where something else begins."""
    if isinstance(block, Heading):
        return None if block.label else block.title
    if isinstance(block, Paragraph):
        return "" if is_reference(block) else block.text
    return None


def _is_of_others(text: str, period: Period) -> bool:
    """Tell whether all years that a line names lie outside the period."""
    years = [int(year) for found in _YEARS.findall(text) for year in found if year]
    return bool(years) and all(not period.start <= y <= period.end for y in years)


def _bears_word(annex: Annex) -> bool:
    return annex.title.casefold().startswith(ANNEX_WORD.casefold())
