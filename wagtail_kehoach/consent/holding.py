"""What holds now of what was agreed to by a link: the receipt says so. Writes nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from . import rules
from .models import Consent

if TYPE_CHECKING:
    from .link_models import ConsentRequest


class Standing(NamedTuple):
    """Until when one purpose holds, or when it ended, as far as that is known."""

    until: dt.date | None = None
    ended_on: dt.date | None = None

    @property
    def in_words(self) -> str:
        if self.until:
            day = date_format(self.until, "d/m/Y")
            return _("Holds until %(day)s.") % {"day": day}
        if self.ended_on:
            day = date_format(self.ended_on, "d/m/Y")
            return _("Withdrawn on %(day)s.") % {"day": day}
        return _("This does not hold any more.")


class Outcome(NamedTuple):
    """What was asked for, what came of the answers to it, and until when that holds."""

    asked: str
    agreed: bool
    in_words: str


def held(request: ConsentRequest, day: dt.date) -> list[str]:
    """The purposes for which the consent of ``request`` holds on ``day``."""
    consent = request.consent
    if consent is None or not consent.holds_on(day):
        return []
    return purposes_of(consent)


def purposes_of(consent: Consent) -> list[str]:
    """What ``consent`` covers, in the order in which it is asked for."""
    return [purpose for purpose in rules.PURPOSES if consent.covers(purpose)]


def standing(request: ConsentRequest, day: dt.date) -> dict[str, Standing]:
    """How each purpose stands on ``day`` to which everybody asked said yes."""
    agreed = [
        purpose
        for purpose, _sentence in request.asked_purposes
        if all(said[purpose] for said in request.answers.values())
    ]
    left = held(request, day)
    if {*agreed} <= {*left}:
        return {purpose: _holds(request.consent) for purpose in agreed}
    withdrawn = Consent.objects.filter(
        person=request.person_id,
        withdrawn_on__lte=day,
        withdrawn_on__gte=timezone.localdate(request.answered_at),
    )
    ended = list(withdrawn.order_by("withdrawn_on"))
    return {
        purpose: _holds(request.consent) if purpose in left else _over(purpose, ended)
        for purpose in agreed
    }


def outcomes(request: ConsentRequest, day: dt.date) -> list[Outcome]:
    """What came of each question of ``request`` as it stands on ``day``, in plain words.

    Nothing before it was answered.
    """
    if not request.answers:
        return []
    stands, yes = standing(request, day), _("Agreed.")
    return [
        Outcome(sentence, True, f"{yes} {stands[purpose].in_words}")
        if purpose in stands
        else Outcome(sentence, False, _not_agreed(request, purpose))
        for purpose, sentence in request.asked_purposes
    ]


def _not_agreed(request: ConsentRequest, purpose: str) -> str:
    """A child is asked beside its representative: one *no* is enough."""
    everybody = not any(said[purpose] for said in request.answers.values())
    no = _("Not agreed.") if everybody else _("Not agreed by everybody who was asked.")
    what = (
        _("The school does not write the full name.")
        if purpose == rules.FULL_NAME
        else _("The school does not do this.")
    )
    return f"{no} {what}"


def _holds(consent: Consent) -> Standing:
    """A withdrawal for a coming day ends it before its last day."""
    last = consent.ends_on
    if consent.withdrawn_on:
        last = min(last, consent.withdrawn_on - dt.timedelta(days=1))
    return Standing(until=last)


def _over(purpose: str, ended: list[Consent]) -> Standing:
    """The first withdrawal for ``purpose`` after the answer ended it."""
    days = [consent.withdrawn_on for consent in ended if consent.covers(purpose)]
    return Standing(ended_on=next(iter(days), None))
