"""The annexes of a plan: they stand after the signature, on screen and on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..decree30.layout import ANNEX_WORD
from ..decree30.parts import Annex
from .blocks import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

LANDSCAPE: dict[str, bool] = {Paper.PORTRAIT: False, Paper.LANDSCAPE: True}


def begins_annex(title: str, number: str = "") -> bool:
    """Whether a heading opens an annex: "Phụ lục …", without a number of the text."""
    return not number and title.casefold().startswith(ANNEX_WORD.casefold())


def annex_at(block: Any) -> Annex | None:
    """The annex that a block of the body opens, without its text; ``None`` if it opens none."""
    if block.block_type != "section":
        return None
    value = block.value
    if not begins_annex(value["title"], value.get("number") or ""):
        return None
    return Annex(value["title"], landscape=LANDSCAPE.get(value.get("paper") or ""))


def titled(annex: Annex) -> Annex:
    """An annex of a file under a title by which a section of the draft opens one.

    Under any other ("DANH SÁCH …", or none) it would end the text, behind its "./.".
    """
    title = annex.title.strip()
    if begins_annex(title):
        return annex
    return replace(annex, title=f"{ANNEX_WORD}. {title}" if title else ANNEX_WORD)


def paper_of(annex: Annex) -> str:
    """What the section of ``annex`` says about its paper."""
    for paper, landscape in LANDSCAPE.items():
        if annex.landscape is landscape:
            return paper
    return ""


def first_annex(body: Sequence[Any]) -> int:
    """The place of the first annex in the body of a page; its length if there is none."""
    opened = (place for place, block in enumerate(body) if annex_at(block))
    return next(opened, len(body))
