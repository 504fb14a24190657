"""Takes down what rests on a consent that has ended. For the clock: run it every night."""

from __future__ import annotations

from ...consent.takedown import enforce
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Take down posts and pictures whose people may not be shown; safe to repeat."

    def run(self, *args, **options):
        done = enforce()
        for takedown in done:
            self.say(f"{takedown.title}: {takedown.reason}")
        self.say(f"{len(done)} taken down.")
        return {"taken_down": [{"title": t.title, "reason": t.reason} for t in done]}
