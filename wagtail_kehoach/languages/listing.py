"""Every translation with its state, at a constant cost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, get_page_models
from wagtail.permissions import page_permission_policy

from ..approval.models import Approval
from ..approval.queries import waiting_submissions
from . import readers, rules, staleness
from .mixins import LanguageMixin
from .models import TranslationBasis

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet
    from wagtail.models import Page


@dataclass(frozen=True)
class Row:
    """A translation: its source, what its draft follows, and where it stands.

    ``source`` is ``None`` where it was deleted. ``is_left_alone``: the public may read the
    page, and its source no more.
    """

    page: Page
    source: Page | None
    as_of: dt.datetime | None
    is_stale: bool
    is_left_alone: bool
    waits: bool

    @property
    def is_to_do(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.is_stale or self.is_left_alone


def translations_for(user: AbstractUser) -> list[Row]:
    """What ``user`` may edit, by language and title; first what has lost its source, then
    those whose source moved on.

    The same number of statements however many there are.
    """
    if not rules.is_on():
        return []
    pages, sources, bases = _found(_pages(user))
    stale = _stale(pages, sources, bases)
    waiting = _waiting()
    rows = [
        _row(
            page, sources.get(page.translation_key), bases.get(page.pk), stale, waiting
        )
        for page in pages
        # A page that was written in its language translates nothing.
        if page.translation_key in sources or page.pk in bases
    ]
    return sorted(rows, key=lambda row: (not row.is_left_alone, not row.is_stale))


def left_alone(user: AbstractUser) -> list[Row]:
    """The public translations that ``user`` may edit, and whose source is public no more."""
    pages, sources, bases = _found(_pages(user).live())
    rows = [
        _row(page, sources.get(page.translation_key), bases.get(page.pk), (), ())
        for page in pages
    ]
    return [row for row in rows if row.is_left_alone]


def _found(pages: QuerySet) -> tuple[list[Page], dict, dict]:
    """``pages``, their sources by the key that they share, and what each follows."""
    rows = list(pages)
    sources = _sources([page.translation_key for page in rows])
    keys = [page.pk for page in rows]
    return rows, sources, TranslationBasis.objects.in_bulk(keys, field_name="page_id")


def _row(page, source, basis, stale, waiting) -> Row:
    alone = page.live and bool(basis) and staleness.is_gone(source)
    as_of = basis and basis.as_of
    return Row(page, source, as_of, page.pk in stale, alone, str(page.pk) in waiting)


def _stale(pages: list, sources: dict, bases: dict) -> set[int]:
    """The keys of those whose source reads otherwise now than what they follow."""
    approvals = _approvals_of_live(sources.values())
    asked = {}
    for page in pages:
        source, basis = sources.get(page.translation_key), bases.get(page.pk)
        if source is None or basis is None:
            continue
        now = source.live_revision_id
        if staleness.is_another(source, basis.text_digest, approvals.get(now)):
            asked[page.pk] = (basis.revision_id, now)
    found = readers.all_that_read_otherwise(asked.values())
    return {pk for pk, pair in asked.items() if pair in found}


def _pages(user: AbstractUser) -> QuerySet:
    kinds = [model for model in get_page_models() if issubclass(model, LanguageMixin)]
    types = ContentType.objects.get_for_models(*kinds).values()
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    ours = editable.filter(content_type__in=types, alias_of=None)
    return (
        ours.exclude(locale=Locale.get_default())
        .select_related("locale")
        .order_by("locale", "title")
    )


def _sources(keys: list) -> dict:
    Page = swapper.load_model("wagtailcore", "Page")
    found = Page.objects.filter(translation_key__in=keys, locale=Locale.get_default())
    return {page.translation_key: page for page in found}


def _approvals_of_live(sources) -> dict[int, Approval]:
    """The approval of each public source, by its revision."""
    keys = [page.live_revision_id for page in sources if page.live]
    records = Approval.objects.valid().filter(revision_id__in=keys).order_by("pk")
    return {record.revision_id: record for record in records}


def _waiting() -> set[str]:
    return {task.revision.object_id for task in waiting_submissions()}
