"""Who of the registry stands in a text by the full name, and is on none of its lists."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..approval import passages
from ..approval.rules import all_of
from ..folding import words_of
from . import rules, sentences
from .person_models import Person
from .queries import why_not_each
from .registry_names import registry_names

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

    Left out are those of an adult who may be named: that one may be meant. A child that
    agreed has to be listed, or a withdrawal would not find the text; whoever is ``listed`` is
    asked anyway, but for the full name. The statements are the same for every text.
    """
    namesakes, sure = _named_in(lines)
    everybody = [pk for keys in namesakes.values() for pk in keys]
    if not everybody:
        return Unlisted(None, [])
    reasons = why_not_each(everybody, purposes=purposes, day=day)
    in_full = why_not_each(everybody, purposes=[rules.FULL_NAME], day=day)
    people = Person.objects.told_apart().in_bulk(everybody)
    why, hints = [], []
    for said, keys in namesakes.items():
        persons = [people[pk] for pk in keys]
        if here := [person for person in persons if person.pk in {*listed}]:
            if said in sure:
                why += _why_not_in_full(here, persons, in_full, day)
            continue
        reason = _why_not(persons, reasons, in_full, day)
        if reason and said in sure:
            why.append(reason)
        elif reason:
            hints.append(sentences.perhaps_written(persons[0].label))
    return Unlisted(all_of(*why), hints)


def _named_in(
    lines: Iterable[str],
) -> tuple[dict[tuple[str, ...], list[int]], set[tuple[str, ...]]]:
    """The names that stand in ``lines``, each with whose it may be; and the sure ones."""
    names = registry_names()
    found = names.found_in(lines)
    sure = {_as_compared(name) for name in found.sure}
    wanted = sure | {_as_compared(name) for name in found.perhaps}
    namesakes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for pk, name in names.entries if wanted else ():
        if (said := _as_compared(name)) in wanted:
            namesakes[said].append(pk)
    return namesakes, sure


def lines_of(obj: models.Model) -> Iterator[str]:
    """All lines of text in ``obj``."""
    for _place, value in passages.fields_in(obj):
        yield from passages.lines_of(value)


def _why_not(
    namesakes: list[Person],
    reasons: dict[int, str],
    in_full: dict[int, str],
    day: dt.date,
) -> str | None:
    """Why nobody of one name, on no list, stands in the text, or ``None``."""
    free = [person for person in namesakes if person.pk not in reasons]
    if not free:
        return sentences.why_not_written(reasons[namesakes[0].pk])
    if not all(rules.is_child(person, day) for person in free):
        return None
    if full := [person for person in free if person.pk not in in_full]:
        return sentences.not_listed(full[0])
    return sentences.only_first_name(free[0].label)


def _why_not_in_full(
    listed: list[Person], namesakes: list[Person], in_full: dict[int, str], day: dt.date
) -> list[str]:
    """Who is ``listed`` and called by the full name, though nobody agreed to that.

    Not where one of them may be, or an adult of that name, who may be meant.
    """
    adults = [person for person in namesakes if not rules.is_child(person, day)]
    if any(person.pk not in in_full for person in [*listed, *adults]):
        return []
    return [sentences.only_first_name(person.label) for person in listed]


def _as_compared(name: str) -> tuple[str, ...]:
    return tuple(word.exact for word in words_of(name))
