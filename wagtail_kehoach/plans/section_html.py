"""The text of a section as rich text, from the paragraphs of a document."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING

from ..decree30.stretches import BOLD, ITALIC, cut

if TYPE_CHECKING:
    from ..decree30.parts import Paragraph

BULLETS = ("-", "–", "+", "•", "*")


def as_html(paragraphs: list[Paragraph]) -> str:
    """Paragraphs as rich text: items with a bullet as lists, all others as they are."""
    parts: list[str] = []
    depth = first = 0
    for paragraph in paragraphs:
        wanted = 0
        if paragraph.marker in BULLETS:
            # A list may begin deep below a numbered item; its first item is at its edge.
            first = paragraph.level if depth == 0 else first
            wanted = min(max(paragraph.level - first, 0) + 1, depth + 1)
            if paragraph.marker == "+" and wanted == 1:
                # A list of the first depth has dashes on paper: this item keeps its plus.
                wanted = 0
        parts.append(_list_step(depth, wanted))
        depth = wanted
        if wanted:
            parts.append(_marked(paragraph))
        else:
            marker = html.escape(paragraph.marker or "", quote=False)
            words = " ".join(filter(None, [marker, _marked(paragraph)]))
            parts.append(f"<p>{words}</p>")
    parts.append(_list_step(depth, 0))
    return "".join(parts)


def _marked(paragraph: Paragraph) -> str:
    """The text of a paragraph with its bold and italic parts as rich text has them."""
    said = ""
    parts = cut(paragraph.text, paragraph.stretches)
    for bold, group in groupby(parts, key=lambda part: BOLD in part[1]):
        inner = "".join(_slanted(text, marks) for text, marks in group)
        said += f"<b>{inner}</b>" if bold else inner
    return said


def _slanted(text: str, marks: str) -> str:
    escaped = html.escape(text, quote=False)
    return f"<i>{escaped}</i>" if ITALIC in marks else escaped


def _list_step(depth: int, wanted: int) -> str:
    """The tags from an item of one depth to an item of another; 0 is outside of lists."""
    if wanted > depth:
        return "<ul><li>"
    return "</li></ul>" * (depth - wanted) + ("</li><li>" if wanted else "")
