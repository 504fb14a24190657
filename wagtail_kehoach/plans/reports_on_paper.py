"""Reporting duties on paper: those that no line of the text says yet.

Most were read from the text and stand there. One that somebody added is a part of the plan
too, and is on its page: without it the paper would say less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..decree30 import report_items
from ..decree30.layout import without_final_mark
from ..decree30.parts import Heading, Paragraph
from ..folding import words_of
from .closing_words import above_closing
from .file_text import letters

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..decree30.parts import Block, Period, ReportingDuty

#: One word in so many may stand between those of a duty: "về [nhà] trường".
_BETWEEN = 10


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
    below = _ends_on_reports(text)
    return above_closing(text, report_items.items(printed, below_heading=below))


def unsaid(text: list[Block], owed: list[Owed], period: Period | None) -> list[Owed]:
    """The duties that ``text`` does not say."""
    lines = [(line, _words(line)) for line in _lines(text)] if owed else []
    left = [one for one in owed if not any(_says(*line, one, period) for line in lines)]
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
        and (not duty.to or letters(duty.to) == letters(told.to or ""))
    )


def _lines(text: Iterable[Block]) -> Iterator[str]:
    """Each line of prose; a row of a table hands out work and owes no report."""
    title = ""
    for block in text:
        if isinstance(block, Paragraph):
            yield f"{title} {block.text}"
        elif isinstance(block, Heading) and not block.joint:
            yield block.title
        run_in = isinstance(block, Heading) and block.joint
        title = block.title if run_in else ""


def _says(line: str, said: list[str], owed: Owed, period: Period | None) -> bool:
    """Tell whether ``line`` says the words of a duty one after the other, when and to whom."""
    duty = owed.duty
    if not _follow(said, _words(duty.text)):
        return False
    if duty.to and not _follow(said, _words(duty.to)):
        return False
    return not owed.dues or any(_says_when(line, due, period) for due in owed.dues)


def _says_when(line: str, due: dt.date | str, period: Period | None) -> bool:
    from ..decree30.reader.dates import ANY_DATE, resolved  # noqa: PLC0415 -- slow import

    if isinstance(due, str):
        return _follow(_words(line), _words(due))
    return any(resolved(match, period) == due for match in ANY_DATE.finditer(line))


def _follow(said: list[str], wanted: list[str]) -> bool:
    """Tell whether the ``wanted`` words stand in ``said`` in their order, close together."""
    room = len(wanted) + len(wanted) // _BETWEEN
    for place in range(len(said) - len(wanted) + 1):
        if said[place : place + 1] == wanted[:1]:
            rest = iter(said[place : place + room])
            if all(word in rest for word in wanted):
                return True
    return not wanted


def _words(text: str) -> list[str]:
    """The words and figures of a text; "05" is "5", and *Uỷ* is *Ủy*."""
    return [word.exact for word in words_of(text)]


def _in_full(owed: Owed, period: Period | None) -> str:
    """A duty with when and to whom, where its own words do not say so."""
    from ..decree30.reader.reporting import told_whole  # noqa: PLC0415 -- slow import

    duty, text = owed.duty, without_final_mark(owed.duty.text)
    told = told_whole(text, period)
    due = None if told and told.due in owed.dues else duty.due
    to = None if told and told.to == duty.to else duty.to
    return report_items.item(text, due, to)
