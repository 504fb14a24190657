"""Whether two names may mean the same office: by the words that tell it from others."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from ..folding import fold

#: Written out, so that a short name and a long one are the same.
_SHORT = (
    (r"\bubnd\b", "uy ban nhan dan"),
    (r"\bgd\s*&\s*dt\b|\bgddt\b|\bgd va dt\b", "giao duc va dao tao"),
    (r"\bth ?& ?thcs\b", "tieu hoc va trung hoc co so"),
    (r"\bthcs\b", "trung hoc co so"),
    (r"\bthpt\b", "trung hoc pho thong"),
    (r"\btncs\b", "thanh nien cong san"),
    (r"\btn\b", "thanh nien"),
)
#: Two words that are one: "văn phòng" has nothing to do with "văn".
_PAIRS = (
    "van phong", "cong doan", "cong an", "thu vien", "y te", "giam hieu", "thanh nien",
    "giao duc", "dao tao", "nhan dan", "van hoa", "xa hoi", "ke toan", "thieu nien",
)  # fmt: skip
#: Words that many names have, and that tell none from another.
_COMMON = {
    "to", "ban", "phong", "doan", "doi", "hoi", "bo", "phan", "cac", "nha", "truong", "cua", "va",
    "khoi", "nhom", "chuyen", "mon", "lien", "so", "uy", "xa", "phuong", "tinh", "huyen", "quan",
    "thanh", "pho", "tieu", "hoc", "trung", "co", "thong", "mam", "non", "mau", "giao",
    "giao_duc", "dao_tao", "nhan_dan", "don", "vi", "trach", "nhiem", "dong", "chi", "tong",
}  # fmt: skip
#: Fewer words with nothing that tells them apart are in too many names.
_FEWEST_WORDS = 4
_SAME_WORD, _SHORTEST_WORD = 0.75, 4


def key_of(name: str) -> str:
    """A name as it is compared: without accents, case and abbreviations."""
    key = fold(name).strip(" .;:,")
    for short, long in _SHORT:
        key = re.sub(short, long, key)
    return re.sub(r"[\s–—-]+", " ", key)


def is_near(one: str, other: str) -> bool:
    """Whether two keys may mean the same: what tells one apart is in the other as well.

    Where nothing tells one apart, all of it must stand in the other.
    """
    short, long = sorted((_telling(one), _telling(other)), key=len)
    if short:
        return all(any(_is_same(word, another) for another in long) for word in short)
    inner, outer = sorted((one, other), key=len)
    enough = len(inner.split()) >= _FEWEST_WORDS
    return enough and f" {inner} " in f" {outer} "


def tells_apart(name: str) -> bool:
    """Whether a name has a word that not many have."""
    return bool(_telling(key_of(name)))


def is_within(one: str, other: str) -> bool:
    """Whether all that tells ``one`` apart is in ``other``, which may say more."""
    return len(_telling(one)) <= len(_telling(other)) and is_near(one, other)


@lru_cache(maxsize=4096)
def _telling(key: str) -> tuple[str, ...]:
    for pair in _PAIRS:
        key = key.replace(pair, pair.replace(" ", "_"))
    return tuple(word for word in re.findall(r"\w+", key) if word not in _COMMON)


def _is_same(word: str, other: str) -> bool:
    if word == other or "_" in word + other:
        return word == other
    long_enough = min(len(word), len(other)) >= _SHORTEST_WORD
    return long_enough and (
        difflib.SequenceMatcher(None, word, other).ratio() >= _SAME_WORD
    )
