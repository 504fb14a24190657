"""Scripts that put no space between words: Lao, Khmer, Thai, Burmese, Chinese, Japanese.

Pure Python. Without a dictionary nobody can tell where a word ends, so such a text is
indexed sign by sign, and what is searched is signs side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_THAI, _LAO = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59", r"\u0e81-\u0edf"
_BURMESE = r"\u1000-\u1049\u1050-\u109f"
_KHMER = r"\u1780-\u17d3\u17d7\u17dc\u17dd\u17e0-\u17e9"
_CHINESE = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CHINESE_RARE = r"\U00020000-\U000323af"
RUN = re.compile(f"([{_THAI}{_LAO}{_BURMESE}{_KHMER}{_CHINESE}{_CHINESE_RARE}]+)")
#: The next consonant is written below this one: the two are one sign.
_STACKING = "\u17d2\u1039"


def signs(run: str) -> Iterator[str]:
    """The letters of ``run`` with their marks, spelt so that any database takes each as a word."""
    sign = ""
    for letter in unicodedata.normalize("NFKC", run):
        joined = unicodedata.category(letter)[0] == "M" or sign[-1:] in _STACKING
        if sign and not joined:
            yield _spelt(sign)
            sign = ""
        sign += letter
    if sign:
        yield _spelt(sign)


def _spelt(sign: str) -> str:
    return "u" + "".join(f"{ord(letter):04x}" for letter in sign[:8])
