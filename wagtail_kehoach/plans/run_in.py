"""A heading whose text goes on in its line, as it is stored: with the text.

There the text begins with what stands between both: a colon, or the character that
Unicode has for joining words where the document has no mark. So it needs no field of its
own, and whoever takes the colon away puts the text below the heading.
"""

from __future__ import annotations

import re

WORD_JOINER = "\u2060"
_OPENS = re.compile(
    rf"^(?P<tags>\s*<p[^>]*>(?:<\w[^>]*>)*)\s*(?P<joint>[:{WORD_JOINER}])\s*(?=[^\s<])"
)


def parted(html: str) -> tuple[str, str]:
    """What joins the text of a section to the heading above it, and the text without it.

    A colon, a space, or nothing where the text begins below.
    """
    found = _OPENS.match(html)
    if found is None:
        return "", html
    rest = f"{found['tags']}{html[found.end() :]}"
    return ":" if found["joint"] == ":" else " ", rest


def joined(html: str, joint: str) -> str:
    """The text of a section as it is stored below a heading with this ``joint``."""
    if not joint or not html.startswith("<p>"):
        return html
    opening = ": " if joint == ":" else WORD_JOINER
    return html.replace("<p>", f"<p>{opening}", 1)


def in_one_line(heading: str, text: str) -> str | None:
    """A heading with the plain text that goes on in its line; ``None`` if it does not."""
    if text.startswith(WORD_JOINER):
        return f"{heading} {text.lstrip(WORD_JOINER)}"
    return f"{heading}{text}" if text.startswith(":") else None
