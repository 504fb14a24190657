"""Whether text of a Word file is bold or italic: by itself, its style, or the one below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..decree30.reader.ooxml import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bold, italic, and where a link leads.
Look = tuple[bool, bool, str]
_OFF = ("0", "false", "off")


class Looks:
    """The looks that the styles of one file give."""

    def __init__(self, styles: dict[str, _Element]) -> None:
        self.styles = styles
        self.known: dict[str, tuple[bool | None, bool | None]] = {}

    def name_of(self, style: str | None) -> str:
        """What Word calls a style, in small letters: the same in every language."""
        named = child(self.styles.get(style or ""), "name")
        return (attribute(named, "val") or style or "").lower()

    def of_paragraph(self, style: str | None) -> Look:
        """Bold, italic and no link, as the style of a paragraph has it."""
        bold, italic = self._of_style(style)
        return bool(bold), bool(italic), ""

    def of_run(self, run: _Element, around: Look) -> Look:
        """The look of a run in what looks like ``around``."""
        properties = child(run, "rPr")
        if properties is None:
            return around
        style = self._of_style(attribute(child(properties, "rStyle"), "val"))
        bold = _first(_set(properties, "b"), style[0], around[0])
        italic = _first(_set(properties, "i"), style[1], around[1])
        return bold, italic, around[2]

    def _of_style(self, style: str | None) -> tuple[bool | None, bool | None]:
        if not style:
            return None, None
        if style not in self.known:
            self.known[style] = None, None  # a style may be based on itself
            definition = self.styles.get(style)
            bold, italic = self._of_style(
                attribute(child(definition, "basedOn"), "val")
            )
            properties = child(definition, "rPr")
            own = _set(properties, "b"), _set(properties, "i")
            self.known[style] = (
                bold if own[0] is None else own[0],
                italic if own[1] is None else own[1],
            )
        return self.known[style]


def _set(properties: _Element | None, name: str) -> bool | None:
    """Whether a property is on; ``None`` where nothing is said of it."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in _OFF


def _first(*said: bool | None) -> bool:
    return next((bool(one) for one in said if one is not None), False)
