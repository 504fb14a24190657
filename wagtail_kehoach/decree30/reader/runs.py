"""The text of a paragraph of a Word file, from its runs."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from .legacy import converter_for
from .ooxml import attribute, child, name_of, parts
from .wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from .fonts import Fonts

DEEPEST = 60
#: What is no text of the paragraph around it.
SKIPPED = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "pPr",
    "rPr",
    "txbxContent",
}
BREAKS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    # Dropped later, but a letter in fonts of before Unicode.
    "softHyphen": "\u00ad",
}


def text_of(paragraph: _Element, fonts: Fonts, style: str | None) -> str:
    """Return the text of a paragraph in ``style``; letters of old fonts are converted."""
    texts = []
    runs = _runs(paragraph, fonts, fonts.of_paragraph(style), 0)
    # A letter and its mark may stand in two runs.
    for font, group in groupby(runs, key=itemgetter(0)):
        text = "".join(written for _, written in group)
        convert = converter_for(font)
        if convert and (converted := convert(text)) != text:
            fonts.converted.add(font or "")
            text = converted
        texts.append(text)
    return clean("".join(texts))


def _is_hidden(properties: dict[str, _Element]) -> bool:
    """Whether Word does not show the run: nobody meant it to be published."""
    mark = properties.get("vanish")
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")


def _runs(
    element: _Element, fonts: Fonts, font: str | None, depth: int
) -> Iterator[tuple[str | None, str]]:
    """Yield the texts of a paragraph, each with its font."""
    if depth > DEEPEST:
        return
    for inner in element:
        name = name_of(inner)
        if name in SKIPPED:
            continue
        if name == "r":
            properties = parts(child(inner, "rPr"))
            if not _is_hidden(properties):
                own = fonts.of_run(properties, font)
                yield from _runs(inner, fonts, own, depth + 1)
        elif name == "t":
            yield font, inner.text or ""
        elif name in BREAKS:
            yield font, BREAKS[name]
        else:
            yield from _runs(inner, fonts, font, depth + 1)
