"""Documents set in Word: header by table, tabs or spaces; labels typed or automatic."""

from __future__ import annotations

import io
import re
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .page import Block, Page


def with_tables(page: Page) -> bytes:
    """Return a file whose header and footer are tables."""
    document = docx.Document()
    _table_of(document, _header_left(page), [*page.right, page.date_line])
    _middle(document, page, automatic=False)
    if page.recipients:
        _table_of(document, ["Nơi nhận:", *page.recipients], page.signature)
    return _saved(document)


def with_tabs(page: Page) -> bytes:
    """Return a file whose columns are made with tabs."""
    return _spaced(page, "\t\t")


def with_spaces(page: Page) -> bytes:
    """Return a file whose columns are made with spaces."""
    return _spaced(page, " " * 12)


def numbered(page: Page) -> bytes:
    """Return a file with Word's own numbering and heading styles."""
    document = docx.Document()
    _table_of(document, _header_left(page), [*page.right, page.date_line])
    _middle(document, page, automatic=True)
    if page.recipients:
        _table_of(document, ["Nơi nhận:", *page.recipients], page.signature)
    return _saved(document)


def _header_left(page: Page) -> list[str]:
    return [one for one in (*page.left, page.number_line, page.subject) if one]


def _spaced(page: Page, gap: str) -> bytes:
    document = docx.Document()
    for one, other in zip_longest(
        _header_left(page), [*page.right, page.date_line], fillvalue=""
    ):
        document.add_paragraph(f"{one}{gap}{other}")
    _middle(document, page, automatic=False)
    if page.recipients:
        right = [one for one in page.signature if one]
        for one, other in zip_longest(
            ["Nơi nhận:", *page.recipients], right, fillvalue=""
        ):
            document.add_paragraph(f"{one}{gap}{other}")
    return _saved(document)


def _middle(document: Any, page: Page, *, automatic: bool) -> None:
    for line in (page.type_line, *page.title):
        if line:
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(line).bold = True
    document.add_paragraph()
    for line in page.preamble:
        document.add_paragraph().add_run(line).italic = True
    numbers = _Numbers(document) if automatic and _can_be_automatic(page) else None
    for block in page.blocks:
        _block(document, block, numbers)
    if page.closing:
        document.add_paragraph(page.closing)


def _can_be_automatic(page: Page) -> bool:
    labels = [block.label for block in page.blocks if block.heading]
    return bool(labels) and labels[0] == "I"


class _Numbers:
    """A list of Word: I., then 1., then bullets."""

    def __init__(self, document: Any) -> None:
        levels = [("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-")]
        xml = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{printed}"/></w:lvl>'
            for depth, (style, printed) in enumerate(levels)
        )
        space = nsdecls("w")
        numbering = document.part.numbering_part.element
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {space} w:abstractNumId="90">{xml}</w:abstractNum>'
            ),
        )
        numbering.append(
            parse_xml(
                f'<w:num {space} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'
            )
        )

    def give(self, paragraph: Any, depth: int) -> None:
        """Number a paragraph."""
        xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="91"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def _block(document: Any, block: Block, numbers: _Numbers | None) -> None:
    if block.rows:
        table = document.add_table(len(block.rows), len(block.rows[0]))
        for row, cells in zip(table.rows, block.rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        return
    if numbers and block.label:
        paragraph = document.add_paragraph(block.text)
        numbers.give(paragraph, block.depth - 1 if block.heading else 2)
        return
    label = f"{block.label}{'.' if block.heading else ''} " if block.label else ""
    document.add_paragraph().add_run(label + block.text).bold = block.heading


def _table_of(document: Any, left: list[str], right: list[str]) -> None:
    if not re.search(r"\w", "".join((*left, *right))):
        return
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "\n".join(left), "\n".join(right)


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
