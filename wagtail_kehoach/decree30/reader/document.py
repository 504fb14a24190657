"""Puts a document together from the pieces of a file."""

from __future__ import annotations

import re

from ..layout import DRAFT_MARK
from ..parts import Document
from ..readings import Reading, ReadingWarning
from .columns import header_rows_of
from .cuts import maybe_cut
from .divisions import parted
from .kinds import (
    NEWS,
    PLAN,
    TypeLine,
    is_official,
    is_page_about_file,
    is_plain_prose,
    kind_without_type_line,
    type_line,
)
from .lines import short_lines, without_layout_tables, without_marks
from .news import read_news
from .official import read_official
from .own_plans import own_plan
from .page_copies import without_page
from .pieces import Piece, Source
from .portals import without_trails
from .press import is_told_by_press
from .quality import refuse_unreadable
from .sources import Index, note_sources, passages_of
from .wording import tidy
from .wrapping import paragraphs, usual_width

_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{0,3}(?:\s*/\s*\d+)?\W*$", re.IGNORECASE)


def understand(name: str, source: Source) -> Reading:
    """Return what a file says; refuse one that must not or cannot be read."""
    source.pieces = [part for piece in source.pieces for part in short_lines(piece)]
    refuse_unreadable(source)
    index = Index(source.pieces)
    pieces, marks = without_marks(without_layout_tables(source.pieces))
    page = pieces
    pieces, of_page = without_page(page)
    found, kind = _type_of(pieces, page)
    if kind == NEWS:
        # What the page says of a news item is its date.
        pieces, of_page = without_trails(page)
    document = Document(kind=kind, other_tasks=source.other_tasks)
    reading = Reading(
        file=name,
        document=document,
        is_plan=kind == PLAN,
        furniture=source.furniture + marks + of_page,
        passages=passages_of(source.pieces),
    )
    width = usual_width(pieces) if source.wrapped else 0
    if document.kind == NEWS:
        read_news(reading, pieces, width)
    else:
        parts = parted(pieces, found, document.kind)
        header = read_official(reading, parts, width)
        note_sources(reading, header, index)
        if source.wrapped and reading.is_plan:
            _warn_of_cut_lines(reading, paragraphs(parts.after_type, width=width))
    _keep_margins(reading, source)
    if source.converted_fonts:
        fonts = ", ".join(source.converted_fonts)
        reading.warnings.append(ReadingWarning("legacy-font", fonts))
    _warn_of_merged_cells(reading, pieces)
    _warn_of_what_is_left_out(reading, source)
    return reading


def _type_of(
    pieces: list[Piece], page: list[Piece]
) -> tuple[TypeLine | None, str | None]:
    """Return the line that names the type of a document, and what kind it is.

    ``page`` is the document with what a portal printed around it.
    """
    official = is_official(pieces)
    found = type_line(pieces, official=official)
    by_press = not official and is_told_by_press(pieces)
    told_about = by_press or (not official and is_plain_prose(pieces))
    if found and found.rest and told_about:
        # A news item about a plan begins with its name.
        found = None
    if found and not official and is_page_about_file(page):
        found = None
    if found:
        return found, own_plan(found, pieces) or found.kind
    other = kind_without_type_line(pieces, official=official)
    return None, NEWS if by_press else other


def _keep_margins(reading: Reading, source: Source) -> None:
    """Keep notes and running titles that no field took; page numbers are counted."""
    for text in (*source.margins, *source.stamps):
        if _PAGE_NUMBER.match(text) or text == DRAFT_MARK:
            reading.furniture += 1
        else:
            reading.not_understood.append(text)


def _warn_of_merged_cells(reading: Reading, pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.rows and piece.merged:
            # The writer merges a head of several rows again.
            head = header_rows_of(piece.rows)
            if piece.merged > head or head == 1:
                titles = " | ".join(filter(None, map(tidy, piece.rows[0])))
                reading.warnings.append(ReadingWarning("merged-cells", titles))


def _warn_of_what_is_left_out(reading: Reading, source: Source) -> None:
    counted = {
        "pictures-left-out": (source.pictures, "hình ảnh"),
        "objects-left-out": (source.objects, "đối tượng nhúng"),
        "struck-left-out": (source.struck, "chỗ gạch ngang"),
        "hidden-left-out": (source.unshown, "chỗ chữ ẩn"),
        "changes-tracked": (source.changes, "chỗ sửa"),
    }
    for code, (number, what) in counted.items():
        if number:
            reading.warnings.append(ReadingWarning(code, f"{number} {what}"))


def _warn_of_cut_lines(reading: Reading, text: list[Piece]) -> None:
    reading.warnings += [ReadingWarning("line-cut", end) for end in maybe_cut(text)]
