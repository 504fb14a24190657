"""Public posts that name somebody in their text alone, on no list. Writes nothing.

Or that may show somebody still who was taken off their list: whoever approved that said he is
not in them any more. No withdrawal takes them down: many people have one name, and an approver
may be right. So a keeper reads them. The index
of the search finds them, so that a portal of any size is asked as quickly; each one found
is read again, because an index knows words and no names.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import swapper
from django.db.models import Q
from django.utils import timezone
from wagtail.models import get_page_models
from wagtail.search.query import Phrase

from ..approval import digest
from . import file_sentences, removals, rules, unlisted
from .mixins import ShowsPeopleMixin
from .models import Consent
from .person_models import Person
from .picture_queries import pictures_without_basis
from .queries import registered, why_not_each
from .runs import EnforcementRun
from .written import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.models import Page

#: So many posts are read for one person; who is called like a hundred others is asked again.
MOST = 100
LONGEST = 300


@dataclass(frozen=True)
class Mention:
    """A public ``page`` whose text has the name of ``person``, and why it may not.

    ``sure``: with all accents. ``passage`` is the first line with it. Where the person
    was taken off the list (``unlisted``) it says in which pictures nobody has said who is.
    """

    person: Person
    page: Page
    reason: str
    passage: str
    sure: bool
    unlisted: bool = False


def of(people: Iterable[int], day: dt.date) -> list[Mention]:
    """The public posts with the name of one of ``people`` that may not have it on ``day``."""
    refused = why_not_each(people, purposes=rules.PURPOSES, day=day)
    taken_off = removals.pages_without(refused) if refused else {}
    return [
        mention
        for person in Person.objects.told_apart().filter(pk__in=refused)
        for page in _pages_with(person.full_name, taken_off.get(person.pk, set()))
        if (mention := in_page(person, page, day))
    ]


def in_page(person: Person, page: Page, day: dt.date) -> Mention | None:
    """What ``page`` says of ``person``, if it does so and may not; else ``None``.

    Of somebody whom it lists only the full name is left to be read: what else ends takes
    the page down by itself.
    """
    if not page.live:
        return None
    return _named_in(person, page, day) or _once_listed_in(person, page, day)


def _named_in(person: Person, page: Page, day: dt.date) -> Mention | None:
    names, lines = Names([person.full_name]), [*unlisted.lines_of(page)]
    found = names.found_in(lines)
    if not (found.sure or found.perhaps):
        return None
    known = registered([person.pk], day)
    reason = None
    if not any(listed.pk == person.pk for listed in page.people.all()):
        reason = known.refused(page.purposes_of_consent()).get(person.pk)
    if not reason and person.pk in (ended := known.full_names_ended()):
        _name, reason = ended[person.pk]
    if not reason:
        return None
    over_two = (f"{line} {after}" for line, after in pairwise(filter(None, lines)))
    said = next((s for s in (*lines, *over_two) if _has_one(names, s)), "")
    passage = " ".join(said.split())[:LONGEST]
    return Mention(person, page, reason, passage, bool(found.sure))


def _once_listed_in(person: Person, page: Page, day: dt.date) -> Mention | None:
    if not removals.was_taken_off(person.pk, page):
        return None
    known = registered([person.pk], day)
    reason = known.refused(page.purposes_of_consent()).get(person.pk)
    if not reason:
        return None
    unknown = pictures_without_basis(digest.picture_ids(page))
    passage = " ".join(map(file_sentences.no_basis, unknown))
    return Mention(person, page, reason, passage, sure=False, unlisted=True)


def _has_one(names: Names, line: str) -> bool:
    found = names.found_in([line])
    return bool(found.sure or found.perhaps)


def newly_ended(day: dt.date) -> list[int]:
    """Whose consent has ended since the last nightly run; whoever asks counts on ``day``."""
    run = EnforcementRun.objects.exclude(ended_at=None).first()
    last = timezone.localdate(run.ended_at) if run else day - dt.timedelta(days=1)
    ended = Q(ends_on__gte=last, ends_on__lt=day)
    withdrawn = Q(withdrawn_on__gt=last, withdrawn_on__lte=day)
    rows = Consent.objects.filter(ended | withdrawn).order_by("person")
    return list(rows.values_list("person", flat=True).distinct())


def _pages_with(name: str, others: set[int]) -> Iterable[Page]:
    """Public posts with ``name``, and those of ``others`` that are public."""
    models = [m for m in get_page_models() if issubclass(m, ShowsPeopleMixin)]
    pages = swapper.load_model("wagtailcore", "Page").objects
    live = pages.live().type(*models)
    joined = "".join(name.split())
    keys = {
        page.pk
        for query in (Phrase(name), joined)
        for page in live.search(query)[:MOST]
    }
    keys.update(live.filter(pk__in=others).values_list("pk", flat=True))
    return pages.filter(pk__in=keys).order_by("-pk").specific()
