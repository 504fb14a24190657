"""Bodies and units that a draft names, held against the register.

The draft keeps names as texts: what is printed is what was approved. A name that the register
does not know gets the nearest ones offered; one of a body that has ended, its successor.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..exceptions import ComparisonRefused
from ..organisation.models import Body, Unit
from .draft_texts import put_field
from .nearness import is_near, key_of
from .provenance import LISTS
from .starting import school_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .models import PlanPageMixin

MOST_OFFERED = 3
_WHY_THEY_RECEIVE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass
class Use:
    """One place of the draft that names somebody, and a way to put another name there."""

    name: str
    where: str
    put: Callable[[str], None]


@dataclass
class Named:
    """A name of the draft: who the register knows by it, or who may be meant.

    ``kept``: a document that is cited was issued by whoever issued it. ``own``: it stands
    in the school's details, which are the register of the school itself.
    """

    kind: str
    name: str
    uses: list[Use] = field(default_factory=list)
    kept: bool = False
    entry: Body | Unit | None = None
    offers: list[str] = field(default_factory=list)
    ended: dt.date | None = None
    own: bool = False

    @property
    def places(self) -> list[str]:
        """Where it stands, in words, each once."""
        return list(dict.fromkeys(use.where for use in self.uses))

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing to decide."""
        if self.entry is None:
            return self.own
        return self.ended is None or self.kept


class Register:
    """Everybody of one kind, by the forms in which names are compared."""

    def __init__(self, entries: Iterable[Body | Unit], day: dt.date) -> None:
        entries = list(entries)
        self.day = day
        self.by_pk = {entry.pk: entry for entry in entries}
        self.by_key: dict[str, Body | Unit] = {}
        for entry in sorted(entries, key=lambda entry: entry.exists_on(day)):
            names = entry.names if isinstance(entry, Unit) else _names(entry)
            self.by_key.update({key_of(name): entry for name in names})

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


def _names(body: Body) -> list[str]:
    return [name for name in (*body.names, body.abbreviation) if name]


def names_in(page: PlanPageMixin) -> list[Named]:
    """Whom a draft names, those to decide on first. Four statements."""
    day = page.starts_on or timezone.localdate()
    units = Register(Unit.objects.all(), day)
    bodies = Register(Body.objects.all(), day)
    found: dict[tuple[str, str, bool], Named] = {}
    for kind, kept, use in _uses(page):
        key = (kind, key_of(use.name), kept)
        named = found.setdefault(key, Named(kind, use.name, kept=kept))
        named.uses.append(use)
    own = _own_names(page)
    for (_kind, key, _kept), named in found.items():
        _look_up(named, units, bodies)
        named.own = key in own
    return sorted(
        (named for named in found.values() if _is_shown(named)),
        key=lambda named: named.is_settled,
    )


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
    """A recipient such as “Lưu: VT” is nobody whom a register would know."""
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


def _uses(page: PlanPageMixin) -> Iterator[tuple[str, bool, Use]]:
    """Each name in the draft: its kind, whether it is kept, and its place."""
    for name in ("issuing_body", "superior_body"):
        if said := getattr(page, name):
            label = str(page._meta.get_field(name).verbose_name).capitalize()
            yield "body", False, Use(said, label, partial(put_field, page, name))
    for count, child in enumerate(page.tasks, start=1):
        yield from _of_task(child.value, f"{LISTS['tasks']} {count}")
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


def _of_task(value, where: str) -> Iterator[tuple[str, bool, Use]]:
    if lead := value.get("lead"):
        yield "unit", False, Use(lead, where, partial(value.__setitem__, "lead"))
    for name in (value.get("supporting") or "").split(";"):
        if said := name.strip():
            yield "unit", False, Use(said, where, partial(_put_supporting, value, said))


def _put_supporting(value, old: str, new: str) -> None:
    names = [name.strip() for name in value["supporting"].split(";")]
    value["supporting"] = "; ".join(new if name == old else name for name in names)


def _of_recipient(child) -> Use:
    bare = _WHY_THEY_RECEIVE.sub("", child.value)
    tail = child.value[len(bare) :]
    return Use(bare, _("Recipients"), lambda new: setattr(child, "value", new + tail))
