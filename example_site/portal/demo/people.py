"""The demo school's spokespersons."""

from __future__ import annotations

from wagtail_kehoach.models import Mandate, Spokesperson

from .approve import submit_and_approve
from .plans import day


def load(users: dict, entries: list[dict]) -> None:
    """Every spokesperson with the history of mandates, approved."""
    for entry in entries:
        person = Spokesperson(
            name=entry["name"],
            position=entry["position"],
            phone=entry["phone"],
            email=entry["email"],
            live=False,
        )
        person.mandates = [
            Mandate(
                role=mandate["role"],
                decision_number=mandate["decision_number"] or "",
                decision_date=day(mandate["decision_date"]),
                scope=mandate["scope"] or "",
                starts_on=day(mandate["starts_on"]),
                ends_on=day(mandate["ends_on"]),
            )
            for mandate in entry["mandates"]
        ]
        person.save()
        submit_and_approve(
            person, editor=users["bientap"], principal=users["hieutruong"]
        )
