"""What a principal had before him in wagtail-localize's editor, whose button approves.

Its passages are kept one by one: others may write some while he reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail_localize.models import SegmentOverride, StringTranslation

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.http import HttpRequest
    from wagtail_localize.models import Translation


def remember(request: HttpRequest, translation: Translation) -> None:
    """That the editor shows ``translation`` as it is now."""
    request.session[_key(translation)] = timezone.now().isoformat()


def why_unread(request: HttpRequest, translation: Translation) -> str | None:
    """Return why the user cannot have read ``translation`` as it is now, or ``None``."""
    shown = parse_datetime(request.session.get(_key(translation), ""))
    if shown is None:
        return _("Open the translation and read it before you publish it.")
    source = translation.source
    source.refresh_from_db(fields=["last_updated_at"])
    moved_on = source.last_updated_at > shown
    if moved_on or _written_by_others(translation, request.user, shown):
        return _(
            "Somebody has changed passages while you were reading. Please read the "
            "text as it is now, and publish it then."
        )
    return None


def _written_by_others(translation: Translation, user: AbstractUser, shown) -> bool:
    others = Q(last_translated_by=None) | ~Q(last_translated_by=user)
    return any(
        model.objects.filter(
            others,
            context__object_id=translation.source.object_id,
            locale=translation.target_locale,
            updated_at__gt=shown,
        ).exists()
        for model in (StringTranslation, SegmentOverride)
    )


def _key(translation: Translation) -> str:
    return f"kehoach-read-{translation.pk}"
