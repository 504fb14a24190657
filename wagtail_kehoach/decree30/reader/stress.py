"""What a file sets apart as a whole: bold paragraphs, and the styles of headings."""

from __future__ import annotations

import re
from functools import reduce
from itertools import takewhile
from typing import TYPE_CHECKING

from .marked_off import is_marked_off
from .ooxml import attribute, child, children, parts
from .raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .run_styles import RunStyles

_MARKED_UP = re.compile(r"\s*(?:#{1,6}\s+\S.*|(\*\*|__)(?!\s)(?:(?!\1).)+\1\s*:?)\s*$")
#: "Heading 1", and what Word calls it in other languages has an outline level.
_HEADING = re.compile(r"heading \d", re.IGNORECASE)
#: No title is longer, so that only short paragraphs are looked at closely.
_LONGEST = 200


def may_be_title(line: str) -> bool:
    """Tell whether a line is worth a look: sentences and items of lists are no titles."""
    return len(line) <= _LONGEST and not line.rstrip().endswith((".", ";", ","))


def is_marked_up(line: str) -> bool:
    """Tell whether all of a line is bold, or a heading, by the signs of Markdown."""
    return bool(_MARKED_UP.match(line))


class Stress:
    """Which paragraphs of a Word file are set apart, by themselves or by their style."""

    def __init__(self, styles: RunStyles) -> None:
        self.styles = styles
        self.heading: dict[str, bool] = {}

    def on(self, paragraph: _Element, style: str | None) -> bool:
        """Tell whether all that a paragraph says is bold, or its style is a heading's."""
        if style and self._is_heading(style):
            return True
        runs = self._saying(paragraph, style)
        return bool(runs) and all(self._is_bold(run, style) for run in runs)

    def lead(self, paragraph: _Element, style: str | None) -> str:
        """Return what a paragraph begins with in bold, where it goes on otherwise."""
        runs = self._saying(paragraph, style)
        bold = list(takewhile(lambda run: self._is_bold(run, style), runs))
        return "" if len(bold) == len(runs) else reduce(_with_run, bold, "")

    def _saying(self, paragraph: _Element, style: str | None) -> list[_Element]:
        """The runs that say something."""
        return [
            run
            for run in children(paragraph, "r")
            if any((text.text or "").strip() for text in children(run, "t"))
            and not is_marked_off(parts(child(run, "rPr")), style, self.styles)
        ]

    def _is_bold(self, run: _Element, style: str | None) -> bool:
        return self.styles.bears("b", parts(child(run, "rPr")), style)

    def _is_heading(self, style: str) -> bool:
        if style not in self.heading:
            self.heading[style] = False
            element = self.styles.styles.get(style)
            name = attribute(child(element, "name"), "val") or ""
            level = attribute(child(child(element, "pPr"), "outlineLvl"), "val")
            above = attribute(child(element, "basedOn"), "val")
            self.heading[style] = (
                bool(_HEADING.match(name))
                or (level or "9") != "9"
                or bool(above and self._is_heading(above))
            )
        return self.heading[style]


def _with_run(said: str, run: _Element) -> str:
    text = "".join(text.text or "" for text in children(run, "t"))
    align = attribute(child(child(run, "rPr"), "vertAlign"), "val")
    return said + raised(text, align, said)
