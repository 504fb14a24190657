"""Documents in a school's own Word template, as ``writer`` writes them in the Decree's."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING

from .parts import ReadingRefused, TemplateRefused
from .reader.files import kind_of_file

if TYPE_CHECKING:
    from .parts import Document

MAX_BYTES = 5 * 1024 * 1024
MAX_TEXT = 3 * 1024 * 1024
_TEXT_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml$")
_ACTIVE = re.compile(r"vbaProject|activeX|embeddings/|attachedToolbars", re.IGNORECASE)
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*>')
# Word notes the template that a file was made from; ``filling`` takes the note out.
_HARMLESS = re.compile(rb'Type="[^"]*/(?:hyperlink|attachedTemplate)"')


def fill(document: Document, template: bytes, *, draft: bool = True) -> bytes:
    """Return ``template`` with the parts of ``document`` in the place of their names.

    Raises ``TemplateRefused`` for a template that is broken, that asks for something
    that does not exist, or that does more than show a document. ``draft`` fills the
    placeholder that says so.
    """
    refuse_unsafe(template)
    if find_spec("docxtpl") is None:
        raise TemplateRefused("library-missing")
    from wagtail_kehoach.decree30.word.filling import (  # noqa: PLC0415 -- optional dependency
        fill_in,
    )

    return fill_in(document, template, draft=draft)


def try_out(template: bytes) -> None:
    """Fill in one of everything; raises ``TemplateRefused`` where a plan would fail too."""
    from wagtail_kehoach.decree30.word.placeholders import (  # noqa: PLC0415 -- slow import
        ONE_OF_EACH,
    )

    fill(ONE_OF_EACH, template)


def refuse_unsafe(template: bytes) -> None:
    """Refuse a file that is no plain Word file, or more than a template ever is."""
    try:
        kind = kind_of_file("template.docx", template, MAX_BYTES)
    except ReadingRefused as refusal:
        raise TemplateRefused(_SAME.get(refusal.code, "corrupt")) from refusal
    if kind != "docx":
        raise TemplateRefused("wrong-type")
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        for entry in archive.infolist():
            _look_at(archive, entry)


_SAME = {"too-large": "too-large", "bomb": "too-large", "wrong-type": "wrong-type"}


def _look_at(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    if _ACTIVE.search(entry.filename):
        raise TemplateRefused("active", entry.filename)
    if _TEXT_PART.match(entry.filename) and entry.file_size > MAX_TEXT:
        raise TemplateRefused("too-large")
    if not entry.filename.endswith(".rels"):
        return
    try:
        relations = archive.read(entry)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        raise TemplateRefused("corrupt", str(error)) from error
    for relation in _EXTERNAL.findall(relations):
        if not _HARMLESS.search(relation):
            raise TemplateRefused("active", entry.filename)
