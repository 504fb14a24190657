"""Fills the fields of an official document from its header, its text and its footer."""

from __future__ import annotations

from ..parts import Document, Task
from ..readings import Reading, ReadingWarning
from .annex_hints import hints_on_annexes, other_years_in, period_of
from .annexes import annexes_in, is_tied
from .dates import seen_from
from .divisions import Parts
from .footer import Footer, read_footer
from .header import Header, read_header, take_place_and_date
from .heading_hints import set_otherwise
from .hints import hints_on
from .kinds import PLAN
from .marked_text import marks_lost
from .outline import blocks_of
from .own_making import without_its_own_making
from .periods import of_term, period_in, term_in
from .pieces import Piece
from .preamble import bases_under_heading, issuer_in, read_preamble
from .reporting import reports_in
from .sureness import rate
from .task_table import as_said_by_table, names_its_tasks
from .tasks import tasks_in, tasks_in_annex
from .titles import title_after
from .wording import tidy
from .wrapping import paragraphs

#: What hands out work. All else decides, tells or asks, and what it says of work is none.
_WITH_TASKS = (
    PLAN, "phương án", "chương trình", "đề án", "dự án", "hướng dẫn", "chỉ thị",
)  # fmt: skip


def read_official(reading: Reading, parts: Parts, width: int) -> Header:
    """Fill all fields; return the header, which knows more than they do."""
    document = reading.document
    header = read_header(parts.header)
    place = 0
    if parts.type_line:
        document.title, place = title_after(parts.after_type, 0, parts.type_line.rest)
    document.title = document.title or header.subject
    after = parts.after_type[place:]
    if header.date is None:
        after = _take_last_date(header, after)
    text = paragraphs(after, width=width)
    preamble = read_preamble(text)
    document.bases, document.lead_in = preamble.bases, preamble.lead_in
    document.body = blocks_of(text[preamble.length :])
    if reading.is_plan:
        reading.warnings += [ReadingWarning("bases-parted", s) for s in preamble.parted]
        reading.warnings += marks_lost(text, preamble.length)
        reading.warnings += set_otherwise(text, document.headings)
    document.bases += bases_under_heading(document.body)
    _fill_header(reading, header)
    _fill_period(reading)
    if document.kind in _WITH_TASKS:
        period = seen_from(document.date, document.period)
        document.tasks = tasks_in(document.body, period)
        if not names_its_tasks(document):
            document.tasks = without_its_own_making(document)
            document.tasks = _still_to_do(document)
        document.reporting = reports_in(document.body, period)
    _fill_footer(reading, read_footer(parts.footer), width=width)
    document.tasks = as_said_by_table(document)
    unreadable = any(hint.code == "number-unreadable" for hint in reading.warnings)
    reading.warnings += [
        hint
        for hint in hints_on(document)
        if not (unreadable and hint.code == "number-missing")
    ]
    rate(reading, header)
    return header


def _take_last_date(header: Header, pieces: list[Piece]) -> list[Piece]:
    """Take the date line from above the signature, where some schools print it."""
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 4), -1):
        piece = pieces[place]
        if (
            piece.rows is None
            and len(piece.text) < 90
            and take_place_and_date(header, piece.raw)
        ):
            return pieces[:place] + pieces[place + 1 :]
    return pieces


def _fill_header(reading: Reading, header: Header) -> None:
    document = reading.document
    document.issuer_parent, document.issuer = header.issuer_parent, header.issuer
    document.number, document.symbol, document.place = (
        header.number,
        header.symbol,
        header.place,
    )
    reading.not_understood += header.unplaced
    if header.date:
        document.date, document.date_partial = header.date.date, header.date.partial
        document.date_text = header.date.text
    if (
        header.number_raw
        and not header.number
        and (header.handwritten_number or not header.symbol)
    ):
        reading.warnings.append(ReadingWarning("number-unreadable", header.number_raw))
        reading.not_understood.append(header.number_raw)
    if header.date and header.date.impossible:
        reading.warnings.append(ReadingWarning("date-impossible", header.date.text))
    if header.number and header.handwritten_number:
        reading.warnings.append(ReadingWarning("number-uncertain", header.number_raw))
    if header.date and header.date.date and header.date.handwritten:
        reading.warnings.append(ReadingWarning("date-uncertain", header.date.text))
    if document.issuer is None and (name := issuer_in(document.lead_in)):
        document.issuer = name
        reading.inferred.append("issuer")
        reading.warnings.append(ReadingWarning("issuer-inferred", None, name))


def _fill_period(reading: Reading) -> None:
    document, title = reading.document, reading.document.title or ""
    document.period = period_in(title)
    if document.period is None and document.lead_in:
        spoken = period_in(" ".join(document.lead_in))
        document.period = of_term(spoken, term_in(title)) if spoken else None
        if document.period:
            reading.inferred.append("period")


def _still_to_do(document: Document) -> list[Task]:
    """Leave out what was over before the document: a plan also tells what was done."""
    issued = document.date
    return [
        task
        for task in document.tasks
        if task.responsible or not (issued and task.deadline and task.deadline < issued)
    ]


def _fill_footer(reading: Reading, footer: Footer, *, width: int) -> None:
    document = reading.document
    document.recipients, document.signatory = footer.recipients, footer.signatory
    reading.not_understood += footer.unplaced
    reading.furniture += footer.furniture
    if footer.others and document.kind == PLAN:
        others = "; ".join(" ".join(signer.said) for signer in footer.others)
        reading.warnings.append(ReadingWarning("several-signatories", others))
    if footer.after:
        _leave_over(reading, paragraphs(footer.after, width=width))
    _fill_annexes(reading, footer, width=width)


def _fill_annexes(reading: Reading, footer: Footer, *, width: int) -> None:
    document = reading.document
    annexes = annexes_in(footer.annex, width=width, above=footer.last)
    tied = [annex for annex in annexes if is_tied(annex, document)]
    for annex in tied:
        del annex.body[0]
    reading.furniture += len(tied)
    document.annexes += annexes
    reading.warnings += hints_on_annexes(document, tied)
    for annex in annexes if document.kind in _WITH_TASKS else ():
        if not other_years_in(annex, document.period):
            period = seen_from(document.date, period_of(annex, document.period))
            document.tasks += tasks_in_annex(annex.body, period)


def _leave_over(reading: Reading, pieces: list[Piece]) -> None:
    """Keep text below the signature that is no annex; only people know where it belongs."""
    texts = [text for piece in pieces for text in _lines(piece) if text]
    reading.not_understood += texts
    reading.warnings.append(ReadingWarning("text-after-signature", texts[0]))


def _lines(piece: Piece) -> list[str]:
    if piece.rows is None:
        return [piece.text]
    return [" | ".join(filter(None, map(tidy, row))) for row in piece.rows]
