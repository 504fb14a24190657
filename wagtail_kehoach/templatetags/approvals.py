"""Who approved what is public, and which text of its source a translation follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache

from ..approval.models import Approval
from ..approval.queries import live_approval
from ..conf import kehoach_settings
from ..languages.rules import is_translated
from ..languages.staleness import Followed, public_follows

if TYPE_CHECKING:
    from wagtail.models import Page

APPROVAL_SECONDS = 24 * 60 * 60


def approval_of(obj) -> Approval | None:
    """The approval of the public text of ``obj`` where it is to be shown.

    Kept in the cache: a record never changes, and a new text has another name there.
    But for an emergency, on which a principal may decide at any moment.
    """
    approval = _known_approval(obj) if kehoach_settings.SHOW_APPROVAL else None
    if approval is None or approval.kind == Approval.Kind.SETUP:
        return None
    return approval


def follows(page: Page) -> Followed | None:
    """Which version of its source the public text of a translation follows.

    Nothing for a source. At most four statements.
    """
    if not page or not is_translated(page):
        return None
    return public_follows(page, _known_approval(page))


def _known_approval(obj) -> Approval | None:
    if not obj or not obj.live_revision_id:
        return None
    when = obj.last_published_at and obj.last_published_at.timestamp()
    key = f"kehoach:approval:{obj._meta.label}:{obj.pk}:{obj.live_revision_id}:{when}"
    approval = cache.get(key)
    if approval is None:
        approval = live_approval(obj)
        if approval is None or not approval.is_emergency:
            cache.set(key, approval, APPROVAL_SECONDS)
    return approval
