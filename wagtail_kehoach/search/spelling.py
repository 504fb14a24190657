"""The words of a portal, and which of them is nearest to one that it does not have.

Pure Python.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..folding import fold, word

#: Shorter words have too many neighbours, and so many are enough for one word.
SHORTEST, MOST = 3, 2
_WORD = re.compile(r"[^\W\d_]+")
#: The number of a document with its symbol: 260/KH-GDĐT.
_NUMBER = re.compile(r"\d+(?:/[\w&-]+)+")
#: A word and a number without the space between them: lớp6.
_COUNTED = re.compile(r"([^\W\d_]{2,})(\d+)")
_AROUND = ".,;:()[]\"'“”"


class Vocabulary:
    """Words as texts write them, by what they fold to, with how often each occurs."""

    def __init__(self, counted: Mapping[str, int]):
        self.written: dict[str, Counter] = defaultdict(Counter)
        self.numbers: dict[str, str] = {}
        for said, count in counted.items():
            number = said.strip(_AROUND)
            if _NUMBER.fullmatch(number):
                self.numbers[fold(number)] = number.upper()
            for written in _WORD.findall(said):
                self.written[word(written).folded][written] += count

    def nearest(self, said: str) -> list[str]:
        """The words nearest to ``said``, the most frequent first; none if it is known.

        Without accents where ``said`` has none: whoever types so means any of them.
        """
        if _NUMBER.fullmatch(said):
            return self._nearest_number(fold(said))
        counted = _COUNTED.fullmatch(said)
        if counted and word(counted[1]).folded in self.written:
            return [f"{counted[1]} {counted[2]}"]
        folded = word(said).folded
        if len(folded) < SHORTEST or not folded.isascii() or folded.isdigit():
            return []
        if folded in self.written:
            return []
        near = [known for known in self.written if is_near(folded, known)]
        near.sort(key=lambda known: (-self.written[known].total(), known))
        found = [self._usual(known) for known in near[:MOST]] or self._apart(folded)
        return found if word(said).accented else [fold(one) for one in found]

    def _nearest_number(self, typed: str) -> list[str]:
        if typed in self.numbers:
            return []
        near = sorted(known for known in self.numbers if is_near(typed, known))
        return [self.numbers[known] for known in near[:MOST]]

    def _apart(self, folded: str) -> list[str]:
        """Two words that were typed without the space between them."""
        halves = ((folded[:at], folded[at:]) for at in range(2, len(folded) - 1))
        return [
            f"{self._usual(first)} {self._usual(second)}"
            for first, second in halves
            if first in self.written and second in self.written
        ][:MOST]

    def _usual(self, folded: str) -> str:
        return self.written[folded].most_common(1)[0][0]


def is_near(one: str, other: str) -> bool:
    """Whether a letter more, less, other or exchanged with the next makes them the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        start += 1
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return longer[1:] == shorter
    return one[1:] == other[1:] or (one[2:] == other[2:] and one[:2] == other[:2][::-1])
