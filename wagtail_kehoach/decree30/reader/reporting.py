"""Reports that are owed: which, when, and to whom."""

from __future__ import annotations

import re
from typing import TypeGuard

from ..parts import Block, Heading, Paragraph, Period, ReportingDuty, Table
from ..report_items import details_in
from .cell_times import moments_in_cell
from .columns import columns_of
from .dates import Deadline, deadlines_in
from .moments import moments_in
from .passing_on import NEXT_OWES, passed_on
from .report_due import SENT_TO, duties_in
from .report_lists import reports_listed
from .report_wording import BEGINS, denies, report_text
from .timed_work import Timed, timed_work, until
from .wording import fold, tidy, unpunctuated

_TITLE = re.compile(r"bao cao")
_RECEIVER = re.compile(r"^(?:Nơi\s+)?[Nn]hận báo cáo\s*:\s*(.+)$")
_WHEN = re.compile(r"^(?:Thời điểm|Thời gian|Thời hạn)\s*:\s*(.+)$", re.IGNORECASE)
_NEXT_REPORT = re.compile(
    r"(?:[,;]|\bvà\b)\s*(?=báo cáo\b[^,;]*\b(?:trước|chậm nhất|yêu cầu)\b)",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:;|,|\bvà\b)\s*")
_GOAL = re.compile(r"muc dich|yeu cau|nguyen tac")


def reports_in(blocks: list[Block], period: Period | None) -> list[ReportingDuty]:
    """Return the reports that a body asks for, in the order of the text."""
    duties: list[ReportingDuty] = []
    section: list[ReportingDuty] = []
    title = ""
    listed = reports_listed(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            section, title = [], fold(block.title)
        elif isinstance(block, Paragraph) and place in listed:
            duties += _listed(block, period)
        elif isinstance(block, Paragraph) and not _GOAL.search(title):
            found = _duties(
                blocks, place, block, period, about=bool(_TITLE.search(title))
            )
            section += found
            duties += found
            _name_receiver(block.text, section)
        elif _is_table_of_work(block) and not _GOAL.search(title):
            duties += _in_cells(block, period)
    return duties


def _is_table_of_work(block: Block) -> TypeGuard[Table]:
    """Tell whether a table may ask for reports; of our own files only the text does."""
    return isinstance(block, Table) and block.other_tasks is None


def _listed(paragraph: Paragraph, period: Period | None) -> list[ReportingDuty]:
    """The report of an item in a list of reports, which may say neither when nor to whom."""
    if duty := details_in(paragraph.text):
        told = told_whole(duty.text, period)
        duty.due = duty.due or (told.due if told else None)
        duty.to = duty.to or (told.to if told else None)
        return [duty]
    text = unpunctuated(paragraph.text)
    found = _duties([paragraph], 0, paragraph, period, about=False)
    return found or ([ReportingDuty(text)] if text else [])


def told_whole(text: str, period: Period | None) -> ReportingDuty | None:
    """The report that all of ``text`` asks for; ``None`` where that are parts of it."""
    found = reports_in([Paragraph(text)], period)
    return found[0] if len(found) == 1 and found[0].text == text else None


def _in_cells(table: Table, period: Period | None) -> list[ReportingDuty]:
    """Return the reports of a table of work: each in one cell, with its time and receiver."""
    work = table.rows[table.header_rows :]
    time = columns_of(table.rows[: table.header_rows], work).get(
        "time", len(table.rows[0])
    )
    found: list[ReportingDuty] = []
    for row in work:
        when = moments_in_cell(row[time], period) if time < len(row) else None
        for text in filter(None, (report_text(cell, about=False) for cell in row)):
            duties = duties_in(text, period) or _due_beside(text, when)
            found += [duty for duty in duties if duty.to]
    return found


def _due_beside(text: str, when: Deadline | None) -> list[ReportingDuty]:
    """The report of a cell whose time stands in the column for it."""
    sent = SENT_TO.search(text)
    if not when or not sent or not BEGINS.match(text):
        return []
    return [ReportingDuty(unpunctuated(text), when.date or when.text, tidy(sent[1]))]


def _name_receiver(text: str, section: list[ReportingDuty]) -> None:
    if match := _RECEIVER.match(text):
        for duty in section:
            duty.to = duty.to or unpunctuated(match[1])


def _duties(
    blocks: list[Block],
    place: int,
    paragraph: Paragraph,
    period: Period | None,
    *,
    about: bool,
) -> list[ReportingDuty]:
    if denies(paragraph.text):
        return []
    if parts := passed_on(paragraph.text, period):
        return duties_in(parts.school, period)
    timed = timed_work(paragraph.text, period)
    if any(BEGINS.match(each.work) for each in timed):
        return [duty for each in timed for duty in _duties_at(each, period)]
    text = report_text(paragraph.text, about=about)
    if not text or _RECEIVER.match(paragraph.text):
        return []
    if text.endswith(":") and (dues := _dues_below(blocks, place)):
        return [ReportingDuty(unpunctuated(text), due) for due in dues]
    return [duty for r in _reports(text, period) for duty in duties_in(r, period)]


def _duties_at(timed: Timed, period: Period | None) -> list[ReportingDuty]:
    """Return the report whose time stands before it: "Tháng 12/2025: báo cáo sơ kết"."""
    if not BEGINS.match(timed.work):
        return []
    moment = until(timed.when, period)
    due = (moment.date or moment.text) if moment else timed.when
    return duties_in(timed.work, period) or [ReportingDuty(timed.work, due)]


def _reports(text: str, period: Period | None) -> list[str]:
    """Return a text for each report that has its own time; one without shares the next."""
    if own := NEXT_OWES.search(text):
        both = [text[: own.start()], text[own.end() :]]
        if all(moments_in(part, period) for part in both):
            return [report for part in both for report in _reports(part, period)]
    reports, begin = [], 0
    for comma in _NEXT_REPORT.finditer(text):
        before = text[begin : comma.start()]
        if deadlines_in(before, period) or (
            comma[0][0] == ";" and moments_in(before, period)
        ):
            reports.append(text[begin : comma.start()])
            begin = comma.end()
    return [*reports, text[begin:]]


def _dues_below(blocks: list[Block], place: int) -> list[str]:
    """Return the times that the items below a report list."""
    for block in blocks[place + 1 : place + 4]:
        if not isinstance(block, Paragraph):
            break
        if match := _WHEN.match(block.text):
            parts = _LIST.split(unpunctuated(match[1]))
            return [part[:1].lower() + part[1:] for part in parts if part]
    return []
