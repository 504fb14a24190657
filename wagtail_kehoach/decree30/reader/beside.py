"""What a Word file says beside its text: page headers, notes, and what stands in no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ooxml import attribute, main_part, name_of, part, related
from .runs import text_of
from .wording import clean, tidy

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element

    from .fonts import Fonts

_MARGINS = ("header", "footer", "footnotes", "endnotes")
_COMMENTS = ("comments",)
_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
#: Where words are drawn, or said of a picture: the letters of WordArt, its description.
_DRAWN = ("{*}textpath", "{*}docPr", "{*}cNvPr", "{*}shape")
_SAID = ("string", "descr", "title", "alt")


def margins_of(archive: zipfile.ZipFile, fonts: Fonts) -> list[str]:
    """Return the texts of page headers, page footers and notes."""
    texts = (
        tidy(text_of(element, fonts))
        for root in _roots(archive, _MARGINS)
        for element in root.iter()
        if name_of(element) == "p"
    )
    return list(dict.fromkeys(filter(None, texts)))


def hidden_in(archive: zipfile.ZipFile, body: _Element, fonts: Fonts) -> list[str]:
    """Return what is no line of the text and may still be a stamp.

    The letters of WordArt such as a watermark, what pictures are said to show, comments,
    and the properties of the file.
    """
    texts = [
        text for root in (body, *_roots(archive, _MARGINS)) for text in _drawn(root)
    ]
    for root in _roots(archive, _COMMENTS):
        texts += [text_of(p, fonts) for p in root.iter() if name_of(p) == "p"]
    for name in _PROPERTIES:
        root = part(archive, name)
        texts += [] if root is None else [str(text) for text in root.itertext()]
    return [said for text in texts if (said := tidy(clean(text)))]


def _roots(archive: zipfile.ZipFile, kinds: tuple[str, ...]) -> Iterator[_Element]:
    for name in related(archive, main_part(archive), kinds):
        root = part(archive, name)
        if root is not None:
            yield root


def _drawn(root: _Element) -> Iterator[str]:
    for element in root.iter(*_DRAWN):
        yield from (said for name in _SAID if (said := attribute(element, name)))
