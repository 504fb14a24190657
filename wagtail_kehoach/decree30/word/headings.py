"""Headings on paper: on their own line, or with the text that goes on in it."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from wagtail_kehoach.decree30 import layout, stretches
from wagtail_kehoach.decree30.parts import Block, Heading, Paragraph
from wagtail_kehoach.decree30.word import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

# These labels stand on a line of their own, the title in capitals below (II.6).
OWN_LINE = re.compile(r"(phần|chương|mục|tiểu mục)\b", re.IGNORECASE)


def in_lines(blocks: list[Block]) -> Iterator[tuple[Block, Paragraph | None]]:
    """Yield each block; a heading with the paragraph that goes on in its line."""
    place = 0
    while place < len(blocks):
        block, below = blocks[place], blocks[place + 1 : place + 2]
        run_in = _run_in(block, *below) if below else None
        yield block, run_in
        place += 2 if run_in else 1


def _run_in(block: Block, below: Block) -> Paragraph | None:
    if not isinstance(block, Heading) or not block.joint:
        return None
    if OWN_LINE.match(block.label) or not isinstance(below, Paragraph):
        return None
    return None if below.marker else below


def add(word: WordDocument, heading: Heading) -> WordParagraph:
    """Write a heading and return its first paragraph."""
    if OWN_LINE.match(heading.label):
        first = word.add_paragraph(heading.label, styles.PART.name)
        title = f"{heading.title.upper()}{heading.end}"
        word.add_paragraph(title, styles.PART_TITLE.name)
        return first
    style = styles.HEADINGS[min(max(heading.level, 1), len(styles.HEADINGS)) - 1]
    words = f"{_heading_words(heading)}{heading.end}"
    paragraph = word.add_paragraph(words, style.name)
    if layout.is_point_label(heading.label):
        paragraph.runs[0].bold = False
    return paragraph


def add_with_text(
    word: WordDocument, heading: Heading, text: Paragraph
) -> WordParagraph:
    """Write a heading and its text in one line, of which the heading alone is bold."""
    paragraph = word.add_paragraph(style=styles.BODY.name)
    head = paragraph.add_run(f"{_heading_words(heading)}{heading.joint.strip()}")
    if not layout.is_point_label(heading.label):
        head.bold = True
    add_runs(paragraph, text, " ")
    return paragraph


def add_runs(word: WordParagraph, paragraph: Paragraph, opening: str) -> None:
    """Write the text of a paragraph behind its opening, bold and italic where it is."""
    parts = [(opening, ""), *stretches.cut(paragraph.text, paragraph.stretches)]
    for marks, group in groupby(parts, key=itemgetter(1)):
        text = "".join(part for part, _ in group)
        if not text:
            continue
        run = word.add_run(text)
        if stretches.BOLD in marks:
            run.bold = True
        if stretches.ITALIC in marks:
            run.italic = True


def _heading_words(heading: Heading) -> str:
    label = layout.printed_label(heading.label)
    return " ".join(filter(None, [label, heading.title]))
