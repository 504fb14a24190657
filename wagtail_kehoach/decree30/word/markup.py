"""WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

# The schema wants children in order: these come after a paragraph's border, a section's
# page number type, a table's indent, a run's letter spacing.
AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)
AFTER_PAGE_NUMBER = (
    *("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg"),
    *("w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings"),
)
AFTER_TABLE_INDENT = ("w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook")
AFTER_LETTER_SPACING = ("w:sz", "w:szCs", "w:lang")
AFTER_CELL_MARGINS = ("w:tblLook",)


def make(tag: str, **attributes: object) -> BaseOxmlElement:
    """Return an element: ``make("top", sz=6)`` is ``<w:top w:sz="6"/>``."""
    node = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), str(value))
    return node


def draw_rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Make an empty paragraph a black line of ``length`` mm, centred in ``room`` mm."""
    border = make("pBdr")
    border.append(make("top", val="single", sz=6, space=0, color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *AFTER_BORDER)
    side = Mm(max(0, (room - length) / 2))
    paragraph.paragraph_format.left_indent = side
    paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_before = Pt(3)  # clear of the letters above


def space_letters(run: Run, points: float) -> None:
    """Add ``points`` between the letters of ``run``; less than 0 condenses them."""
    spacing = make("spacing", val=round(points * 20))
    run._r.get_or_add_rPr().insert_element_before(spacing, *AFTER_LETTER_SPACING)


def add_page_number(paragraph: Paragraph) -> None:
    """Append the number of the page, as a field that Word keeps up to date."""
    instruction, shown = make("instrText"), make("t")
    instruction.text, shown.text = "PAGE", "2"
    for node in (
        make("fldChar", fldCharType="begin"),
        instruction,
        make("fldChar", fldCharType="separate"),
        shown,
        make("fldChar", fldCharType="end"),
    ):
        paragraph.add_run()._r.append(node)


def restart_page_numbers(section: Section) -> None:
    """Number the pages of ``section`` from 1."""
    properties = section._sectPr
    for said in properties.findall(qn("w:pgNumType")):
        properties.remove(said)
    properties.insert_element_before(make("pgNumType", start=1), *AFTER_PAGE_NUMBER)


def fix_widths(table: Table, widths: list[float], indent: float = 0) -> None:
    """Give the columns of ``table`` exactly these widths in mm, whatever they hold."""
    table.autofit = False
    properties = table._tbl.tblPr
    total = properties.find(qn("w:tblW"))
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(Mm(sum(widths)).twips))
    properties.insert_element_before(
        make("tblInd", w=Mm(indent).twips, type="dxa"), *AFTER_TABLE_INDENT
    )
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def set_cell_margins(table: Table, millimetres: float) -> None:
    """Leave this much room left and right of the text in every cell."""
    margins = make("tblCellMar")
    for side in ("left", "right"):
        margins.append(make(side, w=Mm(millimetres).twips, type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, *AFTER_CELL_MARGINS)


def name_table(table: Table, name: str, description: str) -> None:
    """Give ``table`` its alternative text."""
    table._tbl.tblPr.append(make("tblCaption", val=name))
    table._tbl.tblPr.append(make("tblDescription", val=description))


def keep_row_whole(row: _Row) -> None:
    """Never break ``row`` across pages."""
    row._tr.get_or_add_trPr().append(make("cantSplit"))


def repeat_on_each_page(row: _Row) -> None:
    """Repeat ``row`` at the top of each page that the table reaches."""
    row._tr.get_or_add_trPr().append(make("tblHeader"))


def end_with_paragraphs(word: WordDocument) -> None:
    """Word opens no file in which a cell, or the whole text, does not end with a paragraph."""
    body = word.element.body
    for holder in [body, *body.iter(qn("w:tc"))]:
        last = next(
            (n for n in reversed(holder) if n.tag in (qn("w:p"), qn("w:tbl"))), None
        )
        if last is None:
            holder.append(make("p"))
        elif last.tag == qn("w:tbl"):
            last.addnext(make("p"))
