"""Which body a document means, however its name is spelt: one body has one register."""

from __future__ import annotations

import re

from ..folding import words_of
from .models import Body

_AND = words_of("và")[0].exact


def _plain(name: str) -> str:
    """The words of ``name`` with their accents, without case, signs and "và"."""
    return " ".join(word.exact for word in words_of(name) if word.exact != _AND)


#: How kinds of bodies are abbreviated; content and no interface.
_SHORT = {
    "THPT": ("trung học phổ thông", "phổ thông trung học", "PTTH"),
    "THCS": ("trung học cơ sở", "phổ thông cơ sở", "PTCS"),
    "TH": ("tiểu học",),
    "MN": ("mầm non",),
    "MG": ("mẫu giáo",),
    "PTDTNT": ("phổ thông dân tộc nội trú", "phổ thông DTNT", "DTNT"),
    "PTDTBT": ("phổ thông dân tộc bán trú",),
    "GDTX": ("giáo dục thường xuyên",),
    "GDNN": ("giáo dục nghề nghiệp",),
    "trung tâm GDTX": ("TTGDTX", "TT GDTX"),
    "trung tâm GDNN": ("TTGDNN", "TT GDNN"),
    "GDĐT": ("giáo dục đào tạo", "GD ĐT"),
    "Bộ GDĐT": ("BGDĐT", "BGD ĐT"),
    "Sở GDĐT": ("SGDĐT", "SGD ĐT"),
    "Phòng GDĐT": ("PGDĐT", "PGD ĐT"),
    "UBND": ("uỷ ban nhân dân",),
    "HĐND": ("hội đồng nhân dân",),
}
_SHORT_OF = {_plain(long): _plain(short) for short in _SHORT for long in _SHORT[short]}
_LONGEST_FIRST = "|".join(sorted(_SHORT_OF, key=len, reverse=True))
_LONG = re.compile(rf"(?<!\S)(?:{_LONGEST_FIRST})(?!\S)")
#: Before the kind of a school "trường" is written or left out.
_SCHOOL = re.compile(
    rf"^{_plain('trường')} (?=(?:thpt|thcs|th|mn|mg|ptdtnt|ptdtbt)(?!\S))"
)


def body_key(name: str) -> str:
    """A name of a body as it is compared: kinds of bodies abbreviated, accents kept."""
    return _SCHOOL.sub("", _LONG.sub(lambda long: _SHORT_OF[long[0]], _plain(name)))


class Identities:
    """Which names are one body's: by its entry, else by the spelling. One statement.

    Whoever keeps the register of bodies says under which other names a body goes. Of a
    body and the one that succeeds it nothing is assumed: each numbers for itself.
    """

    def __init__(self) -> None:
        named = Body.objects.exclude(other_names="").order_by("pk")
        self._also = {
            body_key(other): body_key(body.name)
            for body in named
            for other in body.full_names
            if body_key(other) != body_key(body.name)
        }

    def of(self, name: str) -> str:
        """The key that all names of the body have in common."""
        key, seen = body_key(name), set()
        while key in self._also and key not in seen:
            seen.add(key)
            key = self._also[key]
        return min(seen) if key in seen else key


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are those of one body. At most one statement."""
    if body_key(one) == body_key(other):
        return True
    identities = Identities()
    return identities.of(one) == identities.of(other)
