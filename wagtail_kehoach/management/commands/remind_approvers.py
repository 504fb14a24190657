"""Reminds principals of what waits for them. For the clock: run it every morning."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...approval.reminders import Pending, remind
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = (
        "Write to principals about texts that wait, emergencies that nobody has decided "
        "on, and signing authority that ends; once a day at most. Safe to repeat."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--dry-run", action="store_true", help="say whom it would write to"
        )

    def run(self, *args, dry_run=False, **options):
        done = remind(dry_run=dry_run)
        for user, pending in done.reminded:
            self.say(f"{user.get_username()}: {_counted(pending)}.")
        for user in done.already:
            self._say_of(user, _("%(user)s: reminded today already."))
        for user in done.unreachable:
            self._say_of(user, _("%(user)s: has no e-mail address."))
        for user in done.failed:
            self._say_of(user, _("%(user)s: the message could not be sent."))
        counts = {"reminded": len(done.reminded), "failed": len(done.failed)}
        if dry_run:
            self.say(_("%(reminded)s would be reminded, %(failed)s failed.") % counts)
        else:
            self.say(_("%(reminded)s reminded, %(failed)s failed.") % counts)
        return {
            "dry_run": dry_run,
            "reminded": [
                {"user": user.get_username(), **pending.as_json()}
                for user, pending in done.reminded
            ],
            "already": [user.get_username() for user in done.already],
            "unreachable": [user.get_username() for user in done.unreachable],
            "failed": [user.get_username() for user in done.failed],
        }

    def _say_of(self, user, sentence: str) -> None:
        self.say(sentence % {"user": user.get_username()})

    def found(self, report):
        """Somebody who should have been reminded was not."""
        return bool(report["failed"] or report["unreachable"])


def _counted(pending: Pending) -> str:
    counts = {
        "waiting": len(pending.waiting),
        "emergencies": len(pending.emergencies),
        "ending": len(pending.ending),
    }
    return (
        _(
            "%(waiting)s waiting, %(emergencies)s emergencies, "
            "%(ending)s signing authorities that end"
        )
        % counts
    )
