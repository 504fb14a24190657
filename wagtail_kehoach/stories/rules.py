"""What to look at in a story; whether one may be proposed. Writes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ..approval.pupils import CHILD, OTHER
from ..approval.rules import all_of
from ..consent.queries import why_not_people
from ..folding import fold
from ..languages.rules import is_translated
from .counting import count
from .kinds import Audience

#: *Em Minh*, *nhóm học sinh*, *Minh (học sinh khối 8)*; not *cô Lan, dạy học sinh*.
_PUPIL = re.compile(
    rf"^(?:[Cc]ác |[Nn]hóm |[Hh]ai |[Bb]a )?{CHILD}\b"
    rf"|^(?!(?:{OTHER})\b).*[,(–-] ?(?:là )?(?:học sinh|HS|(?:lớp|khối) \d)"
)
_OF_THE_SCHOOL = {Audience.TEACHER, Audience.STAFF}

if TYPE_CHECKING:
    from .campaigns import StoryProposal
    from .models import StoryPageMixin


def commendation_errors(story: StoryPageMixin) -> dict[str, str]:
    """Why the commendation of ``story`` may not be public as it stands, by field.

    Empty where there is none: a nomination that nobody has decided on needs no decision.
    """
    title, day = story.recognition, story.commendation_date
    if not (title or story.commendation_title):
        return {}
    errors = {}
    if title and day and not title.exists_on(day):
        said = {"title": title.name, "day": date_format(day, "d/m/Y")}
        errors["recognition"] = (
            _(
                "“%(title)s” was not a title of commendation on %(day)s. Save the draft: "
                "the titles of that day can be chosen then."
            )
            % said
        )
    elif not title and not story.commendation_basis:
        errors["recognition"] = _(
            "Choose the title of commendation. If it is not in the table, say under "
            "“basis of another title” which law or decision knows it."
        )
    if not story.commendation_number:
        errors["commendation_number"] = _(
            "Enter the number of the decision. What is not decided yet is a nomination: "
            "say to whom it went, and leave the commendation empty."
        )
    if not day:
        errors["commendation_date"] = _("Enter the date of the decision.")
    return errors


def why_not_commended(story: StoryPageMixin) -> str | None:
    """Return why the commendation of ``story`` may not be public, or ``None``."""
    return all_of(*commendation_errors(story).values())


def commendation_points(story: StoryPageMixin) -> list[str]:
    """What is missing in the commendation of ``story``, or does not fit together."""
    points = [*commendation_errors(story).values()]
    title, shown = story.recognition, story.commendation_title
    if title and not title.fits(story.subject_kind):
        points.append(
            _("“%(title)s” is for %(whom)s.")
            % {"title": title.name, "whom": title.get_for_whom_display()}
        )
    told = title and shown and not is_translated(story)
    if told and not _begins_alike(title.name, shown):
        points.append(
            _("Readers see “%(shown)s”, but the title chosen is “%(title)s”.")
            % {"shown": shown, "title": title.name}
        )
    return points


def group_points(story: StoryPageMixin) -> list[str]:
    """That it is about a pupil, in the group of grown-ups in which a new story begins."""
    if not _PUPIL.search(story.subject) or story.audience not in _OF_THE_SCHOOL:
        return []
    said = {"subject": story.subject, "group": story.get_audience_display()}
    return [
        _(
            "“%(subject)s” seems to be about pupils, and readers see the group "
            "“%(group)s”. Choose the group."
        )
        % said
    ]


def _begins_alike(title: str, shown: str) -> bool:
    """Whether the first two words of ``title`` are in ``shown``: *Bằng khen* of whomever."""
    return " ".join(fold(title).split()[:2]) in fold(shown)


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
    listed = why_not_people(
        [person.pk for person in story.people_to_ask()],
        (),
        purposes=story.purposes_of_consent(),
        day=timezone.localdate(),
    )
    return all_of(listed, story.why_not_written())


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
