"""Takes down what rests on a consent that has ended, and tells of those that end soon.

For the clock: run it every night. What it prints ends in logs and mails, so that it names
nobody: titles and reasons often do. They stand in the registry and in the record of what
was taken down, at the addresses printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from ...consent.mentions import newly_ended
from ...consent.reminders import tell_of_endings
from ...consent.runs import keep_run
from ...consent.takedown import MENTIONS, enforce, tell_of_mentions
from ..output import ReportingCommand

if TYPE_CHECKING:
    from ...consent.ending import Ending
    from ...consent.takedown import Enforcement, Refusal


class Command(ReportingCommand):
    help = "Take down posts and pictures whose people may not be shown; safe to repeat."

    def run(self, *args, **options):
        report = enforce()
        mentions = tell_of_mentions(newly_ended(timezone.localdate()))
        named = sorted({mention.person.pk for mention in mentions})
        addresses = [reverse(MENTIONS, args=(pk,)) for pk in named]
        done = _done(report)
        refused = [_refused(refusal) for refusal in report.refused]
        for entry in done:
            said = {"kind": _kind_name(entry["kind"]), "address": entry["address"]}
            self.say(_("Taken down: %(kind)s, %(address)s") % said)
        for entry in refused:
            said = {"kind": _kind_name(entry["kind"]), "address": entry["address"]}
            self.say(
                _(
                    "NOT taken down: %(kind)s, %(address)s. Keepers and principals were "
                    "told why."
                )
                % said
            )
        for address in addresses:
            said = {"address": address}
            self.say(_("Read public posts with this name: %(address)s") % said)
        endings = [_ending(ending) for ending in tell_of_endings()]
        for ending in endings:
            self.say(_said_of(ending))
        counts = {"done": len(done), "refused": len(refused)}
        self.say(_("%(done)s taken down, %(refused)s not.") % counts)
        keep_run()
        return {
            "taken_down": done,
            "refused": refused,
            "mentions": addresses,
            "ending": [
                {**entry, "last_day": entry["last_day"].isoformat()}
                for entry in endings
            ],
        }

    def found(self, report):
        """Somebody has to take down what could not be taken down."""
        return bool(report["refused"])


def _done(report: Enforcement) -> list[dict[str, str]]:
    return [
        {
            "kind": report.kinds[takedown.pk],
            "address": reverse("kehoach_takedowns:inspect", args=(takedown.pk,)),
        }
        for takedown in report.done
    ]


def _refused(refusal: Refusal) -> dict[str, str]:
    return {"kind": refusal.kind, "address": refusal.address, "code": refusal.code}


def _ending(ending: Ending) -> dict:
    person = ending.person
    name = person.snippet_viewset.get_url_name("edit")
    return {
        "last_day": ending.last_day,
        "texts": len(ending.titles),
        "address": reverse(name, args=(person.pk,)),
    }


def _kind_name(kind: str) -> str:
    """What people call what was taken down."""
    return {
        "post": _("a post"),
        "schedule": _("the schedule of a post"),
        "files": _("files of an earlier version"),
        "picture": _("a picture"),
    }[kind]


def _said_of(ending: dict) -> str:
    said = {**ending, "day": date_format(ending["last_day"], "d/m/Y")}
    return (
        ngettext(
            "Consent ends, last day %(day)s: %(texts)s public text, %(address)s",
            "Consent ends, last day %(day)s: %(texts)s public texts, %(address)s",
            ending["texts"],
        )
        % said
    )
