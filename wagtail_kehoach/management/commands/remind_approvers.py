"""Reminds principals of what waits for them. For the clock: run it every morning."""

from __future__ import annotations

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
            self.say(f"{user.get_username()}: reminded today already.")
        for user in done.unreachable:
            self.say(f"{user.get_username()}: has no e-mail address.")
        for user in done.failed:
            self.say(f"{user.get_username()}: the message could not be sent.")
        verb = "would be reminded" if dry_run else "reminded"
        self.say(f"{len(done.reminded)} {verb}, {len(done.failed)} failed.")
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

    def found(self, report):
        """Somebody who should have been reminded was not."""
        return bool(report["failed"] or report["unreachable"])


def _counted(pending: Pending) -> str:
    return (
        f"{len(pending.waiting)} waiting, {len(pending.emergencies)} emergencies, "
        f"{len(pending.ending)} signing authorities that end"
    )
