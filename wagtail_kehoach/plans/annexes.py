"""Where the annexes of a plan begin: they stand after the signature, on screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..decree30.layout import ANNEX_WORD
from ..decree30.parts import Annex, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..decree30.parts import Block


def begins_annex(title: str, number: str = "") -> bool:
    """Whether a heading opens an annex: "Phụ lục …", without a number of the text."""
    return not number and title.casefold().startswith(ANNEX_WORD.casefold())


def text_and_annexes(blocks: list[Block]) -> tuple[list[Block], list[Annex]]:
    """Part the blocks of a plan into its text and the annexes below it."""
    text: list[Block] = []
    annexes: list[Annex] = []
    for block in blocks:
        if isinstance(block, Heading) and begins_annex(block.title, block.label):
            annexes.append(Annex(block.title))
        else:
            (annexes[-1].body if annexes else text).append(block)
    return text, annexes


def first_annex(body: Sequence[Any]) -> int:
    """The place of the first annex in the body of a page; its length if there is none."""
    for place, block in enumerate(body):
        value = block.value
        if block.block_type == "section" and begins_annex(
            value["title"], value.get("number") or ""
        ):
            return place
    return len(body)
