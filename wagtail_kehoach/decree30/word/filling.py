"""A school's own template with a document filled in; ``template`` is the way in."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from wagtail_kehoach.decree30.refusals import TemplateRefused
from wagtail_kehoach.decree30.word import (
    annexing,
    drafting,
    markup,
    package,
    placeholders,
    standing_alone,
    styles,
)
from wagtail_kehoach.decree30.word.allowed import environment_for
from wagtail_kehoach.decree30.word.body import add_blocks
from wagtail_kehoach.decree30.word.closing import keep_end_with_next, text_width
from wagtail_kehoach.decree30.word.composition import ready
from wagtail_kehoach.decree30.word.opening import (
    add_issuer_rule,
    add_place_and_date,
    add_title_rule,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from wagtail_kehoach.decree30.parts import Document

ATTACHED = "/attachedTemplate"


def fill_in(
    document: Document, template: bytes, *, draft: bool, saved_on: dt.date | None
) -> bytes:
    """Return ``template`` with the parts of ``document`` in it."""
    document = ready(document)
    target = _opened(template)
    _forget_template(target.get_docx())
    styles.add_missing_styles(target.get_docx())
    values = placeholders.values(document, draft=draft)
    known = placeholders.values(placeholders.ONE_OF_EACH, draft=True)
    whole = dict.fromkeys(placeholders.WHOLE, "")
    refusal = standing_alone.misplaced(target.get_docx())
    values |= _whole_texts(target.get_docx(), document)
    environment = environment_for({**known, **whole}, values)
    target.render(values, environment, autoescape=True)
    if refusal or _has_text_in_text(target):
        raise refusal or TemplateRefused("block", placeholders.BODY)
    stream = io.BytesIO()
    target.save(stream)
    word = docx.Document(stream)
    # Silent on the author of the template.
    package.describe(word, document, saved_on)
    return _finished(word, document, draft=draft)


def asked_for(template: bytes) -> set[str]:
    """The names of all placeholders of ``template``, which was tried out."""
    return _opened(template).get_undeclared_template_variables()


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


def _whole_texts(word: WordDocument, document: Document) -> dict[str, Markup]:
    """What takes the place of a paragraph, in the styles of the template."""
    width = text_width(word.sections[0])

    def add_text() -> None:
        add_blocks(word, document.body, width)
        if document.body:
            keep_end_with_next(word)

    drawn: dict[str, Callable[[], None]] = {
        placeholders.BODY: add_text,
        placeholders.ISSUER_RULE: lambda: add_issuer_rule(word, document),
        placeholders.TITLE_RULE: lambda: add_title_rule(word, document, width),
        placeholders.DATE_LINE: lambda: add_place_and_date(word, document),
        placeholders.ANNEXES: lambda: annexing.mark_place(word),
    }
    return {name: _as_xml(annexing.taken_out(word, add)) for name, add in drawn.items()}


def _as_xml(nodes: list[BaseOxmlElement]) -> Markup:
    text = "".join(etree.tostring(node, encoding="unicode") for node in nodes)
    return Markup(text)  # noqa: S704 -- written by ourselves, texts are escaped


def _has_text_in_text(target: DocxTemplate) -> bool:
    return any(len(node) for node in target.docx.element.iter(qn("w:t")))


def _finished(word: WordDocument, document: Document, *, draft: bool) -> bytes:
    """The filled-in file with its annexes, and marked."""
    annexing.put_annexes(word, document)
    markup.end_with_paragraphs(word)
    if draft:
        drafting.see_to_mark(word)
    return package.to_bytes(word, without=drafting.SIGN)
