"""Merged cells of a table in Word, and where they make a difference once they are parted."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from .numbering import whole
from .ooxml import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 60
#: "I", "1.2", "a)": what numbers a row and is no content of it.
_NUMBER = re.compile(r"\W*(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[^\W\d_])?\W*")


def goes_on_down(cell: _Element) -> bool:
    """Tell whether a cell belongs to the one above it."""
    merged = child(child(cell, "tcPr"), "vMerge")
    return merged is not None and attribute(merged, "val") != "restart"


def columns_under(cell: _Element) -> int:
    """Return over how many columns a cell goes."""
    span = attribute(child(child(cell, "tcPr"), "gridSpan"), "val")
    return min(max(whole(span, 1), 1), _MOST_COLUMNS)


def tells_otherwise(cells: list[_Element], row: list[str], *, first: bool) -> bool:
    """Tell whether a row says more or less once its merged cells are parted.

    More, where text of the row above is repeated in it; less, where a text was that of
    several columns. What stands alone in its row, with a number at most, is a title of the
    rows below, and a text from the left edge on ("Tổng cộng") names its row, unless it is
    itself a title of columns: both say the same as before.
    """
    widths = [columns_under(cell) for cell in cells]
    begins = [0, *accumulate(widths)]
    if any(goes_on_down(c) and row[at] for c, at in zip(cells, begins, strict=False)):
        return True
    if sum(not _NUMBER.fullmatch(text) for text in row) <= 1:
        return False
    return any(
        width > 1 and row[at] and (first or at)
        for width, at in zip(widths, begins, strict=False)
    )
