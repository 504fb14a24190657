"""What to look at in a story; whether one may be proposed. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ..consent.queries import why_not_people
from .counting import count

if TYPE_CHECKING:
    from .campaigns import StoryProposal
    from .models import StoryPageMixin


def commendation_points(story: StoryPageMixin) -> list[str]:
    """What does not fit together in the commendation of ``story``."""
    if not story.commendation_title:
        return []
    points = []
    if not (story.commendation_number and story.commendation_date):
        points.append(
            _("The commendation has no decision number or no date of the decision.")
        )
    title, day = story.recognition, story.commendation_date
    if title and day and not title.exists_on(day):
        points.append(
            _("“%(title)s” was not a title of commendation on %(day)s.")
            % {"title": title.name, "day": date_format(day, "d/m/Y")}
        )
    if title and not title.fits(story.subject_kind):
        points.append(
            _("“%(title)s” is for %(whom)s.")
            % {"title": title.name, "whom": title.get_for_whom_display()}
        )
    return points


def campaign_points(story: StoryPageMixin) -> list[str]:
    """Where ``story`` is longer than the call that it answers allows."""
    campaign = story.campaign
    if campaign is None:
        return []
    words, photos = count(story)
    points = []
    if campaign.max_words and words > campaign.max_words:
        points.append(
            _("The story has %(count)s words; “%(topic)s” allows %(limit)s.")
            % {
                "count": _grouped(words),
                "topic": campaign.topic,
                "limit": _grouped(campaign.max_words),
            }
        )
    if campaign.max_photos and photos > campaign.max_photos:
        points.append(
            _("The story has %(count)s photos; “%(topic)s” allows %(limit)s.")
            % {"count": photos, "topic": campaign.topic, "limit": campaign.max_photos}
        )
    return points


def why_not_report(story: StoryPageMixin) -> str | None:
    """Return why no report of ``story`` may be taken away today, or ``None``."""
    return why_not_people(
        [person.pk for person in story.people.all()],
        (),
        purposes=story.consent_purposes,
        day=timezone.localdate(),
    )


def proposal_state(proposal: StoryProposal) -> str:
    """``sent_in``, ``revoked``, ``not_sent``, ``expired`` or ``open``."""
    if proposal.answered_at:
        return "sent_in"
    if proposal.revoked_at:
        return "revoked"
    if proposal.secret_hash is None:
        return "not_sent"
    if proposal.expires_at and proposal.expires_at <= timezone.now():
        return "expired"
    return "open"


def state_name(state: str) -> str:
    """What people call this state."""
    return {
        "sent_in": _("sent in"),
        "revoked": _("link ended"),
        "not_sent": _("link not made yet"),
        "expired": _("link expired"),
        "open": _("waiting for the story"),
    }[state]


def why_not_propose(state: str) -> str | None:
    """Return why nothing can be sent in by a link in this ``state``, or ``None``."""
    return {
        "sent_in": _("The story has been sent in. Ask the school for a new link."),
        "revoked": _("The school has ended this link."),
        "not_sent": _("This link has been replaced by a newer one."),
        "expired": _("The time for this link is over. Ask the school for a new one."),
    }.get(state)


def _grouped(number: int) -> str:
    return number_format(number, force_grouping=True)
