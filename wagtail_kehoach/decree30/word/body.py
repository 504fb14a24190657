"""The text of a document: headings, paragraphs, tables, and the mark of its end."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.parts import Block, Heading, Paragraph, Table
from wagtail_kehoach.decree30.word import headings, heads, markup, styles
from wagtail_kehoach.decree30.word.columns import (
    CELL_MARGIN,
    column_widths,
    short_columns,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable, _Cell
    from docx.text.paragraph import Paragraph as WordParagraph


def finished(blocks: list[Block]) -> list[Block]:
    """Return the text with "./." after its last word, and nowhere else."""
    texts = [
        _without_end_mark(block)
        for block in blocks
        if not _is_blank(block) and not _is_end_mark(block)
    ]
    last = texts[-1] if texts else None
    if isinstance(last, Paragraph):
        end = layout.with_end_of_text(last.text)
        return [*texts[:-1], dataclasses.replace(last, text=end)]
    if isinstance(last, Table):
        return [*texts, Paragraph(layout.END_OF_TEXT)]
    if isinstance(last, Heading):
        end = layout.with_end_of_text(last.title)
        return [*texts[:-1], dataclasses.replace(last, title=end, end="")]
    return texts


def _is_blank(block: Block) -> bool:
    """Tell whether nothing would be printed."""
    if isinstance(block, Paragraph):
        return not block.text.strip()
    return isinstance(block, Table) and not any(block.rows)


def _is_end_mark(block: Block) -> bool:
    """Tell whether a paragraph is nothing but "./."."""
    return (
        isinstance(block, Paragraph)
        and layout.has_end_of_text(block.text)
        and not layout.without_final_mark(block.text)
    )


def _without_end_mark(block: Block) -> Block:
    if isinstance(block, Paragraph) and layout.has_end_of_text(block.text):
        text = f"{layout.without_final_mark(block.text)}."
        return dataclasses.replace(block, text=text)
    return block


def add_blocks(word: WordDocument, blocks: list[Block], width: float) -> None:
    """Write the blocks in order; tables get the ``width`` of the text."""
    after_table = False
    for block, run_in in headings.in_lines([b for b in blocks if not _is_blank(b)]):
        first = _add_block(word, block, run_in, width)
        if after_table and first is not None:
            first.paragraph_format.space_before = Pt(layout.PARAGRAPH_SPACING)
        after_table = first is None


def _add_block(
    word: WordDocument, block: Block, run_in: Paragraph | None, width: float
) -> WordParagraph | None:
    """Write one block and return its first paragraph; a table has none of its own."""
    if isinstance(block, Table):
        _add_table(word, block, width)
        return None
    if isinstance(block, Heading):
        return (
            headings.add_with_text(word, block, run_in)
            if run_in
            else headings.add(word, block)
        )
    paragraph = word.add_paragraph(style=styles.BODY.name)
    headings.add_runs(paragraph, block, f"{block.marker} " if block.marker else "")
    return paragraph


def _add_table(word: WordDocument, table: Table, width: float) -> None:
    columns = max(len(row) for row in table.rows)
    rows = [[*row, *[""] * (columns - len(row))] for row in table.rows]
    target = word.add_table(rows=len(rows), cols=columns, style=styles.TABLE)
    markup.set_cell_margins(target, CELL_MARGIN)
    markup.fix_widths(target, column_widths(rows, width))
    centred = short_columns(rows[table.header_rows :])
    if table.other_tasks is not None:
        said = "\n".join([layout.OTHER_TASKS, *table.other_tasks])
        markup.name_table(target, layout.TASK_TABLE, said)
    titles = heads.merged(rows[: table.header_rows])
    for first, last in titles.items():
        for row, column in heads.covered(first, last):
            rows[row][column] = ""
    for index, texts in enumerate(rows):
        is_head = index < table.header_rows
        _fill_row(target, index, texts, is_head=is_head, centred=centred)
    for first, last in titles.items():
        target.cell(*first).merge(target.cell(*last))


def _fill_row(
    table: WordTable,
    index: int,
    texts: list[str],
    *,
    is_head: bool,
    centred: set[int],
) -> None:
    row = table.rows[index]
    markup.keep_row_whole(row)
    if is_head:
        markup.repeat_on_each_page(row)
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        _fill_cell(cell, text, is_head=is_head, centred=column in centred)


def _fill_cell(cell: _Cell, text: str, *, is_head: bool, centred: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = styles.CELL_HEAD.name if is_head else styles.CELL.name
    if text:
        paragraph.add_run(text)
    if is_head:
        paragraph.paragraph_format.keep_with_next = True
    elif centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
