"""The parts of a document from a plan page; ``filling`` is the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..decree30.layout import date_in_words, printed_figure, without_final_mark
from ..decree30.parts import (
    Annex,
    Basis,
    Block,
    Document,
    Paragraph,
    Period,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from ..languages.rules import is_translated
from .annexes import annex_at
from .closing_words import above_closing
from .reports_on_paper import Owed, as_told, with_reports
from .task_table import column_titles, led_to, table_of, titles_at
from .text_blocks import blocks_of, paragraphs_of
from .times_on_paper import on_paper

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from .models import PlanPageMixin

#: A school year begins in August at the earliest, and ends before it.
FIRST_MONTH = 8


def to_document(page: PlanPageMixin) -> Document:
    """The plan as the parts of a document, ready for the writer."""
    body, annexes = _document_body(page)
    period, partial = period_of(page), _date_partial(page)
    owed = [_owed(child.value) for child in page.reporting]
    if not is_translated(page):
        # In another language a duty is not worded as the text that it comes from.
        body = with_reports(body, owed, period)
    return Document(
        kind="kế hoạch",
        issuer_parent=page.superior_body or None,
        issuer=page.issuing_body or None,
        number=printed_figure(page.official_number) or None,
        symbol=page.symbol or None,
        place=page.place or None,
        date=page.official_date,
        date_partial=partial,
        date_text=_date_text(page.official_date, partial),
        title=page.title,
        period=period,
        bases=[_basis(child.value) for child in page.legal_bases],
        lead_in=[line for line in page.lead_in.splitlines() if line.strip()],
        body=body,
        tasks=[_task(child.value, period) for child in page.tasks],
        reporting=[as_told(one, period) for one in owed],
        recipients=[
            Recipient(
                without_final_mark(child.value),
                electronic=child.block_type == "electronic",
            )
            for child in page.recipients
        ],
        signatory=Signatory(
            authority=page.authority or None,
            position=page.signatory_position or None,
            name=page.signatory_name or None,
        ),
        annexes=annexes,
        other_tasks=None if has_table(page) else _other_tasks(page),
    )


def period_of(page: PlanPageMixin) -> Period | None:
    """The time of a plan as the reader has it; ``None`` where it is not complete."""
    if not (page.period_text and page.starts_on and page.ends_on):
        return None
    start, end = page.starts_on.year, page.ends_on.year
    if page.period_type == page.PeriodType.SCHOOL_YEAR and start == end:
        # One term of a school year, which has two years all the same.
        start -= page.starts_on.month < FIRST_MONTH
        end = start + 1
    return Period(page.period_type, start, end, page.period_text)


def _date_text(date: dt.date | None, partial: str | None) -> str | None:
    """The line of the date as it is printed, as far as there is one."""
    if not (date or partial):
        return None
    return " ".join(date_in_words(date, partial).split())


def _date_partial(page: PlanPageMixin) -> str | None:
    """The month or year that the file of a draft gave where it left the day open.

    Kept with the file, so it goes with the approval: then the register gives the date.
    """
    if page.pk is None or page.official_date:
        return None
    kept = getattr(page, "kehoach_plan_reading", None)
    return kept.reading.get("date_partial") if kept else None


def _basis(value) -> Basis:
    return Basis(
        text=value["text"],
        number=value.get("number") or None,
        date=value.get("date"),
        issuer=value.get("issuer") or None,
    )


def _task(value, period: Period | None) -> Task:
    supporting = (value.get("supporting") or "").split(";")
    deadline, wording = value.get("due_on"), value.get("due_text") or None
    if value.get("in_table"):
        deadline, wording = on_paper(deadline, wording, period)
    return Task(
        text=value["text"],
        responsible=value.get("lead") or None,
        deadline=deadline,
        deadline_text=wording,
        supporting=[s for part in supporting if (s := part.strip())],
        expected_result=value.get("result") or None,
    )


def _owed(value) -> Owed:
    due, wording = value.get("due_on"), value.get("due_text") or ""
    duty = ReportingDuty(
        text=value["text"],
        due=due or wording or None,
        to=value.get("to") or None,
    )
    return Owed(duty, wording)


def reports_added(page: PlanPageMixin) -> list[Paragraph]:
    """What the files of ``page`` say of reports that its text does not say."""
    if not page.reporting or is_translated(page):
        return []
    text, _annexes = _document_body(page)
    owed = [_owed(child.value) for child in page.reporting]
    whole = with_reports(text, owed, period_of(page))
    own = {id(block) for block in text}
    return [b for b in whole if isinstance(b, Paragraph) and id(b) not in own]


def closing_paragraphs(child) -> int:
    """How many paragraphs at the end of a section close the text: what is added stands above."""
    if child.block_type != "section":
        return 0
    text, added = blocks_of(child), Paragraph("")
    return len(text) - above_closing(text, [added]).index(added)


def _document_body(page: PlanPageMixin) -> tuple[list[Block], list[Annex]]:
    """The text and its annexes, with the table of tasks in its place.

    Where the text has no place for it, it ends the text, above the closing words. A task
    that a sentence gives stands in that sentence and nowhere else.
    """
    tasks = table_of_tasks(page)
    text: list[Block] = []
    annexes: list[Annex] = []
    placed = False
    for place, child in enumerate(page.body):
        if titles_at(page.body, place):
            continue
        body = annexes[-1].body if annexes else text
        if annex := annex_at(child):
            annexes.append(annex)
            annex.body.extend(paragraphs_of(child.value))
        elif child.block_type != "task_table":
            body.extend(blocks_of(child))
        elif tasks and not placed:
            body.append(tasks)
            placed = True
    if tasks and not placed:
        text = above_closing(text, led_to(tasks))
    return text, annexes


def table_of_tasks(page: PlanPageMixin) -> Table | None:
    """The table of the tasks of ``page`` as it is printed; ``None`` if it has none."""
    period = period_of(page)
    rows = [c.value for c in page.tasks if c.value.get("in_table")]
    tasks = [_task(value, period) for value in rows]
    table = table_of(tasks, _own_titles(page))
    if table is not None:
        table.other_tasks = _other_tasks(page)
    return table


def has_table(page: PlanPageMixin) -> bool:
    """Whether ``page`` has tasks that are printed as a table."""
    return any(child.value.get("in_table") for child in page.tasks)


def _other_tasks(page: PlanPageMixin) -> list[str]:
    """The words of the tasks that sentences give."""
    return [c.value["text"] for c in page.tasks if not c.value.get("in_table")]


def titles_on_paper(page: PlanPageMixin) -> dict[str, str]:
    """What the columns of the table of tasks are called in the files of ``page``.

    Nothing where that would be Vietnamese on a page in another language.
    """
    return {} if is_translated(page) else column_titles(_own_titles(page))


def _own_titles(page: PlanPageMixin) -> Sequence[str]:
    titles = (titles_at(page.body, place) for place in range(len(page.body)))
    return next(filter(None, titles), ())
