"""Figures above and below the line, which plain text can say too: m², CO₂."""

from __future__ import annotations

import re

_ABOVE = dict(zip(map(ord, "0123456789+-−=()"), "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))
_BELOW = dict(zip(map(ord, "0123456789+-−=()"), "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_SIGNS = {"superscript": _ABOVE, "subscript": _BELOW}
#: "7h" before raised figures: those are its minutes, which dates are read with.
_HOUR = re.compile(r"(?<!\d)\d{1,2}\s*(?:h|g|giờ)\s*$", re.IGNORECASE)


def raised(text: str, align: str | None, before: str) -> str:
    """Return ``text`` as it stands above or below the line behind ``before``.

    Text that Unicode cannot say so, such as letters, stays as it is, and so do minutes.
    """
    signs = _SIGNS.get(align or "")
    if not signs or not all(ord(char) in signs for char in text.strip()):
        return text
    return text if _HOUR.search(before[-8:]) else text.translate(signs)
