"""For portals with a cache: no answer outlives the day on which it was given."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.cache import get_max_age, patch_cache_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

_SHARED = re.compile(r"s-maxage=(\d+)")


class UntilMidnightMiddleware:
    """Lowers ``max-age`` and ``s-maxage`` to what is left of the day; sets none.

    A cache that answers by itself does not see that a consent ended. Name it before the
    middleware that lets answers be kept; below ``UpdateCacheMiddleware``, which goes by
    the ``max-age`` that it finds.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        left = seconds_left()
        lowered = {}
        if (get_max_age(response) or 0) > left:
            lowered["max_age"] = left
        shared = _SHARED.search(response.get("Cache-Control", ""))
        if shared and int(shared[1]) > left:
            lowered["s_maxage"] = left
        if lowered:
            patch_cache_control(response, **lowered)
            if "Expires" in response:
                del response["Expires"]
        return response


def seconds_left() -> int:
    """How long today lasts, where the school is."""
    zone = timezone.get_default_timezone()
    tomorrow = timezone.localdate(timezone=zone) + dt.timedelta(days=1)
    midnight = timezone.make_aware(dt.datetime.combine(tomorrow, dt.time()), zone)
    return int((midnight - timezone.now()).total_seconds())
