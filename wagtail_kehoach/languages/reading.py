"""Whether words read as Vietnamese, or are in another script than their language has.

By their letters, and by words that a school writes again and again: those are known in
capitals and without accents, too. Names of people, places and bodies do not count: most
of their words begin with a capital.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from ..folding import fold
from .common_words import COMPOUNDS, LINKING, SAYING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How Unicode calls the letters of languages that are not written in Latin ones.
SCRIPTS = {
    "lo": ("LAO",),
    "km": ("KHMER",),
    "th": ("THAI",),
    "my": ("MYANMAR",),
    "zh": ("CJK",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL", "CJK"),
    "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC",),
    "ar": ("ARABIC",),
    "hi": ("DEVANAGARI",),
}
#: Of these each is written by the languages above alone, so no other one can mean them.
_NEVER_ELSEWHERE = (
    "LAO", "KHMER", "THAI", "MYANMAR", "CJK", "HIRAGANA", "KATAKANA", "HANGUL",
)  # fmt: skip
#: Of a sentence that counts as Vietnamese, at least so many words in a row.
RUN = 4
#: A document's number with its symbol, such as 58/QĐ-THCSBM: the same in every language.
NUMBER = re.compile(r"\d+(?:/[^\W_][\w-]*)+")
WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
#: What ends a run of words; "phở bò, bún chả" is a list of dishes and no sentence.
_STOP = re.compile(r"[^\w\s]+|\d+")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
#: Small words of an English sentence; names of bodies have *of*, *for*, *and*, *the*.
_SAYING_IN_ENGLISH = frozenset(
    [
        "is", "are", "was", "were", "has", "have", "had", "be", "been", "will", "from",
        "with", "who", "which", "that", "this", "these", "their", "they", "we", "his",
        "her", "its", "it", "he", "she", "to", "not", "when", "after", "before", "about",
    ]
)  # fmt: skip
_TONES = frozenset("\u0300\u0301\u0303")
_SHAPES = frozenset("\u0302\u0306")
#: Signs that hardly another language writes: hook, horn, dot below.
_OWN = frozenset("\u0309\u031b\u0323")
_STROKED = frozenset("đĐ")


def reads_as_vietnamese(text: str, code: str) -> bool:
    """Whether ``text``, on a page in the language ``code``, has a Vietnamese sentence."""
    return bool(vietnamese_in(text, code))


def vietnamese_in(text: str, code: str) -> int:
    """How many words of ``text`` stand in Vietnamese sentences, on a page in ``code``."""
    accented = is_accented if has_no_accents(code) else is_surely_vietnamese
    runs = _runs(bare(text))
    return sum(len(run) for run in runs if _is_sentence(run, accented))


def is_in_another_script(text: str, code: str) -> bool:
    """Whether ``text`` says something without a letter of what ``code`` is written in.

    A language of another script than those above has Latin letters, or one that we do not
    know: there it is a text mostly in letters that are surely not its own.
    """
    script = SCRIPTS.get(_language(code))
    if script is None:
        return _is_mostly_of(text, _NEVER_ELSEWHERE)
    if any(_is_of(letter, script) for letter in text):
        return False
    words = WORD.findall(bare(text))
    if not words or (is_name(words) and not _SAYING_IN_ENGLISH & set(words)):
        return False
    # One Latin word may be a sign of ours; other scripts have no spaces.
    return " " in text.strip() or not all(_is_of(c, ("LATIN",)) for c in words[0])


def is_accented(word: str) -> bool:
    """Whether a Vietnamese sign stands in ``word``; other languages have some of them."""
    return bool(_STROKED & set(word)) or any(map(unicodedata.combining, _apart(word)))


def is_surely_vietnamese(word: str) -> bool:
    """Whether ``word`` has signs that hardly another language writes so."""
    signs = set(_apart(word))
    return bool(
        _STROKED & signs or _OWN & signs or (_TONES & signs and _SHAPES & signs)
    )


def is_name(words: list[str]) -> bool:
    """Whether so many begin with a capital, as in *Bộ Giáo dục và Đào tạo*."""
    great = [word for word in words if word[0].isupper()]
    return 3 * len(great) >= len(words) and not SAYING & set(words)


def bare(text: str) -> str:
    """``text`` without addresses and the numbers of documents, which end a sentence."""
    return NUMBER.sub(" . ", _ADDRESS.sub(" . ", text))


def has_no_accents(code: str) -> bool:
    """Whether Vietnamese signs are those of no word of the language ``code``."""
    return _language(code) == "en" or _language(code) in SCRIPTS


def _is_sentence(run: list[str], accented) -> bool:
    return _is_signed(run, accented) or _is_of_known_words(run)


def _is_of_known_words(run: list[str]) -> bool:
    """Whether *LỄ KHAI GIẢNG NĂM HỌC*, *Lễ khai giảng* or *Hoc sinh gap nhau* stands there.

    Two of the words, or one with a word that links; or one where accents say the rest and
    nothing looks like a name.
    """
    plain = [fold(word) for word in run]
    known = sum(f"{one} {two}" in COMPOUNDS for one, two in pairwise(plain))
    if known > 1 or (known and LINKING & set(plain)):
        return True
    signed = sum(map(is_accented, run))
    shouted = len(run) >= RUN and all(map(str.isupper, run))
    # The first word of a line has a capital whatever it is.
    says = shouted or not is_name(run[1:])
    return bool(known) and signed > 1 and len(run) > 2 and says


def _is_signed(run: list[str], accented) -> bool:
    signed = [word for word in run if accented(word)]
    small = [word for word in signed if word[0].islower()]
    if len(run) < RUN or len(signed) < 3 or len(small) < 2:
        return False
    return not is_name(run) and 3 * len(signed) >= len(run)


def _runs(text: str) -> Iterator[list[str]]:
    """Words in a row that could be Vietnamese syllables."""
    for part in _STOP.split(text):
        run: list[str] = []
        for word in part.split():
            if _SYLLABLE.fullmatch(fold(word)):
                run.append(word)
                continue
            yield run
            run = []
        yield run


def _apart(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _is_of(letter: str, script: tuple[str, ...]) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(script)


def _is_mostly_of(text: str, script: tuple[str, ...]) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(_is_of(letter, script) for letter in letters) > len(letters)


def _language(code: str) -> str:
    return code.partition("-")[0].lower()
