"""As much of Markdown as the guides use, as HTML. Pure Python; the guides are our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import takewhile

_HEADING = re.compile(r"(#+) (.+)")
_ITEM = re.compile(r"(-|\d+\.) +")
_STARTS = ("#", "|", "```", "<img")
_INLINE = [
    (re.compile(r"!\[([^]]*)\]\(([^)]+)\)"), r'<img src="\2" alt="\1" loading="lazy">'),
    # What lies outside of the guides is not served.
    (re.compile(r"\[([^]]+)\]\(\.\./[^)]*\)"), r"\1"),
    (re.compile(r"\[([^]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(.+?)\*"), r"<i>\1</i>"),
]


def as_html(text: str, pictures: str) -> str:
    """``text`` as HTML; its pictures lie at the address ``pictures``."""
    text = text.replace("../pictures/", pictures)
    return "\n".join(_blocks(text.splitlines()))


def _blocks(lines: list[str]) -> Iterator[str]:
    while lines:
        line = lines[0]
        if not line.strip():
            lines = lines[1:]
        elif line.startswith("```"):
            said = list(takewhile(lambda one: not one.startswith("```"), lines[1:]))
            yield f"<pre><code>{escape(chr(10).join(said))}</code></pre>"
            lines = lines[len(said) + 2 :]
        elif heading := _HEADING.match(line):
            level = len(heading[1])
            yield f"<h{level}>{_inline(heading[2])}</h{level}>"
            lines = lines[1:]
        elif line.startswith("|"):
            rows = list(takewhile(lambda one: one.startswith("|"), lines))
            yield _table(rows)
            lines = lines[len(rows) :]
        elif line.startswith("<img"):
            yield line
            lines = lines[1:]
        elif marker := _ITEM.match(line):
            items, lines = _items(lines)
            kind = "ul" if marker[1] == "-" else "ol"
            said = "".join(f"<li>{''.join(_blocks(item))}</li>" for item in items)
            yield f"<{kind}>{said}</{kind}>"
        else:
            said = list(takewhile(_goes_on, lines))
            yield f"<p>{_inline(' '.join(said))}</p>"
            lines = lines[len(said) :]


def _goes_on(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(_STARTS) and not _ITEM.match(line)


def _items(lines: list[str]) -> tuple[list[list[str]], list[str]]:
    """The items of the list that begins here, each without its indent, and what follows."""
    items: list[list[str]] = []
    indent = 0
    while lines:
        line = lines[0]
        if marker := _ITEM.match(line):
            indent = len(marker[0])
            items.append([line[indent:]])
        elif line.startswith(" "):
            items[-1].append(line[min(indent, len(line) - len(line.lstrip())) :])
        elif line.strip() or not lines[1:] or not lines[1].startswith(" "):
            break
        else:
            items[-1].append("")
        lines = lines[1:]
    return items, lines


def _table(rows: list[str]) -> str:
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    head = "".join(f"<th>{_inline(cell)}</th>" for cell in cells[0])
    body = "".join(
        f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>"
        for row in cells[2:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _inline(text: str) -> str:
    pieces = re.split(r"`([^`]*)`", text)
    pieces[1::2] = [f"\0{number}\0" for number in range(len(pieces[1::2]))]
    codes = re.findall(r"`([^`]*)`", text)
    said = escape("".join(pieces), quote=False)
    for pattern, shown in _INLINE:
        said = pattern.sub(shown, said)
    for number, code in enumerate(codes):
        said = said.replace(f"\0{number}\0", f"<code>{escape(code)}</code>")
    return said
