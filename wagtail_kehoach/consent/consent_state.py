"""What a consent covers and whether it holds, in a few words. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import rules
from .sentences import purpose_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from .models import Consent
    from .person_models import Person


def who_is_missing(consent: Consent, person: Person, day: dt.date) -> str | None:
    """Return who still has to agree before ``consent`` opens anything, or ``None``."""
    if not rules.is_child(person, day) or not consent.is_consent or consent.is_refusal:
        return None
    if not consent.representative_agreed:
        return _("the representative has to agree too")
    if rules.needs_own_agreement(person, day) and not consent.child_agreed:
        return _("from the age of seven the child has to agree too")
    return None


def opens_nothing(
    person: Person, consents: Iterable[Consent], day: dt.date
) -> list[str]:
    """Of consents that go on, or are to come, why they open nothing yet: a line for each."""
    return [
        _("The consent from %(first)s opens nothing yet: %(missing)s.")
        % {"first": _as_date(consent.starts_on), "missing": missing}
        for consent in consents
        if not rules.is_over(consent, day)
        and (missing := who_is_missing(consent, person, day))
    ]


def state_of(consent: Consent, person: Person, day: dt.date) -> str:
    """Whether ``consent`` holds on ``day``, until when, or since when no more."""
    if consent.is_refusal:
        return _("answered no on %(day)s") % {"day": _as_date(consent.withdrawn_on)}
    if consent.withdrawn_on and consent.withdrawn_on <= day:
        return _("withdrawn on %(day)s") % {"day": _as_date(consent.withdrawn_on)}
    if consent.ends_on and consent.ends_on < day:
        return _("ended on %(day)s") % {"day": _as_date(consent.ends_on)}
    if missing := who_is_missing(consent, person, day):
        return _("opens nothing yet: %(missing)s") % {"missing": missing}
    if consent.starts_on > day:
        return _("valid from %(day)s") % {"day": _as_date(consent.starts_on)}
    if consent.ends_on:
        return _("valid until %(day)s") % {"day": _as_date(consent.ends_on)}
    return _("valid, without a last day")


def heading_of(consent: Consent, person: Person, day: dt.date) -> str:
    """What ``consent`` covers, and whether it holds."""
    covers = [purpose_name(p) for p in rules.PURPOSES if consent.covers(p)]
    said = ", ".join(covers) or _("no purpose")
    return f"{capfirst(said)}: {state_of(consent, person, day)}"


def in_short(person: Person, consents: Iterable[Consent], day: dt.date) -> list[str]:
    """A line for each consent that goes on or is to come; else the last that ended."""
    consents = list(consents)
    if not consents:
        return [_("no consent yet")]
    open_ = [consent for consent in consents if not rules.is_over(consent, day)]
    return [heading_of(consent, person, day) for consent in open_ or consents[:1]]


def _as_date(day: dt.date) -> str:
    return date_format(day, "d/m/Y")
