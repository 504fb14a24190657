"""A document before it is set: its parts as lines, and what a reader should take from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@dataclass
class Block:
    """A piece of the body. ``depth`` is that of a heading (from 1) or an item (0, 1)."""

    text: str = ""
    label: str = ""
    depth: int = 0
    heading: bool = False
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Page:
    """A document: header, type and title, preamble, body, footer, annex."""

    left: list[str] = field(default_factory=list)
    number_line: str = ""
    subject: str = ""
    right: list[str] = field(default_factory=lambda: [NATION, MOTTO])
    date_line: str = ""
    type_line: str = ""
    title: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    closing: str = ""
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    annex: list[Block] = field(default_factory=list)
    running_title: str = ""
    expected: dict[str, Any] = field(default_factory=dict)


def heading(label: str, title: str, depth: int) -> Block:
    """Return a heading; ``label`` is printed without its dot here."""
    return Block(title, label, depth, heading=True)


def text(words: str) -> Block:
    """Return a plain paragraph."""
    return Block(words)


def item(words: str, marker: str = "-", depth: int = 0) -> Block:
    """Return an item of a list."""
    return Block(words, marker, depth)
