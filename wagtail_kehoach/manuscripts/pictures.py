"""The pictures of a Word file where they stand: whole files, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..decree30.reader.ooxml import (
    attribute,
    children,
    main_part,
    name_of,
    relations_of,
    target_of,
)
from ..decree30.reader.wording import clean, tidy

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Where Word keeps what is seen of a picture: parts of a hundred thousand from each side.
WHOLE = 100_000
_QUARTER = 5_400_000
#: Another text box, or the second copy that Word keeps for older programs.
_ELSEWHERE = ("txbxContent", "Fallback")


@dataclass(frozen=True)
class Picture:
    """A picture of the file. ``cut`` is what is hidden at left, top, right and bottom, in
    parts of ``WHOLE``; ``quarters`` is how often Word turns it clockwise; ``shown`` is its
    size on the page in parts of a millimetre, 36,000 each.
    """

    name: str
    description: str = ""
    cut: tuple[int, int, int, int] = (0, 0, 0, 0)
    quarters: int = 0
    shown: tuple[int, int] | None = None


class Pictures:
    """The pictures of one file, found by what refers to them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.targets: dict[str, str] = {}
        self.outside: dict[str, str] = {}
        main = main_part(archive)
        for relation in relations_of(archive, main):
            key = relation.get("Id", "")
            if relation.get("TargetMode") == "External":
                self.outside[key] = relation.get("Target", "")
            else:
                self.targets[key] = target_of(relation, main)

    def address(self, key: str | None) -> str:
        """Where a link leads that a browser may follow; empty for any other."""
        target = self.outside.get(key or "", "")
        return target if re.match(r"https?://\S+$", target) else ""

    def in_drawing(self, drawing: _Element) -> Iterator[Picture | str]:
        """Yield the pictures of a drawing, or the code of what it is instead."""
        found = list(_inside(drawing, ("blip", "imagedata")))
        for element in found:
            yield self._picture(drawing, element)
        if found:
            return
        if name_of(drawing) == "object":
            yield "embedded"
        elif not any(name_of(e) == "txbxContent" for e in drawing.iter()):
            yield "drawing"

    def _picture(self, drawing: _Element, element: _Element) -> Picture | str:
        keys = [attribute(element, name) for name in ("embed", "id")]
        name = next((self.targets[key] for key in keys if key in self.targets), None)
        if name is None:
            linked = attribute(element, "link") or any(k in self.outside for k in keys)
            return "linked" if linked else "missing"
        if name_of(drawing) == "object":
            return "embedded"
        return Picture(
            name,
            description=_description(drawing),
            cut=_cut(element),
            quarters=_quarters(element),
            shown=_shown(drawing),
        )


def _inside(drawing: _Element, names: tuple[str, ...]) -> Iterator[_Element]:
    for element in drawing:
        if name_of(element) in _ELSEWHERE:
            continue
        if name_of(element) in names:
            yield element
        yield from _inside(element, names)


def _description(drawing: _Element) -> str:
    """Word's own alternative text, of whatever element bears it."""
    for element in drawing.iter():
        name = "alt" if name_of(element) == "shape" else "descr"
        if said := tidy(clean(element.get(name) or "")):
            return said
    return ""


def _cut(element: _Element) -> tuple[int, int, int, int]:
    around = element.getparent()
    source = next(children(around, "srcRect"), None) if around is not None else None
    if source is None:
        return (0, 0, 0, 0)
    left, top, right, bottom = (_share(source.get(side)) for side in "ltrb")
    return left, top, right, bottom


def _share(said: str | None) -> int:
    """A side of ``srcRect``: ``12500``, or ``12.5%`` in strict files; never below zero."""
    match = re.match(r"(\d{1,6})(?:\.(\d{1,3}))?(%?)$", said or "")
    if match is None:
        return 0
    number = float(f"{match[1]}.{match[2] or 0}") * (1000 if match[3] else 1)
    return min(int(number), WHOLE)


def _quarters(element: _Element) -> int:
    """How often a picture is turned by a right angle; other angles are left as they are."""
    around = element.getparent()
    holder = around.getparent() if around is not None else None
    for transform in holder.iter("{*}xfrm") if holder is not None else ():
        turned = transform.get("rot") or "0"
        if turned.lstrip("-").isdigit() and len(turned) < 12:
            quarters, rest = divmod(int(turned), _QUARTER)
            return quarters % 4 if rest == 0 else 0
    return 0


def _shown(drawing: _Element) -> tuple[int, int] | None:
    for extent in drawing.iter("{*}extent"):
        sides = [extent.get("cx") or "", extent.get("cy") or ""]
        if all(side.isdigit() and len(side) < 12 for side in sides):
            return int(sides[0]), int(sides[1])
    return None
