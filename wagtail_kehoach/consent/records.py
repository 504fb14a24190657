"""Keeps what was taken down, and tells the keepers of the registry and the principals."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..approval import mailing
from ..conf import kehoach_settings
from .models import Takedown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

EMAIL = "wagtail_kehoach/consent/email/notice"

logger = logging.getLogger(__name__)


def record(
    title: str,
    address: str,
    reason: str,
    elsewhere: Iterable[str] = (),
    *,
    subject: str = "",
    advice: str = "",
) -> Takedown:
    """Keep that something was taken down, and tell of it once all is saved.

    ``subject`` and ``advice`` are those of the message, where they are not the usual ones.
    """
    takedown = Takedown.objects.create(
        happened_at=timezone.now(),
        title=title[:255],
        address=address[:500],
        reason=reason,
    )
    said = f"{reason}\n{takedown.address}"
    subject = subject or _("Taken down: %(title)s")
    call = partial(tell, subject, takedown.title, said, elsewhere, advice=advice)
    transaction.on_commit(call)
    return takedown


def tell(
    subject: str,
    title: str,
    reason: str,
    elsewhere: Iterable[str] = (),
    *,
    advice: str = "",
) -> None:
    """Write to those who keep the registry and to the principals.

    ``elsewhere`` are the places outside of the portal that are known to show it;
    ``advice`` is what to do, if it is something else than to look there.
    """
    groups = [kehoach_settings.CONSENT_GROUP, kehoach_settings.PRINCIPALS_GROUP]
    people = get_user_model().objects.filter(is_active=True, groups__name__in=groups)
    addresses = people.exclude(email="").values_list("email", flat=True).distinct()
    said = {"title": title, "reason": reason}
    facts = {
        "headline": subject % said,
        "reason": reason.strip(),
        "advice": advice or _("Please take it down from social networks as well."),
        "elsewhere": list(elsewhere),
    }
    try:
        mailing.deliver(EMAIL, facts, *addresses)
    except Exception:
        # A mail server that fails must not keep up what has to come down.
        logger.exception("Nobody was told of what was taken down.")


def cancelled(title: str, hour: dt.datetime, reason: str) -> Takedown:
    """Keep, and tell, that a post is not published at its ``hour``, and why not."""
    said = {"hour": date_format(timezone.localtime(hour), "H:i d/m/Y")}
    planned = _("It is not published at %(hour)s as planned.") % said
    advice = _("It is a draft again. Change it, or wait until everybody has agreed.")
    subject = _("Schedule cancelled: %(title)s")
    return record(title, "", f"{reason} {planned}", subject=subject, advice=advice)
