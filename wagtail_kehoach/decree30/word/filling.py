"""A school's own template with a document filled in; ``template`` is the way in."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from wagtail_kehoach.decree30.parts import TemplateRefused
from wagtail_kehoach.decree30.word import placeholders, styles
from wagtail_kehoach.decree30.word.allowed import environment_for
from wagtail_kehoach.decree30.word.body import add_blocks
from wagtail_kehoach.decree30.word.closing import text_width
from wagtail_kehoach.decree30.word.composition import legal

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from wagtail_kehoach.decree30.parts import Block, Document

ATTACHED = "/attachedTemplate"


def fill_in(document: Document, template: bytes, *, draft: bool) -> bytes:
    """Return ``template`` with the parts of ``document`` in it."""
    document = legal(document)
    target = _opened(template)
    _forget_template(target.get_docx())
    values = placeholders.values(document, draft=draft)
    known = placeholders.values(placeholders.ONE_OF_EACH, draft=True)
    blocks = placeholders.blocks(document)
    environment = environment_for({**known, **dict.fromkeys(blocks, "")}, values)
    inside_lines = _inside_lines(target, list(blocks))
    texts = {name: _as_xml(target.get_docx(), text) for name, text in blocks.items()}
    target.render({**values, **texts}, environment, autoescape=True)
    _refuse_text_in_text(target, inside_lines)
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()


def _opened(template: bytes) -> DocxTemplate:
    target = DocxTemplate(io.BytesIO(template))
    try:
        target.get_docx()
    except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise TemplateRefused("corrupt", str(error)) from error
    return target


def _forget_template(word: WordDocument) -> None:
    """Drop the note of the file that this one was made from, so that Word fetches none."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith("/settings"):
            rels = relation.target_part.rels
            for key in [k for k, r in rels.items() if r.reltype.endswith(ATTACHED)]:
                del rels[key]
    for node in word.settings.element.findall(qn("w:attachedTemplate")):
        word.settings.element.remove(node)


def _as_xml(word: WordDocument, blocks: list[Block]) -> Markup:
    """The text as paragraphs and tables that take their look from the template."""
    styles.add_missing_styles(word)
    body = word.element.body
    before = len(body)
    add_blocks(word, blocks, text_width(word.sections[0]))
    # What was added stands at the end, before the properties of the last section.
    end = len(body) - (body[-1].tag == qn("w:sectPr"))
    added = body[end - (len(body) - before) : end]
    for node in added:
        body.remove(node)
    text = "".join(etree.tostring(node, encoding="unicode") for node in added)
    return Markup(text)  # noqa: S704 -- written by ourselves, texts are escaped


def _inside_lines(target: DocxTemplate, names: list[str]) -> str:
    """The first whole text that is asked for as if it were a word; empty if none is."""
    text = "".join(node.text or "" for node in target.element.iter(qn("w:t")))
    return next((n for n in names if re.search(rf"{{{{\s*{n}\b", text)), "")


def _refuse_text_in_text(target: DocxTemplate, name: str) -> None:
    """A whole text fits where a paragraph stands, and nowhere else."""
    if name or any(len(node) for node in target.docx.element.iter(qn("w:t"))):
        raise TemplateRefused("block", name or placeholders.BODY)
