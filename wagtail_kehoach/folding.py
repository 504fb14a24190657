"""One folding of Vietnamese for texts and queries: what counts as the same word.

Pure Python. Two forms of every word are made: the *folded* one has neither accents nor
case ("điển" → ``dien``), the *exact* one keeps the accents in plain letters ("điển" →
``d9ie6n3``). Both are the same for composed and decomposed letters, for *hòa* and *hoà*,
for *kỹ* and *kĩ*, for *y tế* and *i tế*, with and without soft hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

#: What word processors leave inside words: soft hyphens, joiners, byte-order marks.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
#: đ, and the letters of other alphabets that old typefaces had in its place: Ð looks like Đ.
STROKED = frozenset("đðɖ")
_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
#: Alone and after these consonants y and i are one vowel, and people write either.
BEFORE_Y = "[bcdfghklmnprstvx]|[cknpt]h|ng|tr|qu"
_ONE_VOWEL = re.compile(rf"(?:{BEFORE_Y})?y")
_LONGEST = 40


class Word(NamedTuple):
    """A word as it is compared. ``exact`` is ``folded`` where there are no accents."""

    folded: str
    exact: str

    @property
    def accented(self) -> bool:
        """Whether accents were written."""
        return self.exact != self.folded


def clean(text: str) -> str:
    """``text`` in composed letters, without what nobody sees, white space collapsed."""
    composed = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    return " ".join(composed.split())


def fold(text: str) -> str:
    """``text`` without accents and case, letter for letter: the i of *lý* stays a y."""
    return fold_letters(clean(text))


class _Letters(dict):
    """What each letter folds to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        small = unicodedata.normalize("NFD", letter).lower()[:1]
        self[code] = "d" if letter.lower() in STROKED else small or letter
        return self[code]


_LETTERS = _Letters()


def fold_letters(text: str) -> str:
    """Composed ``text`` without accents and case; as long as before, letter for letter."""
    return text.translate(_LETTERS)


@lru_cache(maxsize=65536)
def word(written: str) -> Word:
    """The two forms of one word, which is a run of letters and digits."""
    if written.isascii() and written.isdigit():
        number = written.lstrip("0")[:_LONGEST] or "0"
        return Word(number, number)
    letters, marks, tone = [], [], ""
    for letter in unicodedata.normalize("NFKD", written.translate(INVISIBLE).lower()):
        if letter in STROKED:
            letters.append("d")
            marks.append("9")
        elif letter in _TONES:
            tone = _TONES[letter]
        elif letter in _SHAPES and marks:
            marks[-1] += _SHAPES[letter]
        elif letter.isalnum():
            letters.append(letter)
            marks.append("")
    letters, marks = letters[:_LONGEST], marks[:_LONGEST]
    plain = "".join(letters)
    if _ONE_VOWEL.fullmatch(plain):
        letters[-1] = "i"
    exact = "".join(letter + mark for letter, mark in zip(letters, marks, strict=True))
    return Word("".join(letters), exact + tone)


def words_of(text: str) -> list[Word]:
    """The words of ``text``, which stand between other signs."""
    return [word(part) for part in re.findall(r"\w+", clean(text))]


def begun_in(text: str, typed: list[Word]) -> bool:
    """Whether each ``typed`` word begins one of ``text``: with accents if it has them."""
    known = words_of(text)
    return all(
        any(
            part.exact.startswith(said.exact)
            if said.accented
            else part.folded.startswith(said.folded)
            for part in known
        )
        for said in typed
    )
