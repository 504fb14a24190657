"""Whether a public post may still be shown today, asked when somebody opens it.

What has ended is taken down before the day's first answer (``daybreak``); this holds where
that failed. One look at the cache for each view; the registry is asked once a day for each
post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils import timezone

if TYPE_CHECKING:
    from .mixins import ShowsPeopleMixin

ONE_DAY = 24 * 60 * 60


def is_over(page: ShowsPeopleMixin) -> bool:
    """Whether a consent that ``page`` rests on has ended by today.

    The day is part of the key, so that nothing has to be forgotten; what a save ends is
    taken down with it.
    """
    key = f"kehoach.agreed.{page.pk}.{page.live_revision_id}.{timezone.localdate()}"
    if cache.get(key):
        return False
    if page.why_not_stay():
        return True
    cache.set(key, True, ONE_DAY)
    return False
