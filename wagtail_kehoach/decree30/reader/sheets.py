"""On which paper each part of a Word file stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ooxml import attribute, child
from .pieces import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ..parts import Annex
    from .pieces import Piece


def with_sheets(body: _Element) -> Iterator[tuple[_Element, Sheet]]:
    """Yield what stands in the text, each with its paper; a section ends with its paper."""
    waiting: list[_Element] = []
    section = 0
    for element in body:
        waiting.append(element)
        ending = child(child(element, "pPr"), "sectPr")
        if ending is not None:
            sheet = Sheet(section, _lies_across(ending))
            yield from ((passed, sheet) for passed in waiting)
            waiting, section = [], section + 1
    last = Sheet(section, _lies_across(child(body, "sectPr")))
    yield from ((passed, last) for passed in waiting)


def _lies_across(section: _Element | None) -> bool:
    size = child(section, "pgSz")
    return _length(attribute(size, "w")) > _length(attribute(size, "h"))


def _length(said: str | None) -> int:
    """A length in twentieths of a point; no paper of Word is longer than five digits say."""
    text = said or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0


def landscape_of(annex: Annex, pieces: list[Piece], text: Piece | None) -> bool | None:
    """How the file wants the paper of an annex; ``None`` where we would choose the same.

    Only a section of its own says anything about an annex; ``text`` stands before it.
    """
    sheets = [piece.sheet for piece in pieces if piece.sheet]
    if not sheets:
        return None
    before = text.sheet.section if text and text.sheet else None
    across = any(sheet.lies_across for sheet in sheets)
    if across == annex.is_wide or (not across and sheets[0].section == before):
        return None
    return across
