"""Reporting duties on paper: those that no line of the text says yet.

Most were read from the text and stand there. One that somebody added is a part of the plan
too, and is on its page: without it the paper would say less.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..decree30 import report_items
from ..decree30.layout import without_final_mark
from ..decree30.parts import Heading
from ..organisation.bodies import body_key
from .closing_words import above_closing, closing_at
from .file_text import letters
from .report_lines import lines_of, says

if TYPE_CHECKING:
    import datetime as dt

    from ..decree30.parts import Block, Period, ReportingDuty


class Owed(NamedTuple):
    """A duty, and the wording of its day where it has both."""

    duty: ReportingDuty
    wording: str = ""

    @property
    def dues(self) -> set[dt.date | str]:
        """When it is owed, in each way that says so."""
        return {due for due in (self.duty.due, self.wording) if due}


def with_reports(
    text: list[Block], owed: list[Owed], period: Period | None
) -> list[Block]:
    """``text`` with the duties that it does not say at its end, above "Trên đây là …"."""
    added = unsaid(text, owed, period)
    if not added:
        return text
    printed = [_in_full(one, period) for one in added]
    below = _ends_on_reports(text[: closing_at(text)])
    return above_closing(text, report_items.items(printed, below_heading=below))


def unsaid(text: list[Block], owed: list[Owed], period: Period | None) -> list[Owed]:
    """The duties that ``text`` does not say."""
    lines = list(lines_of(text)) if owed else []
    left = [
        one
        for one in owed
        if not any(says(line, one.duty, one.dues, period) for line in lines)
    ]
    if not left:
        return []
    from ..decree30.reader.reporting import reports_in  # noqa: PLC0415 -- slow import

    read = reports_in(text, period)
    return [one for one in left if not any(_is_read_as(one, told) for told in read)]


def _ends_on_reports(text: list[Block]) -> bool:
    """Tell whether the last heading announces reports already."""
    titles = [block.title for block in text if isinstance(block, Heading)]
    return bool(titles) and "báo cáo" in titles[-1].casefold()


def _is_read_as(owed: Owed, told: ReportingDuty) -> bool:
    """Tell whether what was read of a text is this duty, day and addressee included."""
    duty = owed.duty
    return (
        letters(duty.text) == letters(told.text)
        and (not owed.dues or told.due in owed.dues)
        and (not duty.to or body_key(duty.to) == body_key(told.to or ""))
    )


def as_told(owed: Owed, period: Period | None) -> ReportingDuty:
    """A duty with the time that its own words say, where it has no other."""
    from ..decree30.reader.reporting import told_whole  # noqa: PLC0415 -- slow import

    told = None if owed.dues else told_whole(owed.duty.text, period)
    return replace(owed.duty, due=told.due) if told else owed.duty


def _in_full(owed: Owed, period: Period | None) -> str:
    """A duty with when and to whom, where its own words do not say so."""
    from ..decree30.reader.reporting import told_whole  # noqa: PLC0415 -- slow import

    duty, text = owed.duty, without_final_mark(owed.duty.text)
    told = told_whole(text, period)
    due = None if told and told.due in owed.dues else duty.due
    to = None if told and told.to == duty.to else duty.to
    return report_items.item(text, due, to)
