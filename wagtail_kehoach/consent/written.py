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

from ..approval.pupils import CAPITAL, CLASS_AFTER, OTHER, PUPIL, PUPIL_TOO, SURNAME
from ..folding import Word, clean, fold, fold_letters, word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A word, or what one hashtag joins: *Nguyễn*, *Văn* and *An* of *#NguyễnVănAn*.
_PART = re.compile(
    rf"[{CAPITAL}]?[^\W\d_{CAPITAL}]+|[{CAPITAL}]+(?![^\W\d_{CAPITAL}])|\d+"
)
_RUN = re.compile(r"[^\W_]+")
_OTHER_BEFORE = re.compile(rf"\b(?:{OTHER}):? $", re.IGNORECASE)
_OTHER_IN_ADDRESS = re.compile(rf"\b(?:{fold_letters(OTHER)})-$")
_OTHER_JOINED = re.compile(rf"(?:{fold_letters(OTHER).replace(' ', '')})")
_PUPIL_TOO_BEFORE = re.compile(rf"\b(?:{PUPIL_TOO}):? $", re.IGNORECASE)
_PUPIL_BEFORE = re.compile(rf"\b{PUPIL}:? $", re.IGNORECASE)
_CLASS = re.compile(CLASS_AFTER)
_SURNAMES = {fold(name) for name in SURNAME.split("|")}
_SURNAME_BEFORE = tuple(sorted(_SURNAMES))
#: What follows a name with a capital and does not belong to it.
_NO_NAME = {"lop", "khoi", "truong", "va"}
#: The same in headlines; without the accents some of them are names.
_NO_NAME_EXACT = {
    word(said).exact
    for said in [
        "được", "nhận", "giúp", "nhặt", "đoạt", "giành", "vượt", "cứu", "trả", "là", "của",
        "với", "cùng", "trong", "tại", "bị", "đã", "sẽ", "đang", "vẫn", "từ", "cho", "về",
        "hát", "kể", "giải",
    ]
}  # fmt: skip
#: Names too, but a headline says that somebody won: *Nguyễn Văn An Đạt giải nhất*.
_NAME_OR_NOT = {word("đạt").exact, word("thắng").exact}
#: Hardly a name has more syllables; a headline with capitals throughout has.
_LONGEST = 4
#: So many letters before a name hold the longest word that says whose it is.
_NEAR = 30
_GAPS = {" ", "", "_"}
#: Within names of the Central Highlands: *H'Hen Niê*; some have a hyphen, *Y-Moan Êban*.
_APOSTROPHES = {"'", "’", "‘", "ʼ", "`"}


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
        self._joined_lengths = {len(joined) for joined in self._joined}

    def found_in(self, lines: Iterable[str]) -> Found:
        """Which of the names stand in ``lines``, the whole of one text.

        Where one is called as an adult or a place is, it is another's. Elsewhere in the
        text that one may be meant again, unless a pupil is called so there.
        """
        found, others, pupils = Found(), set(), set()
        for line in map(clean, lines):
            for name, kind in self._in_line(line):
                {
                    "other": others,
                    "pupil": pupils,
                    "sure": found.sure,
                    "clear": found.clear,
                    "perhaps": found.perhaps,
                }[kind].add(name)
        found.perhaps |= found.clear | (found.sure & others)
        found.sure = pupils | (found.sure - others)
        found.perhaps -= found.sure
        found.clear -= found.sure | others
        return found

    def _in_line(self, line: str) -> Iterator[tuple[str, str]]:
        for run in _RUN.finditer(line):
            yield from self._in_run(run[0])
        tokens = [
            _Token(part[0], word(part[0]), part.start(), part.end())
            for part in _PART.finditer(line)
        ]
        for i, token in enumerate(tokens):
            # The longest first: whoever it names, a shorter name is a part of it.
            for length in sorted(
                self._lengths.get(token.word.folded, ()), reverse=True
            ):
                said = tuple(part.word.folded for part in tokens[i : i + length])
                kinds = [
                    (name, kind)
                    for name, words in self._by_words.get(said, ())
                    if (kind := _kind(line, tokens, i, words, hyphened="-" in name))
                ]
                if kinds:
                    yield from kinds
                    break

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
                    if kind := _within(said[:start], said[end:]):
                        yield name, kind


def _within(before: str, after: str) -> str | None:
    """How sure it is that a name within one word is just that name."""
    if _OTHER_JOINED.fullmatch(before):
        return None
    longer = after[:1].isalpha() or before.endswith(_SURNAME_BEFORE)
    return "perhaps" if longer else "clear"


def _kind(
    line: str, tokens: list[_Token], i: int, words: list[Word], *, hyphened: bool
) -> str | None:
    """How sure it is that the tokens from ``i`` on are the name of these ``words``."""
    end = i + len(words)
    said, rest = tokens[i:end], tokens[end : end + _LONGEST]
    gaps = {line[a.end : b.start] for a, b in pairwise(said)}
    exact = all(part.word.exact == w.exact for part, w in zip(said, words, strict=True))
    bare = not any(part.word.accented for part in said)
    before = _before(line, said[0])
    if gaps == {"-"} and bare and len(words) > 2:
        # Of an address: *le-thi-hoa-hat*.
        return (
            None if _OTHER_IN_ADDRESS.search(before) else _in_address(line, tokens, i)
        )
    own = _APOSTROPHES | ({"-"} if hyphened else set())
    gaps = {" " if gap.strip() in own else gap for gap in gaps}
    if not gaps <= _GAPS or not (exact or bare):
        return None
    part = _is_part(line, tokens[i - 1] if i else None, said, rest)
    if part == "surely":
        return None
    if _OTHER_BEFORE.search(before):
        return "other"
    otherwise = "perhaps" if part == "perhaps" else "clear"
    if not all(token.is_capital for token in said):
        return otherwise if exact and len(words) > 2 else None
    # In a line of capitals nobody sees where a name ends.
    shouted = all(token.text.isupper() for token in said)
    near = rest[:1] and line[said[-1].end : rest[0].start] == " "
    if not exact or gaps != {" "} or (shouted and near and rest[0].text.isupper()):
        return otherwise
    return _of_whom(line, said, part)


def _in_address(line: str, tokens: list[_Token], i: int) -> str:
    """How sure it is of the tokens from ``i`` on: *le-le-thi-hoa* is perhaps another."""
    before = tokens[i - 1] if i else None
    joined = before and line[before.end : tokens[i].start] == "-"
    return "perhaps" if joined and before.word.folded in _SURNAMES else "clear"


def _before(line: str, first: _Token) -> str:
    """What stands before ``first``, as far as it says who is meant."""
    return line[max(0, first.start - _NEAR) : first.start]


def _of_whom(line: str, said: list[_Token], part: str | None) -> str:
    """How sure it is by what stands around a name that is written as it should be."""
    before = _before(line, said[0])
    pupil = _PUPIL_BEFORE.search(before) or _CLASS.match(line, said[-1].end)
    if pupil and part != "perhaps":
        return "pupil"
    if part == "perhaps":
        return "perhaps"
    if part or len(said) == 2 or _PUPIL_TOO_BEFORE.search(before):
        return "clear"
    return "sure"


def _is_part(
    line: str, before: _Token | None, said: list[_Token], rest: list[_Token]
) -> str | None:
    """Whether the name is a part of a longer one: *Nguyễn* Lê An, Lê Thị Hoà *Bình*.

    ``headline``: what follows is too long for a name, as in *Lê Thị Hoà Đạt Giải Nhất*.
    """
    if (
        before
        and line[before.end : said[0].start] in _GAPS
        and before.is_capital
        and before.word.folded in _SURNAMES
    ):
        return "perhaps" if len(said) > 2 else "surely"
    if all(token.text.isupper() for token in said):
        return None
    more = _following(line, said[-1], rest)
    if not more:
        return None
    if len(said) + len(more) > _LONGEST:
        return "headline"
    if len(said) > 2 and more[0].word.exact in _NAME_OR_NOT:
        return "perhaps"
    return "surely"


def _following(line: str, last: _Token, rest: list[_Token]) -> list[_Token]:
    """What stands after a name with capitals and may belong to it."""
    found: list[_Token] = []
    for token in rest:
        if (
            line[last.end : token.start] not in _GAPS
            or not token.is_capital
            or (token.text.isupper() and len(token.text) > 1)
        ):
            break
        if not found and (
            token.word.folded in _NO_NAME or token.word.exact in _NO_NAME_EXACT
        ):
            break
        found.append(token)
        last = token
    return found
