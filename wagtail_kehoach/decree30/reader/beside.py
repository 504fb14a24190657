"""What a Word file says beside its text: page headers, notes, and what stands in no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fonts import style_of
from .ooxml import attribute, main_part, part, related
from .runs import text_of
from .wording import clean, tidy

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from .fonts import Fonts
    from .run_styles import RunStyles

_MARGINS = ("header", "footer", "footnotes", "endnotes")
_COMMENTS = ("comments",)
_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
#: Where words are drawn, or said of a picture: the letters of WordArt, its description.
_DRAWN = ("{*}textpath", "{*}docPr", "{*}cNvPr", "{*}shape")
_SAID = ("string", "descr", "title", "alt")


def around(archive: zipfile.ZipFile) -> list[_Element]:
    """Return the roots of page headers, page footers and notes."""
    return _roots(archive, related(archive, main_part(archive), _MARGINS))


def beside(
    archive: zipfile.ZipFile,
    body: _Element,
    margins: list[_Element],
    fonts: Fonts,
    styles: RunStyles,
) -> tuple[list[str], list[str]]:
    """Return the texts of ``margins``, and what stands in no line.

    The latter may still be a stamp: the letters of WordArt such as a watermark, what
    pictures are said to show, comments, and the properties of the file.
    """
    comments = _roots(archive, related(archive, main_part(archive), _COMMENTS))
    hidden = [text for root in (body, *margins) for text in _drawn(root)]
    hidden += _paragraphs(comments, fonts, styles)
    for root in _roots(archive, _PROPERTIES):
        hidden += map(str, root.itertext())
    return (
        list(dict.fromkeys(_tidied(_paragraphs(margins, fonts, styles)))),
        _tidied(map(clean, hidden)),
    )


def _roots(archive: zipfile.ZipFile, names: Iterable[str]) -> list[_Element]:
    roots = (part(archive, name) for name in names)
    return [root for root in roots if root is not None]


def _paragraphs(roots: list[_Element], fonts: Fonts, styles: RunStyles) -> list[str]:
    paragraphs = (p for root in roots for p in root.iter("{*}p"))
    return [text_of(p, fonts, style_of(p), styles) for p in paragraphs]


def _tidied(texts: Iterable[str]) -> list[str]:
    return list(filter(None, map(tidy, texts)))


def _drawn(root: _Element) -> Iterator[str]:
    for element in root.iter(*_DRAWN):
        yield from (said for name in _SAID if (said := attribute(element, name)))
