"""Which font a run of a Word file is set in: its own, its style's, or the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ooxml import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element


class Fonts:
    """The fonts of one file; ``None`` and an empty name are fonts of today.

    ``converted`` collects those whose letters had to be turned into Unicode.
    """

    def __init__(self, root: _Element | None, styles: dict[str, _Element]) -> None:
        self.styles = styles
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.default = _named_in(defaults)
        self.normal = next(filter(None, map(_default_paragraph, styles.values())), None)
        self.known: dict[str | None, str | None] = {}
        self.converted: set[str] = set()

    def of_paragraph(self, style: str | None) -> str | None:
        """The font of a paragraph in ``style`` where its runs name none."""
        return _first(self._of_style(style or self.normal), self.default)

    def of_run(
        self, properties: dict[str, _Element], paragraph: str | None
    ) -> str | None:
        """The font of a run with ``properties`` in a paragraph whose font is ``paragraph``."""
        if not properties:
            return paragraph
        style = attribute(properties.get("rStyle"), "val")
        return _first(
            _named_by(properties.get("rFonts")), self._of_style(style), paragraph
        )

    def _of_style(self, name: str | None) -> str | None:
        """The font of a style, its own or that of the style it is based on."""
        if name not in self.known:
            self.known[name] = None  # a style may be based on itself
            style = self.styles.get(name or "")
            above = attribute(child(style, "basedOn"), "val")
            own = _named_in(child(style, "rPr"))
            self.known[name] = _first(own, self._of_style(above) if above else None)
        return self.known[name]


def _named_in(properties: _Element | None) -> str | None:
    return _named_by(child(properties, "rFonts"))


def _named_by(fonts: _Element | None) -> str | None:
    """The font that is named; an empty name for one of the theme."""
    if fonts is None:
        return None
    for slot in ("hAnsi", "ascii"):
        if attribute(fonts, f"{slot}Theme"):
            return ""
        if name := attribute(fonts, slot):
            return name
    return None


def _default_paragraph(style: _Element) -> str | None:
    default = attribute(style, "default") in ("1", "true")
    paragraph = attribute(style, "type") == "paragraph"
    return attribute(style, "styleId") if default and paragraph else None


def _first(*fonts: str | None) -> str | None:
    return next((font for font in fonts if font is not None), None)


def style_of(paragraph: _Element) -> str | None:
    """The id of the style of a paragraph."""
    return attribute(child(child(paragraph, "pPr"), "pStyle"), "val")


def styles_of(root: _Element | None) -> dict[str, _Element]:
    """The styles of a file by their ids."""
    if root is None:
        return {}
    return {attribute(s, "styleId") or "": s for s in children(root, "style")}
