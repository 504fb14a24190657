"""The name of a body in small letters: within a sentence, where a letterhead has capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parts import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Document

#: What schools are called, as a sentence has it; behind it stands a name.
_OF_SCHOOLS = (
    "Trường", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Mầm non", "Mẫu giáo",
    "và", "TH", "THCS", "THPT", "MN", "MG", "PTDTBT", "PTDTNT",
)  # fmt: skip
_PARTS = [
    (re.compile(rf"{said}(?!\w)", re.IGNORECASE), said)
    for said in sorted(_OF_SCHOOLS, key=len, reverse=True)
]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_MARK = re.compile(r"[\s&,-]+")
_MOST_WORDS_OF_NAME = 5
#: Words of a name that are none themselves.
_SMALL = {"xã", "phường", "huyện", "tỉnh", "số", "và"}


def issuer_in_small(document: Document) -> str | None:
    """Return the issuer as a sentence names it; ``None`` where that is not known.

    The text of the document has it, or it is a school, whose kind is known and whose name
    has a capital in each word.
    """
    issuer = document.issuer
    if not issuer or not issuer.isupper():
        return issuer
    named = re.compile(rf"(?<!\w){re.escape(issuer)}(?!\w)", re.IGNORECASE)
    found = (said[0] for text in _texts(document) for said in named.finditer(text))
    return next((said for said in found if not said.isupper()), None) or _school(issuer)


def _texts(document: Document) -> Iterator[str]:
    yield from document.lead_in
    yield from (recipient.text for recipient in document.recipients)
    yield from (block.text for block in document.body if isinstance(block, Paragraph))


def _school(name: str) -> str | None:
    """Return the name of a school in small letters; ``None`` for all other bodies."""
    said, place = "", 0
    while place < len(name) and (part := _part_at(name, place)):
        text, end = part
        mark = _MARK.match(name, end)
        place = mark.end() if mark else end
        said += text + (mark[0] if mark else "")
    words = _WORD.findall(name[place:])
    if not said.startswith("Trường ") or said == "Trường ":
        return None
    if not 0 < len(words) <= _MOST_WORDS_OF_NAME:
        return None
    return said + _WORD.sub(_in_name, name[place:])


def _in_name(word: re.Match[str]) -> str:
    small = word[0].lower()
    return small if small in _SMALL else small.capitalize()


def _part_at(name: str, place: int) -> tuple[str, int] | None:
    for pattern, said in _PARTS:
        if match := pattern.match(name, place):
            return said, match.end()
    return None
