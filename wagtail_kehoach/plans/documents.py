"""A plan page from the parts of a document, and back."""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING, Any

from ..decree30.parts import (
    Annex,
    Basis,
    Block,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from ..organisation.calendar import resolve
from ..organisation.queries import school_years_between
from .annexes import text_and_annexes
from .blocks import DueType
from .task_table import at_the_end, replaceable_table, table_of

if TYPE_CHECKING:
    from bs4 import Tag

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
    _fill_period(page, document.period)
    page.lead_in = "\n".join(document.lead_in)
    page.legal_bases = [("basis", _basis_value(basis)) for basis in document.bases]
    table = replaceable_table(document)
    page.body = body_blocks(document.body, task_table=table) + [
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
    page.reporting = [("duty", _duty_value(page, d)) for d in document.reporting]
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


def _fill_period(page: PlanPageMixin, period: Period | None) -> None:
    if period is None:
        return
    page.period_type = period.type
    page.period_text = period.text[:100]
    if period.type == "nam_hoc":
        page.starts_on = dt.date(period.start, 9, 1)
        page.ends_on = dt.date(period.end, 5, 31)
    elif period.type in ("nam", "giai_doan"):
        page.starts_on = dt.date(period.start, 1, 1)
        page.ends_on = dt.date(period.end, 12, 31)


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


def _duty_value(page: PlanPageMixin, duty: ReportingDuty) -> dict[str, Any]:
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
    body: list[Block], *, task_table: int | None = None
) -> list[tuple[str, Any]]:
    """The body of a document as blocks of a plan: a section for each heading.

    The table at ``task_table`` becomes the place where the tasks of the plan are shown.
    """
    blocks: list[tuple[str, Any]] = []
    pending: list[Paragraph] = []
    section: dict[str, Any] | None = None

    def close() -> None:
        nonlocal section, pending
        text = _as_html(pending)
        if section is not None:
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
                "title": block.title,
                "level": min(max(block.level, 1), 5),
            }
        elif place == task_table:
            blocks.append(("task_table", None))
        else:
            blocks.append(("table", _table_value(block)))
    close()
    return blocks


def _annex_blocks(annex: Annex) -> list[tuple[str, Any]]:
    """An annex as the last section of the text, so that nothing of the file is lost."""
    title = [Heading("", annex.title, 1)] if annex.title else []
    return body_blocks([*title, *annex.body])


def _table_value(table: Table) -> dict[str, Any]:
    rows = [
        " | ".join(" ".join(cell.replace("|", "/").split()) for cell in row)
        for row in table.rows
    ]
    return {"rows": "\n".join(rows), "has_header": table.header_rows > 0}


def _as_html(paragraphs: list[Paragraph]) -> str:
    """Paragraphs as rich text: items with a bullet as lists, all others as they are."""
    parts: list[str] = []
    depth = 0
    for paragraph in paragraphs:
        wanted = max(paragraph.level, 1) if paragraph.marker in BULLETS else 0
        wanted = min(wanted, depth + 1)
        parts.append(_list_step(depth, wanted))
        depth = wanted
        if wanted:
            parts.append(html.escape(paragraph.text, quote=False))
        else:
            words = " ".join(filter(None, [paragraph.marker, paragraph.text]))
            parts.append(f"<p>{html.escape(words, quote=False)}</p>")
    parts.append(_list_step(depth, 0))
    return "".join(parts)


def _list_step(depth: int, wanted: int) -> str:
    """The tags from an item of one depth to an item of another; 0 is outside of lists."""
    if wanted > depth:
        return "<ul><li>"
    return "</li></ul>" * (depth - wanted) + ("</li><li>" if wanted else "")


def to_document(page: PlanPageMixin) -> Document:
    """The plan as the parts of a document, ready for the writer."""
    body, annexes = _document_body(page)
    return Document(
        kind="kế hoạch",
        issuer_parent=page.superior_body or None,
        issuer=page.issuing_body or None,
        number=page.official_number or None,
        symbol=page.symbol or None,
        place=page.place or None,
        date=page.official_date,
        title=page.title,
        period=_period(page),
        bases=[_basis(child.value) for child in page.legal_bases],
        lead_in=[line for line in page.lead_in.splitlines() if line.strip()],
        body=body,
        tasks=[_task(child.value) for child in page.tasks],
        reporting=[_duty(child.value) for child in page.reporting],
        recipients=[
            Recipient(child.value, electronic=child.block_type == "electronic")
            for child in page.recipients
        ],
        signatory=Signatory(
            authority=page.authority or None,
            position=page.signatory_position or None,
            name=page.signatory_name or None,
        ),
        annexes=annexes,
    )


def _period(page: PlanPageMixin) -> Period | None:
    if not (page.period_text and page.starts_on and page.ends_on):
        return None
    years = page.starts_on.year, page.ends_on.year
    return Period(page.period_type, *years, page.period_text)


def _basis(value) -> Basis:
    return Basis(
        text=value["text"],
        number=value.get("number") or None,
        date=value.get("date"),
        issuer=value.get("issuer") or None,
    )


def _task(value) -> Task:
    supporting = (value.get("supporting") or "").split(";")
    return Task(
        text=value["text"],
        responsible=value.get("lead") or None,
        deadline=value.get("due_on"),
        deadline_text=value.get("due_text") or None,
        supporting=[s for part in supporting if (s := part.strip())],
        expected_result=value.get("result") or None,
    )


def _duty(value) -> ReportingDuty:
    return ReportingDuty(
        text=value["text"],
        due=value.get("due_on") or value.get("due_text") or None,
        to=value.get("to") or None,
    )


def _document_body(page: PlanPageMixin) -> tuple[list[Block], list[Annex]]:
    """The text and its annexes, with the table of tasks in its place.

    Where the text has no place for it, the table ends the text. A task that a sentence
    gives stands in that sentence and nowhere else.
    """
    tasks = table_of([_task(c.value) for c in page.tasks if c.value.get("in_table")])
    body: list[Block] = []
    placed = False
    for child in page.body:
        if child.block_type != "task_table":
            body.extend(_text_blocks(child))
        elif tasks and not placed:
            body.append(tasks)
            placed = True
    text, annexes = text_and_annexes(body)
    return [*text, *([] if placed or not tasks else at_the_end(tasks))], annexes


def _text_blocks(child) -> list[Block]:
    """A section or a table of the text."""
    value = child.value
    if child.block_type == "table":
        rows = value["rows"].splitlines()
        cells = [[cell.strip() for cell in row.split("|")] for row in rows]
        return [Table(cells, int(bool(value.get("has_header"))))]
    titled = value["title"] or value.get("number")
    heading = [_heading(value)] if titled else []
    return [*heading, *_paragraphs(str(value.get("text") or ""))]


def _heading(value) -> Heading:
    return Heading(value.get("number") or "", value["title"], value["level"] or 1)


def _paragraphs(text: str) -> list[Paragraph]:
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- slow import

    soup = BeautifulSoup(text, "html.parser")
    found = [_paragraph(element) for element in soup.find_all(["p", "li"])]
    return [paragraph for paragraph in found if paragraph.text]


def _paragraph(element: Tag) -> Paragraph:
    words = _own_words(element)
    if element.name != "li":
        return Paragraph(words)
    depth = len(element.find_parents(["ul", "ol"]))
    if element.parent.name == "ol":
        place = len(element.find_previous_siblings("li")) + 1
        return Paragraph(words, marker=f"{place}.", level=depth)
    return Paragraph(words, marker="-" if depth <= 1 else "+", level=depth)


def _own_words(element: Tag) -> str:
    """The words of a paragraph or item, without those of the items below it."""
    parts = [
        " " if getattr(node, "name", None) == "br" else node
        for node in element.descendants
        if node.find_parent(["p", "li"]) is element
    ]
    return " ".join("".join(part for part in parts if isinstance(part, str)).split())
