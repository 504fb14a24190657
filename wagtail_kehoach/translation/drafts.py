"""Keeps wagtail-localize to drafts: a translation goes live with an approval of its own.

wagtail-localize writes a translation into the public row, publishes it in nobody's name
and leaves no seam before that. So two of its methods are wrapped here, for the versions
that this was tried with; a system check speaks up beyond them. The guard refuses what
gets past the wrapper, but with an error page, and the words of the translator are lost.
"""

from __future__ import annotations

from functools import wraps

import wagtail_localize
from django.core.checks import Tags, Warning as CheckWarning, register
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField
from wagtail_localize.models import TranslationSource

from ..approval.drafting import drafts_only
from ..approval.guard import ApprovalGuardMixin
from ..languages import points
from ..languages.following import follow
from ..languages.mixins import LanguageMixin
from ..languages.queries import source_row
from .segments import say_unread, why_not_read

#: Versions of wagtail-localize that the tests run with.
TESTED = ("1.14",)


def wrap() -> None:
    """Wrap wagtail-localize. Called once, when the app is ready."""
    source = TranslationSource
    source.create_or_update_translation = _draft(source.create_or_update_translation)
    source.sync_view_restrictions = _keep_readers(source.sync_view_restrictions)
    post_save.connect(_synced, sender=source, dispatch_uid="kehoach.synced")
    points.MORE.append(say_unread)
    points.REASONS.append(why_not_read)
    # An address is no passage: of Lao letters none would be left.
    LanguageMixin.override_translatable_fields = [SynchronizedField("slug")]


def _synced(sender, instance, **kwargs) -> None:
    """Translations that are kept in step follow what their source says from now on."""
    for translation in instance.translations.filter(enabled=True):
        page = Page.objects.filter(
            translation_key=instance.object_id, locale_id=translation.target_locale_id
        ).first()
        source = page and source_row(page)
        if source:
            follow(page, source)


def _draft(write):
    @wraps(write)
    def create_or_update_translation(self, *args, publish=True, **kwargs):
        if not issubclass(self.specific_content_type.model_class(), ApprovalGuardMixin):
            return write(self, *args, publish=publish, **kwargs)
        with drafts_only():
            return write(self, *args, publish=False, **kwargs)

    return create_or_update_translation


def _keep_readers(sync):
    """A translation that has readers of its own keeps them: only a principal opens it up."""

    @wraps(sync)
    def sync_view_restrictions(self, original, translation_page):
        guarded = isinstance(translation_page, ApprovalGuardMixin)
        if guarded and translation_page.view_restrictions.exists():
            return None
        return sync(self, original, translation_page)

    return sync_view_restrictions


@register(Tags.compatibility)
def check_localize_version(app_configs, **kwargs):
    """The wrapper rests on the inside of wagtail-localize, so it names its versions."""
    version = wagtail_localize.__version__
    if version.startswith(tuple(f"{tested}." for tested in TESTED)):
        return []
    return [
        CheckWarning(
            f"wagtail-localize {version} has not been tried with wagtail_kehoach.",
            hint=f"Tried: {', '.join(TESTED)}. Approve a translation on a copy of the "
            "portal first, and look whether it waits for a principal.",
            id="wagtail_kehoach.W020",
        )
    ]
