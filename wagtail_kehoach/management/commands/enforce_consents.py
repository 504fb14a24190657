"""Takes down what rests on a consent that has ended. For the clock: run it every night."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...consent.models import Takedown
from ...consent.takedown import Refusal, enforce
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Take down posts and pictures whose people may not be shown; safe to repeat."

    def run(self, *args, **options):
        report = enforce()
        for takedown in report.done:
            self.say(f"{takedown.title}: {takedown.reason}")
        for refusal in report.refused:
            said = {"title": refusal.title, "reason": refusal.reason}
            self.say(_("NOT taken down: %(title)s: %(reason)s") % said)
        counts = {"done": len(report.done), "refused": len(report.refused)}
        self.say(_("%(done)s taken down, %(refused)s not.") % counts)
        return {
            "taken_down": [_said(takedown) for takedown in report.done],
            "refused": [_said(refusal) for refusal in report.refused],
        }

    def found(self, report):
        """Somebody has to take down what could not be taken down."""
        return bool(report["refused"])


def _said(entry: Takedown | Refusal) -> dict[str, str]:
    return {"title": entry.title, "reason": entry.reason}
