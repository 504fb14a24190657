"""A section or a table of a plan's text as parts of a document: its rich text, taken apart."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ..decree30.parts import Block, Heading, Paragraph, Table
from ..decree30.stretches import BOLD, ITALIC, joined
from . import run_in
from .table_head import header_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import PageElement, Tag

#: The tags of rich text that mark words.
_TAGS = {BOLD: {"b", "strong"}, ITALIC: {"i", "em"}}


def blocks_of(child) -> list[Block]:
    """A section or a table of the text."""
    value = child.value
    if child.block_type == "table":
        rows = value["rows"].splitlines()
        cells = [[cell.strip() for cell in row.split("|")] for row in rows]
        return [Table(cells, header_rows(cells) if value.get("has_header") else 0)]
    if not (value["title"] or value.get("number")):
        return [*paragraphs_of(value)]
    joint, text = run_in.parted(str(value.get("text") or ""))
    title, end = run_in.ended(value["title"])
    heading = Heading(
        value.get("number") or "",
        title,
        value["level"] or 1,
        joint,
        "" if joint else end,
    )
    return [heading, *_paragraphs_in(text)]


def paragraphs_of(value) -> list[Paragraph]:
    """The text of a section."""
    return _paragraphs_in(str(value.get("text") or ""))


def _paragraphs_in(html: str) -> list[Paragraph]:
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- slow import

    soup = BeautifulSoup(html, "html.parser")
    found = [_paragraph(element) for element in soup.find_all(["p", "li"])]
    return [paragraph for paragraph in found if paragraph.text]


def _paragraph(element: Tag) -> Paragraph:
    words, stretches = joined(_own_words(element))
    if element.name != "li":
        return Paragraph(words, stretches=stretches)
    depth = len(element.find_parents(["ul", "ol"]))
    if element.parent.name == "ol":
        place = len(element.find_previous_siblings("li")) + 1
        return Paragraph(words, f"{place}.", depth, stretches)
    return Paragraph(words, "-" if depth <= 1 else "+", depth, stretches)


def _own_words(element: Tag) -> Iterator[tuple[str, str]]:
    """The words of a paragraph or item with their marks, without those of items below it."""
    for node in element.descendants:
        if node.find_parent(["p", "li"]) is not element:
            continue
        if getattr(node, "name", None) == "br":
            yield " ", ""
        elif isinstance(node, str):
            yield node, _marks_around(node, element)


def _marks_around(node: PageElement, element: Tag) -> str:
    around = {
        parent.name for parent in takewhile(lambda p: p is not element, node.parents)
    }
    return "".join(mark for mark, tags in _TAGS.items() if around & tags)
