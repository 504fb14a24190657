"""What stands above the text of an annex: its label, its title, what it belongs to (III.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import layout
from .issuers import issuer_in_small
from .parts import Paragraph

if TYPE_CHECKING:
    from .parts import Annex, Block, Document

_LABEL = re.compile(r"\s*phụ lục(?:\s+(\d+|[IVXLC]+)\b)?[\s.:–-]*", re.IGNORECASE)
_REFERENCE = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)


@dataclass(frozen=True)
class AnnexHead:
    """The lines above an annex, and the text that is left below them.

    ``is_own``: the reference is the first line of the annex itself.
    """

    label: str
    title: str
    reference: str
    is_own: bool
    body: list[Block] = field(default_factory=list)


def annex_heads(document: Document) -> list[AnnexHead]:
    """Return the head of each annex of ``document``, as it is printed."""
    count = len(document.annexes)
    return [
        _head(document, annex, _label(annex, number, count))
        for number, annex in enumerate(document.annexes, start=1)
    ]


def _head(document: Document, annex: Annex, label: str) -> AnnexHead:
    title = _LABEL.sub("", annex.title, count=1).upper()
    first, rest = annex.body[:1], annex.body[1:]
    if first and isinstance(first[0], Paragraph) and _REFERENCE.match(first[0].text):
        return AnnexHead(label, title, first[0].text, is_own=True, body=rest)
    reference = annex_reference(document)
    return AnnexHead(label, title, reference, is_own=False, body=annex.body)


def _label(annex: Annex, number: int, count: int) -> str:
    """Return "Phụ lục", numbered in Roman numerals where there are several."""
    printed = _LABEL.match(annex.title)
    if printed and printed[1]:
        return f"{layout.ANNEX_WORD} {printed[1].upper()}"
    if count == 1:
        return layout.ANNEX_WORD
    return f"{layout.ANNEX_WORD} {layout.roman(number)}"


def annex_reference(document: Document) -> str:
    """Return the line that ties an annex to its document."""
    kind = (document.kind or "văn bản").capitalize()
    number = layout.number_and_symbol(document.number, document.symbol)
    _, _, date = layout.place_and_date(
        "", document.date, document.date_partial
    ).partition(", ")
    return f"(Kèm theo {kind} số {number} {date}{_of_issuer(document)})"


def _of_issuer(document: Document) -> str:
    """Name the issuer where it is known other than in the capitals of a letterhead."""
    issuer = issuer_in_small(document)
    return f" của {issuer}" if issuer else ""
