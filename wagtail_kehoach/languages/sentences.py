"""Whether a line, or a sentence in it, has nothing but Vietnamese words.

Such a one needs no length to be told apart: no word of another language stands in it. So
*Vui quá* is one, and *Met by Đoàn Thanh niên* is none. Without accents it takes more words:
each syllable could be one of another language, too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..folding import fold
from .common_words import BODIES, ELSEWHERE, SAYING, SYLLABLES
from .reading import (
    RUN,
    WORD,
    bare,
    has_no_accents,
    is_accented,
    is_name,
    is_surely_vietnamese,
    vietnamese_in,
)

#: Of so many words one may be of another language: *clip*, *robot*, *online*.
ONE_OF = 8
#: So many words that only Vietnamese has are a sentence without accents.
ENOUGH = 3
_END = re.compile(r"[.!?…;:]+")
_COMMA = re.compile(r"[,()/–-]+")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnrstvx])?(?:"
    r"a(?:ch|i|m|nh?|ng|o|p|t|u|y|c)?|e(?:ch|m|nh?|ng|o|p|t|u|c)?|"
    r"i(?:ch|m|nh?|p|t|u|a|e(?:c|m|ng?|p|t|u))?|"
    r"o(?:c|i|m|ng?|p|t|a(?:c|ch|i|m|nh?|ng|o|t|y)?|e(?:n|o|t)?|ong|oc)?|"
    r"u(?:c|i|m|ng?|p|t|u|a(?:n|ng|t|y)?|e(?:ch|nh)?|o(?:c|i|m|ng?|p|t|u)?|"
    r"y(?:a|ch|en|et|nh|t|u)?)?|"
    r"y(?:e(?:m|ng?|t|u)|nh|t)?)"
)


class Reading(NamedTuple):
    """Whether a line is Vietnamese without a doubt, and whether it could be."""

    surely: bool
    perhaps: bool


def read(line: str, code: str) -> Reading:
    """How ``line``, on a page in the language ``code``, reads as a whole and by sentences.

    As a whole, too, since somebody may set a full stop after each word.
    """
    found = [_read(part, code) for part in (line, *_END.split(bare(line)))]
    surely = any(one.surely for one in found)
    return Reading(surely, surely or any(one.perhaps for one in found))


def _read(text: str, code: str) -> Reading:
    words = WORD.findall(bare(text))
    signed = _signed(words, code)
    if len(words) < 2 or _says_otherwise(words, bool(signed)) or _is_body(words):
        return Reading(False, False)
    if all(map(str.isupper, (word[0] for word in words))):
        return Reading(_says_in_capitals(text, signed, code), False)
    # The first word of a line has a capital whatever it is.
    start = [words[0].lower(), *words[1:]]
    if is_name(start):
        return Reading(False, False)
    if signed:
        says = _says_with_signs(text, start, signed)
        return Reading(says or vietnamese_in(text, code) == len(words), True)
    known = sum(word in SYLLABLES for word in start)
    surely = len(words) >= RUN and known >= max(ENOUGH, len(words) / 4)
    return Reading(surely, known > 0)


def _signed(words: list[str], code: str) -> list[str]:
    """Those of ``words`` with signs, which must not be those of the language ``code``."""
    known = any(is_surely_vietnamese(w) or fold(w) in SYLLABLES for w in words)
    return [w for w in words if is_accented(w)] if known or has_no_accents(code) else []


def _says_with_signs(text: str, words: list[str], signed: list[str]) -> bool:
    """Whether a word says something, or there are too many for the name of a thing."""
    if SAYING & set(words):
        return 4 * len(signed) >= len(words)
    longest = max(len(WORD.findall(part)) for part in _COMMA.split(text))
    return longest >= RUN and 3 * len(signed) >= len(words)


def _says_in_capitals(text: str, signed: list[str], code: str) -> bool:
    """Whether a heading says what no name does; *Được* may be the last word of one."""
    words = WORD.findall(text)
    if len(words) < RUN:
        return False
    parts = [WORD.findall(part.lower()) for part in _COMMA.split(text)]
    says = any(SAYING & set(part[:-1]) for part in parts)
    return (says and len(signed) > 1) or vietnamese_in(text, code) == len(words)


def _says_otherwise(words: list[str], signed: bool) -> bool:
    """Whether too many of ``words`` cannot be Vietnamese; foreign names can be anything."""
    small = [words[0].lower(), *(word for word in words[1:] if not word[0].isupper())]
    if signed and ELSEWHERE & set(small):
        return True
    foreign = sum(not _SYLLABLE.fullmatch(fold(word)) for word in small)
    return foreign * ONE_OF > len(words)


def _is_body(words: list[str]) -> bool:
    """Whether a name such as *Trung tâm học tập cộng đồng xã Bình Tân* stands there."""
    named = any(word[0].isupper() for word in words[2:])
    begins = fold(" ".join(words[:2])) in BODIES
    return begins and named and not SAYING & {word.lower() for word in words}
