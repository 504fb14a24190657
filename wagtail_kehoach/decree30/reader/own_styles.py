"""What the paragraphs of our own files are, which their style tells, and not their words.

A file that an office program saved since is read as any other.
"""

from __future__ import annotations

import re

from ..parts import Heading
from .labels import labelled
from .pieces import Piece
from .wording import unpunctuated

_STYLE = re.compile(r"Heading ([1-9])", re.IGNORECASE)
_TEXT, _BASIS = "VB Noi dung", "VB Can cu"


def own_level(piece: Piece) -> int:
    """Return how deep the heading stands that our writer made of a paragraph; 0 of no other."""
    match = _STYLE.fullmatch(piece.style)
    return int(match[1]) if match else 0


def own_heading(piece: Piece) -> Heading:
    """Return the heading that a paragraph of such a style is."""
    split = labelled(piece.text)
    label, words = (split.label, split.rest) if split else ("", piece.text)
    title = unpunctuated(words)
    end = words.removeprefix(title)
    if end not in ("", ".", ":"):
        title, end = words, ""
    return Heading(label, title, own_level(piece), end=end)


def is_own_text(piece: Piece) -> bool:
    """Tell whether our writer made a paragraph of the text, and no heading by itself."""
    return piece.style == _TEXT


def is_own_basis(piece: Piece) -> bool:
    """Tell whether our writer made a paragraph of a legal basis."""
    return piece.style == _BASIS
