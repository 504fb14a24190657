"""Who signs, of several whose offices and names stand side by side or below each other."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from ..parts import Signatory
from .signatures import MAKES, NAME, PREFIX, approved_by, is_role
from .wording import fold, tidy

#: The spaces that a tab stands for.
_TAB = 8


class Mark(NamedTuple):
    """An office or a name of a footer, and where it stands: which line, how far right."""

    text: str
    is_name: bool
    line: int
    #: The column of a table, or the middle of the text on its line.
    column: int | None
    middle: float


@dataclass
class Signer:
    """One who signs: his offices as printed, and his names."""

    roles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def makes(self) -> bool:
        """Whether he only wrote the document; his office may stand below."""
        return bool(self.roles) and MAKES.match(self.roles[0]) is not None

    @property
    def approves(self) -> bool:
        """Whether he only approves what another signs."""
        return any(approved_by(role) is not None for role in self.roles)

    @property
    def said(self) -> list[str]:
        """All that is printed of him."""
        return [*self.roles, *self.names]

    def signatory(self) -> tuple[Signatory, list[str]]:
        """Return him as who signs, and what is printed besides."""
        offices = [office for role in self.roles if (office := _office_in(role))]
        besides = [role for role in self.roles if not _office_in(role)]
        prefixed = [role for role in offices if _is_authority(role)]
        plain = [role for role in offices if not _is_authority(role)]
        if not prefixed and len(plain) == _PAIR:
            prefixed, plain = plain[:1], plain[1:]
        signatory = Signatory(
            authority=" ".join(prefixed) or None,
            position=plain[-1] if plain else None,
            name=tidy(self.names[0]) if self.names else None,
        )
        return signatory, [*besides, *plain[:-1], *self.names[1:]]


#: "Q. HIỆU TRƯỞNG" holds the office himself, if only for a time.
_ACTING = re.compile(r"Q\s*[.,]")
_PAIR = 2
_MOST_WORDS = 14


def two_offices(text: str) -> tuple[str, str] | None:
    """Part two offices on one line, one of them that of who wrote the document."""
    for left, right in _halves(text):
        if MAKES.match(left) and len(right.split()) > 1 and is_role(right):
            return left, right
        if MAKES.match(right) and len(left.split()) > 1 and is_role(left):
            return left, right
    return None


def two_names(text: str, surnames: Collection[str]) -> tuple[str, str] | None:
    """Part two names on one line where only one place can be the beginning of the second."""
    found = [
        (left, right)
        for left, right in _halves(text)
        if fold(right.split()[0]) in surnames and NAME.match(left) and NAME.match(right)
    ]
    return found[0] if len(found) == 1 else None


def _halves(text: str) -> list[tuple[str, str]]:
    words = text.split()
    places = range(1, len(words)) if len(words) <= _MOST_WORDS else ()
    return [(" ".join(words[:i]), " ".join(words[i:])) for i in places]


def middle_of(raw: str, part: str) -> float:
    """Return how far right the middle of a part of a line stands, in letters."""
    spread = raw.expandtabs(_TAB)
    return max(spread.find(part), 0) + len(part) / 2


def who_signs(marks: list[Mark]) -> tuple[Signatory | None, list[Signer], list[str]]:
    """Return who signs, who else does and is no mere writer, and what is left over.

    Who wrote a document does not sign it, and who approves it only where nobody else
    does. Of those that remain the one on the right is the head of the body.
    """
    signers = _signers(marks)
    if not signers:
        return None, [], []
    known = [signer for signer in signers if signer.roles] or signers
    heads = [signer for signer in known if not signer.makes] or known
    signing = ([signer for signer in heads if not signer.approves] or heads)[-1]
    others = [signer for signer in signers if signer is not signing]
    signatory, besides = signing.signatory()
    left = [text for signer in others for text in signer.said]
    also = [s for s in heads if s is not signing and s.names]
    return signatory, also, [*left, *besides]


def _is_authority(role: str) -> bool:
    """Tell whether an office is that of somebody else, in whose place one signs."""
    return bool(PREFIX.match(role)) and not _ACTING.match(role)


def _office_in(role: str) -> str | None:
    """The office of a line, "HIỆU TRƯỞNG" of "DUYỆT CỦA HIỆU TRƯỞNG"; none where it has none."""
    approver = approved_by(role)
    return role if approver is None else approver or None


def _signers(marks: list[Mark]) -> list[Signer]:
    found: list[Signer] = []
    for column in _columns(marks):
        found.append(Signer())
        for mark in column:
            if not mark.is_name and found[-1].roles and found[-1].names:
                found.append(Signer())
            (found[-1].names if mark.is_name else found[-1].roles).append(mark.text)
    return _with_names([part for signer in found for part in _parted(signer)])


def _columns(marks: list[Mark]) -> list[list[Mark]]:
    """Return the marks of each column, from the left to the right."""
    if all(mark.column is not None for mark in marks):
        places = sorted({mark.column for mark in marks if mark.column is not None})
        return [[mark for mark in marks if mark.column == place] for place in places]
    lines = [list(line) for _, line in groupby(marks, key=lambda mark: mark.line)]
    beside = next((line for line in lines if len(line) > 1), None)
    if beside is None:
        return [marks]
    middles = [mark.middle for mark in beside]
    columns: list[list[Mark]] = [[] for _ in middles]
    for line in lines:
        for place, mark in enumerate(line):
            near = min(range(len(middles)), key=lambda i: abs(middles[i] - mark.middle))
            columns[place if len(line) == len(middles) else near].append(mark)
    return columns


def _parted(signer: Signer) -> list[Signer]:
    """Two offices above two names, in one column: each has his own."""
    roles, names = signer.roles, signer.names
    if len(roles) == len(names) == _PAIR and not any(map(PREFIX.match, roles)):
        return [Signer([r], [n]) for r, n in zip(roles, names, strict=True)]
    return [signer]


def _with_names(signers: list[Signer]) -> list[Signer]:
    """Give offices the names that stand in a table or below it by themselves."""
    nameless = [signer for signer in signers if signer.roles and not signer.names]
    nobody = [signer for signer in signers if signer.names and not signer.roles]
    if len(nameless) != len(nobody):
        return [signer for signer in signers if signer.said]
    for signer, named in zip(nameless, nobody, strict=True):
        signer.names = named.names
    return [signer for signer in signers if signer.roles]
