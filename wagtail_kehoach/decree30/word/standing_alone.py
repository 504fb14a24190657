"""Marks of a template that take the place of a paragraph, a row or a cell.

The library puts what they say where that stood: whatever stands beside them is lost, and so
is a word where a paragraph has to be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from wagtail_kehoach.decree30 import places
from wagtail_kehoach.decree30.refusals import TemplateRefused
from wagtail_kehoach.decree30.word import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_MARK = re.compile(r"\{(?P<opens>[{%#])(?:(?P<takes>p|tr|tc|r)\s)?(?P<asks>.*?)[}%#]\}")
_WHOLE = re.compile(rf"(?<![.\w])(?:{'|'.join(placeholders.WHOLE)})\b")
_PARTS = re.compile(r"/word/(header|footer)\d*\.xml")
#: What a run may hold beside letters without showing anything.
_UNSEEN = {qn("w:rPr"), qn("w:t"), qn("w:lastRenderedPageBreak")}


def misplaced(word: WordDocument) -> TemplateRefused | None:
    """The refusal of the first mark by which something of the template would be lost."""
    for part, root in _roots(word):
        paragraphs = list(root.iter(qn("w:p")))
        words = ["".join(p.itertext(qn("w:t"))) for p in paragraphs]
        for at, paragraph in enumerate(paragraphs):
            if refusal := _look(paragraph):
                refusal.part = part
                places.say(refusal, words, at)
                return refusal
    return None


def _roots(word: WordDocument) -> Iterator[tuple[str, BaseOxmlElement]]:
    """The text, then the headers and footers."""
    yield "", word.element
    for part in word.part.package.iter_parts():
        if named := _PARTS.fullmatch(part.partname):
            yield named[1], part.element


def _look(paragraph: BaseOxmlElement) -> TemplateRefused | None:
    for mark in _MARK.finditer(_own_words(paragraph)):
        shows, takes, asks = mark["opens"] == "{", mark["takes"], mark["asks"].strip()
        whole = _WHOLE.search(asks) if shows else None
        if whole and (takes != "p" or asks != whole[0]):
            return TemplateRefused("block", whole[0])
        if shows and takes and not whole:
            return TemplateRefused("plain", mark[0])
        lost = "" if takes in (None, "r") else _lost_beside(paragraph, takes, mark[0])
        if whole and lost == "words":
            return TemplateRefused("block", whole[0])
        if lost:
            return TemplateRefused("beside", mark[0])
    return None


def _lost_beside(paragraph: BaseOxmlElement, takes: str, mark: str) -> str:
    """What kind of thing stands beside ``mark`` in all that it takes the place of."""
    taken = paragraph
    if takes != "p":
        around = paragraph.iterancestors(qn(f"w:{takes}"))
        taken = next(around, paragraph)
    said = _own_words(taken) if takes == "p" else "".join(taken.itertext(qn("w:t")))
    if said.strip() != mark:
        return "words"
    shown = (node for run in taken.iter(qn("w:r")) for node in run)
    return "" if all(node.tag in _UNSEEN for node in shown) else "other"


def _own_words(paragraph: BaseOxmlElement) -> str:
    """The words of a paragraph without those of the text boxes that hang on it."""
    texts = paragraph.iter(qn("w:t"))
    own = (t for t in texts if next(t.iterancestors(qn("w:p"))) is paragraph)
    return "".join(t.text or "" for t in own)
