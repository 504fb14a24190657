"""How text of a Word file looks: by itself, by its style, or by the one that is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..decree30.reader.ooxml import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = ("0", "false", "off")
#: What Word calls each mark of a look.
_MARKS = {
    "bold": "b", "italic": "i", "struck": "strike", "twice_struck": "dstrike",
    "hidden": "vanish",
}  # fmt: skip


class Look(NamedTuple):
    """How some letters look; ``address`` is where a link leads.

    ``align`` is Word's word for what stands above or below the line.
    """

    bold: bool = False
    italic: bool = False
    struck: bool = False
    twice_struck: bool = False
    hidden: bool = False
    align: str | None = None
    address: str = ""

    @property
    def marked_off(self) -> str:
        """``hidden`` or ``struck`` where nobody meant the letters to be published."""
        if self.hidden:
            return "hidden"
        return "struck" if self.struck or self.twice_struck else ""


class Looks:
    """The looks that the styles of one file give."""

    def __init__(self, styles: dict[str, _Element]) -> None:
        self.styles = styles
        self.known: dict[str, dict[str, Any]] = {}

    def name_of(self, style: str | None) -> str:
        """What Word calls a style, in small letters: the same in every language."""
        named = child(self.styles.get(style or ""), "name")
        return (attribute(named, "val") or style or "").lower()

    def of_paragraph(self, style: str | None) -> Look:
        """The look that the style of a paragraph gives, without a link."""
        return Look(**self._of_style(style))

    def of_run(self, run: _Element, around: Look) -> Look:
        """The look of a run in what looks like ``around``."""
        properties = child(run, "rPr")
        style = attribute(child(properties, "rStyle"), "val")
        return around._replace(**{**self._of_style(style), **_said(properties)})

    def _of_style(self, style: str | None) -> dict[str, Any]:
        """What a style says of a look, with what it is based on."""
        if not style:
            return {}
        if style not in self.known:
            self.known[style] = {}  # a style may be based on itself
            definition = self.styles.get(style)
            base = attribute(child(definition, "basedOn"), "val")
            own = _said(child(definition, "rPr"))
            self.known[style] = {**self._of_style(base), **own}
        return self.known[style]


def _said(properties: _Element | None) -> dict[str, Any]:
    """The parts of a look that ``properties`` speak of."""
    found = {name: child(properties, tag) for name, tag in _MARKS.items()}
    said: dict[str, Any] = {
        name: attribute(mark, "val") not in _OFF
        for name, mark in found.items()
        if mark is not None
    }
    align = attribute(child(properties, "vertAlign"), "val")
    return {**said, "align": align} if align else said
