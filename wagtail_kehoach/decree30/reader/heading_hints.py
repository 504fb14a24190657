"""Headings whose label a document prints in a way that Decree 30 does not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..layout import printed_label
from ..readings import ReadingWarning
from .labels import labelled

if TYPE_CHECKING:
    from ..parts import Heading
    from .pieces import Piece

_MARKS = "/):.-–"
_MOST_SHOWN = 4


def set_otherwise(pieces: list[Piece], headings: list[Heading]) -> list[ReadingWarning]:
    """Return one warning that says how many labels ("I/", "1)") are printed otherwise."""
    titles: dict[str, list[str]] = defaultdict(list)
    for heading in headings:
        titles[heading.label].append(heading.title)
    printed = [
        label
        for piece in pieces
        if piece.rows is None and (label := _label_set_otherwise(piece.text, titles))
    ]
    if not printed:
        return []
    shown = list(dict.fromkeys(printed))
    said = ", ".join(shown[:_MOST_SHOWN]) + (" …" if len(shown) > _MOST_SHOWN else "")
    return [ReadingWarning("labels-standardised", f"{len(printed)} tiêu đề: {said}")]


def _label_set_otherwise(text: str, titles: dict[str, list[str]]) -> str:
    """The label of a heading as the file has it, where its mark is not ours."""
    split = labelled(text)
    if split is None:
        return ""
    # A label that stands alone has its title below.
    if not any(not split.rest or split.rest.startswith(t) for t in titles[split.label]):
        return ""
    marked = split.printed.endswith(tuple(_MARKS))
    ours = "".join(split.printed.split()) == printed_label(split.label)
    return split.printed if marked and not ours else ""
