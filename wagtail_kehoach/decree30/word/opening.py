"""The opening of a document: letterhead, type and title, legal bases, lead-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.shared import Pt
from docx.table import _Cell

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.word import markup, styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
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
    table = letterhead(word)
    _fill_issuer(table.cell(0, 0), document)
    fill_nation(table.cell(0, 1))
    _fill_number(table.cell(1, 0), document)
    add_place_and_date(table.cell(1, 1), document)


def letterhead(word: WordDocument) -> Table:
    """Add the table of the letterhead, with nothing in it."""
    table = word.add_table(rows=2, cols=2)
    widths = [layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT]
    markup.set_cell_margins(table, 0)
    markup.fix_widths(table, widths, -layout.LETTERHEAD_OVERHANG)
    return table


def _fill_issuer(cell: _Cell, document: Document) -> None:
    if document.issuer_parent:
        write(cell, document.issuer_parent.upper(), styles.ISSUER_PARENT)
    write(cell, (document.issuer or "").upper(), styles.ISSUER)
    add_issuer_rule(cell, document)


def add_issuer_rule(container: _Cell | WordDocument, document: Document) -> None:
    """Draw the line under the issuing body."""
    issuer = (document.issuer or "").upper()
    _rule_below(container, issuer, styles.ISSUER, layout.LETTERHEAD_LEFT)


def fill_nation(cell: _Cell) -> None:
    """Write the national name and motto, with the line below."""
    write(cell, layout.NATIONAL_NAME_TEXT, styles.NATIONAL_NAME)
    write(cell, layout.NATIONAL_MOTTO_TEXT, styles.NATIONAL_MOTTO)
    rule = cell.add_paragraph(style=styles.RULE.name)
    markup.draw_rule(rule, layout.NATIONAL_MOTTO_WIDTH, layout.LETTERHEAD_RIGHT)


def _fill_number(cell: _Cell, document: Document) -> None:
    text = layout.number_and_symbol(document.number, document.symbol)
    write(cell, f"{layout.NUMBER_LABEL}{text}", styles.NUMBER)
    if is_letter(document) and document.title:
        write(cell, f"{layout.LETTER_TITLE_LABEL}{document.title}", styles.LETTER_TITLE)


def add_place_and_date(container: _Cell | WordDocument, document: Document) -> None:
    """Write place and date, smaller where the line would break."""
    text = layout.place_and_date(document.place, document.date, document.date_partial)
    run = write(container, text, styles.PLACE_AND_DATE).runs[0]
    if len(text) > LONG_DATE:
        run.font.size = Pt(layout.PLACE_AND_DATE.least)
    if len(text) > LONGEST_DATE:
        markup.space_letters(run, CONDENSED)


def _add_kind_and_title(word: WordDocument, document: Document, width: float) -> None:
    if document.kind:
        word.add_paragraph(document.kind.upper(), styles.KIND.name)
    if document.title:
        word.add_paragraph(document.title, styles.TITLE.name)
    add_title_rule(word, document, width)


def add_title_rule(word: WordDocument, document: Document, width: float) -> None:
    """Draw the line under the title."""
    text = document.title or document.kind or ""
    rule = _rule_below(word, text, styles.TITLE, width)
    rule.paragraph_format.space_after = Pt(10)


def write(container: _Cell | WordDocument, text: str, style: Style) -> Paragraph:
    """Append a paragraph, using the empty one that a new cell has."""
    paragraph = _unused(container) or container.add_paragraph()
    paragraph.style = style.name
    paragraph.add_run(text)
    return paragraph


def _unused(container: _Cell | WordDocument) -> Paragraph | None:
    if not isinstance(container, _Cell):
        return None
    first, *others = container.paragraphs
    return None if others or first.runs else first


def _rule_below(
    container: _Cell | WordDocument, text: str, style: Style, room: float
) -> Paragraph:
    """Draw the line under ``text``, a third to a half as long as the text looks."""
    letter = CAPITAL_WIDTH if text.isupper() else SMALL_WIDTH
    length = len(text) * letter * style.lettering.size * POINT
    rule = container.add_paragraph(style=styles.RULE.name)
    markup.draw_rule(rule, min(length, room) * layout.RULE_SHARE, room)
    return rule
