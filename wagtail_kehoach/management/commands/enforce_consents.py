"""Takes down what rests on a consent that has ended, and tells of those that end soon.

For the clock: run it every night.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...consent.models import Takedown
from ...consent.reminders import tell_of_endings
from ...consent.takedown import Refusal, enforce
from ..output import ReportingCommand

if TYPE_CHECKING:
    from ...consent.ending import Ending


class Command(ReportingCommand):
    help = "Take down posts and pictures whose people may not be shown; safe to repeat."

    def run(self, *args, **options):
        report = enforce()
        for takedown in report.done:
            self.say(f"{takedown.title}: {takedown.reason}")
        for refusal in report.refused:
            said = {"title": refusal.title, "reason": refusal.reason}
            self.say(_("NOT taken down: %(title)s: %(reason)s") % said)
        endings = tell_of_endings()
        for ending in endings:
            self.say(_said_of(ending))
        counts = {"done": len(report.done), "refused": len(report.refused)}
        self.say(_("%(done)s taken down, %(refused)s not.") % counts)
        return {
            "taken_down": [_said(takedown) for takedown in report.done],
            "refused": [_said(refusal) for refusal in report.refused],
            "ending": [
                {"last_day": e.last_day.isoformat(), "titles": e.titles}
                for e in endings
            ],
        }

    def found(self, report):
        """Somebody has to take down what could not be taken down."""
        return bool(report["refused"])


def _said(entry: Takedown | Refusal) -> dict[str, str]:
    return {"title": entry.title, "reason": entry.reason}


def _said_of(ending: Ending) -> str:
    """What ends when; who it is stands in the registry, not in the log of the clock."""
    said = {
        "day": date_format(ending.last_day, "d/m/Y"),
        "titles": "; ".join(ending.titles),
    }
    return _("Consent ends, last day %(day)s: %(titles)s") % said
