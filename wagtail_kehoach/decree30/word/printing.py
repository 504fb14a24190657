"""Word files of ours as HTML for a printer, where no LibreOffice is installed.

Only what ``composition`` writes is known here: its styles, tables, rules and sections. Every
decision on texts and measures was made there.
"""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.simpletypes import ST_Merge
from docx.table import Table, _Cell

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.word import styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.shared import Length
    from docx.table import _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONTS = f'"{layout.FONT}", "Liberation Serif", "Tinos", serif'
ALIGN = {"LEFT": "left", "CENTER": "center", "RIGHT": "right", "JUSTIFY": "justify"}
LINE_HEIGHT = 1.15  # what Word calls single, in this font


def as_html(file: bytes) -> str:
    """Return the Word ``file``, which ``writer.write`` made, as one HTML page."""
    word = docx.Document(io.BytesIO(file))
    body = "".join(
        f'<section class="paper{number}">{_content(section)}</section>'
        for number, section in enumerate(word.sections)
    )
    title = escape(word.core_properties.title or "")
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_css(word)}</style></head><body>{body}</body></html>"
    )


def _content(section: Section) -> str:
    return "".join(
        _table(part) if isinstance(part, Table) else _paragraph(part)
        for part in section.iter_inner_content()
    )


def _papers(word: WordDocument) -> list[str]:
    """The paper of each section. An annex is numbered from 1 on, as in Word."""
    rules = []
    for number, section in enumerate(word.sections):
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        name = f"paper{number}"
        rules.append(f"@page {name} {{ size: A4{' landscape' if wide else ''} }}")
        rules.append(f".{name} {{ page: {name} }}")
        if number:
            # Only a page can set the number of pages; an element cannot.
            rules.append(
                f"@page :nth(1 of {name}) "
                "{ counter-reset: page 1; @top-center { content: none } }"
            )
    return rules


def _css(word: WordDocument) -> str:
    first = word.sections[0]
    sides = (
        first.top_margin, first.right_margin, first.bottom_margin, first.left_margin,
    )  # fmt: skip
    margins = " ".join(map(_mm, sides))
    # The first page of a draft bears the mark above, the others below.
    above, below = first.first_page_header, first.footer
    mark = ('content: "{}"; font: bold 11pt {}; color: #7f7f7f').format
    return "\n".join(
        [
            f"@page {{ margin: {margins}; @top-center {{ content: counter(page); "
            f"font: {layout.PAGE_NUMBER.size}pt {FONTS} }} "
            f"@bottom-right {{ {mark(below.paragraphs[0].text, FONTS)} }} }}",
            "@page :first { @top-center { content: none } @bottom-right { content: none } "
            f"@top-right {{ {mark(above.paragraphs[0].text, FONTS)} }} }}",
            *_papers(word),
            "section + section { break-before: page }",
            f"body {{ margin: 0; font-family: {FONTS}; line-height: {LINE_HEIGHT} }}",
            "p { margin: 0 } tr { break-inside: avoid } hr { border: 0; margin: 3pt auto 0; "
            "border-top: 0.75pt solid #000 }",
            "table { border-collapse: collapse; table-layout: fixed } td { padding: 0; "
            "vertical-align: top } .grid td { border: 0.5pt solid #000 }",
            *map(_rule_of, styles.STYLES),
        ]
    )


def _rule_of(style: styles.Style) -> str:
    letters = style.lettering
    return (
        f".{_class(style.name)} {{ font-size: {letters.size}pt; "
        f"font-weight: {'bold' if letters.bold else 'normal'}; "
        f"font-style: {'italic' if letters.italic else 'normal'}; "
        f"text-align: {ALIGN[style.align]}; text-indent: {style.first_line}mm; "
        f"margin: {style.before}pt 0 {style.after}pt; "
        f"break-after: {'avoid' if style.keep_with_next else 'auto'} }}"
    )


def _class(style: str) -> str:
    return style.lower().replace(" ", "-")


def _paragraph(paragraph: Paragraph) -> str:
    name, form = _style(paragraph), paragraph.paragraph_format
    if name == styles.RULE.name:
        return _rule(paragraph)
    said = [f"margin-bottom: {form.space_after.pt}pt"] if form.space_after else []
    said += [f"margin-top: {form.space_before.pt}pt"] if form.space_before else []
    said += ["break-after: avoid"] if form.keep_with_next else []
    if paragraph.alignment is not None:
        said.append(f"text-align: {ALIGN[paragraph.alignment.name]}")
    text = "".join(map(_run, paragraph.runs)) or "&nbsp;"
    return f'<p class="{_class(name)}" style="{"; ".join(said)}">{text}</p>'


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or styles.NORMAL.name


def _rule(paragraph: Paragraph) -> str:
    """A line as long as Word draws it; the same without a border is only a gap."""
    form = paragraph.paragraph_format
    gap = form.space_after.pt if form.space_after else 0
    if paragraph._p.get_or_add_pPr().find(qn("w:pBdr")) is None:
        return f'<div style="height: {gap}pt"></div>'
    sides = (
        f"margin-left: {_mm(form.left_indent)}; margin-right: {_mm(form.right_indent)}"
    )
    return f'<hr style="{sides}; margin-bottom: {gap}pt">'


def _run(run: Run) -> str:
    said = [f"font-size: {run.font.size.pt}pt"] if run.font.size else []
    if run.bold is not None:
        said.append(f"font-weight: {'bold' if run.bold else 'normal'}")
    if (
        run._r.rPr is not None
        and (close := run._r.rPr.find(qn("w:spacing"))) is not None
    ):
        said.append(f"letter-spacing: {int(close.get(qn('w:val'))) / 20}pt")
    text = escape(run.text).replace("  ", "&nbsp; ")
    return f'<span style="{"; ".join(said)}">{text}</span>' if said else text


def _table(table: Table) -> str:
    indent = table._tbl.tblPr.find(qn("w:tblInd"))
    left = int(indent.get(qn("w:w"))) / 20 if indent is not None else 0
    margin = table._tbl.tblPr.find(f"{qn('w:tblCellMar')}/{qn('w:left')}")
    room = int(margin.get(qn("w:w"))) / 20 if margin is not None else 0
    columns = "".join(f'<col style="width: {_mm(c.width)}">' for c in table.columns)
    heads = [row for row in table.rows if _is_head(row)]
    head = "".join(_row(row, room) for row in heads)
    body = "".join(_row(row, room) for row in table.rows if not _is_head(row))
    width = _mm(sum(column.width or 0 for column in table.columns))
    grid = (
        "grid" if table.style is not None and table.style.name == styles.TABLE else ""
    )
    return (
        f'<table class="{grid}" style="width: {width}; margin-left: {left}pt">'
        f"<colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _is_head(row: _Row) -> bool:
    return row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None


def _row(row: _Row, room: float) -> str:
    # Of a merged cell each row and column would give the first one again.
    tops = (tc for tc in row._tr.tc_lst if tc.vMerge != ST_Merge.CONTINUE)
    cells = [_Cell(tc, row.table) for tc in tops]
    texts = (paragraph for cell in cells for paragraph in cell.paragraphs)
    kept = all(text.paragraph_format.keep_with_next for text in texts)
    stays = ' style="break-after: avoid"' if kept else ""
    return f"<tr{stays}>{''.join(_cell(cell, room) for cell in cells)}</tr>"


def _cell(cell: _Cell, room: float) -> str:
    text = "".join(map(_paragraph, cell.paragraphs))
    rows, columns = cell._tc.bottom - cell._tc.top, cell._tc.grid_span
    over = f' rowspan="{rows}"' if rows > 1 else ""
    over += f' colspan="{columns}"' if columns > 1 else ""
    return f'<td{over} style="padding: 0 {room}pt">{text}</td>'


def _mm(length: Length | int | None) -> str:
    """A length of Word, in English metric units, as CSS."""
    return f"{(length or 0) / 36000:.2f}mm"
