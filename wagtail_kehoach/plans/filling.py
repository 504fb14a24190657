"""A plan page from the parts of a document; ``documents`` is the way back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from ..decree30.parts import (
    Annex,
    Basis,
    Block,
    Document,
    Heading,
    Paragraph,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from ..organisation.calendar import resolve
from ..organisation.queries import school_years_of
from . import run_in
from .annexes import paper_of, titled
from .blocks import DueType
from .period_days import fill_period
from .section_html import as_html
from .task_table import own_titles, replaceable_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .models import PlanPageMixin

DUE_TYPES = {
    "hằng": DueType.RECURRING,
    "hàng": DueType.RECURRING,
    "thường xuyên": DueType.RECURRING,
    "quý": DueType.QUARTER,
    "học k": DueType.TERM,
    "năm học": DueType.TERM,
    "tháng": DueType.MONTH,
}


def fill_page(page: PlanPageMixin, document: Document) -> None:
    """Put everything that ``document`` says into ``page``. Saves nothing."""
    for name, text in _short_texts(document).items():
        setattr(page, name, text[: _room(page, name)])
    page.issued_on = document.date
    fill_period(page, document.period)
    page.lead_in = "\n".join(document.lead_in)
    page.legal_bases = [("basis", _basis_value(basis)) for basis in document.bases]
    table = replaceable_table(document)
    titles = own_titles(document, table)
    page.body = body_blocks(document.body, task_table=table, titles=titles) + [
        block for annex in document.annexes for block in _annex_blocks(annex)
    ]
    page.tasks = [
        (
            "task",
            {
                **_task_value(task),
                "in_table": table is not None and task.block == table,
            },
        )
        for task in document.tasks
    ]
    page.reporting = [("duty", duty_value(page, d)) for d in document.reporting]
    page.recipients = [
        ("electronic" if r.electronic else "recipient", r.text)
        for r in document.recipients
    ]


def texts_cut(page: PlanPageMixin, document: Document) -> list[str]:
    """What ``document`` says in full where the fields of ``page`` have room for less."""
    return [
        text
        for name, text in _short_texts(document).items()
        if len(text) > _room(page, name)
    ]


def _room(page: PlanPageMixin, name: str) -> int:
    return page._meta.get_field(name).max_length


def _short_texts(document: Document) -> dict[str, str]:
    """What fills the short fields of a page, by field."""
    signed = document.signatory or Signatory()
    said = {
        "title": document.title,
        "superior_body": document.issuer_parent,
        "issuing_body": document.issuer,
        "number": document.number,
        "symbol": document.symbol,
        "place": document.place,
        "authority": signed.authority,
        "signatory_position": signed.position,
        "signatory_name": signed.name,
    }
    return {name: text or "" for name, text in said.items()}


def _basis_value(basis: Basis) -> dict[str, Any]:
    return {
        "text": basis.text,
        "number": basis.number or "",
        "date": basis.date,
        "issuer": basis.issuer or "",
    }


def _task_value(task: Task) -> dict[str, Any]:
    return {
        "text": task.text,
        "theme": "",
        "lead": task.responsible or "",
        "supporting": "; ".join(task.supporting),
        "due_type": due_type(task.deadline, task.deadline_text),
        "due_on": task.deadline,
        "due_text": task.deadline_text or "",
        "result": task.expected_result or "",
    }


def due_type(day: dt.date | None, wording: str | None) -> str:
    """How ``wording`` says when something is due."""
    text = (wording or "").lower()
    if any(char.isdigit() for char in text) and day and "quý" not in text:
        return DueType.DATE
    for word, kind in DUE_TYPES.items():
        if word in text:
            return kind
    if day:
        return DueType.DATE
    return DueType.RELATIVE if text else DueType.NONE


def duty_value(page: PlanPageMixin, duty: ReportingDuty) -> dict[str, Any]:
    """A report as the values of its block."""
    wording = duty.due if isinstance(duty.due, str) else ""
    day = duty.due if isinstance(duty.due, dt.date) else None
    if wording and not day:
        years = school_years_of(page.starts_on, page.ends_on, page.issued_on)
        day = resolve(wording, years)
    return {
        "text": duty.text,
        "due_on": day,
        "due_text": wording,
        "to": duty.to or "",
    }


def body_blocks(
    body: list[Block], *, task_table: int | None = None, titles: Sequence[str] = ()
) -> list[tuple[str, Any]]:
    """The body of a document as blocks of a plan: a section for each heading.

    The table at ``task_table`` becomes the place where the tasks of the plan are shown,
    under ``titles`` of its own.
    """
    blocks: list[tuple[str, Any]] = []
    pending: list[Paragraph] = []
    section: dict[str, Any] | None = None

    def close() -> None:
        nonlocal section, pending
        text = as_html(pending)
        if section is not None:
            text = run_in.joined(text, section.pop("joint"))
            blocks.append(("section", {**section, "text": text}))
        elif text:
            blocks.append(
                ("section", {"number": "", "title": "", "level": 1, "text": text})
            )
        section, pending = None, []

    for place, block in enumerate(body):
        if isinstance(block, Paragraph):
            pending.append(block)
            continue
        close()
        if isinstance(block, Heading):
            section = {
                "number": block.label,
                "title": f"{block.title}{block.end}",
                "level": min(max(block.level, 1), 5),
                "joint": block.joint,
            }
        elif place == task_table:
            blocks += _place_of_tasks(titles)
        else:
            blocks.append(("table", _table_value(block)))
    close()
    return blocks


def _place_of_tasks(titles: Sequence[str]) -> list[tuple[str, Any]]:
    head = [("table", _table_value(Table([list(titles)], 1)))] if titles else []
    return [*head, ("task_table", None)]


def _annex_blocks(annex: Annex) -> list[tuple[str, Any]]:
    """An annex as the last section of the text, so that nothing of the file is lost."""
    annex = titled(annex)
    blocks = body_blocks([Heading("", annex.title, 1), *annex.body])
    if paper := paper_of(annex):
        blocks[0][1]["paper"] = paper
    return blocks


def _table_value(table: Table) -> dict[str, Any]:
    rows = [
        " | ".join(" ".join(cell.replace("|", "/").split()) for cell in row)
        for row in table.rows
    ]
    return {"rows": "\n".join(rows), "has_header": table.header_rows > 0}
