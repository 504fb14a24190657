"""The text of a manuscript as the blocks of a story."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.html import escape

from ..manuscripts.parts import Heading, Items, Line, Photo, Quotation, Span, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wagtail.images.models import AbstractImage

    from ..manuscripts.parts import Block

    Blocks = Iterator[tuple[str, Any]]


def body_of(
    blocks: list[Block],
    byline: list[str],
    image_of: Callable[[Photo], AbstractImage],
) -> Blocks:
    """Yield the blocks of a body; who wrote the text stands in its last lines.

    ``image_of`` gives the stored picture of a photo.
    """
    signed = [Text(Line((Span(line, italic=True),))) for line in byline]
    together = groupby([*blocks, *signed], lambda b: isinstance(b, Text | Items))
    for is_text, group in together:
        if is_text:
            yield "paragraph", "".join(map(_html, group))
            continue
        for block in group:
            if isinstance(block, Heading):
                yield "heading", block.text
            elif isinstance(block, Quotation):
                yield "quote", {"text": block.text, "by": ""}
            elif isinstance(block, Photo):
                said = {"image": image_of(block), "caption": block.caption}
                yield "picture", {**said, "ai_made": False}


def _html(block: Block) -> str:
    if isinstance(block, Items):
        name = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{_spans(line)}</li>" for line in block.lines)
        return f"<{name}>{items}</{name}>"
    return f"<p>{_spans(block.line)}</p>" if isinstance(block, Text) else ""


def _spans(line: Line) -> str:
    return "".join(map(_span, line.spans))


def _span(span: Span) -> str:
    said = escape(span.text)
    if span.italic:
        said = f"<i>{said}</i>"
    if span.bold:
        said = f"<b>{said}</b>"
    return f'<a href="{escape(span.address)}">{said}</a>' if span.address else said
