"""The end of a section's rich text, taken off: other things may stand between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(?P<ends>/?)(?:p|ul|ol)\b[^>]*>")


def parted(html: str, count: int) -> tuple[str, str]:
    """``html`` without its last ``count`` paragraphs or whole lists, and those."""
    spans = list(_blocks(html))
    if not count or not spans:
        return html, ""
    start, end = spans[max(len(spans) - count, 0)][0], spans[-1][1]
    return html[:start] + html[end:], html[start:end]


def has_words(html: str) -> bool:
    """Whether there is anything to read in ``html``."""
    return bool(strip_tags(html).strip())


def _blocks(html: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph and list begins and ends; not those within another, nor empty ones."""
    depth = start = 0
    for tag in _TAG.finditer(html):
        if not tag["ends"]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and has_words(html[start : tag.end()]):
                yield start, tag.end()
