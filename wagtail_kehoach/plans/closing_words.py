"""The last words of a plan, "Trên đây là …./.": what is added to a text stands above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..decree30.parts import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..decree30.parts import Block

_CLOSES = re.compile(r"\s*Trên đây là\b")
#: So many paragraphs may close a text: "… Đề nghị các tổ thực hiện./." stands below often.
_MOST = 3


def above_closing(text: list[Block], added: Sequence[Block]) -> list[Block]:
    """``text`` with ``added`` at its end, above the words that close it."""
    place = _closing(text)
    return [*text[:place], *added, *text[place:]]


def _closing(text: list[Block]) -> int:
    for place in range(len(text) - 1, max(len(text) - _MOST, 0) - 1, -1):
        block = text[place]
        if not isinstance(block, Paragraph) or block.marker:
            break
        if _CLOSES.match(block.text):
            return place
    return len(text)
