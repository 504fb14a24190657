"""Which runs of a Word file are bold, struck out and the like: by themselves or by style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ooxml import attribute, child, parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_OFF = ("0", "false", "off")


class RunStyles:
    """The marks of letters that the styles of one file switch on."""

    def __init__(self, styles: dict[str, _Element]) -> None:
        self.styles = styles
        #: What any style says of its letters: of other marks none is asked.
        self.named = {
            name for style in styles.values() for name in parts(child(style, "rPr"))
        }
        self.known: dict[tuple[str, str], bool] = {}

    def borne(
        self,
        marks: Iterable[str],
        properties: dict[str, _Element],
        paragraph: str | None,
    ) -> list[str]:
        """Return which of ``marks`` a run bears, in a paragraph of that style."""
        return [
            mark
            for mark in marks
            if (mark in properties or mark in self.named)
            and self.bears(mark, properties, paragraph)
        ]

    def bears(
        self, mark: str, properties: dict[str, _Element], paragraph: str | None
    ) -> bool:
        """Tell whether a run with ``properties`` bears a mark, in a paragraph of that style."""
        own = properties.get(mark)
        if own is not None:
            return is_on(own)
        named = properties.get("rStyle")
        style = None if named is None else attribute(named, "val")
        # A style of letters switches off what the style around it has on already.
        return self._of_style(mark, style) != self._of_style(mark, paragraph)

    def _of_style(self, mark: str, style: str | None) -> bool:
        """Whether a style bears a mark, its own or that of the style it is based on."""
        if not style:
            return False
        if (mark, style) not in self.known:
            self.known[mark, style] = False  # a style may be based on itself
            element = self.styles.get(style)
            own = child(child(element, "rPr"), mark)
            above = attribute(child(element, "basedOn"), "val")
            found = self._of_style(mark, above) if own is None else is_on(own)
            self.known[mark, style] = found
        return self.known[mark, style]


def is_on(mark: _Element) -> bool:
    """Tell whether a mark is there and not switched off."""
    return attribute(mark, "val") not in _OFF
