"""What somebody ticked when he sent a text on: said of one revision as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from .. import names
from ..conf import kehoach_settings
from . import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Revision


class TickedChecks(models.Model):
    """The checks that were ticked for ``revision``, in the words that were read.

    They speak of the text whose digest this is: a revision that autosave rewrote
    afterwards has none. ``seen`` are the warnings that the writer read and let stand.
    """

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="kehoach_checks"
    )
    stored_digest = models.CharField(max_length=64)
    ticked = models.JSONField(default=list)
    ticked_by = models.CharField(max_length=255)
    seen = models.JSONField(default=list)

    class Meta:
        verbose_name = gettext_lazy("ticked checks")
        verbose_name_plural = gettext_lazy("ticked checks")
        default_permissions = ()

    def __str__(self):
        return f"{self.revision_id} ({self.ticked_by})"


def keep(revision: Revision, ticked: Iterable[str], seen: Iterable[str] = ()) -> None:
    """Keep that the writer of ``revision`` ticked these checks and saw these warnings."""
    said = said_by(revision.user, ticked, seen)
    TickedChecks.objects.update_or_create(
        revision=revision,
        defaults={
            "stored_digest": digest.stored_digest(revision),
            "ticked": said["ticked"],
            "ticked_by": said["by"],
            "seen": said.get("seen", []),
        },
    )


def said_by(
    user: AbstractUser | None, ticked: Iterable[str], seen: Iterable[str] = ()
) -> dict[str, Any]:
    """What was said of a text: who ticked which checks, and the warnings that he saw.

    ``{"by": "Trần Minh Quân", "ticked": ["…"]}``, and ``"seen"`` where there was
    something to be warned of.
    """
    name = names.of_user(user) if user else ""
    said: dict[str, Any] = {"by": name[:255], "ticked": list(ticked)}
    return {**said, "seen": list(seen)} if seen else said


def said_of(revision: Revision) -> dict[str, Any]:
    """Who ticked what for ``revision`` as it is stored now; empty if nobody did.

    ``{"by": "Trần Minh Quân", "ticked": ["…"]}``, and ``"seen"`` where there was
    something to be warned of.
    """
    known = TickedChecks.objects.filter(revision_id=revision.pk).first()
    if known is None or known.stored_digest != digest.stored_digest(revision):
        return {}
    said = {"by": known.ticked_by, "ticked": known.ticked}
    return {**said, "seen": known.seen} if known.seen else said


def for_record(said: dict[str, Any]) -> dict[str, Any]:
    """What the record of an approval keeps of ``said_of`` or ``said_by``.

    Of warnings only how many were seen: they quote passages on somebody's life, and the
    record can never be deleted.
    """
    return {**said, "seen": len(said["seen"])} if "seen" in said else said


def why_not_sent(revision: Revision) -> str | None:
    """Return why ``revision`` may not be submitted without its checks, or ``None``."""
    if not (kehoach_settings.REQUIRE_CHECKS and kehoach_settings.CHECKS):
        return None
    return None if said_of(revision) else why_not_ticked()


def why_not_ticked() -> str:
    """The reason that is given where a check is missing."""
    return _("Check each of these before you send the text on, and tick it.")


def why_not_seen(missing: list[str]) -> str:
    """The reason that is given where a warning was not read."""
    return ngettext(
        "%(count)s passage is not ticked. Change it, or tick it if it may stay.",
        "%(count)s passages are not ticked. Change them, or tick those that may stay.",
        len(missing),
    ) % {"count": len(missing)}
