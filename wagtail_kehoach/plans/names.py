"""Bodies and units that a draft names, held against the register.

The draft keeps names as texts: what is printed is what was approved. A name that the register
does not know gets the nearest ones offered; one of a body that has ended, its successor.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..exceptions import ComparisonRefused
from ..organisation.models import Body, Unit
from .nearness import is_near, is_within, key_of
from .people import is_people
from .starting import school_of
from .uses import Split, Use, uses_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .models import PlanPageMixin
    from .reading_models import PlanReading

MOST_OFFERED = 3
#: How the name of a body begins; whoever adds it sees the level and may choose another.
_LEVELS = (
    (Body.Level.COMMUNE, r"(?:uy ban nhan dan|dang uy|hdnd) (?:xa|phuong|dac khu)\b"),
    (Body.Level.DISTRICT, r"phong giao duc\b|uy ban nhan dan (?:huyen|quan|thi xa)\b"),
    (Body.Level.PROVINCE, r"so [a-z]|uy ban nhan dan (?:tinh|thanh pho)\b|tinh uy\b"),
    (Body.Level.MINISTRY, r"bo [a-z]|chinh phu\b"),
    (Body.Level.UNIT, r"truong\b|trung tam\b"),
)


@dataclass
class Named:
    """A name of the draft: who the register knows by it, or who may be meant.

    ``kept``: a document that is cited was issued by whoever issued it. ``own``: it stands
    in the school's details, which are the register of the school itself. ``stays``:
    somebody said that it stays as it is printed.
    """

    kind: str
    name: str
    uses: list[Use] = field(default_factory=list)
    kept: bool = False
    entry: Body | Unit | None = None
    offers: list[str] = field(default_factory=list)
    ended: dt.date | None = None
    own: bool = False
    stays: bool = False

    @property
    def key(self) -> str:
        """By what an answer about this name is remembered."""
        return answer_key(self.kind, self.name)

    @property
    def spelling(self) -> str:
        """The name as a register has it: in capitals only where no place has it otherwise."""
        small = (use.name for use in self.uses if not use.name.isupper())
        return next(small, self.name)

    @property
    def level(self) -> str:
        """The level that a body of this name would have."""
        return level_of(self.name)

    @property
    def places(self) -> list[str]:
        """Where it stands, in words, each once."""
        return list(dict.fromkeys(use.where for use in self.uses))

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing to decide."""
        if self.entry is None:
            return self.own or self.stays
        return self.ended is None or self.kept or self.stays


def level_of(name: str) -> str:
    """The level that the name of a body speaks of."""
    key = key_of(name)
    found = (level for level, begins in _LEVELS if re.match(begins, key))
    return next(found, Body.Level.OTHER)


def answer_key(kind: str, name: str) -> str:
    """The key of what was decided about a name."""
    return f"{kind}:{key_of(name)}"


class Register:
    """Everybody of one kind, by the forms in which names are compared."""

    def __init__(self, entries: Iterable[Body | Unit], day: dt.date) -> None:
        entries = list(entries)
        self.day = day
        self.by_pk = {entry.pk: entry for entry in entries}
        self.by_key: dict[str, Body | Unit] = {}
        for entry in sorted(entries, key=lambda entry: entry.exists_on(day)):
            self.by_key.update({key_of(name): entry for name in entry.names})

    def knows(self, name: str) -> bool:
        return key_of(name) in self.by_key

    def has_like(self, name: str) -> bool:
        """Whether a name is known, or may be a slip of a known one."""
        key = key_of(name)
        return key in self.by_key or any(is_near(known, key) for known in self.by_key)

    def has_whole(self, name: str) -> bool:
        """Whether all that ``name`` says may be one entry."""
        key = key_of(name)
        return any(is_within(key, known) for known in self.by_key)

    def look_up(self, named: Named) -> None:
        """Say in ``named`` who it is, or who is near."""
        key = key_of(named.name)
        named.entry = self.by_key.get(key)
        if named.entry is None:
            named.offers = self._near(key)
        elif named.entry.valid_to and named.entry.valid_to < self.day:
            named.ended = named.entry.valid_to
            heir = self._heir(named.entry)
            named.offers = [heir.name] if heir and not named.kept else []

    def _heir(self, entry: Body | Unit) -> Body | Unit | None:
        """Who does its work on the day; a successor may have ended as well."""
        seen = {entry.pk}
        heir = self.by_pk.get(entry.successor_id)
        while heir and not heir.exists_on(self.day) and heir.pk not in seen:
            seen.add(heir.pk)
            heir = self.by_pk.get(heir.successor_id)
        return heir if heir and heir.exists_on(self.day) else None

    def _near(self, key: str) -> list[str]:
        near = [k for k in self.by_key if is_near(k, key)]
        near.sort(key=lambda known: -difflib.SequenceMatcher(None, known, key).ratio())
        entries = (self.by_key[known] for known in near)
        names = [entry.name for entry in entries if entry.exists_on(self.day)]
        return list(dict.fromkeys(names))[:MOST_OFFERED]


def names_of(draft: PlanPageMixin, stored: PlanReading) -> list[Named]:
    """Whom a draft names, with what was decided on them beside its file."""
    return names_in(draft, stored.answers.get("names", {}))


def names_in(page: PlanPageMixin, stay: Collection[str] = ()) -> list[Named]:
    """Whom a draft names, those to decide on first. Four statements.

    ``stay`` are the keys of names of which somebody said that they stay as printed.
    """
    day = page.starts_on or timezone.localdate()
    units = Register(Unit.objects.all(), day)
    bodies = Register(Body.objects.all(), day)
    found: dict[tuple[str, str, bool], Named] = {}
    split = Split(
        lambda name: units.knows(name) or bodies.knows(name),
        units.has_whole,
        lambda name: units.has_like(name) or bodies.knows(name) or is_people(name),
    )
    for kind, kept, use in uses_in(page, split):
        key = (kind, key_of(use.name), kept)
        named = found.setdefault(key, Named(kind, use.name, kept=kept))
        named.uses.append(use)
    own = _own_names(page)
    for (_kind, key, _kept), named in found.items():
        _look_up(named, units, bodies)
        named.own = key in own
        named.stays = named.key in stay
    return sorted(
        _each_once(filter(_is_shown, found.values())),
        key=lambda named: named.is_settled,
    )


def _each_once(found: Iterable[Named]) -> Iterator[Named]:
    """One question for a name that nobody knows, though it stands for a unit and a body.

    Its level says of which of the two it is the name.
    """
    asked: dict[str, Named] = {}
    for named in found:
        if named.entry is not None:
            yield named
            continue
        first = asked.setdefault(key_of(named.name), named)
        if first is not named:
            _join(first, named)
    yield from asked.values()


def _join(first: Named, other: Named) -> None:
    """Let ``first`` stand for ``other`` as well."""
    first.uses += other.uses
    first.offers = list(dict.fromkeys(first.offers + other.offers))[:MOST_OFFERED]
    first.kept = first.kept and other.kept
    first.own = first.own or other.own
    first.stays = first.stays or other.stays
    first.kind = "unit" if first.level == Body.Level.OTHER else "body"


def _own_names(page: PlanPageMixin) -> set[str]:
    school = school_of(page)
    if school is None:
        return set()
    names = (school.issuing_body, school.name, school.superior_body)
    return {key_of(name) for name in names if name}


def _look_up(named: Named, units: Register, bodies: Register) -> None:
    own, other = (units, bodies) if named.kind == "unit" else (bodies, units)
    own.look_up(named)
    if named.entry is None and key_of(named.name) in other.by_key:
        other.look_up(named)


def _is_shown(named: Named) -> bool:
    """Neither people nor a recipient such as “Lưu: VT” are what a register would know."""
    if named.entry is None and is_people(named.name):
        return False
    listed = all(use.where == _("Recipients") for use in named.uses)
    known = named.entry or named.own or named.offers
    return bool(known or not (listed or named.kept))


def rename(page: PlanPageMixin, kind: str, old: str, new: str) -> int:
    """Put ``new`` wherever the draft says ``old``; return how often. Saves nothing.

    Only a name that is offered for it is taken.
    """
    for named in names_in(page):
        if (named.kind, named.name) == (kind, old) and new in named.offers:
            for use in named.uses:
                use.put(new.upper() if use.name.isupper() else new)
            return len(named.uses)
    raise ComparisonRefused(_("This name is not offered any more."))
