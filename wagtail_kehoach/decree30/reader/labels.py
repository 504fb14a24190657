"""The numbers, letters and bullets that paragraphs begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .wording import fold, pattern

# From the widest division to the narrowest.
RANKS = (
    "part",
    "chapter",
    "division",
    "article",
    "capital",
    "roman",
    "arabic",
    "dotted2",
    "dotted3",
    "dotted4",
    "letter",
    "bullet",
    "plus",
)

_NUMERAL = r"(?:[IVX]{1,6}|\d{1,3}|[A-Z])"
_ORDINAL = r"(?:thứ\s+\w+|(?:nhất|một|hai|ba|bốn|năm|sáu))"
_WORD = pattern(
    rf"^((?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:{_NUMERAL}|{_ORDINAL}))"
    r"(?:\s*[.:/)]\s*|\s+[-–]\s+|\s+(?=(?-i:[A-ZĐÀ-Ỹ]))|$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_PATTERNS = (
    (
        "roman",
        pattern(r"^(?!V/v\b)([IVX]{1,6})(?:\s*[.)/:]|\s*[-–](?=\s))\s*(.*)", re.DOTALL),
    ),
    ("capital", pattern(r"^([A-HK])(?:\s*[.)/])\s*(?![.\w]{1,3}\.)(.*)", re.DOTALL)),
    (
        "dotted",
        pattern(
            r"^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.:)]|(?=\s)|(?=[^\W\d_]))\s*(.*)",
            re.DOTALL,
        ),
    ),
    (
        "arabic",
        pattern(r"^(\d{1,2})(?:\s*[.)/:]|\s*[-–](?=\s))(?!\d)\s*(.*)", re.DOTALL),
    ),
    ("letter", pattern(r"^([a-zđ])\s*[.)/]\s*(?!\w\.)(.*)", re.DOTALL)),
    ("plus", pattern(r"^(\+)\s*(.*)", re.DOTALL)),
    (
        "bullet",
        pattern(r"^([-–—−•·▪●○◦*§ü]|o(?=\s))\s*(?![\d.,]+%?$)(.*)", re.DOTALL),
    ),
)
_WORD_SYSTEMS = {
    "phan": "part",
    "chuong": "chapter",
    "muc": "division",
    "dieu": "article",
}


@dataclass
class Labelled:
    """A paragraph split into its label and the rest. ``system`` is one of RANKS."""

    printed: str
    label: str
    system: str
    rest: str

    @property
    def rank(self) -> int:
        """How narrow the division is that this label marks."""
        return RANKS.index(self.system)


def labelled(text: str) -> Labelled | None:
    """Split the label off a paragraph; ``None`` where it has none."""
    if match := _WORD.match(text):
        system = _WORD_SYSTEMS[fold(match[1]).split()[0]]
        return Labelled(match[1], match[1], system, match[2].strip())
    for system, begins in _PATTERNS:
        if match := begins.match(text):
            printed = text[: match.start(2)].strip()
            if system == "dotted":
                system = f"dotted{match[1].count('.') + 1}"
            return Labelled(printed, match[1], system, match[2].strip())
    return None


def value_of(label: str) -> int | None:
    """Return the number that a Roman or Arabic label stands for."""
    if label.isdigit():
        return int(label)
    if label and set(label) <= set("IVX"):
        values = [{"I": 1, "V": 5, "X": 10}[char] for char in label]
        following = [*values[1:], 0]
        return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
    return None


def roman(number: int) -> str:
    """Return a small number in Roman numerals."""
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]
