"""Documents in a school's own Word template, as ``writer`` writes them in the Decree's."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.util import find_spec
from itertools import zip_longest
from typing import TYPE_CHECKING

from . import places
from .reader.files import kind_of_file
from .reader.ooxml import parse
from .refusals import ReadingRefused, TemplateRefused

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lxml.etree import _Element

    from .parts import Document

MAX_BYTES = 5 * 1024 * 1024
MAX_TEXT = 3 * 1024 * 1024
MOST_PLACEHOLDERS = 1000
ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SAME = {
    "too-large": "too-large", "bomb": "too-large",
    "wrong-type": "wrong-type", "web-page": "wrong-type",
}  # fmt: skip
_PICTURE = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|ttf)$", re.IGNORECASE
)
_BYTE_ORDER = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_ACTIVE = re.compile(r"vbaProject|activeX|embeddings/|attachedToolbars", re.IGNORECASE)
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*>')
# Word notes the template that a file was made from; ``filling`` takes the note out.
_HARMLESS = re.compile(rb'Type="[^"]*/(?:hyperlink|attachedTemplate)"')


def fill(
    document: Document,
    template: bytes,
    *,
    draft: bool = True,
    saved_on: dt.date | None = None,
) -> bytes:
    """Return ``template`` with the parts of ``document`` in the place of their names.

    Raises ``TemplateRefused`` for a template that is broken, that asks for something
    that does not exist, or that does more than show a document. A ``draft`` says so where
    the template has a place for it, and else at the top of every page. ``saved_on`` is as
    in ``writer.write``.
    """
    refuse_unsafe(template)
    if find_spec("docxtpl") is None:
        raise TemplateRefused("library-missing")
    from wagtail_kehoach.decree30.word.filling import (  # noqa: PLC0415 -- optional dependency
        fill_in,
    )

    try:
        return fill_in(document, template, draft=draft, saved_on=saved_on)
    except TemplateRefused:
        raise
    except RecursionError as error:
        raise TemplateRefused("too-large", "nested too deeply") from error
    except Exception as error:
        # The libraries stumble in many ways over a file that is no whole document.
        raise TemplateRefused("corrupt", str(error)) from error


def original() -> bytes:
    """The layout of ``writer`` as a template, to be changed in Word and uploaded again."""
    from wagtail_kehoach.decree30.word import (  # noqa: PLC0415 -- slow import
        original as layout_of_the_decree,
    )

    return layout_of_the_decree.original()


def try_out(template: bytes) -> None:
    """Fill in one of everything; raises ``TemplateRefused`` where a plan would fail too."""
    from wagtail_kehoach.decree30.word.placeholders import (  # noqa: PLC0415 -- slow import
        ONE_OF_EACH,
    )

    fill(ONE_OF_EACH, template)
    if not _asks_for_anything(template):
        raise TemplateRefused("no-placeholder")


def missing_places(template: bytes) -> list[str]:
    """The parts of a document that ``template`` has no placeholder for, in their order.

    Whatever a plan says there is left out, unless the template has it in words of its own.
    Raises ``TemplateRefused`` as ``try_out`` does.
    """
    from wagtail_kehoach.decree30.word.filling import (  # noqa: PLC0415 -- optional dependency
        asked_for,
    )
    from wagtail_kehoach.decree30.word.placeholders import (  # noqa: PLC0415 -- slow import
        PLACES,
    )

    try_out(template)
    asked = asked_for(template)
    return [names[0] for names in PLACES if not asked.intersection(names)]


def _asks_for_anything(template: bytes) -> bool:
    """Whether a plan is printed at all: else a document of one plan is sent for all."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = [n for n in archive.namelist() if re.match(r"word/\w+\.xml$", n)]
        return any("{{" in "".join(parse(archive.read(n)).itertext()) for n in parts)


def refuse_unsafe(template: bytes) -> None:
    """Refuse a file that is no plain Word file, or more than a template ever is."""
    try:
        kind = kind_of_file("template.docx", template, MAX_BYTES)
    except ReadingRefused as refusal:
        if refusal.code == "macros":
            raise TemplateRefused("active", refusal.detail) from refusal
        raise TemplateRefused(_SAME.get(refusal.code, "corrupt")) from refusal
    if kind != "docx":
        raise TemplateRefused("wrong-type")
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        if b"template.main+xml" in archive.read("[Content_Types].xml"):
            raise TemplateRefused("dotx")
        for entry in archive.infolist():
            _look_at(archive, entry)


def _look_at(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    if _ACTIVE.search(entry.filename):
        raise TemplateRefused("active", entry.filename)
    if _PICTURE.search(entry.filename):
        return
    if entry.file_size > MAX_TEXT:
        raise TemplateRefused("too-large")
    try:
        data = archive.read(entry)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        raise TemplateRefused("corrupt", str(error)) from error
    if entry.filename.endswith(".rels"):
        _refuse_files_elsewhere(entry.filename, data)
    elif data.lstrip(_BYTE_ORDER).startswith(b"<"):
        try:
            _refuse_open_marks(data)
        except TemplateRefused as refusal:
            name = re.match(r"word/(header|footer|footnotes)", entry.filename)
            refusal.part = name[1] if name else ""
            raise


def _refuse_files_elsewhere(name: str, relations: bytes) -> None:
    for relation in _EXTERNAL.findall(relations):
        if not _HARMLESS.search(relation):
            raise TemplateRefused("active", name)


def _refuse_open_marks(data: bytes) -> None:
    """Refuse placeholders that are opened and not closed, and more than anybody needs.

    The library looks for the end of each one in all that follows: a few thousand of them
    without an end would keep it busy for hours.
    """
    try:
        root = parse(data)
    except ReadingRefused as refusal:
        raise TemplateRefused("corrupt", refusal.detail) from refusal
    for text in ("".join(root.itertext()), "".join(_beside_the_text(root))):
        marks = list(_MARK.finditer(text))
        if len(marks) > 2 * MOST_PLACEHOLDERS:
            raise TemplateRefused("too-large")
        if opened := _open_mark(marks):
            raise _incomplete(root, text[opened.start() :])


def _open_mark(marks: list[re.Match]) -> re.Match | None:
    """The first of ``marks`` that is opened and not closed, or closed and not opened."""
    for opened, closed in zip_longest(marks[::2], marks[1::2]):
        if closed is None or ENDS.get(opened[0]) != closed[0]:
            return opened
    return None


def _incomplete(root: _Element, rest: str) -> TemplateRefused:
    """The refusal of the first paragraph with a placeholder that is not complete.

    ``rest`` is what follows where it stands in no paragraph.
    """
    words = ["".join(node.itertext()) for node in root.iter("{*}p")]
    refusal = TemplateRefused("syntax")
    for at, text in enumerate(words):
        if opened := _open_mark(list(_MARK.finditer(text))):
            places.say(refusal, words, at)
            rest = text[opened.start() :]
            break
    refusal.near = places.cut(rest)
    return refusal


def _beside_the_text(root: _Element) -> Iterator[str]:
    """Yield what attributes and comments say: the library looks for marks there, too."""
    for node in root.iter():
        yield from (
            node.attrib.values() if isinstance(node.tag, str) else [node.text or ""]
        )
