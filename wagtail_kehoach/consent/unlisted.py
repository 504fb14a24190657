"""Who of the registry stands in a text by the full name, and is on none of its lists."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..approval import passages
from ..approval.rules import all_of
from ..folding import words_of
from . import rules, sentences
from .models import Person
from .queries import why_not_each
from .written import Names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from django.db import models


class Unlisted(NamedTuple):
    """Why a text may not be shown (``reason``), and what its writer should look at."""

    reason: str | None
    hints: list[str]


def in_text(
    lines: Iterable[str],
    listed: Collection[int],
    *,
    purposes: Iterable[str],
    day: dt.date,
) -> Unlisted:
    """Who stands in ``lines`` and may not be named.

    Left out are names of somebody who is ``listed``, who is asked anyway, and those of an
    adult who may be named: that one may be meant. A child that agreed has to be listed, or
    a withdrawal would not find the text. The statements are the same for every text.
    """
    known = list(Person.objects.values_list("pk", "full_name"))
    found = Names(name for _pk, name in known).found_in(lines)
    namesakes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sure = {_as_compared(name) for name in found.sure}
    wanted = sure | {_as_compared(name) for name in found.perhaps}
    for pk, name in known if wanted else ():
        if (said := _as_compared(name)) in wanted:
            namesakes[said].append(pk)
    groups = {
        said: keys for said, keys in namesakes.items() if {*listed}.isdisjoint(keys)
    }
    everybody = [pk for keys in groups.values() for pk in keys]
    if not everybody:
        return Unlisted(None, [])
    reasons = why_not_each(everybody, purposes=purposes, day=day)
    people = Person.objects.told_apart().in_bulk(everybody)
    why, hints = [], []
    for said, keys in groups.items():
        persons = [people[pk] for pk in keys]
        reason = _why_not(persons, reasons, day)
        if reason and said in sure:
            why.append(reason)
        elif reason:
            hints.append(sentences.perhaps_written(persons[0].label))
    return Unlisted(all_of(*why), hints)


def lines_of(obj: models.Model) -> Iterator[str]:
    """All lines of text in ``obj``, and what its documents are called."""
    for _place, value in (*passages.fields_in(obj), *passages.files_in(obj)):
        yield from passages.lines_of(value)


def _why_not(
    namesakes: list[Person], reasons: dict[int, str], day: dt.date
) -> str | None:
    free = [person for person in namesakes if person.pk not in reasons]
    if not free:
        return sentences.why_not_written(reasons[namesakes[0].pk])
    if all(rules.is_child(person, day) for person in free):
        return sentences.not_listed(free[0])
    return None


def _as_compared(name: str) -> tuple[str, ...]:
    return tuple(word.exact for word in words_of(name))
