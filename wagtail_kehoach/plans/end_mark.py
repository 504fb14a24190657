"""The mark "./." on the page: after the last word of the text, as the writer has it.

It may have been typed elsewhere: what was put below it later, a table that follows. Paper
has it always, as the Word file does; the screen where somebody typed it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..decree30.layout import END_OF_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands for the marks, the full stop or nothing ("{}") that end a text.
ON_PAGE = END_OF_TEXT
ON_SCREEN = '.<span class="kh-on-screen">/.</span>'
ON_PAPER = f'<span class="kh-on-screen">{{}}</span><span class="kh-on-paper">{END_OF_TEXT}</span>'
ALONE = {
    ON_PAGE: f'<p class="kh-text">{END_OF_TEXT}</p>',
    ON_SCREEN: f'<p class="kh-text kh-on-screen">{END_OF_TEXT}</p>',
    ON_PAPER: f'<p class="kh-text kh-on-paper">{END_OF_TEXT}</p>',
}
_CLOSED = r"(?:</\w+>)*</(?:p|li)>"
_ALONE = re.compile(r"<p[^>]*>\s*\.\s*/\s*\.?\s*</p>")
_MARK = re.compile(rf"\s*\.\s*/\s*\.?\s*(?={_CLOSED})")
_LAST_WORD = re.compile(rf"([\s.;,/]*)({_CLOSED}(?:\s*</\w+>)*\s*)$")


def is_in(body: Sequence[Any]) -> bool:
    """Whether the text has the mark at all, wherever it was typed."""
    return any(_MARK.search(text) for text in map(_text_of, body))


def can_follow(block: Any) -> bool:
    """Whether ``block`` has a last word that the mark can follow."""
    return bool(_text_of(block))


def without(html: str) -> str:
    """``html`` with a full stop where it had the mark."""
    return _MARK.sub(".", _ALONE.sub("", html))


def at_the_end(html: str, mark: str = ON_PAGE) -> str:
    """``html`` with the mark after its last word, and nowhere else."""
    return _LAST_WORD.sub(lambda end: mark.format(end[1]) + end[2], without(html))


def _text_of(block: Any) -> str:
    """The words of a section; a table has none that a mark could follow."""
    if block.block_type != "section":
        return ""
    text = block.value.get("text") or ""
    return getattr(text, "source", text)
