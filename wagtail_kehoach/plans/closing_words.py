"""The last words of a plan, "Trên đây là …./.": what is added to a text stands above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..decree30.closing_forms import REST, SUMS_UP_FOR_SURE
from ..decree30.parts import Heading, Paragraph
from ..folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..decree30.parts import Block

_SUMS_UP = re.compile(rf"\s*{SUMS_UP_FOR_SURE}")
#: A section that only ends the text: nothing is added to it, but above it.
_CONCLUDES = re.compile(r"(?:phan )?(?:ket luan|loi ket|ket thuc)$")


def above_closing(text: list[Block], added: Sequence[Block]) -> list[Block]:
    """``text`` with ``added`` at its end, above the words that close it."""
    place = closing_at(text)
    return [*text[:place], *added, *text[place:]]


def closing_at(text: Sequence[Block]) -> int:
    """Where in ``text`` the words begin that close it; its length where there are none."""
    last = _last_paragraphs(text)
    start = len(text) - len(last)
    summing = [n for n, said in enumerate(last) if _SUMS_UP.match(said.text)]
    place = summing[-1] if summing else len(last)
    while place and not last[place - 1].marker and REST.match(last[place - 1].text):
        place -= 1
    return _above_conclusion(text, start + place)


def _last_paragraphs(text: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs below the last heading or table."""
    last: list[Paragraph] = []
    for block in reversed(text):
        if not isinstance(block, Paragraph):
            break
        last.insert(0, block)
    return last


def _above_conclusion(text: Sequence[Block], place: int) -> int:
    headings = [n for n in range(place) if isinstance(text[n], Heading)]
    above = text[headings[-1]] if headings else None
    if isinstance(above, Heading) and _CONCLUDES.match(fold(above.title).strip(" .:")):
        return headings[-1]
    return place
