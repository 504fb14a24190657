"""What a reader sees of a value, line by line, and when two values read the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, NavigableString
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.rich_text import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Elements of rich text that begin a line of their own.
BREAKS = frozenset(
    {
        "blockquote", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5",
        "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
    }
)  # fmt: skip
#: Elements that say something without any text in them.
SPEAKING = frozenset({"br", "embed", "hr", "img"})
#: Two spellings of one thing: what a file had, and what the editor's toolbar writes.
ALIKE = {"strong": "b", "em": "i"}
#: Counted anew whenever the text passes through the editor.
UNSAID = frozenset({"data-block-key"})


def rich_lines(html: str) -> list[str]:
    """The lines of rich text; a link says where it leads, an item of a list its dash."""
    text = "".join(_pieces(BeautifulSoup(html or "", "html.parser")))
    lines = (" ".join(line.split()) for line in _nfc(text).split("\n"))
    return [line for line in lines if line and line != "–"]


def _pieces(node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, NavigableString):
            yield re.sub(r"\s+", " ", child)
            continue
        if child.name in BREAKS or child.name == "br":
            yield "\n– " if child.name == "li" else "\n"
        yield from _pieces(child)
        if child.name in BREAKS:
            yield "\n"
        if said := _said_by_attributes(child):
            yield f" [{said}]"


def _said_by_attributes(tag) -> str:
    """Where a link leads, which picture or document is meant: unseen, but not nothing."""
    if tag.name == "a":
        kinds = {"page": _("page"), "document": _("document")}
        kind = kinds.get(tag.get("linktype"), "")
        return tag.get("href") or f"{kind} {tag.get('id', '')}".strip()
    if tag.name in ("img", "embed"):
        return str(tag.get("alt") or tag.get("url") or tag.get("src") or tag.get("id"))
    return ""


def canonical(html: str) -> str:
    """Rich text in one spelling: equal for two texts that nobody could tell apart."""
    soup = BeautifulSoup(html or "", "html.parser")
    text = re.sub(r"\s*\n\s*", "\n", _nfc("".join(_tags(soup))))
    return text.strip()


def _tags(node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, NavigableString):
            yield re.sub(r"\s+", " ", child).replace("<", "&lt;")
            continue
        inside = "".join(_tags(child))
        if not inside.strip() and child.name not in SPEAKING:
            continue
        name = ALIKE.get(child.name, child.name)
        said = sorted((k, str(v)) for k, v in child.attrs.items() if k not in UNSAID)
        edge = "\n" if name in BREAKS or name == "br" else ""
        yield f"{edge}<{name} {said}>{edge}{inside}{edge}</{name}>{edge}"


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def shown(value: Any) -> str:
    """A plain value as people write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, dt.datetime):
        return date_format(localtime(value), "H:i d/m/Y")
    if isinstance(value, dt.date):
        return date_format(value, "d/m/Y")
    return str(value)


def block_lines(block: blocks.Block, value: Any) -> list[str]:
    """What a reader sees of the ``value`` of a block."""
    if isinstance(value, RichText):
        return rich_lines(value.source)
    if isinstance(block, blocks.StaticBlock):
        return [str(block.label)]
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return [
            line for part in parts_of(block, value) for line in block_lines(*part[1:])
        ]
    if isinstance(value, blocks.StructValue):
        return [
            f"{child.label}: {line}" if place == 0 else line
            for name, child in block.child_blocks.items()
            for place, line in enumerate(block_lines(child, value.get(name)))
        ]
    if isinstance(block, blocks.ChoiceBlock):
        return [choice_label(block, value)] if value else []
    if isinstance(value, Model):
        return [str(value)]
    if value is None or isinstance(value, str | bool | int | dt.date):
        return [line for line in shown(value).splitlines() if line.strip()]
    return rich_lines(block.render_basic(value))


def parts_of(block: blocks.Block, value: Any) -> list[tuple]:
    """``(type, block, value)`` of every child of a stream or a list."""
    if isinstance(block, blocks.ListBlock):
        children = value.bound_blocks if value else []
        return [("", child.block, child.value) for child in children]
    return [(child.block_type, child.block, child.value) for child in value or []]


def choice_label(block: blocks.ChoiceBlock, value: Any) -> str:
    """What the form calls the choice ``value``."""
    choices = dict(block.field.choices)
    return str(choices.get(str(value), value))


def read_the_same(block: blocks.Block, before: Any, after: Any) -> bool:
    """Whether two values of a block differ in nothing but their spelling."""
    if isinstance(before, RichText) and isinstance(after, RichText):
        return canonical(before.source) == canonical(after.source)
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        pairs = [parts_of(block, before), parts_of(block, after)]
        return len(pairs[0]) == len(pairs[1]) and all(
            a[0] == b[0] and read_the_same(a[1], a[2], b[2])
            for a, b in zip(*pairs, strict=True)
        )
    if isinstance(before, blocks.StructValue) and isinstance(after, blocks.StructValue):
        return all(
            read_the_same(child, before.get(name), after.get(name))
            for name, child in block.child_blocks.items()
        )
    stored = [block.get_prep_value(value) for value in (before, after)]
    return stored[0] == stored[1] or all(value in (None, "") for value in stored)
