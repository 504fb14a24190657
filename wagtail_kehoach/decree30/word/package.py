"""The file around the text: theme, settings, properties, and the bytes themselves."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.word.markup import make

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument
    from docx.opc.part import Part

    from wagtail_kehoach.decree30.parts import Document

# Parts of python-docx's template that say something untrue about our file, or nothing.
DROPPED = (
    *("stylesWithEffects", "customXml", "numbering"),
    *("thumbnail", "extended-properties"),
)
WORD_2013 = "15"  # older values open in Word's compatibility mode
PROPERTY_LENGTH = 255  # the most that core properties may hold
DECREE_IN_FORCE = dt.date(2020, 3, 5)  # stands in for an unknown date
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def prepare(word: WordDocument) -> None:
    """Clear the template of foreign fonts, languages and left-overs."""
    for holder in (word.part.package, word.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in DROPPED:
                del holder.rels[key]
    for relation in word.part.rels.values():
        if relation.reltype.endswith("/theme"):
            _rewrite(relation.target_part, _set_theme_fonts)
        elif relation.reltype.endswith("/fontTable"):
            _rewrite(relation.target_part, _keep_our_font)
    _adjust_settings(word)


def _rewrite(part: Part, change: Callable[[etree._Element], None]) -> None:
    """Apply ``change`` to a part that python-docx keeps as bytes."""
    root = etree.fromstring(part.blob)
    change(root)
    part._blob = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _set_theme_fonts(theme: etree._Element) -> None:
    for name in ("majorFont", "minorFont"):
        for fonts in theme.iter(f"{DRAWING}{name}"):
            for node in list(fonts):
                if node.tag == f"{DRAWING}font":
                    fonts.remove(node)
                else:
                    node.set("typeface", layout.FONT)


def _keep_our_font(table: etree._Element) -> None:
    for node in list(table):
        if node.get(qn("w:name")) != layout.FONT:
            table.remove(node)


def _adjust_settings(word: WordDocument) -> None:
    settings = word.settings.element
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), layout.LANGUAGE)
    language.set(qn("w:eastAsia"), layout.LANGUAGE)
    compatibility = settings.find(qn("w:compat"))
    for node in list(compatibility):
        if node.get(qn("w:name")) == "compatibilityMode":
            node.set(qn("w:val"), WORD_2013)
        elif node.tag == qn("w:useFELayout"):
            compatibility.remove(node)


def describe(
    word: WordDocument, document: Document, saved_on: dt.date | None = None
) -> None:
    """Set title, author, language and dates: that of the document, or of its last change."""
    properties = word.core_properties
    title = " ".join(filter(None, [(document.kind or "").capitalize(), document.title]))
    properties.title = title[:PROPERTY_LENGTH]
    properties.author = (document.issuer or "")[:PROPERTY_LENGTH]
    properties.last_modified_by = properties.author
    properties.language = layout.LANGUAGE
    properties.comments = properties.keywords = ""
    day = document.date or saved_on or DECREE_IN_FORCE
    moment = dt.datetime.combine(day, dt.time())
    properties.created = properties.modified = moment
    if document.other_tasks is not None:
        _name_other_tasks(word, document.other_tasks)


def _name_other_tasks(word: WordDocument, tasks: list[str]) -> None:
    """Say in the settings, where nobody sees it, which tasks the sentences give."""
    said = "\n".join([layout.OTHER_TASKS, *tasks])
    settings = word.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None or settings.find(qn("w:docVars")) is not None:
        return  # the template of a school, which others saved
    variables = make("docVars")
    variables.append(make("docVar", name=layout.TASK_TABLE, val=said))
    compatibility.addnext(variables)


def to_bytes(word: WordDocument, *, without: str = "") -> bytes:
    """Return the file; the same text gives the same bytes whenever it is written.

    Nothing of ``without`` is left in any text.
    """
    raw, result = io.BytesIO(), io.BytesIO()
    word.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = source.read(name)
            if name.endswith(".xml"):
                data = data.replace(without.encode(), b"")
            target.writestr(entry, data)
    return result.getvalue()
