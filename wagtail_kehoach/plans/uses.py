"""Where a draft names bodies and units, each with a way to put another name there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..organisation.queries import BETWEEN_NAMES
from .draft_texts import put_field
from .nearness import tells_apart
from .provenance import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .models import PlanPageMixin

_WHY_THEY_RECEIVE = re.compile(r"\s*\([^()]*\)\s*$")
_IN_LISTS = re.compile(r"(\s*;\s*)")


@dataclass
class Use:
    """One place of the draft that names somebody, and a way to put another name there."""

    name: str
    where: str
    put: Callable[[str], None]


@dataclass(frozen=True)
class Split:
    """Takes a text that names several apart, by what the register knows.

    ``is_known`` says it of a name as it stands, ``is_whole`` where all of it may be one
    entry under a name that is written otherwise, ``is_like`` where it may be a slip.
    """

    is_known: Callable[[str], bool]
    is_whole: Callable[[str], bool]
    is_like: Callable[[str], bool]

    def pieces_of(self, text: str) -> list[str]:
        """Names and what stands between them, in turn; ``text`` alone if it is one name."""
        pieces = self._pieces(BETWEEN_NAMES.split(text))
        if len(pieces) > 1 and any(map(self.is_like, pieces[::2])):
            return pieces
        return [text]

    def _pieces(self, tokens: list[str]) -> list[str]:
        pieces: list[str] = []
        begin = 0
        while begin < len(tokens):
            ends = range(len(tokens), begin + 1, -2)
            joined = (end for end in ends if self._are_one(tokens[begin:end]))
            end = next(joined, begin + 1)
            pieces += ["".join(tokens[begin:end]), *tokens[end : end + 1]]
            begin = end + 1
        return pieces

    def _are_one(self, tokens: list[str]) -> bool:
        """Whether names are parts of one: "Tổ Văn phòng và Tài vụ"."""
        name, parts = "".join(tokens), tokens[::2]
        if self.is_known(name):
            return True
        apart = any(map(self.is_known, parts)) or not all(map(tells_apart, parts))
        return not apart and self.is_whole(name)


def uses_in(page: PlanPageMixin, split: Split) -> Iterator[tuple[str, bool, Use]]:
    """Each name in the draft: its kind, whether it is kept, and its place."""
    for name in ("issuing_body", "superior_body"):
        if said := getattr(page, name):
            label = str(page._meta.get_field(name).verbose_name).capitalize()
            yield "body", False, Use(said, label, partial(put_field, page, name))
    for count, child in enumerate(page.tasks, start=1):
        for use in _of_task(child.value, f"{LISTS['tasks']} {count}", split):
            yield "unit", False, use
    for use in _in_stream(page.reporting, "to", LISTS["reporting"]):
        yield "body", False, use
    for child in page.recipients:
        yield "body", False, _of_recipient(child)
    for use in _in_stream(page.legal_bases, "issuer", LISTS["bases"]):
        yield "body", True, use


def _in_stream(stream, name: str, label) -> Iterator[Use]:
    for count, child in enumerate(stream, start=1):
        if said := child.value.get(name):
            yield Use(said, f"{label} {count}", partial(child.value.__setitem__, name))


def _of_task(value, where: str, split: Split) -> Iterator[Use]:
    """Whom a task names; supporting units are a list by their semicolons."""
    said = {name: value.get(name) or "" for name in ("lead", "supporting")}
    texts = {"lead": [said["lead"]], "supporting": _IN_LISTS.split(said["supporting"])}
    for field, listed in texts.items():
        pieces = [
            piece
            for place, text in enumerate(listed)
            for piece in ([text] if place % 2 else split.pieces_of(text))
        ]
        for place in range(0, len(pieces), 2):
            if name := pieces[place].strip():
                yield Use(name, where, partial(_put_piece, value, field, pieces, place))


def _put_piece(value, field: str, pieces: list[str], place: int, new: str) -> None:
    """Put a name between the others; all names of one text share its ``pieces``."""
    pieces[place] = new
    value[field] = "".join(pieces)


def _of_recipient(child) -> Use:
    bare = _WHY_THEY_RECEIVE.sub("", child.value)
    tail = child.value[len(bare) :]
    return Use(bare, _("Recipients"), lambda new: setattr(child, "value", new + tail))
