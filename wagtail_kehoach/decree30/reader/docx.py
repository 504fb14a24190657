"""Word files: paragraphs and tables in the order of the page, with their printed numbers."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from ..parts import Place
from ..refusals import ReadingRefused
from .beside import around, beside
from .embedded import objects_in, pictures_in, refuse_documents_within
from .files import why_not_unpack
from .marked_off import changes_in, hidden_in, struck_in
from .marked_text import has_marks, is_partly_marked
from .merged import columns_under, goes_on_down, tells_otherwise
from .ooxml import attribute, child, children, name_of, parts
from .pieces import Piece, Source
from .runs import DEEPEST, said_in
from .sheets import with_sheets
from .stress import may_be_title
from .task_table import other_tasks_of
from .word_files import Word, body_of, label_of, word_of
from .wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from .pieces import Sheet

#: What may stand around paragraphs and tables.
CONTAINERS = {
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "customXml",
    "smartTag",
    "AlternateContent",
    "Choice",
}
_LEGACY = re.compile(r"^(?:\.Vn|VNI[- ])", re.IGNORECASE)


def read_docx(data: bytes) -> Source:
    """Return the pieces of a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            why_not_unpack(archive)
            return _read(archive)
    except (zipfile.BadZipFile, OSError) as error:
        raise ReadingRefused("corrupt", str(error)) from error


def _read(archive: zipfile.ZipFile) -> Source:
    refuse_documents_within(archive)
    body, word = body_of(archive), word_of(archive)
    roots = around(archive)
    margins, hidden = beside(archive, body, roots, word.fonts, word.run_styles)
    struck = struck_in(word.run_styles, body, *roots)
    return Source(
        pieces=list(_pieces_of_text(body, word)),
        margins=margins,
        hidden=hidden + struck,
        legacy_font=_is_legacy(body),
        converted_fonts=sorted(word.fonts.converted),
        pictures=pictures_in(body, *roots),
        objects=objects_in(body, *roots),
        struck=len(struck),
        unshown=hidden_in(word.run_styles, body, *roots),
        changes=changes_in(body, *roots),
        other_tasks=word.other_tasks,
    )


def _is_legacy(body: _Element) -> bool:
    """Tell whether most text is set in a font of before Unicode."""
    fonts = [
        any(_LEGACY.match(value) for value in element.attrib.values())
        for element in body.iter("{*}rFonts")
    ]
    return sum(fonts) > 0.5 * len(fonts) if fonts else False


def _pieces_of_text(body: _Element, word: Word) -> Iterator[Piece]:
    sheet: Sheet | None = None

    def elements() -> Iterator[_Element]:
        nonlocal sheet
        for element, sheet in with_sheets(body):  # noqa: B007 -- of the pieces to come
            yield element

    for piece in _pieces(elements(), word):
        piece.sheet = sheet
        yield piece


def _pieces(parent: Iterable[_Element], word: Word, depth: int = 0) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise ReadingRefused("corrupt", "nested too deeply")
    gap = False
    for element in parent:
        name = name_of(element)
        if name == "p":
            yield from _boxes(element, word, depth)
            found = list(_paragraph(element, word))
            if found:
                found[0].gap = gap
            yield from found
            gap = not found
        elif name == "tbl":
            yield _table(element, word, depth)
        elif name in CONTAINERS:
            yield from _pieces(element, word, depth + 1)


def _boxes(paragraph: _Element, word: Word, depth: int) -> Iterator[Piece]:
    """Yield what stands in text boxes that hang on a paragraph."""
    for element in boxes_on(paragraph):
        yield from _pieces(element, word, depth + 1)


def boxes_on(paragraph: _Element) -> Iterator[_Element]:
    """Yield the text boxes that hang on a paragraph, those inside another one left out."""
    for element in paragraph.iter("{*}txbxContent"):
        if not _is_fallback(element, paragraph):
            yield element


def _is_fallback(element: _Element, until: _Element) -> bool:
    """Tell whether this is the second copy that Word keeps for older programs."""
    above = element.getparent()
    while above is not None and above is not until:
        if name_of(above) in ("Fallback", "txbxContent"):
            return True
        above = above.getparent()
    return False


def _paragraph(element: _Element, word: Word) -> Iterator[Piece]:
    properties = parts(child(element, "pPr"))
    style = attribute(properties.get("pStyle"), "val")
    said = said_in(element, word.fonts, style, word.run_styles)
    text = clean("".join(part for part, _marks in said))
    lines = [line for line in text.split("\n") if line.strip()]
    label = label_of(properties, style, word) if lines else ""
    centred = attribute(properties.get("jc"), "val") == "center"
    bold = any(attribute(e, "val") not in ("0", "false") for e in element.iter("{*}b"))
    word.paragraphs += bool(lines)
    place = Place("", paragraph=word.paragraphs)
    title = not label and len(lines) == 1 and may_be_title(lines[0])
    # Of a cell only the text is kept.
    stressed = title and not word.cells and word.stress.on(element, style)
    lead = bold and not word.cells and len(lines) == 1
    marked = said if has_marks(said) else []
    word.partly += bool(marked and word.cells and is_partly_marked(text, marked))
    for count, line in enumerate(lines):
        raw = f"{label} {line.strip()}" if label and count == 0 else line
        yield Piece(
            raw=raw,
            whole=True,
            centred=centred,
            bold=bold,
            stressed=stressed,
            lead=word.stress.lead(element, style) if lead else "",
            marked=marked,
            place=place,
            style=word.own_style(style),
        )


def _table(element: _Element, word: Word, depth: int) -> Piece:
    rows: list[list[str]] = []
    word.tables += 1
    # What stands inside the table is named by its cell.
    paragraphs, tables, partly = word.paragraphs, word.tables, word.partly
    word.cells += 1
    header_rows = merged = 0
    for row in children(element, "tr"):
        properties = child(row, "trPr")
        if child(properties, "tblHeader") is not None and header_rows == len(rows):
            header_rows += 1
        rows.append(_row(row, rows[-1] if rows else [], word, depth))
        if tells_otherwise(list(_cells(row)), rows[-1], first=len(rows) == 1):
            merged = len(rows)
    word.cells -= 1
    word.paragraphs, word.tables = paragraphs, tables
    place = Place("", table=tables)
    return Piece(
        rows=rows,
        other_tasks=other_tasks_of(element) if word.as_written else None,
        header_rows=header_rows,
        merged=merged,
        lost=word.partly - partly,
        whole=True,
        place=place,
    )


def _row(row: _Element, above: list[str], word: Word, depth: int) -> list[str]:
    """Return cell texts on the grid: merged downwards repeats, merged across is empty."""
    cells: list[str] = []
    for cell in _cells(row):
        if goes_on_down(cell) and len(cells) < len(above):
            text = above[len(cells)]
        else:
            text = _cell_text(cell, word, depth)
        cells += [text] + [""] * (columns_under(cell) - 1)
    return cells


def _cells(row: _Element) -> Iterator[_Element]:
    for element in row:
        if name_of(element) == "tc":
            yield element
        elif name_of(element) in CONTAINERS:
            yield from _cells(element)


def _cell_text(cell: _Element, word: Word, depth: int) -> str:
    lines: list[str] = []
    for piece in _pieces(cell, word, depth + 1):
        lines += map(str.rstrip, piece.raws)
    return "\n".join(lines)
