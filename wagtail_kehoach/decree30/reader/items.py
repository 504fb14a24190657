"""The paragraphs of a body, each with its label and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..closing_forms import ASKS, MEANWHILE, NOTES, SUMS_UP, beginning
from .labels import RANKS, Labelled, labelled
from .pieces import Piece
from .plain_titles import is_title
from .wording import ORGANISATION, is_caps, pattern

_CLOSING = pattern(
    beginning(
        SUMS_UP,
        "Trân trọng",
        NOTES,
        "Ghi chú",
        ASKS,
        MEANWHILE,
        rf"{ORGANISATION}[^.;]{{0,80}}(?:yêu cầu|đề nghị)",
    )
)
#: A title below which a request is what it announces, and not the end of the document.
_REQUESTS = pattern(
    r"^(?:(?:những|các|một số|khó khăn|vướng mắc|tồn tại|hạn chế|phương hướng|ý kiến)\W+(?:và )?)*"
    r"(?:(?:đề xuất|kiến nghị|đề nghị)(?:\s*,\s*|\s+và\s+|\s*[-–]\s*)?)+"
    r"(?:\s*(?:với|đối với|của)\s[^.;:]{2,60})?[.:]?$",
    re.IGNORECASE,
)
_WIDE, _ARABIC = RANKS.index("roman"), RANKS.index("arabic")
_NARROW = RANKS.index("letter")


@dataclass
class Item:
    """A paragraph of the body with what stands below it.

    ``title_rank`` is how wide a heading without a label is, ``None`` for all else.
    """

    piece: Piece
    text: str
    split: Labelled | None
    below: Item | None = None
    above: Item | None = None
    title_rank: int | None = None

    @property
    def rank(self) -> int | None:
        """How wide the division is that begins here, whether or not it has a label."""
        return self.split.rank if self.split else self.title_rank

    @property
    def has_items(self) -> bool:
        """Whether narrower labels follow."""
        rank, below = self.rank, self.below.rank if self.below else None
        return rank is not None and below is not None and below > rank

    @property
    def has_text(self) -> bool:
        """Whether running text or a table follows that belongs to this item."""
        below = self.below
        if below is None or below.rank is not None:
            return False
        asks = self.split is not None and _REQUESTS.match(self.split.rest)
        return bool(asks) or not _CLOSING.match(below.text)

    @property
    def above_table(self) -> bool:
        """Whether a table follows."""
        return self.below is not None and self.below.piece.rows is not None

    @property
    def ends_list(self) -> bool:
        """Whether the line above is another item of the same list, without a text."""
        if self.above is None or self.above.split is None or self.split is None:
            return False
        return self.above.split.system == self.split.system


def items_of(pieces: list[Piece]) -> list[Item]:
    """Return the paragraphs and tables of a body; titles without a label are told."""
    items = [
        Item(
            piece, piece.text, None if piece.rows is not None else labelled(piece.text)
        )
        for piece in pieces
    ]
    for item, below in pairwise(items):
        item.below, below.above = below, item
    _rank_titles(items)
    return items


def _rank_titles(items: list[Item]) -> None:
    """Say how wide each title without a label is.

    Capitals are as wide as Roman numerals. What is only bold is so too where nothing
    wider stands above the first of its kind; else it parts what a label divides.
    """
    bold_rank: int | None = None
    for item in items:
        if item.split is not None or item.below is None or not is_title(item.piece):
            wide = item.rank is not None and item.rank <= _ARABIC
            if wide and bold_rank is None:
                bold_rank = _NARROW
            continue
        if is_caps(item.text):
            item.title_rank, bold_rank = _WIDE, _NARROW
            continue
        bold_rank = _WIDE if bold_rank is None else bold_rank
        item.title_rank = bold_rank
