"""The guides as HTML. The guides are our own, so the HTML that stands in them is kept."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

#: What lies outside of the guides is not served.
_OUTSIDE = re.compile(r"\[([^]]+)\]\(\.\./(?!pictures/)[^)]*\)")


def as_html(text: str, pictures: str) -> str:
    """``text`` as HTML; its pictures lie at the address ``pictures``."""
    text = _OUTSIDE.sub(r"\1", text).replace("../pictures/", pictures)
    return MarkdownIt("commonmark").enable("table").render(text)
