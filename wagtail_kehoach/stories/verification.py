"""Facts, names and figures of a story, verified by a named person before it is submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import swapper
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from ..approval import digest, queries
from ..conf import kehoach_settings
from ..exceptions import VerificationRefused
from ..folding import fold
from .campaigns import StoryProposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Revision

    from .models import StoryPageMixin

POINTS = {
    "facts": gettext_lazy("The facts are right: what happened, where, when."),
    "names": gettext_lazy("Names, titles and classes are right."),
    "figures": gettext_lazy("The figures are right and have a source."),
}
#: Ticked as well where the portal does not know the account of who told the story.
APART = gettext_lazy("I neither proposed nor told this story, and it is not about me.")


class StoryVerification(models.Model):
    """That somebody verified one text, in words that outlive the account.

    It speaks of the text whose digest this is: another text needs another verification.
    """

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_verifications",
    )
    text_digest = models.CharField(max_length=64)
    points = models.JSONField(default=list)
    note = models.TextField(blank=True)
    verified_by = models.CharField(max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verified_at = models.DateTimeField()

    class Meta:
        verbose_name = gettext_lazy("verification of a story")
        verbose_name_plural = gettext_lazy("verifications of stories")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id}: {self.verified_by}"


def verification_of(story: StoryPageMixin) -> StoryVerification | None:
    """Who verified what ``story`` says now, or ``None``."""
    if story.pk is None:
        return None
    made = StoryVerification.objects.filter(page_id=story.pk)
    return made.filter(text_digest=digest.words_digest(story)).first()


def why_not_verified(story: StoryPageMixin) -> str | None:
    """Return why ``story`` may not go on without a verification, or ``None``."""
    if not kehoach_settings.VERIFY_STORIES or verification_of(story):
        return None
    return _(
        "Nobody has verified facts, names and figures of this text yet. Save the draft "
        "and ask somebody who did not write it to open “Verify”."
    )


def said_of(story: StoryPageMixin) -> str | None:
    """Who verified the text, for those who read it; ``None`` where nobody has to."""
    made = kehoach_settings.VERIFY_STORIES and verification_of(story)
    if not made:
        return None
    day = date_format(timezone.localtime(made.verified_at), "d/m/Y")
    said = {"name": made.verified_by, "day": day}
    return _("Facts, names and figures: verified by %(name)s on %(day)s.") % said


def for_record(story: StoryPageMixin) -> dict[str, Any]:
    """What the record of an approval keeps of it; empty where nobody has to."""
    made = kehoach_settings.VERIFY_STORIES and verification_of(story)
    if not made:
        return {}
    at = timezone.localtime(made.verified_at).isoformat("T", "seconds")
    facts = {"by": made.verified_by, "at": at, "points": made.points}
    return {"verified": facts}


def why_not_verify(revision: Revision | None, user: AbstractUser) -> str | None:
    """Return why ``user`` may not verify ``revision``, or ``None``.

    Nobody who saved it since it was last approved, though others saved it after him, and
    nobody who proposed it.
    """
    if revision is None:
        return _("There is no draft to verify.")
    if user.pk in queries.writers_since_approval(revision.content_object, revision):
        return _("You wrote or changed this text. Ask somebody else to verify it.")
    if _proposed(revision, user):
        return _("You proposed this story. Ask somebody else to verify it.")
    return None


def points_of(story: int | str) -> dict[str, str]:
    """What whoever verifies the ``story`` of that key has to tick."""
    return POINTS | ({"apart": APART} if unknown_proposers(story) else {})


def unknown_proposers(story: int | str) -> list[str]:
    """By whom it was proposed, where nobody said whose account that is: “Tổ Ngữ văn”."""
    proposed = StoryProposal.objects.filter(draft_id=story, asked_user=None)
    return list(proposed.order_by("pk").values_list("asked_name", flat=True))


def _proposed(revision: Revision, user: AbstractUser) -> bool:
    """Whether ``user`` proposed the story, or was signed in where it was sent from.

    Where no account was named: whether it was asked of somebody of that name, “cô Lê Thị Hoa”.
    """
    asked = StoryProposal.objects.filter(draft_id=revision.object_id)
    if asked.filter(Q(asked_user=user) | Q(sent_by=user)).exists():
        return True
    own = {*fold(user.get_full_name()).split()}
    names = unknown_proposers(revision.object_id)
    return bool(own) and any(own <= {*fold(name).split()} for name in names)


@transaction.atomic
def verify(
    revision: Revision,
    *,
    user: AbstractUser,
    points: Iterable[str],
    seen: str,
    note: str = "",
) -> StoryVerification:
    """Keep that ``user`` verified the text of ``revision``, whose digest he read."""
    if reason := why_not_verify(revision, user):
        raise VerificationRefused(reason)
    text = digest.as_stored(revision)
    if digest.words_digest(text) != seen:
        raise VerificationRefused(
            _("The text was changed meanwhile. Please read it again.")
        )
    asked = points_of(revision.object_id)
    if missing := [said for name, said in asked.items() if name not in set(points)]:
        raise VerificationRefused(
            _("Tick every point that you verified. Missing: %(point)s")
            % {"point": missing[0]}
        )
    name = user.get_full_name() or user.get_username()
    return StoryVerification.objects.create(
        page_id=revision.object_id,
        text_digest=seen,
        points=[str(said) for said in asked.values()],
        note=note,
        verified_by=name[:255],
        user=user,
        verified_at=timezone.now(),
    )
