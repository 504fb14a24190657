"""The place in a text where the words of a query stand, with the words marked."""

from __future__ import annotations

import re

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ..folding import fold_letter
from .terms import units

BEFORE, LENGTH = 60, 240


def excerpt(text: str, query: str) -> SafeString:
    """About two lines of ``text`` (which is clean) around the words of ``query``."""
    words = {part.folded for unit in units(query) for part in unit.parts}
    if not words:
        return conditional_escape(text[:LENGTH])
    spelt = "|".join(re.sub(r"i$", "[iy]", re.escape(one)) for one in sorted(words))
    folded = "".join(map(fold_letter, text))
    found = re.compile(rf"\b(?:{spelt})(?:[\W_]+(?:{spelt}))*\b")
    places = [match.span() for match in found.finditer(folded)]
    longest = max(places, key=lambda span: span[1] - span[0], default=(0, 0))
    start = text.rfind(" ", 0, max(longest[0] - BEFORE, 0)) + 1
    end = start + LENGTH
    inside = [(a, b) for a, b in places if start <= a and b <= end]
    pieces, last = [], start
    for first, stop in inside:
        pieces += [(text[last:first], text[first:stop])]
        last = stop
    marked = format_html_join("", "{}<mark>{}</mark>", pieces)
    ends = ("… " if start else "", " …" if end < len(text) else "")
    tail = text[last : text.rfind(" ", last, end) if ends[1] else end]
    return mark_safe(  # noqa: S308 -- every part is escaped
        f"{ends[0]}{marked}{conditional_escape(tail)}{ends[1]}"
    )
