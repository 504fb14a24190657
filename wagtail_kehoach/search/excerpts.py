"""The place in a text where the words of a query stand, with the words marked."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from ..folding import fold_letters
from .terms import units

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE, LENGTH = 60, 240
#: Most texts say it before that; only the others are read to their end.
SOON = 4000
MOST_BEGINNINGS = 50


def excerpts(texts: list[str], query: str) -> list[SafeString]:
    """About two lines of each text (which is clean) around the words of ``query``."""
    words = {part.folded for unit in units(query) for part in unit.parts}
    if not words:
        return [conditional_escape(text[:LENGTH]) for text in texts]
    spelt = "|".join(re.sub(r"i$", "[iy]", re.escape(one)) for one in sorted(words))
    pattern = re.compile(rf"\b(?:{spelt})(?:[\W_]+(?:{spelt}))*\b")
    return [_excerpt(text, pattern, len(words)) for text in texts]


def _excerpt(text: str, pattern: re.Pattern, words: int) -> SafeString:
    places = _places(pattern.finditer(fold_letters(text[:SOON])), words)
    if len(text) > SOON and not places:
        places = _places(pattern.finditer(fold_letters(text)), words)
    said = [(first, fold_letters(text[first:stop])) for first, stop in places]
    start = text.rfind(" ", 0, max(_richest(said) - BEFORE, 0)) + 1
    end = start + LENGTH
    pieces, last = ["… " if start else ""], start
    for first, stop in places:
        if start <= first and stop <= end:
            marked = f"<mark>{escape(text[first:stop])}</mark>"
            pieces += [escape(text[last:first]), marked]
            last = stop
    cut = end < len(text)
    pieces += [escape(text[last : text.rfind(" ", last, end) if cut else end])]
    return mark_safe("".join(pieces) + (" …" if cut else ""))  # noqa: S308 -- every part is escaped


def _richest(said: list[tuple[int, str]]) -> int:
    """Where to begin: with the most words together, else with the most different ones."""
    longest = max(said, key=lambda one: one[1].count(" "), default=(0, ""))
    if " " in longest[1]:
        return longest[0]
    counted = []
    for begin, _word in said[:MOST_BEGINNINGS]:
        near = {word for start, word in said if 0 <= start - begin < LENGTH - BEFORE}
        counted.append((-len(near), begin))
    return min(counted, default=(0, 0))[1]


def _places(found: Iterator[re.Match], words: int) -> list[tuple[int, int]]:
    """Where the words stand; no further than it takes to show all of them together."""
    places, enough = [], None
    for match in found:
        if enough is not None and match.start() > enough:
            break
        places.append(match.span())
        if enough is None and len(match[0].split()) >= words:
            enough = match.start() + LENGTH
    return places
