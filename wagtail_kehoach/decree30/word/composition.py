"""A whole document as a Word file: page set-up, then each part in its order."""

from __future__ import annotations

import dataclasses
import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import docx
from docx.shared import Mm

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.parts import Paragraph
from wagtail_kehoach.decree30.word import markup, package, styles
from wagtail_kehoach.decree30.word.body import add_blocks, finished
from wagtail_kehoach.decree30.word.closing import add_annexes, add_closing, text_width
from wagtail_kehoach.decree30.word.opening import add_opening

if TYPE_CHECKING:
    import datetime as dt

    from docx.document import Document as WordDocument
    from docx.section import Section

    from wagtail_kehoach.decree30.layout import Margins
    from wagtail_kehoach.decree30.parts import Document

# Nor what Unicode keeps for the use of programs: ``drafting`` takes one of these.
ILLEGAL = re.compile(
    "[^\t\n\u0020-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)


def compose(
    document: Document, *, draft: bool, margins: Margins, saved_on: dt.date | None
) -> bytes:
    """Return ``document`` as a .docx file."""
    document = ready(document)
    word = blank(margins, mark=layout.DRAFT_MARK if draft else "")
    package.describe(word, document, saved_on)
    width = text_width(word.sections[0])
    add_opening(word, document, width)
    add_blocks(word, document.body, width)
    add_closing(word, document, width)
    add_annexes(word, document)
    return package.to_bytes(word)


def blank(margins: Margins, *, mark: str) -> WordDocument:
    """Return a file with our page and styles and no text; ``mark`` is printed on every page."""
    word = docx.Document(io.BytesIO(_empty()))
    section = word.sections[0]
    _set_up_page(section, margins)
    _add_page_furniture(section, mark)
    return word


@cache
def _empty() -> bytes:
    """A file with our styles and no text: made once, for it takes as long as a plan."""
    word = docx.Document()
    package.prepare(word)
    styles.apply_styles(word)
    return package.to_bytes(word)


def ready(document: Document) -> Document:
    """Return ``document`` as it is printed: legal in XML, with the mark of its end."""
    document = legal(document)
    body, lead_in = finished(document.body), document.lead_in
    if not body and lead_in and not lead_in[-1].rstrip().endswith(":"):
        # A text of running paragraphs, which announces nothing more.
        body, lead_in = finished([Paragraph(text) for text in lead_in]), []
    return dataclasses.replace(document, body=body, lead_in=lead_in)


def _set_up_page(section: Section, margins: Margins) -> None:
    section.page_width = Mm(layout.PAPER_WIDTH)
    section.page_height = Mm(layout.PAPER_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(layout.PAGE_NUMBER_DISTANCE)
    section.footer_distance = Mm(layout.PAGE_NUMBER_DISTANCE)
    section.gutter = Mm(0)


def _add_page_furniture(section: Section, mark: str) -> None:
    """Number the pages in the top margin, but not the first; mark every page."""
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = styles.PAGE_NUMBER.name
    markup.add_page_number(number)
    first, later = section.first_page_header.paragraphs[0], section.footer.paragraphs[0]
    section.first_page_footer.paragraphs[0].style = styles.PAGE_NUMBER.name
    for paragraph in (first, later):
        paragraph.style = styles.DRAFT_MARK.name
        if mark:
            paragraph.add_run(mark)


def legal(value: Any) -> Any:
    """Return a copy of dataclasses, lists and texts without what XML cannot hold."""
    if isinstance(value, str):
        return ILLEGAL.sub("", value)
    if isinstance(value, list):
        return [legal(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        changes = {field.name: legal(getattr(value, field.name)) for field in fields}
        return dataclasses.replace(value, **changes)
    return value
