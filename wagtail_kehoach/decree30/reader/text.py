"""Plain text and text recognised from a scan: bytes in, lines out."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..parts import Place
from ..refusals import ReadingRefused
from .columns import header_rows_of
from .pieces import Piece, Source
from .stress import is_marked_up
from .wording import clean, tidy

_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:trang|page)?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\W{0,3}$", re.IGNORECASE
)
_NOT_FURNITURE = re.compile(
    r"[:;]|^\W*(?:Số|Nơi nhận|KẾ HOẠCH|PHỤ LỤC|CỘNG)", re.IGNORECASE
)
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")
_ESCAPED = re.compile(r"\\([-.*_#+()\[\]|&])")
_REPEATED, _FEWEST_COLUMNS = 3, 3
_MOST_CHARACTERS = 2_000_000
_MOST_LINES = 50_000
_LONGEST_WRAPPED_LINE = 160


class _Line(NamedTuple):
    """A line with its page and its number on the page."""

    text: str
    page: int
    number: int


def read_text(data: bytes) -> Source:
    """Return the lines of a text file."""
    text = decode(data)
    if len(text) > _MOST_CHARACTERS:
        raise ReadingRefused("too-much-text")
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _ESCAPED.sub(r"\1", text)
    return source_of_pages(text.split("\f"))


def decode(data: bytes) -> str:
    """Return text in whichever encoding it was written."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(data, "utf-16")
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadingRefused("wrong-type", "no known text encoding")


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingRefused("wrong-type", str(error)) from error


def source_of_pages(pages: list[str]) -> Source:
    """Return the lines of pages, without page numbers and running titles."""
    lines = [page.split("\n") for page in pages]
    if sum(map(len, lines)) > _MOST_LINES:
        raise ReadingRefused("too-much-text", "too many lines")
    kept, furniture = _without_furniture(lines)
    longest = max((len(tidy(line.text)) for line in kept), default=0)
    return Source(
        pieces=_with_tables(kept, several=len(pages) > 1),
        furniture=furniture,
        wrapped=longest <= _LONGEST_WRAPPED_LINE,
    )


def _without_furniture(pages: list[list[str]]) -> tuple[list[_Line], int]:
    running = _running_titles(pages)
    several = len(pages) > 1
    kept: list[_Line] = []
    dropped, page_number = 0, 0
    for count, page in enumerate(pages, start=1):
        edges = _edges(page)
        for place, line in enumerate(page):
            number = _PAGE_NUMBER.match(line.strip())
            expected = number and int(number[1]) in (page_number + 1, page_number + 2)
            if number and expected and (place in edges or not several):
                page_number, dropped = int(number[1]), dropped + 1
                # The number stood in the middle of a paragraph: leave no empty lines.
                while kept and not kept[-1].text.strip():
                    kept.pop()
            elif place in edges and tidy(line) in running:
                dropped += 1
            else:
                kept.append(_Line(line, count, place + 1))
    return kept, dropped


def _edges(page: list[str]) -> set[int]:
    filled = [place for place, line in enumerate(page) if line.strip()]
    return {*filled[:2], *filled[-2:]}


def _running_titles(pages: list[list[str]]) -> set[str]:
    """Return lines that stand at the edge of three pages or more."""
    seen: dict[str, int] = {}
    for page in pages:
        for line in {tidy(page[place]) for place in _edges(page)}:
            seen[line] = seen.get(line, 0) + 1
    return {
        line
        for line, times in seen.items()
        if times >= _REPEATED and not _NOT_FURNITURE.search(line)
    }


def _with_tables(lines: list[_Line], *, several: bool) -> list[Piece]:
    """Return pieces, with tables in Markdown, and those that Word saved as text, as tables."""
    pieces: list[Piece] = []
    gap = False
    saved = _saved_tables(lines)
    for count, line in enumerate(lines):
        if not line.text.strip():
            gap = True
            continue
        row = saved.get(count) or _table_row(line.text)
        place = Place("", line.page if several else None, line.number)
        if row is None:
            raw = line.text.rstrip()
            stressed = is_marked_up(raw)
            pieces.append(Piece(raw, gap, stressed=stressed, place=place))
        elif pieces and pieces[-1].rows is not None and not gap:
            pieces[-1].rows.extend([row] if row else [])
        else:
            pieces.append(Piece(rows=[row] if row else [], gap=gap, place=place))
        gap = False
    return [piece for piece in pieces if piece.rows != []]


def _saved_tables(lines: list[_Line]) -> dict[int, list[str]]:
    """Return the rows of tables that Word saved as text: cells after tabs, below a head."""
    rows: dict[int, list[str]] = {}
    width = 0
    for count, line in enumerate(lines):
        cells = [tidy(cell) for cell in line.text.strip("\n").split("\t")]
        if width and len(cells) == width:
            rows[count] = cells
        elif len(cells) >= _FEWEST_COLUMNS and header_rows_of([cells]):
            width, rows[count] = len(cells), cells
        else:
            width = 0
    return rows


def _table_row(line: str) -> list[str] | None:
    """Return the cells of a Markdown table row, ``[]`` for its rule, else ``None``."""
    stripped = line.strip()
    if not stripped.startswith("|") or stripped.count("|") < 2:
        return None
    if _TABLE_RULE.match(stripped):
        return []
    cells = stripped.strip("|").split("|")
    return [
        re.sub(r"<br\s*/?>", "\n", cell).strip().replace("**", "") for cell in cells
    ]
