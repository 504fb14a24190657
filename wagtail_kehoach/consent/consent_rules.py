"""What an entry of a consent has to say, so that it can ever open the gate. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .rules import PURPOSES, is_child

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from .models import Consent
    from .person_models import Person


def why_not_entered(
    consent: Consent, changed: set[str], person: Person, today: dt.date
) -> Iterator[tuple[str, str]]:
    """Why ``consent`` of ``person`` may not be entered so: each field with its reason.

    Asked of what somebody ``changed`` only: what was kept before is proof as it is. Nothing
    but its day stands in the way of a withdrawal.
    """
    if not changed:
        return
    ended, first = consent.withdrawn_on, consent.starts_on
    withdraws = "withdrawn_on" in changed and ended is not None
    if withdraws and first and ended < min(first, today):
        yield "withdrawn_on", _("It cannot be withdrawn before its first day.")
    if withdraws and consent.pk:
        return
    if not any(map(consent.covers, PURPOSES)):
        yield "for_portal", _("Tick for which purposes it is given.")
    if is_child(person, today):
        yield from _of_a_child(consent)


def _of_a_child(consent: Consent) -> Iterator[tuple[str, str]]:
    if not consent.is_consent:
        yield "basis", _("Duty binds staff. For a child somebody has to agree.")
    elif not (
        consent.representative_agreed or consent.child_agreed or consent.is_refusal
    ):
        yield (
            "representative_agreed",
            _("Tick who agreed: the representative, and from seven years the child."),
        )
