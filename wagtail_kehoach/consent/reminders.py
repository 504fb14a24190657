"""Tells keepers once of each consent that ends soon while something public rests on it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, override
from wagtail.users.models import UserProfile

from ..approval import mailing
from .ending import ending_soon
from .person_models import Person
from .queries import keepers

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .ending import Ending

EMAIL = "wagtail_kehoach/consent/email/ending"

logger = logging.getLogger("wagtail_kehoach.consent")


class EndingNotice(models.Model):
    """That keepers were told of the last day of a consent. Goes with the person."""

    wagtail_reference_index_ignore = True

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    last_day = models.DateField()
    told_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("notice of the end of a consent")
        verbose_name_plural = _("notices of the end of a consent")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "last_day"],
                name="wagtail_kehoach_one_notice_of_an_end",
            )
        ]

    def __str__(self):
        return f"{self.person_id}: {self.last_day}"


def tell_of_endings() -> list[Ending]:
    """Write to the keepers of what ends soon and was not told yet; returns just that.

    Safe to repeat and to run twice at once: each end is told once. Where no message could
    be sent, the next run tries again.
    """
    reached = list(keepers().exclude(email=""))
    if not reached:
        return []
    new, claims = [], []
    for ending in ending_soon(timezone.localdate()):
        claim, is_new = EndingNotice.objects.get_or_create(
            person=ending.person, last_day=ending.last_day
        )
        if is_new:
            new.append(ending)
            claims.append(claim.pk)
    # Everybody is written to, even where the first could be reached.
    told = [_write(user, new) for user in reached if new]
    if new and not any(told):
        EndingNotice.objects.filter(pk__in=claims).delete()
        return []
    return new


def _write(user: AbstractUser, endings: list[Ending]) -> bool:
    """Whether ``user`` was told. The message names posts and days, and no person."""
    path = reverse("wagtailsnippets_wagtail_kehoach_person:list")
    try:
        with override(UserProfile.get_for_user(user).get_preferred_language()):
            facts = {"user": user, "endings": endings, "path": f"{path}?ending=soon"}
            mailing.deliver(EMAIL, facts, user.email)
    except Exception:
        # Whatever the mail server says: the next keeper is written to all the same.
        logger.exception("“%s” was not told which consents end.", user.get_username())
        return False
    return True
