"""The lines of a manuscript, from the letters as they stand in the file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..decree30.reader.legacy import converter_for
from ..decree30.reader.raised import raised
from ..decree30.reader.wording import clean
from .parts import Line, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .looks import Look


@dataclass(frozen=True)
class Written:
    """Some letters as they stand in the file, in one font and one look."""

    text: str
    font: str | None
    look: Look


def lines(parts: Iterator[Written]) -> Iterator[Line]:
    """Yield the lines of written text: letters in one look together, converted to NFC."""
    spans: list[Span] = []
    for (font, look), group in groupby(parts, lambda part: (part.font, part.look)):
        text = "".join(part.text for part in group)
        convert = converter_for(font)
        before = "".join(span.text for span in spans)
        text = raised(convert(text) if convert else text, look.align, before)
        said = [_span(each, look) for each in clean(text).split("\n")]
        spans.append(said[0])
        for other in said[1:]:
            if line := _line(spans):
                yield line
            spans = [other]
    if line := _line(spans):
        yield line


def _span(text: str, look: Look) -> Span:
    return Span(text, look.bold, look.italic, look.address)


def _line(spans: list[Span]) -> Line | None:
    """The spans without the white space around them; ``None`` where nothing is left."""
    kept: list[Span] = []
    for (bold, italic, address), group in groupby(
        spans, lambda span: (span.bold, span.italic, span.address)
    ):
        text = "".join(span.text for span in group).replace("\t", " ")
        if text:
            kept.append(Span(text, bold, italic, address))
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if not kept:
        return None
    first = kept[0]
    kept[0] = Span(first.text.lstrip(), first.bold, first.italic, first.address)
    last = kept[-1]
    kept[-1] = Span(last.text.rstrip(), last.bold, last.italic, last.address)
    return Line(tuple(kept))
