"""Names that the registers of the school know; they are the same in every language."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ..folding import clean
from ..organisation.models import Body, SchoolSettings, Unit
from .models import GlossaryTerm

if TYPE_CHECKING:
    from collections.abc import Iterable


def known() -> list[str]:
    """The names of bodies, of units, of the school, and the terms of the glossary.

    The longest first: a shorter one may stand in it.
    """
    schools = SchoolSettings.objects.values_list(
        "name", "issuing_body", "superior_body"
    )
    rows = chain(
        Body.objects.values_list("name", flat=True),
        Unit.objects.values_list("name", flat=True),
        GlossaryTerm.objects.order_by().values_list("term", flat=True),
        *schools,
    )
    names = {clean(name).casefold() for name in rows if name}
    return sorted(names, key=len, reverse=True)


def without(line: str, names: Iterable[str]) -> str:
    """``line`` without those of ``names``, which are written small, that stand in it."""
    for name in names:
        at = line.casefold().find(name)
        if at >= 0:
            line = f"{line[:at]} . {line[at + len(name) :]}"
    return line
