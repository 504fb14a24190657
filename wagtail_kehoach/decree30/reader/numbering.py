"""Word's automatic numbers, as they are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .labels import roman
from .ooxml import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%(\d)")
_PRINTED_BULLETS = "-–+*•"

#: A label is spelt out: a number of nine digits in Roman letters would fill the memory.
MOST_DIGITS = 4


@dataclass
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of a Word file and how far each has been counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, number_id: str, depth: int) -> str:
        """Count one paragraph of a list; return what Word prints before it."""
        abstract = self.lists.get(number_id)
        level = self.levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ""
        self._count(abstract, number_id, depth, level)
        if level.format == "bullet":
            return level.text if level.text in _PRINTED_BULLETS else "-"
        return _PLACE.sub(lambda place: self._part(abstract, place), level.text)

    def _count(self, abstract: str, number_id: str, depth: int, level: _Level) -> None:
        counts = self.counts[abstract]
        override = (number_id, depth)
        if override in self.starts and override not in self.restarted:
            self.restarted.add(override)
            counts[depth] = self.starts[override]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]

    def _part(self, abstract: str, place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        level = self.levels[abstract].get(depth)
        if level is None:
            return ""
        return _printed(self.counts[abstract].get(depth, level.start), level.format)


def _printed(number: int, style: str) -> str:
    match style:
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return _letter(number).upper()
        case "lowerLetter":
            return _letter(number)
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
    return str(number)


def whole(said: str | None, otherwise: int = 0, *, digits: int = MOST_DIGITS) -> int:
    """A number of an attribute; ``otherwise`` where it is none, or absurdly large."""
    text = said or ""
    small = text.isascii() and text.isdigit() and len(text) <= digits
    return int(text) if small else otherwise


def _letter(number: int) -> str:
    repeat, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * (repeat + 1)


def numbering_of(root: _Element | None) -> Numbering:
    """Return the lists that ``numbering.xml`` defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in children(root, "abstractNum"):
        levels = {
            whole(attribute(lvl, "ilvl")): _level(lvl)
            for lvl in children(abstract, "lvl")
        }
        numbering.levels[attribute(abstract, "abstractNumId") or ""] = levels
    for number in children(root, "num"):
        _add_list(numbering, number)
    return numbering


def _add_list(numbering: Numbering, number: _Element) -> None:
    number_id = attribute(number, "numId") or ""
    numbering.lists[number_id] = _value(number, "abstractNumId")
    for override in children(number, "lvlOverride"):
        if start := _value(override, "startOverride"):
            depth = whole(attribute(override, "ilvl"))
            numbering.starts[number_id, depth] = whole(start, 1)


def _level(element: _Element) -> _Level:
    return _Level(
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        start=whole(_value(element, "start"), 1),
    )


def _value(element: _Element, name: str) -> str:
    found = child(element, name)
    return (attribute(found, "val") or "") if found is not None else ""
