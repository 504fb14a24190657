"""No draft leaves unmarked: a template that has no place for the mark gets one.

Whether the mark stands somewhere is seen in the finished file, not in the template: a place
may be under a condition, in a comment, or in a header that no page shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.word import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Header

#: Goes before the mark while a template is filled in: a character that no text has, so that
#: a plan that speaks of drafts is not taken for one that is marked.
SIGN = "\ufdd0"
MARK = f"{SIGN}{layout.DRAFT_MARK}"
ENDS = ("header", "footer")
#: What a paragraph without text may show.
SHOWN = ".//w:drawing | .//w:pict | .//w:object | .//w:fldChar | .//w:fldSimple"


def see_to_mark(word: WordDocument) -> None:
    """Mark every page of ``word``, unless its template has done so."""
    if any(_bears_mark(node) for node in _printed(word)):
        return
    for header in _headers(word):
        _mark(header)


def _bears_mark(holder: BaseOxmlElement) -> bool:
    return any(
        SIGN in (text.text or "") and not _is_hidden(text)
        for text in holder.iter(qn("w:t"))
    )


def _is_hidden(text: BaseOxmlElement) -> bool:
    run = text.getparent()
    return run is not None and run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None


def _printed(word: WordDocument) -> Iterator[BaseOxmlElement]:
    """The text, and the headers and footers that pages show."""
    yield word.element.body
    for kind in _kinds(word):
        for section in word.sections:
            for part in (getattr(section, f"{kind}{end}") for end in ENDS):
                if not part.is_linked_to_previous:
                    yield part._element


def _kinds(word: WordDocument) -> list[str]:
    """The kinds of pages that have headers and footers of their own."""
    kinds = [""]
    if any(section.different_first_page_header_footer for section in word.sections):
        kinds.append("first_page_")
    if word.settings.odd_and_even_pages_header_footer:
        kinds.append("even_page_")
    return kinds


def _headers(word: WordDocument) -> Iterator[_Header]:
    """The header of every kind of page, where it begins and where it changes."""
    for kind in _kinds(word):
        for place, section in enumerate(word.sections):
            header = getattr(section, f"{kind}header")
            if place == 0 or not header.is_linked_to_previous:
                yield header


def _mark(header: _Header) -> None:
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False  # the first section has none
    paragraph, *others = header.paragraphs or [header.add_paragraph()]
    if others or header.tables or paragraph.text or paragraph._p.xpath(SHOWN):
        paragraph = header.add_paragraph()
        header._element.insert(0, paragraph._p)
    paragraph.style = styles.DRAFT_MARK.name
    paragraph.add_run(layout.DRAFT_MARK)
