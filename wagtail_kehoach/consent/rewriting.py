"""What may be changed in a stored consent, which proves what somebody agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .rules import PURPOSES

if TYPE_CHECKING:
    import datetime as dt

    from .models import Consent


def why_not_rewrite(
    stored: Consent, consent: Consent, changed: set[str], today: dt.date
) -> str | None:
    """Return why ``stored`` may not become ``consent``, which differs in ``changed``.

    What was agreed to by a link is only withdrawn, once, or goes on for fewer purposes. A
    consent that was withdrawn can get its scan, and an earlier day of withdrawal; for
    anything else a new one is needed.
    """
    withdrawn = stored.withdrawn_on
    earlier = consent.withdrawn_on and (
        not withdrawn or consent.withdrawn_on < withdrawn
    )
    if stored.agreed_at:
        if not changed or (changed == {"withdrawn_on"} and earlier):
            return None
        ended = withdrawn and withdrawn <= today
        if not ended and _only_narrows(stored, consent, changed):
            return None
        return stays_as_given()
    if not withdrawn or withdrawn > today:
        return _why_not_widen(stored, consent)
    rest = changed - ({"evidence"} if not stored.evidence else set())
    if not rest or (rest == {"withdrawn_on"} and earlier):
        return None
    return _(
        "This consent was withdrawn on %(day)s and stays withdrawn. If consent was given "
        "anew, enter it as a new consent."
    ) % {"day": date_format(withdrawn, "d/m/Y")}


def stays_as_given() -> str:
    """What a keeper is told who changes what somebody answered by a link."""
    return _(
        "A consent that was given by a link stays as it was given. Enter the day of "
        "its withdrawal, or ask anew."
    )


def _only_narrows(stored: Consent, consent: Consent, changed: set[str]) -> bool:
    """Whether it goes on as it was given, for some of its purposes."""
    kept = [purpose for purpose in PURPOSES if consent.covers(purpose)]
    return (
        changed <= {f"for_{purpose}" for purpose in PURPOSES}
        and bool(kept)
        and all(map(stored.covers, kept))
    )


def _why_not_widen(stored: Consent, consent: Consent) -> str | None:
    """A signed form proves what it says, and nothing that was ticked later.

    Not by another form either, in whose place the former one would be gone: what replaces
    a scan is a better one of the same form.
    """
    if not stored.evidence:
        return None
    if not consent.evidence:
        return _(
            "The scan is kept as proof. A better scan of the same form replaces it."
        )
    if not (_says_more(stored, consent) or _is_of_another(stored, consent)):
        return None
    return _(
        "The scan proves only what was signed. For another purpose, person or basis, for "
        "a longer time, or when somebody else agrees too, enter a new consent with its own "
        "scan."
    )


def _says_more(stored: Consent, consent: Consent) -> bool:
    """Whether it was given for more, for longer, or by more people."""
    last = stored.ends_on
    return (
        any(consent.covers(p) and not stored.covers(p) for p in PURPOSES)
        or (consent.representative_agreed and not stored.representative_agreed)
        or (consent.child_agreed and not stored.child_agreed)
        or consent.starts_on < stored.starts_on
        or (last is not None and (consent.ends_on is None or consent.ends_on > last))
    )


def _is_of_another(stored: Consent, consent: Consent) -> bool:
    return (stored.person, stored.basis) != (consent.person, consent.basis)
