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
from . import rules, staleness
from .mixins import LanguageMixin
from .models import TranslationBasis

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


@dataclass(frozen=True)
class Row:
    """A translation: its source, what its draft follows, and where it stands."""

    page: Page
    source: Page
    as_of: dt.datetime | None
    is_stale: bool
    waits: bool


def translations_for(user: AbstractUser) -> list[Row]:
    """What ``user`` may edit, by language and title; those whose source moved on first.

    The same number of statements however many there are.
    """
    if not rules.is_on():
        return []
    default = Locale.get_default()
    pages = list(_pages(user, default))
    sources = _sources([page.translation_key for page in pages], default)
    bases = TranslationBasis.objects.in_bulk(
        [page.pk for page in pages], field_name="page_id"
    )
    approvals = _approvals_of_live(sources.values())
    waiting = _waiting()
    rows = [
        _row(
            page, sources[page.translation_key], bases.get(page.pk), approvals, waiting
        )
        for page in pages
        if page.translation_key in sources
    ]
    return sorted(rows, key=lambda row: not row.is_stale)


def _row(page, source, basis, approvals, waiting) -> Row:
    approval = approvals.get(source.live_revision_id)
    stale = bool(basis) and staleness.is_stale(source, basis.text_digest, approval)
    as_of = basis and basis.as_of
    return Row(page, source, as_of, stale, str(page.pk) in waiting)


def _pages(user: AbstractUser, default: Locale):
    kinds = [model for model in get_page_models() if issubclass(model, LanguageMixin)]
    types = ContentType.objects.get_for_models(*kinds).values()
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    ours = editable.filter(content_type__in=types, alias_of=None)
    return (
        ours.exclude(locale=default)
        .select_related("locale")
        .order_by("locale", "title")
    )


def _sources(keys: list, default: Locale) -> dict:
    Page = swapper.load_model("wagtailcore", "Page")
    found = Page.objects.filter(translation_key__in=keys, locale=default)
    return {page.translation_key: page for page in found}


def _approvals_of_live(sources) -> dict[int, Approval]:
    """The approval of each public source, by its revision."""
    keys = [page.live_revision_id for page in sources if page.live]
    records = Approval.objects.valid().filter(revision_id__in=keys).order_by("pk")
    return {record.revision_id: record for record in records}


def _waiting() -> set[str]:
    return {task.revision.object_id for task in waiting_submissions()}
