"""The end of a document: recipients, the signatory, and the annexes after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.annex_heads import annex_heads
from wagtail_kehoach.decree30.word import markup, styles
from wagtail_kehoach.decree30.word.body import add_blocks
from wagtail_kehoach.decree30.word.opening import without_dash, write

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.table import _Cell

    from wagtail_kehoach.decree30.parts import (
        Annex,
        Document,
        Recipient,
        Signatory,
    )


def add_closing(word: WordDocument, document: Document, width: float) -> None:
    """Write recipients and signatory, on one page with the end of the text."""
    if not document.recipients and not document.signatory:
        return
    keep_end_with_next(word)
    recipients, signatory = closing_table(word, width)
    _fill_recipients(recipients, document.recipients)
    if document.signatory:
        _fill_signatory(signatory, document.signatory)


def closing_table(word: WordDocument, width: float) -> tuple[_Cell, _Cell]:
    """Add the table below the text, and return its cells: recipients, signatory."""
    table = word.add_table(rows=1, cols=2)
    markup.set_cell_margins(table, 0)
    markup.fix_widths(table, [width / 2, width / 2])
    markup.keep_row_whole(table.rows[0])
    # Word wants a paragraph after a table; a low one starts no page of its own.
    word.add_paragraph(style=styles.RULE.name)
    recipients, signatory = table.rows[0].cells
    return recipients, signatory


def keep_end_with_next(word: WordDocument) -> None:
    """Keep the last sentence, or the last row of a table, with what follows."""
    last = word.paragraphs[-1]
    last.paragraph_format.keep_with_next = True
    if last.text == layout.END_OF_TEXT:  # stands alone below a table
        for cell in word.tables[-1].rows[-1].cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _fill_recipients(cell: _Cell, recipients: list[Recipient]) -> None:
    if not recipients:
        return
    write(cell, layout.RECIPIENTS_LABEL, styles.RECIPIENTS_HEAD)
    on_paper = [line for line in recipients if not line.electronic]
    for line in printed_recipients(on_paper):
        write(cell, line, styles.RECIPIENT)
    electronic = [line for line in recipients if line.electronic]
    if electronic:
        write(cell, layout.ELECTRONIC_LABEL, styles.RECIPIENTS_HEAD)
    for line in printed_recipients(electronic):
        write(cell, line, styles.RECIPIENT)


def printed_recipients(recipients: list[Recipient]) -> list[str]:
    """Return "- …;" for each recipient, with "." after the last (II.9)."""
    texts = [
        layout.without_final_mark(without_dash(recipient.text))
        for recipient in recipients
    ]
    lines = [f"- {text}" for text in texts if text]
    return [f"{line};" for line in lines[:-1]] + [f"{line}." for line in lines[-1:]]


def _fill_signatory(cell: _Cell, signatory: Signatory) -> None:
    for line in printed_offices(signatory):
        write(cell, line, styles.SIGNER_POSITION)
    leave_room_to_sign(cell)
    write(cell, signatory.name or "", styles.SIGNER_NAME)


def printed_offices(signatory: Signatory) -> list[str]:
    """Return the lines above a signature: by whose authority, and who.

    A head signs without authority line; some forms repeat the position there.
    """
    lines = [signatory.authority, signatory.position]
    return list(dict.fromkeys(line.upper() for line in lines if line))


def leave_room_to_sign(cell: _Cell) -> None:
    """Leave empty lines for signature and seal."""
    for _ in range(layout.SIGNATURE_LINES):
        cell.add_paragraph(style=styles.SIGNER_POSITION.name)


def add_annexes(word: WordDocument, document: Document) -> None:
    """Write each annex on pages of its own, numbered from 1 (I.7, III.1)."""
    heads = annex_heads(document)
    for annex, head in zip(document.annexes, heads, strict=True):
        section = _start_annex(word, annex)
        word.add_paragraph(head.label, styles.ANNEX_LABEL.name)
        if head.title:
            word.add_paragraph(head.title, styles.ANNEX_TITLE.name)
        word.add_paragraph(head.reference, styles.ANNEX_REFERENCE.name)
        add_blocks(word, head.body, text_width(section))
        # Word wants a paragraph after a table, and a section break needs one.
        word.add_paragraph(style=styles.RULE.name)


def _start_annex(word: WordDocument, annex: Annex) -> Section:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    word.paragraphs[-1].style = styles.RULE.name
    markup.restart_page_numbers(section)
    if annex.lies_across:
        section.orientation = WD_ORIENT.LANDSCAPE
        paper = (layout.PAPER_HEIGHT, layout.PAPER_WIDTH)
    else:
        section.orientation = WD_ORIENT.PORTRAIT
        paper = (layout.PAPER_WIDTH, layout.PAPER_HEIGHT)
    section.page_width, section.page_height = map(Mm, paper)
    return section


def text_width(section: Section) -> float:
    """Return the width in mm between the margins of ``section``."""
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return ((section.page_width or 0) - margins) / Mm(1)
