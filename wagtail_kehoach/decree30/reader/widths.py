"""How wide a line is on paper, whatever its size."""

from __future__ import annotations

from .wording import without_accents

# Widths in Times New Roman, which Decree 30 prescribes, in thousandths of its size.
_WIDTHS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:-()/&",
        (
            444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500,
            333, 389, 278, 500, 500, 722, 500, 500, 444, 722, 667, 667, 722, 611, 556, 722, 722,
            333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722,
            611, 250, 250, 250, 278, 278, 333, 333, 333, 278, 778,
        ),
        strict=True,
    )
)  # fmt: skip


def width_of(text: str) -> int:
    """Return the width of a line, in thousandths of the size of its letters."""
    return sum(_WIDTHS.get(char, 500) for char in without_accents(text))
