"""Deletes photos of proposals that nobody waits for. For the clock: run it every night."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...stories import photos
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Delete photos of proposed stories that ran out or were refused; repeatable."

    def run(self, *args, **options):
        count = photos.clear()
        self.say(_("%(count)s photos of proposals deleted.") % {"count": count})
        return {"deleted": count}
