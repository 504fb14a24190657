"""The mark "./." on screen: after the last word of the text, as the writer has it on paper.

It may have been typed elsewhere: what was put below it later, a table that follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..decree30.layout import END_OF_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The place of a mark that stands alone, below a table.
BELOW = -1
_CLOSED = r"(?:</\w+>)*</(?:p|li)>"
_ALONE = re.compile(r"<p[^>]*>\s*\.\s*/\s*\.?\s*</p>")
_MARK = re.compile(rf"\s*\.\s*/\s*\.?\s*(?={_CLOSED})")
_LAST_WORD = re.compile(rf"[\s.;,/]*({_CLOSED}(?:\s*</\w+>)*\s*)$")


def place_of(body: Sequence[Any], *, table_follows: bool) -> int | None:
    """Which block of the text the mark ends; ``BELOW`` all of them; ``None``: it has none."""
    if not any(_MARK.search(text) for text in map(_text_of, body)):
        return None
    return BELOW if table_follows or not _text_of(body[-1]) else len(body) - 1


def without(html: str) -> str:
    """``html`` with a full stop where it had the mark."""
    return _MARK.sub(".", _ALONE.sub("", html))


def at_the_end(html: str) -> str:
    """``html`` with the mark after its last word, and nowhere else."""
    return _LAST_WORD.sub(rf"{END_OF_TEXT}\1", without(html))


def _text_of(block: Any) -> str:
    """The words of a section; a table has none that a mark could follow."""
    if block.block_type != "section":
        return ""
    text = block.value.get("text") or ""
    return getattr(text, "source", text)
