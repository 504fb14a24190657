"""Who may be shown or named, and why not. Answers questions only; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..approval.rules import all_of
from ..conf import kehoach_settings
from . import sentences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser

    from .models import Consent
    from .person_models import Person

#: Not where, but how: by the full name, where others read first name and class level.
FULL_NAME = "full_name"
PURPOSES = ("portal", "social", "press", "foreign", FULL_NAME)


def keeps_registry(user: AbstractUser) -> bool:
    """Whether ``user`` keeps the registry of consents; being a superuser is not enough."""
    group = kehoach_settings.CONSENT_GROUP
    return user.is_active and user.groups.filter(name=group).exists()


def why_not_keeper(user: AbstractUser) -> str | None:
    """Return why ``user`` may not ask for consents, or ``None``."""
    if keeps_registry(user):
        return None
    return _("Only members of the group “%(group)s” ask for consent.") % {
        "group": kehoach_settings.CONSENT_GROUP
    }


def age_on(born: dt.date, day: dt.date) -> int:
    """Full years of age on ``day``."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_child(person: Person, day: dt.date) -> bool:
    """Whether ``person`` counts as a child on ``day`` (Children Law 102/2016, art. 1).

    Without a date of birth the record decides.
    """
    if person.born_on is None:
        return person.child
    return age_on(person.born_on, day) < kehoach_settings.CHILD_UNTIL_AGE


def needs_own_agreement(person: Person, day: dt.date) -> bool:
    """Whether a child must agree as well (Law 91/2025/QH15, art. 24); if unsure, yes."""
    if person.born_on is None or person.born_on > day:
        return True
    return age_on(person.born_on, day) >= kehoach_settings.OWN_AGREEMENT_FROM_AGE


def why_not_person(
    person: Person,
    consents: Iterable[Consent],
    *,
    purposes: Iterable[str],
    day: dt.date,
) -> str | None:
    """Return why ``person`` may not be shown for all ``purposes`` on ``day``, or ``None``.

    A line for each purpose. A child needs a valid consent for each of them. An adult needs
    none, until he says no to that purpose or withdraws it. What ended while he was a child
    stays ended: he is asked anew.
    """
    consents = list(consents)
    child = is_child(person, day)
    own = child and needs_own_agreement(person, day)
    reasons = []
    for purpose in purposes:
        about = [c for c in consents if c.covers(purpose)]
        if not child and not any(_has_ended(c, person, day) for c in about):
            continue
        asked = [c for c in about if c.is_consent or not child]
        complete = [c for c in asked if _is_complete(c, child=child, own=own)]
        if not any(c.holds_on(day) for c in complete):
            reasons.append(_why_none_holds(person, purpose, asked, complete, day))
    return all_of(*reasons)


def _has_ended(consent: Consent, person: Person, day: dt.date) -> bool:
    """Whether somebody ended it by ``day``, or its time was over while a child."""
    if consent.withdrawn_on and consent.withdrawn_on <= day:
        return True
    last = consent.ends_on
    return bool(consent.is_consent and last and last < day and is_child(person, last))


def full_name_has_ended(
    person: Person, consents: Iterable[Consent], day: dt.date
) -> str | None:
    """Return why ``person`` may be called by the full name no more, or ``None``.

    Not of whom nobody ever asked for that: a text that names him was approved before. Of
    whom not everybody agreed, since a child turned seven for example, somebody asked.
    """
    about = [c for c in consents if c.covers(FULL_NAME)]
    child = is_child(person, day)
    own = child and needs_own_agreement(person, day)
    if not any(
        _has_ended(consent, person, day)
        or (
            consent.starts_on <= day and not _is_complete(consent, child=child, own=own)
        )
        for consent in about
    ):
        return None
    return why_not_person(person, about, purposes=[FULL_NAME], day=day)


def purposes_taken_back(stored: Consent, consent: Consent, today: dt.date) -> list[str]:
    """For which purposes ``stored`` goes on or is to come, and ``consent`` does no more.

    ``consent`` is what becomes of it: with less that is ticked, a last day that is over,
    a first day that is still to come, or as that of somebody else. What is withdrawn says
    so by itself, and so does a last day that is over of a child.
    """
    if is_over(stored, today):
        return []
    moved = consent.person != stored.person
    later = consent.starts_on > max(stored.starts_on, today)
    over = is_over(consent, today) and not _has_ended(consent, stored.person, today)
    return [
        purpose
        for purpose in PURPOSES
        if stored.covers(purpose)
        and (moved or later or over or not consent.covers(purpose))
    ]


def is_over(consent: Consent, today: dt.date) -> bool:
    """Whether ``consent`` was withdrawn, or its last day is past."""
    withdrawn, last = consent.withdrawn_on, consent.ends_on
    return bool((withdrawn and withdrawn <= today) or (last and last < today))


def _is_complete(consent: Consent, *, child: bool, own: bool) -> bool:
    """Whether everybody agreed who has to."""
    if not child:
        return True
    return consent.representative_agreed and (consent.child_agreed or not own)


def _why_none_holds(
    person: Person,
    purpose: str,
    asked: list[Consent],
    complete: list[Consent],
    day: dt.date,
) -> str:
    said = {"person": person.label, "purpose": sentences.purpose_name(purpose)}
    if not asked:
        return (
            _("There is no consent for “%(person)s” to be shown or named: %(purpose)s.")
            % said
        )
    ended = [c for c in asked if c.withdrawn_on and (c in complete or c.is_refusal)]
    if not complete and not ended:
        return (
            _(
                "“%(person)s” is a child. The representative and, from the age of seven, the "
                "child have to agree: %(purpose)s."
            )
            % said
        )
    if ended:
        last = max(ended, key=lambda c: (c.withdrawn_on, not c.is_refusal))
        said["day"] = date_format(last.withdrawn_on, "d/m/Y")
        return _why_ended(last) % said
    return (
        _("The consent for “%(person)s” is not valid on this day: %(purpose)s.") % said
    )


def _why_ended(consent: Consent) -> str:
    if consent.is_refusal:
        return _(
            "On %(day)s the answer for “%(person)s” was no, or the consent was withdrawn: "
            "%(purpose)s."
        )
    return _("The consent for “%(person)s” was withdrawn on %(day)s: %(purpose)s.")
