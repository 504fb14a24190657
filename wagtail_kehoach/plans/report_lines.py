"""Whether a line of a plan says that a report is owed: its words, when, and to whom.

What leads to a list belongs to each of its items: "Gửi UBND xã:" says to whom.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..decree30.parts import Heading, Paragraph
from ..organisation.bodies import body_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..decree30.parts import Block, Period, ReportingDuty
    from ..decree30.reader.dates import Deadline

#: One word in so many may stand between those of a duty: "về [nhà] trường".
_BETWEEN = 10
#: "Báo cáo sơ kết học kỳ I … và học kỳ II …": what stands before is said once for both.
_TERM = re.compile(r"\bhọc k[ỳì]\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\W*(?:năm\s+(?:học\s+)?)?(\d{4})(?:\s*[-–]\s*(\d{4}))?(?![\d/])", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(r"[.;]\s")
_WORD = re.compile(r"\w+")


def lines_of(text: Iterable[Block]) -> Iterator[str]:
    """Each line of prose with what leads to it; a row of a table owes no report."""
    title, leads = "", list[Paragraph]()
    for block in text:
        if isinstance(block, Paragraph):
            while leads and block.level <= leads[-1].level:
                leads.pop()
            yield " ".join([title, *(lead.text for lead in leads), block.text])
            if block.text.rstrip().endswith(":"):
                leads.append(block)
        elif isinstance(block, Heading) and not block.joint:
            yield block.title
        if not isinstance(block, Paragraph):
            leads.clear()
        run_in = isinstance(block, Heading) and block.joint
        title = block.title if run_in else ""


def says(
    line: str, duty: ReportingDuty, dues: set[dt.date | str], period: Period | None
) -> bool:
    """Tell whether ``line`` says the words of a duty one after the other, when and to whom."""
    if duty.to and not _follow(_words(line), _words(duty.to)):
        return False
    return any(_owes(said, duty, dues, period) for said in _for_each_term(line))


def _for_each_term(line: str) -> Iterator[str]:
    """The line, and what it says of each later term as if it stood alone."""
    yield line
    first, *others = list(_TERM.finditer(line)) or [None]
    for other in others if first else ():
        yield line[: first.start()] + line[other.start() :]


def _owes(
    line: str, duty: ReportingDuty, dues: set[dt.date | str], period: Period | None
) -> bool:
    from ..decree30.reader.report_wording import is_denied  # noqa: PLC0415 -- slow import

    found = _place(line, _words(duty.text))
    if found is None or is_denied(line[: found.start]):
        return False
    if _is_of_other_year(line[found.stop :], period):
        return False
    return not dues or any(_says_when(line, found, due, period) for due in dues)


def _place(line: str, wanted: list[str]) -> range | None:
    """Where in ``line`` the words stand in their order, close together."""
    if not _follow(_words(line), wanted):
        return None
    words = list(_WORD.finditer(line))
    end = next(w.end() for w in words if _follow(_words(line[: w.end()]), wanted))
    starts = [word.start() for word in words if word.start() < end]
    start = next(s for s in reversed(starts) if _follow(_words(line[s:end]), wanted))
    return range(start, end)


def _is_of_other_year(behind: str, period: Period | None) -> bool:
    """Tell whether a report is that of another year, which stands right behind its words."""
    match = _YEARS.match(behind)
    years = [int(year) for year in match.groups() if year] if match else []
    return any(
        period is None or not period.start <= year <= period.end for year in years
    )


def _says_when(
    line: str, found: range, due: dt.date | str, period: Period | None
) -> bool:
    """Tell whether the report is due then, whatever other days the line names."""
    if isinstance(due, str):
        return _follow(_words(line), _words(due))
    moments = _moments(line, period)
    clause = _clause(line, found)
    near = [m for m in moments if clause.start < m.end <= clause.stop]
    behind = [moment for moment in near if moment.end > found.stop]
    if behind:
        return due in _listed(line, moments, behind[0])
    if near:
        return due == near[-1].date
    return len(moments) == 1 and due == moments[0].date


def _moments(line: str, period: Period | None) -> list[Deadline]:
    """The last days that a line sets; all its days where it sets none as the last."""
    from ..decree30.reader.dates import (  # noqa: PLC0415 -- slow import
        ANY_DATE,
        Deadline,
        deadlines_in,
        resolved,
    )

    return deadlines_in(line, period) or [
        Deadline(match[0], match.end(), resolved(match, period))
        for match in ANY_DATE.finditer(line)
    ]


def _clause(line: str, found: range) -> range:
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(line)]
    start = max((end for end in ends if end <= found.start), default=0)
    return range(start, min((e for e in ends if e > found.stop), default=len(line)))


def _listed(
    line: str, moments: list[Deadline], first: Deadline
) -> list[dt.date | None]:
    """A day and those that are listed behind it: "trước ngày 10/01 và ngày 29/5"."""
    from ..decree30.reader.dates import AND_DAY  # noqa: PLC0415 -- slow import

    days, end = [first.date], first.end
    while more := AND_DAY.match(line, end):
        end = more.end()
        days += [moment.date for moment in moments if moment.end == end]
    return days


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
    """The words of a text: "05" is "5", *Uỷ* is *Ủy*, "Uỷ ban nhân dân" is "UBND"."""
    return body_key(text).split()
