"""Keeps which version of its source each translation follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Revision
from wagtail.signals import copy_for_translation_done

from ..approval import digest
from . import rules
from .models import TranslationBasis

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


def connect() -> None:
    """Follow the making of translations; called once, when the app is ready."""
    copy_for_translation_done.connect(_copied, dispatch_uid="kehoach.translated")


def follow(page: Page, source: Page, *, user: AbstractUser | None = None) -> None:
    """Keep that ``page`` follows ``source`` as it is now: as it is public, if it is."""
    revision = version_of(source)
    if revision is None:
        return
    TranslationBasis.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "revision_id": revision.pk,
            "text_digest": digest.text_digest(digest.as_stored(revision)),
            "as_of": (source.live and source.last_published_at) or revision.created_at,
            "set_by": user,
        },
    )


def version_of(source: Page) -> Revision | None:
    """The version of ``source`` that others translate."""
    key = source.live_revision_id if source.live else source.latest_revision_id
    return Revision.objects.filter(pk=key).first() if key else None


def _copied(sender, source_obj, target_obj, **kwargs) -> None:
    from .mixins import LanguageMixin  # noqa: PLC0415 -- app ready

    is_ours = isinstance(target_obj, LanguageMixin) and not target_obj.alias_of_id
    if rules.is_on() and is_ours:
        follow(target_obj, source_obj)
