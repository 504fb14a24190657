"""How people are called, and where each stands in a list, as in a class register.

Pure Python. A register has the given name in a column of its own and goes by it, then by
the other column: family name, and the names between. In the order of the Vietnamese
alphabet: ă and â after a, đ after d. Where the letters of a syllable are the same, its
tone decides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

from .folding import STROKED, clean

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
#: Two digits for each letter, the first of them no 0.
_PLACES = {letter: str(10 + place) for place, letter in enumerate(_ALPHABET)}
#: As dictionaries have it: none, grave, hook, tilde, acute, dot below.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_END = "00"
LONGEST_KEY = 500


def of_user(user: Any) -> str:
    """The full name of an account, or the name it signs in with."""
    return user.get_full_name() or user.get_username()


def choices_of(users: Iterable[Any]) -> list[tuple[Any, str]]:
    """What a field offers to choose one of ``users``: their names, as in a register."""
    named = [(user.pk, of_user(user)) for user in users]
    return sorted(named, key=lambda one: register_key(one[1]))


def stands_in(name: str, text: str) -> bool:
    """Whether ``text`` has ``name`` as it is written, and not as a part of a longer word."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


@lru_cache(maxsize=8192)
def dictionary_key(text: str) -> str:
    """What puts ``text`` in its place in an alphabetical list: đ after d, ô after o."""
    return _END.join(_syllable(word) for word in clean(text).lower().split())


@lru_cache(maxsize=8192)
def register_key(name: str) -> str:
    """What puts ``name`` in its place: digits, which every database sorts alike."""
    words = clean(name).lower().split()
    if not words:
        return ""
    family, between, given = words[:-1][:1], words[1:-1], words[-1:]
    parts = ("".join(map(_syllable, part)) for part in (given, family, between))
    return _END.join(parts)[:LONGEST_KEY]


def _syllable(word: str) -> str:
    """Its letters, then its tone; a shorter syllable comes first, as 0 is no letter."""
    letters, tone = [], "0"
    for letter in word:
        plain = []
        for sign in unicodedata.normalize("NFD", letter):
            if sign in _TONES:
                tone = _TONES[sign]
            else:
                plain.append(sign)
        letters.append(_place(unicodedata.normalize("NFC", "".join(plain))))
    return "".join(letters) + "0" + tone


def _place(letter: str) -> str:
    """Two digits; letters of other alphabets come last, signs between letters are none."""
    if letter in STROKED:
        return _PLACES["đ"]
    if letter in _PLACES or not letter.isalnum():
        return _PLACES.get(letter, "")
    base = unicodedata.normalize("NFD", letter)[:1]
    return _PLACES.get(base, "99")
