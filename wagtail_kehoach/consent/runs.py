"""When the nightly run last came to its end, and whether it has stopped.

What ends by its last day is taken down by that run, or before the first answer of a day
(``daybreak``). A file that the web server hands out by itself waits for one of the two: so
somebody has to notice that the run has stopped.
"""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from .models import Consent
from .picture_models import PictureBasis

#: A night, and two hours in which a run may take longer than the one before.
LONGEST = dt.timedelta(hours=26)


class EnforcementRun(models.Model):
    """When ``enforce_consents`` last came to its end: one row, overwritten each time.

    ``day`` is the one for which everything was last taken down, by whomever.
    """

    ended_at = models.DateTimeField(null=True)
    day = models.DateField(null=True)

    class Meta:
        verbose_name = gettext_lazy("nightly run of consents")
        verbose_name_plural = gettext_lazy("nightly runs of consents")
        default_permissions = ()

    def __str__(self):
        if self.ended_at is None:
            return "–"
        return date_format(timezone.localtime(self.ended_at), "H:i d/m/Y")


def keep_run() -> None:
    """Keep that a run has come to its end now."""
    now = timezone.now()
    said = {"ended_at": now, "day": timezone.localdate(now)}
    EnforcementRun.objects.update_or_create(pk=1, defaults=said)


def is_done(day: dt.date) -> bool:
    """Whether what has ended by ``day`` was taken down on it already."""
    return EnforcementRun.objects.filter(day=day).exists()


def keep_day(day: dt.date) -> None:
    """Keep that it was; no run was made, so that a clock that has stopped is noticed."""
    EnforcementRun.objects.update_or_create(pk=1, defaults={"day": day})


def why_not_enforced() -> str | None:
    """Return that the nightly run is missing while consents end, or ``None``."""
    last = EnforcementRun.objects.exclude(ended_at=None).first()
    if last and timezone.now() - last.ended_at <= LONGEST:
        return None
    if not _ends_since(last):
        return None
    stopped = (
        _("The nightly run “enforce_consents” has not ended since %(moment)s.")
        % {"moment": last}
        if last
        else _("The nightly run “enforce_consents” has never been made.")
    )
    consequence = _(
        "Pictures whose consent ends stay readable by their address until somebody opens "
        "the portal. Have the clock of the server checked."
    )
    return f"{stopped} {consequence}"


def _ends_since(last: EnforcementRun | None) -> bool:
    """Whether something has ended since, or will, on which only the run acts.

    What is withdrawn today is acted on at once; for a coming day it waits for the run.
    """
    seen = timezone.localdate(last.ended_at) if last else dt.date.min
    ending = models.Q(ends_on__gte=seen, withdrawn_on=None)
    coming = models.Q(withdrawn_on__gt=timezone.localdate(last and last.ended_at))
    return (
        Consent.objects.filter(ending | coming).exists()
        or PictureBasis.objects.filter(keep_until__gte=seen, withheld="").exists()
    )
