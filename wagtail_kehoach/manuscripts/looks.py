"""How text of a Word file looks: by itself, or by a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..decree30.reader.ooxml import attribute, child, parts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ..decree30.reader.run_styles import RunStyles

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


def name_of_style(styles: dict[str, _Element], style: str | None) -> str:
    """What Word calls a style, in small letters: the same in every language."""
    named = child(styles.get(style or ""), "name")
    return (attribute(named, "val") or style or "").lower()


def look_of(run: _Element, paragraph: str | None, styles: RunStyles) -> Look:
    """The look of a run in a paragraph of that style, without a link."""
    properties = parts(child(run, "rPr"))
    marks: dict[str, Any] = {
        name: styles.bears(tag, properties, paragraph) for name, tag in _MARKS.items()
    }
    return Look(**marks, align=attribute(properties.get("vertAlign"), "val"))
