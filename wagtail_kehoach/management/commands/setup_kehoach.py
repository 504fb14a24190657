"""Makes what a portal needs to start: groups, workflow, index pages, school years."""

from __future__ import annotations

from dataclasses import asdict

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

from ...setup import set_up
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Make the groups, workflow, index pages and school years; safe to repeat."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--site", help="host name of the site (default: the default site)"
        )

    def run(self, *args, site=None, **options):
        report = set_up(self.find_site(site))
        for name in report.made:
            self.say(_("made   %(name)s") % {"name": name})
        for name in report.found:
            self.say(_("found  %(name)s") % {"name": name})
        for warning in report.warnings:
            self.say(_("Look after this: %(warning)s.") % {"warning": warning})
        return asdict(report)

    def find_site(self, host: str | None) -> Site:
        """The site of ``host``, or the default one."""
        sites = (
            Site.objects.filter(hostname=host)
            if host
            else Site.objects.filter(is_default_site=True)
        )
        found = sites.select_related("root_page").first()
        if found is None:
            known = ", ".join(Site.objects.values_list("hostname", flat=True)) or "–"
            reason = _("There is no such site. Known: %(names)s.") % {"names": known}
            raise CommandError(reason, returncode=2)
        return found
