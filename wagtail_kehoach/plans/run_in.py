"""A heading whose text goes on in its line, as it is stored: with the text.

There the text begins with what stands between both: a colon, a full stop, or the
character that Unicode has for joining words where the document has no mark. So it needs
no field of its own, and whoever takes the mark away puts the text below the heading. The
mark of a heading that stands alone is stored at the end of its title.
"""

from __future__ import annotations

import re

WORD_JOINER = "\u2060"
_OPENS = re.compile(
    rf"^(?P<tags>\s*<p[^>]*>(?:<\w[^>]*>)*)\s*"
    rf"(?P<joint>[:{WORD_JOINER}]|\.(?=\s))\s*(?=[^\s<]|<(?:b|i|strong|em)>)"
)
_MARKS = (":", ".")
_ENDS = re.compile(r"(?P<title>.*[^\s.:])\s*(?P<end>[.:])", re.DOTALL)


def parted(html: str) -> tuple[str, str]:
    """What joins the text of a section to the heading above it, and the text without it.

    A colon, a full stop, a space, or nothing where the text begins below.
    """
    found = _OPENS.match(html)
    if found is None:
        return "", html
    rest = f"{found['tags']}{html[found.end() :]}"
    return " " if found["joint"] == WORD_JOINER else found["joint"], rest


def joined(html: str, joint: str) -> str:
    """The text of a section as it is stored below a heading with this ``joint``."""
    if not joint or not html.startswith("<p>"):
        return html
    opening = f"{joint} " if joint in _MARKS else WORD_JOINER
    return html.replace("<p>", f"<p>{opening}", 1)


def in_one_line(heading: str, text: str) -> str | None:
    """A heading with the plain text that goes on in its line; ``None`` if it does not."""
    if text.startswith(WORD_JOINER):
        return f"{heading} {text.lstrip(WORD_JOINER)}"
    return f"{heading}{text}" if text.startswith((":", ". ")) else None


def ended(title: str) -> tuple[str, str]:
    """A title as it is stored, parted from the colon or full stop that ends it."""
    found = _ENDS.fullmatch(title)
    return (found["title"], found["end"]) if found else (title, "")
