"""Finds names of the registry in a text: in capitals, as hashtags, without accents too.

Pure. Whose name it is nobody can tell from the text: many people have one name, and a street
or a school may have it. So what is found is *sure* or *perhaps*; see ``docs/consent.md``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..approval.pupils import CAPITAL, CLASS_AFTER, OTHER, PUPIL, SURNAME
from ..folding import Word, clean, fold, word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A word, or what one hashtag joins: *Nguyễn*, *Văn* and *An* of *#NguyễnVănAn*.
_PART = re.compile(
    rf"[{CAPITAL}]?[^\W\d_{CAPITAL}]+|[{CAPITAL}]+(?![^\W\d_{CAPITAL}])|\d+"
)
_RUN = re.compile(r"[^\W_]+")
_OTHER_BEFORE = re.compile(rf"\b(?:{OTHER}):? $", re.IGNORECASE)
_PUPIL_BEFORE = re.compile(rf"\b{PUPIL}:? $", re.IGNORECASE)
_CLASS = re.compile(CLASS_AFTER)
_SURNAMES = {fold(name) for name in SURNAME.split("|")}
#: What follows a name with a capital and does not belong to it.
_NO_NAME = {"lop", "khoi", "truong", "va"}
_GAPS = {" ", "", "_"}


@dataclass
class Found:
    """Which of the names stand in a text."""

    sure: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)


class _Token(NamedTuple):
    text: str
    word: Word
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


class Names:
    """The ``names`` that are looked for; those of one syllable are no full names."""

    def __init__(self, names: Iterable[str]):
        self._by_words: dict[tuple[str, ...], list[tuple[str, list[Word]]]]
        self._by_words, self._joined = defaultdict(list), defaultdict(list)
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

    def found_in(self, lines: Iterable[str]) -> Found:
        """Which of the names stand in ``lines``, the whole of one text.

        Left out is whoever is called as an adult or a place is, there or elsewhere in it.
        """
        found, others, pupils = Found(), set(), set()
        for line in map(clean, lines):
            for name, kind in self._in_line(line):
                {
                    "other": others,
                    "pupil": pupils,
                    "sure": found.sure,
                    "perhaps": found.perhaps,
                }[kind].add(name)
        found.sure = pupils | (found.sure - others)
        found.perhaps -= found.sure | others
        return found

    def _in_line(self, line: str) -> Iterator[tuple[str, str]]:
        for run in _RUN.finditer(line):
            for name in self._joined.get(fold(run[0]), ()):
                yield name, "perhaps"
        tokens = [
            _Token(part[0], word(part[0]), part.start(), part.end())
            for part in _PART.finditer(line)
        ]
        for i, token in enumerate(tokens):
            for length in self._lengths.get(token.word.folded, ()):
                said = tokens[i : i + length]
                for name, words in self._by_words.get(
                    tuple(part.word.folded for part in said), ()
                ):
                    if kind := _kind(line, tokens, i, words):
                        yield name, kind


def _kind(line: str, tokens: list[_Token], i: int, words: list[Word]) -> str | None:
    """How sure it is that the tokens from ``i`` on are the name of these ``words``."""
    said, rest = tokens[i : i + len(words)], tokens[i + len(words) :]
    gaps = {line[a.end : b.start] for a, b in pairwise(said)}
    exact = all(part.word.exact == w.exact for part, w in zip(said, words, strict=True))
    bare = not any(part.word.accented for part in said)
    if not gaps <= _GAPS or not (exact or bare):
        return None
    start, end = said[0].start, said[-1].end
    shouted = all(part.text.isupper() for part in said)
    if _goes_on(line, tokens[i - 1] if i else None, said, rest, shouted=shouted):
        return None
    if _OTHER_BEFORE.search(line[:start]):
        return "other"
    capitals = all(part.is_capital for part in said)
    if not capitals:
        return "perhaps" if exact and len(words) > 2 else None
    # In a line of capitals nobody sees where a name ends.
    near = rest[:1] and line[end : rest[0].start] == " " and rest[0].text.isupper()
    if not exact or gaps != {" "} or (shouted and near):
        return "perhaps"
    if _PUPIL_BEFORE.search(line[:start]) or _CLASS.match(line[end:]):
        return "pupil"
    return "perhaps" if len(words) == 2 else "sure"


def _goes_on(
    line: str,
    before: _Token | None,
    said: list[_Token],
    rest: list[_Token],
    *,
    shouted: bool,
) -> bool:
    """Whether the name is a part of a longer one: *Nguyễn* Lê An, Lê Thị Hoà *Bình*."""
    if (
        before
        and line[before.end : said[0].start] in _GAPS
        and before.is_capital
        and before.word.folded in _SURNAMES
    ):
        return True
    after = rest[0] if rest else None
    return bool(
        after
        and not shouted
        and line[said[-1].end : after.start] in _GAPS
        and after.is_capital
        and not (after.text.isupper() and len(after.text) > 1)
        and after.word.folded not in _NO_NAME
    )
