"""Who of the registry stands in a text by the full name, and is on none of its lists."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ..approval import digest, passages
from ..approval.rules import all_of
from ..folding import fold, words_of
from . import rules, sentences
from .queries import registered
from .registry_names import registry_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from django.db import models

    from .person_models import Person

_WORD = re.compile(r"[^\W_]+")


class Unlisted(NamedTuple):
    """Why a text may not be shown (``reason``), and what its writer should look at."""

    reason: str | None
    hints: list[str]


class _Said(NamedTuple):
    """People by key; those who may not be named at all, and not by the full name, and why."""

    people: dict[int, Person]
    refused: dict[int, str]
    in_full: dict[int, str]


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
    namesakes, sure, clear = _named_in(lines)
    everybody = [pk for keys in namesakes.values() for pk in keys]
    if not everybody:
        return Unlisted(None, [])
    known = registered(everybody, day)
    said_of = _Said(
        known.people, known.refused(purposes), known.refused([rules.FULL_NAME])
    )
    why, hints = [], []
    for name, keys in _still_there(namesakes, said_of.people):
        here = {*keys} & {*listed}
        if here:
            said = _not_in_full(here, keys, said_of, day)
            if name in sure:
                why += map(sentences.only_first_name, said)
            elif name in clear:
                why += map(sentences.full_name_otherwise, said)
            else:
                hints += map(sentences.perhaps_in_full, said)
            continue
        reason = _why_not(keys, said_of, day)
        if reason and name in sure:
            why.append(reason)
        elif reason:
            hints.append(sentences.perhaps_written(said_of.people[keys[0]].label))
    return Unlisted(all_of(*why), hints)


def _named_in(
    lines: Iterable[str],
) -> tuple[
    dict[tuple[str, ...], list[int]], set[tuple[str, ...]], set[tuple[str, ...]]
]:
    """The names that stand in ``lines``, each with whose it may be.

    And which of them are sure, and which are clear where somebody is listed.
    """
    names = registry_names()
    found = names.found_in(lines)
    sure = {_as_compared(name) for name in found.sure}
    clear = {_as_compared(name) for name in found.clear}
    wanted = sure | {_as_compared(name) for name in found.perhaps}
    namesakes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for pk, name in names.entries if wanted else ():
        if (said := _as_compared(name)) in wanted:
            namesakes[said].append(pk)
    return namesakes, sure, clear


def _still_there(
    namesakes: dict[tuple[str, ...], list[int]], people: Collection[int]
) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Without entries that somebody deleted since the names were read."""
    for name, keys in namesakes.items():
        if there := [pk for pk in keys if pk in people]:
            yield name, there


def lines_of(obj: models.Model) -> Iterator[str]:
    """All lines of text in ``obj``, what its files are called, and its own address.

    The address counts where it says more than the title. Names of files are read as
    addresses too, because they are parts of them. Titles and descriptions of pictures are
    public with it: the API tells them, and Wagtail shows them where no other text is given.
    """
    documents = digest.documents_shown(obj)
    for _place, value in (*passages.fields_in(obj), *passages.said_of(documents)):
        yield from passages.lines_of(value)
        yield from passages.in_marks_of(value)
    pictures = digest.pictures_shown(obj)
    for picture in pictures:
        yield picture.title
        yield getattr(picture, "description", "")
    for item in (*documents, *pictures):
        yield "-".join(_WORD.findall(PurePosixPath(item.file.name).stem))
    slug, title = getattr(obj, "slug", ""), getattr(obj, "title", "")
    if slug and slug not in "-".join(re.findall(r"\w+", fold(title))):
        yield slug


def _why_not(keys: list[int], said_of: _Said, day: dt.date) -> str | None:
    """Why nobody of one name, on no list, stands in the text, or ``None``."""
    people, refused, in_full = said_of
    free = [pk for pk in keys if pk not in refused]
    if not free:
        return sentences.why_not_written(refused[keys[0]])
    if not all(rules.is_child(people[pk], day) for pk in free):
        return None
    if full := [pk for pk in free if pk not in in_full]:
        return sentences.not_listed(people[full[0]])
    return sentences.only_first_name(people[free[0]].label)


def _not_in_full(
    listed: set[int], keys: list[int], said_of: _Said, day: dt.date
) -> list[str]:
    """Who is ``listed`` and may not be called by the full name, by their labels.

    Not where one of them may be, or an adult of that name, who may be meant.
    """
    people = said_of.people
    adults = {pk for pk in keys if not rules.is_child(people[pk], day)}
    if not listed | adults <= said_of.in_full.keys():
        return []
    return [people[pk].label for pk in sorted(listed)]


def _as_compared(name: str) -> tuple[str, ...]:
    return tuple(word.exact for word in words_of(name))
