"""The opening of a document: letterhead, type and title, legal bases, lead-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.shared import Pt

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.word import markup, styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from wagtail_kehoach.decree30.parts import Basis, Document
    from wagtail_kehoach.decree30.word.styles import Style

# Characters that fit beside the issuing body in 14 points, and in 13.
LONG_DATE, LONGEST_DATE = 43, 47
CONDENSED = -0.3  # points between letters, hardly seen
LETTER_GAP = 12  # points below the letterhead of a letter
# Widths of an average letter in the size of the text, for the rules below a text.
CAPITAL_WIDTH, SMALL_WIDTH = 0.63, 0.46
POINT = 25.4 / 72  # millimetres


def add_opening(word: WordDocument, document: Document, width: float) -> None:
    """Write all that stands before the first heading; ``width`` is that of the text."""
    _add_letterhead(word, document)
    if is_letter(document):
        gap = word.add_paragraph(style=styles.RULE.name)
        gap.paragraph_format.space_after = Pt(LETTER_GAP)
    else:
        _add_kind_and_title(word, document, width)
    for text in printed_bases(document.bases):
        word.add_paragraph(text, styles.BASIS.name)
    for text in document.lead_in:
        word.add_paragraph(text, styles.BODY.name)


def is_letter(document: Document) -> bool:
    """A letter (công văn) prints no type name; its title stands under the number."""
    return (document.kind or "").lower() == layout.LETTER


def printed_bases(bases: list[Basis]) -> list[str]:
    """Return the legal bases as printed: no dash, ";" after each, "." at the end."""
    texts = [layout.without_final_mark(without_dash(basis.text)) for basis in bases]
    texts = [text for text in texts if text]
    return [f"{text};" for text in texts[:-1]] + [f"{text}." for text in texts[-1:]]


def without_dash(text: str) -> str:
    """Return ``text`` without the dash somebody typed before it."""
    return re.sub(r"^[\s*+–-]+", "", text)


def _add_letterhead(word: WordDocument, document: Document) -> None:
    table = word.add_table(rows=2, cols=2)
    widths = [layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT]
    markup.set_cell_margins(table, 0)
    markup.fix_widths(table, widths, -layout.LETTERHEAD_OVERHANG)
    _fill_issuer(table.cell(0, 0), document)
    _fill_nation(table.cell(0, 1))
    _fill_number(table.cell(1, 0), document)
    _fill_place_and_date(table, document)


def _fill_issuer(cell: _Cell, document: Document) -> None:
    issuer = (document.issuer or "").upper()
    if document.issuer_parent:
        write(cell, document.issuer_parent.upper(), styles.ISSUER_PARENT)
    write(cell, issuer, styles.ISSUER)
    _rule_below(cell, issuer, styles.ISSUER, layout.LETTERHEAD_LEFT)


def _fill_nation(cell: _Cell) -> None:
    write(cell, layout.NATIONAL_NAME_TEXT, styles.NATIONAL_NAME)
    write(cell, layout.NATIONAL_MOTTO_TEXT, styles.NATIONAL_MOTTO)
    rule = cell.add_paragraph(style=styles.RULE.name)
    markup.draw_rule(rule, layout.NATIONAL_MOTTO_WIDTH, layout.LETTERHEAD_RIGHT)


def _fill_number(cell: _Cell, document: Document) -> None:
    text = layout.number_and_symbol(document.number, document.symbol)
    write(cell, f"{layout.NUMBER_LABEL}{text}", styles.NUMBER)
    if is_letter(document) and document.title:
        write(cell, f"{layout.LETTER_TITLE_LABEL}{document.title}", styles.LETTER_TITLE)


def _fill_place_and_date(table: Table, document: Document) -> None:
    text = layout.place_and_date(document.place, document.date, document.date_partial)
    cell = table.cell(1, 1)
    write(cell, text, styles.PLACE_AND_DATE)
    run = cell.paragraphs[0].runs[0]
    if len(text) > LONG_DATE:
        run.font.size = Pt(layout.PLACE_AND_DATE.least)
    if len(text) > LONGEST_DATE:
        markup.space_letters(run, CONDENSED)


def _add_kind_and_title(word: WordDocument, document: Document, width: float) -> None:
    if document.kind:
        word.add_paragraph(document.kind.upper(), styles.KIND.name)
    title = document.title or ""
    if title:
        word.add_paragraph(title, styles.TITLE.name)
    rule = _rule_below(word, title or document.kind or "", styles.TITLE, width)
    rule.paragraph_format.space_after = Pt(10)


def write(cell: _Cell, text: str, style: Style) -> None:
    """Append a paragraph to ``cell``, using the empty one that a new cell has."""
    first = cell.paragraphs[0]
    unused = len(cell.paragraphs) == 1 and not first.runs
    paragraph = first if unused else cell.add_paragraph()
    paragraph.style = style.name
    paragraph.add_run(text)


def _rule_below(
    container: _Cell | WordDocument, text: str, style: Style, room: float
) -> Paragraph:
    """Draw the line under ``text``, a third to a half as long as the text looks."""
    letter = CAPITAL_WIDTH if text.isupper() else SMALL_WIDTH
    length = len(text) * letter * style.lettering.size * POINT
    rule = container.add_paragraph(style=styles.RULE.name)
    markup.draw_rule(rule, min(length, room) * layout.RULE_SHARE, room)
    return rule
