"""Finds names of the registry in a text: in capitals, as hashtags, without accents too.

Pure. Whose name it is nobody can tell from the text: many people have one name, and a street
or a school may have it. So what is found is *sure* or *perhaps*; see ``docs/consent.md``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ..approval.pupils import CAPITAL
from ..folding import Word, clean, fold, word, words_of
from .name_in_line import LONGEST, Token, is_abroad, kind_of, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A word, or what one hashtag joins: *Nguyễn*, *Văn* and *An* of *#NguyễnVănAn*.
_PART = re.compile(
    rf"[{CAPITAL}]?[^\W\d_{CAPITAL}]+|[{CAPITAL}]+(?![^\W\d_{CAPITAL}])|\d+"
)
_RUN = re.compile(r"[^\W_]+")


@dataclass
class Found:
    """Which of the names stand in a text.

    ``clear`` are those of ``perhaps`` that can hardly be another's where somebody of that
    name is listed: written otherwise, and neither a part of a longer name nor an adult's.
    """

    sure: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)
    clear: set[str] = field(default_factory=set)

    @property
    def of_listed(self) -> set[str]:
        """By which of the names a text calls somebody whom it lists."""
        return self.sure | self.clear


class Names:
    """The ``names`` that are looked for; those of one syllable are no full names."""

    def __init__(self, names: Iterable[str]):
        self._by_words: dict[tuple[str, ...], list[tuple[str, list[Word]]]]
        self._by_words, self._joined = defaultdict(list), defaultdict(list)
        self._abroad: dict[tuple[str, ...], list[tuple[str, list[Word]]]]
        self._abroad = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for name in {*names}:
            words = words_of(name)
            if len(words) < 2:
                continue
            folded = tuple(said.folded for said in words)
            self._by_words[folded].append((name, words))
            self._lengths[folded[0]].add(len(words))
            if len(words) > 2:
                self._joined["".join(folded)].append(name)
                self._learn_abroad(name, words)
        self._joined_lengths = {len(joined) for joined in self._joined}

    def _learn_abroad(self, name: str, words: list[Word]) -> None:
        """With the surname last: *Hoang Minh Nguyen*, *Minh Hoang Nguyen*."""
        for turned in ([*words[1:], words[0]], words[::-1]):
            folded = tuple(said.folded for said in turned)
            self._abroad[folded].append((name, turned))
            self._lengths[folded[0]].add(len(turned))

    def found_in(self, lines: Iterable[str]) -> Found:
        """Which of the names stand in ``lines``, the whole of one text.

        Where one is called as an adult or a place is, it is another's. Elsewhere in the
        text that one may be meant again, unless a pupil is called so there.
        """
        found = Found()
        others: set[str] = set()
        pupils: set[str] = set()
        cleaned = [line for line in map(clean, lines) if line]
        for line in cleaned:
            for name, kind in self._in_line(line):
                {
                    "other": others,
                    "pupil": pupils,
                    "sure": found.sure,
                    "clear": found.clear,
                    "perhaps": found.perhaps,
                }[kind].add(name)
        for line, after in pairwise(cleaned):
            found.perhaps |= self._across(line, after)
        found.perhaps |= found.clear | (found.sure & others)
        found.sure = pupils | (found.sure - others)
        found.perhaps -= found.sure
        found.clear -= found.sure | others
        return found

    def _in_line(self, line: str) -> Iterator[tuple[str, str]]:
        for run in _RUN.finditer(line):
            yield from self._in_run(run[0])
        tokens = [
            Token(part[0], word(part[0]), part.start(), part.end())
            for part in _PART.finditer(line)
        ]
        for i, token in enumerate(tokens):
            # The longest first: whoever it names, a shorter name is a part of it.
            for length in sorted(
                self._lengths.get(token.word.folded, ()), reverse=True
            ):
                if kinds := self._at(line, tokens, i, length):
                    yield from kinds
                    break

    def _at(
        self, line: str, tokens: list[Token], i: int, length: int
    ) -> list[tuple[str, str]]:
        """The names of so many tokens from ``i`` on.

        Whoever is called just so is meant, and nobody whose name has other accents.
        """
        said = tuple(part.word.folded for part in tokens[i : i + length])
        written = [part.word.exact for part in tokens[i : i + length]]
        known = self._by_words.get(said, ())
        exactly = [entry for entry in known if [w.exact for w in entry[1]] == written]
        kinds = [
            (name, kind)
            for name, words in exactly or known
            if (kind := kind_of(line, tokens, i, words, hyphened="-" in name))
        ]
        return kinds or [
            (name, "perhaps")
            for name, words in self._abroad.get(said, ())
            if is_abroad(line, tokens, i, words)
        ]

    def _across(self, line: str, after: str) -> set[str]:
        """The names that begin at the end of ``line`` and end in the line ``after`` it."""
        begun = " ".join(line.split()[1 - LONGEST :])
        ended = " ".join(after.split()[:LONGEST])
        both = {
            name for name, kind in self._in_line(f"{begun} {ended}") if kind != "other"
        }
        return both and both - {
            name for part in (begun, ended) for name, _kind in self._in_line(part)
        }

    def _in_run(self, run: str) -> Iterator[tuple[str, str]]:
        """Names that are written as one word: *#lethihoa*, *giaykhenlethihoa7a.pdf*."""
        said = fold(run)
        yield from ((name, "clear") for name in self._joined.get(said, ()))
        if not (run.islower() or run.isupper()):
            return
        for length in sorted(self._joined_lengths):
            for start in range(len(said) - length + 1):
                end = start + length
                for name in self._joined.get(said[start:end], ()):
                    if kind := within(said[:start], said[end:]):
                        yield name, kind
