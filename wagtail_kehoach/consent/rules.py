"""Who may be shown or named, and why not. Answers questions only; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..conf import kehoach_settings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from .models import Consent, Person


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
    if person.born_on is None:
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

    A child needs a valid consent for each purpose. An adult needs none, until he withdraws
    the one that he gave.
    """
    consents = list(consents)
    child = is_child(person, day)
    if not child and not any(consent.withdrawn_on for consent in consents):
        return None
    own = child and needs_own_agreement(person, day)
    for purpose in purposes:
        asked = [
            c for c in consents if c.covers(purpose) and (c.is_consent or not child)
        ]
        complete = [c for c in asked if _is_complete(c, child=child, own=own)]
        if not any(c.holds_on(day) for c in complete):
            return _why_none_holds(person, purpose, asked, complete, day)
    return None


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
    said = {"person": str(person), "purpose": purpose_name(purpose)}
    if not asked:
        return (
            _("There is no consent for “%(person)s” to be shown or named: %(purpose)s.")
            % said
        )
    if not complete:
        return (
            _(
                "“%(person)s” is a child. The representative and, from the age of seven, the "
                "child have to agree: %(purpose)s."
            )
            % said
        )
    if withdrawn := [c.withdrawn_on for c in complete if c.withdrawn_on]:
        said["day"] = date_format(max(withdrawn), "d/m/Y")
        return (
            _("The consent for “%(person)s” was withdrawn on %(day)s: %(purpose)s.")
            % said
        )
    return (
        _("The consent for “%(person)s” is not valid on this day: %(purpose)s.") % said
    )


def purpose_name(purpose: str) -> str:
    """What people call this purpose."""
    return {
        "portal": _("school portal"),
        "social": _("social networks"),
        "press": _("press"),
        "foreign": _("foreign-language information"),
    }[purpose]
