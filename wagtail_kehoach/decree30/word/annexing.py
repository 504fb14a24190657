"""The annexes of a document in a school's template: where it asks for them.

At the end of the text they are what ``closing`` makes of them, on pages of their own.
Elsewhere they run on with the text around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from wagtail_kehoach.decree30.parts import Heading
from wagtail_kehoach.decree30.word import markup
from wagtail_kehoach.decree30.word.body import add_blocks
from wagtail_kehoach.decree30.word.closing import add_annexes, text_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from wagtail_kehoach.decree30.parts import Annex, Block, Document

MARK = "_kehoach_phu_luc"  # a bookmark, until the annexes are there


def taken_out(word: WordDocument, add: Callable[[], None]) -> list[BaseOxmlElement]:
    """What ``add`` adds to the end of the text, without leaving it there."""
    body = word.element.body
    before = set(body)
    add()
    added = [node for node in body if node not in before]
    for node in added:
        body.remove(node)
    return added


def mark_place(word: WordDocument) -> None:
    """Add a paragraph that ``put_annexes`` finds again."""
    paragraph = word.add_paragraph()._p
    paragraph.append(markup.make("bookmarkStart", id=0, name=MARK))
    paragraph.append(markup.make("bookmarkEnd", id=0))


def put_annexes(word: WordDocument, document: Document) -> None:
    """Write the annexes where ``word`` is marked for them; take the marks out."""
    for mark in list(word.element.body.iter(qn("w:bookmarkStart"))):
        if mark.get(qn("w:name")) == MARK:
            _put_annexes_at(word, mark.getparent(), document)


def _put_annexes_at(
    word: WordDocument, place: BaseOxmlElement, document: Document
) -> None:
    if document.annexes and _ends_a_section(place):
        for node in [place, *_after(place)]:
            node.getparent().remove(node)
        add_annexes(word, document)
        return
    blocks = _running_on(document.annexes)
    width = text_width(word.sections[0])
    for node in taken_out(word, lambda: add_blocks(word, blocks, width)):
        place.addprevious(node)
    place.getparent().remove(place)


def _ends_a_section(place: BaseOxmlElement) -> bool:
    """Tell whether all the text stands above, in the section that ends here.

    Where a template has a section for annexes alone, a second one would follow an empty page.
    """
    above = place.getprevious()
    if place.getparent().tag != qn("w:body") or above is None:
        return False
    return above.find(f".//{qn('w:sectPr')}") is None and not any(
        node.tag != qn("w:p") or len(node) > len(node.findall(qn("w:pPr")))
        for node in _after(place)
    )


def _after(place: BaseOxmlElement) -> list[BaseOxmlElement]:
    return [n for n in place.itersiblings() if n.tag != qn("w:sectPr")]


def _running_on(annexes: list[Annex]) -> list[Block]:
    return [
        block
        for annex in annexes
        for block in (Heading("", annex.title, 1), *annex.body)
    ]
