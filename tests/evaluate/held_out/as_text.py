"""Documents set as text: one column after the other, or side by side on wrapped lines."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from .page import Block, Page

_WIDTH = 88


def recognised(page: Page) -> bytes:
    """Return what a text recognition exports: columns one after the other."""
    lines = [
        *page.left,
        page.number_line,
        page.subject,
        *page.right,
        page.date_line,
        "",
    ]
    lines += [page.type_line, *page.title, ""]
    for paragraph in _paragraphs(page):
        lines += [paragraph, ""]
    lines += _footer_below(page)
    return _joined(lines)


def wrapped(page: Page) -> bytes:
    """Return the text layer of a printed page: side by side, wrapped, with page numbers."""
    lines = _side_by_side(
        [*page.left, page.number_line, page.subject], [*page.right, page.date_line]
    )
    lines += [
        "",
        page.type_line.center(_WIDTH),
        *(one.center(_WIDTH) for one in page.title),
        "",
    ]
    for place, paragraph in enumerate(_paragraphs(page)):
        lines += _wrapped(paragraph)
        if place % 12 == 11:
            lines += ["", str(place // 12 + 1), "\f"]
    if page.recipients:
        lines += ["", *_side_by_side(["Nơi nhận:", *page.recipients], page.signature)]
    return _joined(lines)


def _wrapped(paragraph: str) -> list[str]:
    if paragraph.startswith("|"):
        return ["", paragraph, ""]
    return textwrap.wrap(paragraph, _WIDTH, initial_indent="     ")


def marked_up(page: Page) -> bytes:
    """Return Markdown as recognition services export it."""
    lines = [
        *page.left,
        page.number_line,
        page.subject,
        *page.right,
        page.date_line,
        "",
    ]
    lines = [f"**{line.strip()}**" if line.strip() else "" for line in lines]
    lines += [f"# {page.type_line}" if page.type_line else "", *page.title, ""]
    for text in page.preamble:
        lines += [f"*{text}*", ""]
    for block in page.blocks:
        lines += [_marked(block), ""]
    lines += [page.closing, "", *_footer_below(page)]
    return _joined(lines)


def _marked(block: Block) -> str:
    if block.rows:
        return _table(block)
    return f"## {_labelled(block)}" if block.heading else _labelled(block)


def _paragraphs(page: Page) -> list[str]:
    blocks = [
        _table(block) if block.rows else _labelled(block) for block in page.blocks
    ]
    return [one for one in (*page.preamble, *blocks, page.closing) if one]


def _labelled(block: Block) -> str:
    if not block.label:
        return block.text
    return f"{block.label}{'.' if block.heading else ''} {block.text}"


def _table(block: Block) -> str:
    rows = [f"| {' | '.join(row)} |" for row in block.rows]
    rule = "|" + "---|" * len(block.rows[0])
    return "\n".join([rows[0], rule, *rows[1:]])


def _footer_below(page: Page) -> list[str]:
    if not page.recipients:
        return []
    return ["Nơi nhận:", *page.recipients, "", *page.signature]


def _side_by_side(left: list[str], right: list[str]) -> list[str]:
    left, right = [one for one in left if one], [one for one in right if one]
    return [
        f"{one:42}    {other}".rstrip()
        for one, other in zip_longest(left, right, fillvalue="")
    ]


def _joined(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()
