"""Asks others for a story by a link, and takes it in as a draft. Publishes nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _, override
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from ..addresses import free_slug
from ..approval import mailing
from ..exceptions import ProposalRefused
from ..one_time import keys
from ..organisation.queries import school_year_on
from . import photos
from .campaigns import StoryProposal
from .queries import story_indexes_for
from .rules import why_not_propose

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page

    from .campaigns import StoryCampaign

DAYS = 14


def ask(
    name: str,
    *,
    campaign: StoryCampaign | None,
    user: AbstractUser,
    account: AbstractUser | None = None,
) -> StoryProposal:
    """Keep that ``name`` is asked for a story, for the first list that ``user`` may add to.

    ``account`` is that of ``name``, where there is one.
    """
    _refuse_if(why_not_manage(user))
    return StoryProposal.objects.create(
        asked_name=name,
        asked_user=account,
        campaign=campaign,
        parent=story_indexes_for(user)[0],
        asked_by=user,
    )


def issue(proposal: StoryProposal, *, user: AbstractUser) -> str:
    """Make the link of ``proposal`` and end its older one. Returns the secret.

    Whoever gets the new link does not see the photos that came by the older one.
    """
    _refuse_if(why_not_manage(user))
    with transaction.atomic():
        proposal = StoryProposal.objects.select_for_update().get(pk=proposal.pk)
        if proposal.state in ("sent_in", "revoked"):
            raise ProposalRefused(why_not_propose(proposal.state))
        photos.delete_all(proposal)
        secret = keys.new_secret()
        proposal.secret_hash = keys.hash_of(secret)
        proposal.expires_at = _end_of_time(proposal)
        proposal.save(update_fields=["secret_hash", "expires_at"])
    return secret


def revoke(proposal: StoryProposal, *, user: AbstractUser) -> None:
    """End the link of ``proposal`` for good, and delete the photos that came by it."""
    _refuse_if(why_not_manage(user))
    rows = StoryProposal.objects.filter(pk=proposal.pk, answered_at=None)
    if rows.filter(revoked_at=None).update(revoked_at=timezone.now()):
        photos.delete_all(proposal)


def find(secret: str) -> StoryProposal | None:
    """The proposal behind the link with ``secret``, or ``None``."""
    rows = StoryProposal.objects.select_related("campaign", "asked_by")
    return rows.filter(secret_hash=keys.hash_of(secret)).first()


def why_not_manage(user: AbstractUser) -> str | None:
    """Return why ``user`` may not make or end such links, or ``None``."""
    if story_indexes_for(user):
        return None
    return _("You may not write stories, so you cannot ask for one.")


@transaction.atomic
def take_in(
    proposal: StoryProposal, said: dict[str, Any], *, by: AbstractUser | None = None
) -> Page:
    """Make a draft of what was sent in, once; it belongs to whoever asked for it.

    ``by`` is who was signed in where it was sent from.
    """
    proposal = StoryProposal.objects.select_for_update().get(pk=proposal.pk)
    _refuse_if(why_not_propose(proposal.state))
    parent = proposal.parent.specific
    story = parent.get_entry_model()(
        title=said["title"],
        slug=free_slug(parent, said["title"], otherwise="guong-sang"),
        subject=said["subject"],
        subject_kind=said["subject_kind"],
        audience=said["audience"],
        lead=said["lead"],
        achievement=said["achievement"],
        body=[("paragraph", _as_html(said["text"]))],
        campaign=proposal.campaign,
        school_year=school_year_on(timezone.localdate()),
        owner=proposal.asked_by,
        live=False,
    )
    parent.add_child(instance=story)
    story.save_revision(user=proposal.asked_by, log_action=False)
    facts = {"by": proposal.asked_name}
    log(story, "kehoach.proposed", user=proposal.asked_by, data=facts)
    proposal.answered_at, proposal.draft = timezone.now(), story
    proposal.who_is_shown, proposal.sent_by = said["who_is_shown"], by
    proposal.save(update_fields=["answered_at", "draft", "who_is_shown", "sent_by"])
    mailing.after_commit(_tell, proposal)
    return story


def _tell(proposal: StoryProposal) -> None:
    user = proposal.asked_by
    if user is None or not (user.is_active and user.email):
        return
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        facts = {
            "proposal": proposal,
            "user": user,
            "path": reverse("wagtailadmin_pages:edit", args=(proposal.draft_id,)),
        }
        template = "wagtail_kehoach/stories/email/sent_in"
        mailing.deliver(template, facts, user.email)


def _as_html(text: str) -> str:
    """Lines as paragraphs; nothing that was typed is read as HTML."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _end_of_time(proposal: StoryProposal) -> dt.datetime:
    """The end of the last day of the call; without one, in two weeks."""
    deadline = proposal.campaign and proposal.campaign.deadline
    if not deadline or deadline < timezone.localdate():
        return timezone.now() + dt.timedelta(days=DAYS)
    return timezone.make_aware(dt.datetime.combine(deadline, dt.time.max))


def _refuse_if(reason: str | None) -> None:
    if reason:
        raise ProposalRefused(reason)
