"""The words of a portal, and which of them is nearest to one that it does not have.

Pure Python.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from ..folding import fold, word

#: Shorter words have too many neighbours, and so many are enough for one word.
SHORTEST, MOST = 3, 2
_WORD = re.compile(r"[^\W\d_]+")
#: The number of a document with its symbol: 260/KH-GDĐT.
_NUMBER = re.compile(r"\d+(?:/[\w&-]+)+")
#: A word and a number without the space between them: lớp6.
_COUNTED = re.compile(r"([^\W\d_]{2,})(\d+)")

#: How well words go together: neighbours that texts have, how often, how often each word.
Score = tuple[int, int, int]


class Vocabulary:
    """Words as texts write them, by what they fold to, and which stand side by side."""

    def __init__(self, texts: Iterable[str]):
        self.written: dict[str, Counter] = defaultdict(Counter)
        self.numbers: dict[str, str] = {}
        self.pairs: Counter[tuple[str, str]] = Counter()
        counted: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text)
            counted.update(words)
            self.pairs.update(pairwise(words))
            self.numbers |= {fold(one): one.upper() for one in _NUMBER.findall(text)}
        for written, count in counted.items():
            self.written[word(written).folded][written] = count

    def nearest(self, said: str) -> list[str]:
        """The words nearest to ``said``, the most frequent first; none if it is known."""
        if is_number(said):
            return self._nearest_number(fold(said))
        counted = _COUNTED.fullmatch(said)
        if counted and word(counted[1]).folded in self.written:
            return [f"{counted[1]} {counted[2]}"]
        folded = word(said).folded
        if len(folded) < SHORTEST or not folded.isascii() or folded.isdigit():
            return []
        if folded in self.written:
            return []
        near = [
            known
            for known in self.written
            if len(known) >= SHORTEST and is_near(folded, known)
        ]
        near.sort(key=lambda known: (-self.written[known].total(), known))
        return [*self._apart(folded), *near][:MOST]

    def beside(self, first: str, second: str) -> bool:
        """Whether a text has the two side by side, with whatever accents."""
        forms = product(self._forms(first), self._forms(second))
        return any(pair in self.pairs for pair in forms)

    def as_written(self, said: Sequence[str]) -> str:
        """``said`` with the accents that texts give these words where they stand together.

        What was typed with accents stays; so does what no text has, and a word that texts
        write in several ways, but beside none of the others: it is anybody's guess which.
        """
        best: dict[str, tuple[Score, list[str]]] = {"": ((0, 0, 0), [])}
        for one in said:
            best = {
                form: max(
                    (self._going_on(score, before, form), [*path, form])
                    for before, (score, path) in best.items()
                )
                for form in self._dressed(one)
            }
        dressed = max(best.values())[1]
        sure = [len(self._forms(one)) == 1 or is_number(one) for one in said]
        for at, pair in enumerate(pairwise(dressed)):
            if pair in self.pairs:
                sure[at] = sure[at + 1] = True
        chosen = zip(said, dressed, sure, strict=True)
        return " ".join(form if known else one for one, form, known in chosen)

    def _going_on(self, score: Score, before: str, form: str) -> Score:
        pairs = self.pairs.get((before, form), 0)
        often = self.written[word(form).folded][form] if _WORD.fullmatch(form) else 0
        return score[0] + bool(pairs), score[1] + pairs, score[2] + often

    def _dressed(self, said: str) -> list[str]:
        if is_number(said):
            return [self.numbers.get(fold(said)) or said.upper()]
        as_typed = word(said).accented or not _WORD.fullmatch(said)
        return [said] if as_typed else self._forms(said) or [said]

    def _forms(self, said: str) -> list[str]:
        return list(self.written.get(word(said).folded, ()))

    def _nearest_number(self, typed: str) -> list[str]:
        if typed in self.numbers:
            return []
        near = sorted(known for known in self.numbers if is_near(typed, known))
        found = near or self._of_symbol(typed) or self._of_other_symbol(typed)
        return [self.numbers[known] for known in found[:MOST]]

    def of_kind(self, said: str) -> list[str]:
        """The numbers of documents of the kind that the number ``said`` names, nearest first."""
        typed = fold(said)
        same = [one for one in self.numbers if _kind_of(one) == _kind_of(typed)]
        return [self.numbers[one] for one in _in_row(same, typed)]

    def _of_symbol(self, typed: str) -> list[str]:
        """Those of the same symbol, the nearest in the row first."""
        symbol = typed.split("/", 1)[1]
        row = [one for one in self.numbers if one.split("/", 1)[1] == symbol]
        return _in_row(row, typed)

    def _of_other_symbol(self, typed: str) -> list[str]:
        """The same number and kind of another body: 260/KH-THCS for 260/KH-GDĐT."""
        asked = _figure(typed), _kind_of(typed)
        return sorted(
            one for one in self.numbers if (_figure(one), _kind_of(one)) == asked
        )

    def _apart(self, folded: str) -> Iterator[str]:
        """Two words that were typed without the space between them."""
        for at in range(1, len(folded)):
            if self.beside(folded[:at], folded[at:]):
                yield f"{folded[:at]} {folded[at:]}"


def is_number(said: str) -> bool:
    """Whether ``said`` is the number of a document with its symbol."""
    return bool(_NUMBER.fullmatch(said))


def _figure(number: str) -> int:
    return int(number.split("/", 1)[0])


def _in_row(numbers: list[str], typed: str) -> list[str]:
    """``numbers``, those nearest to the number ``typed`` first."""
    asked = _figure(typed)
    return sorted(numbers, key=lambda one: (abs(_figure(one) - asked), one))


def _kind_of(number: str) -> str:
    """What kind of document the symbol names: kh of 260/kh-gddt."""
    return re.split(r"[/&-]", number, maxsplit=2)[1]


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
