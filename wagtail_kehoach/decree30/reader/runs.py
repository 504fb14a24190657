"""The text of a paragraph of a Word file, from its runs."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ..stretches import MARKS
from .legacy import converter_for
from .marked_off import is_marked_off
from .ooxml import attribute, child, name_of, parts
from .raised import raised
from .wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from .fonts import Fonts
    from .run_styles import RunStyles

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


class Form(NamedTuple):
    """How a run is set: its font, whether it stands above or below the line, its marks."""

    font: str | None
    align: str | None = None
    marks: str = ""


class Around(NamedTuple):
    """What a run is set in where it does not say: the styles, and that of its paragraph."""

    fonts: Fonts
    styles: RunStyles
    style: str | None


def text_of(
    paragraph: _Element, fonts: Fonts, style: str | None, styles: RunStyles
) -> str:
    """Return the text of a paragraph in ``style``; letters of old fonts are converted."""
    return clean("".join(text for text, _ in said_in(paragraph, fonts, style, styles)))


def said_in(
    paragraph: _Element, fonts: Fonts, style: str | None, styles: RunStyles
) -> list[tuple[str, str]]:
    """Return the same in parts that are set alike, each with its marks: bold, italic."""
    said: list[tuple[str, str]] = []
    above = ""
    around = Around(fonts, styles, style)
    runs = _runs(paragraph, around, Form(fonts.of_paragraph(style)), 0)
    # A letter and its mark may stand in two runs.
    for form, group in groupby(runs, key=itemgetter(0)):
        text = "".join(written for _, written in group)
        convert = converter_for(form.font)
        if convert and (converted := convert(text)) != text:
            fonts.converted.add(form.font or "")
            text = converted
        text = raised(text, form.align, above)
        above += text
        said.append((text, form.marks))
    return said


def _runs(
    element: _Element, around: Around, form: Form, depth: int
) -> Iterator[tuple[Form, str]]:
    """Yield the texts of a paragraph, each with its form."""
    if depth > DEEPEST:
        return
    for inner in element:
        name = name_of(inner)
        if name in SKIPPED:
            continue
        if name == "r":
            properties = parts(child(inner, "rPr"))
            if not is_marked_off(properties, around.style, around.styles):
                align = attribute(properties.get("vertAlign"), "val")
                font = around.fonts.of_run(properties, form.font)
                marks = around.styles.borne(MARKS, properties, around.style)
                own = Form(font, align, "".join(marks))
                yield from _runs(inner, around, own, depth + 1)
        elif name == "t":
            yield form, inner.text or ""
        elif name in BREAKS:
            yield form, BREAKS[name]
        else:
            yield from _runs(inner, around, form, depth + 1)
