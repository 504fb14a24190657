"""A plan page from the parts of a document; ``documents`` is the way back."""

from __future__ import annotations

import datetime as dt
import html
import re
from calendar import monthrange
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..decree30.parts import (
    Annex,
    Basis,
    Block,
    Document,
    Heading,
    Paragraph,
    Period,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from ..decree30.stretches import BOLD, ITALIC, cut
from ..organisation.calendar import resolve, term_days
from ..organisation.queries import school_year_on, school_years_between
from ..organisation.seeds import usual_school_year
from . import run_in
from .annexes import paper_of, titled
from .blocks import DueType
from .task_table import own_titles, replaceable_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .models import PlanPageMixin

BULLETS = ("-", "–", "+", "•", "*")
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


def fill_period(page: PlanPageMixin, period: Period | None) -> None:
    """The time that a document names, in words and in days. Saves nothing."""
    if period is None:
        return
    page.period_type = period.type
    page.period_text = period.text[:100]
    page.starts_on, page.ends_on = days_of(period)


def days_of(period: Period) -> tuple[dt.date, dt.date]:
    """The first and the last day of a period, which a document only names in words."""
    if period.type == "nam_hoc":
        return _days_of_school_year(period)
    first, last = _months(period)
    end = dt.date(period.end, last, monthrange(period.end, last)[1])
    return dt.date(period.start, first, 1), end


def _days_of_school_year(period: Period) -> tuple[dt.date, dt.date]:
    """The days of a school year, or of the one term of it that the period names."""
    term = term_days(period.text, usual_school_year(period.start))
    if term is None:
        return dt.date(period.start, 9, 1), dt.date(period.end, 5, 31)
    entered = school_year_on(dt.date(period.start, 12, 31))
    if entered is None or entered.starts_on.year != period.start:
        return term
    return term_days(period.text, entered) or term


def _months(period: Period) -> tuple[int, int]:
    """The first and the last month of a period: "quý II", "6 tháng đầu năm"."""
    if match := re.search(r"quý\s+(IV|I{1,3}|[1-4])\b", period.text, re.IGNORECASE):
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match[1].upper())
        quarter = quarter or int(match[1])
        return 3 * quarter - 2, 3 * quarter
    if match := re.search(r"(\d+)\s+tháng\s+(đầu|cuối)", period.text, re.IGNORECASE):
        count = min(int(match[1]), 12)
        return (1, count) if match[2].lower() == "đầu" else (13 - count, 12)
    named = [int(month) for month in re.findall(r"tháng\s+(\d+)", period.text, re.I)]
    if named and all(1 <= month <= 12 for month in named):
        return named[0], named[-1]
    return 1, 12


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
        years = school_years_between(page.starts_on, page.ends_on)
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
        text = _as_html(pending)
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


def _as_html(paragraphs: list[Paragraph]) -> str:
    """Paragraphs as rich text: items with a bullet as lists, all others as they are."""
    parts: list[str] = []
    depth = first = 0
    for paragraph in paragraphs:
        wanted = 0
        if paragraph.marker in BULLETS:
            # A list may begin deep below a numbered item; its first item is at its edge.
            first = paragraph.level if depth == 0 else first
            wanted = min(max(paragraph.level - first, 0) + 1, depth + 1)
            if paragraph.marker == "+" and wanted == 1:
                # A list of the first depth has dashes on paper: this item keeps its plus.
                wanted = 0
        parts.append(_list_step(depth, wanted))
        depth = wanted
        if wanted:
            parts.append(_marked(paragraph))
        else:
            marker = html.escape(paragraph.marker or "", quote=False)
            words = " ".join(filter(None, [marker, _marked(paragraph)]))
            parts.append(f"<p>{words}</p>")
    parts.append(_list_step(depth, 0))
    return "".join(parts)


def _marked(paragraph: Paragraph) -> str:
    """The text of a paragraph with its bold and italic parts as rich text has them."""
    said = ""
    parts = cut(paragraph.text, paragraph.stretches)
    for bold, group in groupby(parts, key=lambda part: BOLD in part[1]):
        inner = "".join(_slanted(text, marks) for text, marks in group)
        said += f"<b>{inner}</b>" if bold else inner
    return said


def _slanted(text: str, marks: str) -> str:
    escaped = html.escape(text, quote=False)
    return f"<i>{escaped}</i>" if ITALIC in marks else escaped


def _list_step(depth: int, wanted: int) -> str:
    """The tags from an item of one depth to an item of another; 0 is outside of lists."""
    if wanted > depth:
        return "<ul><li>"
    return "</li></ul>" * (depth - wanted) + ("</li><li>" if wanted else "")
