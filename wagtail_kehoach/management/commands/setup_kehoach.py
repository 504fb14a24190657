"""Makes what a portal needs to start: groups, workflow, index pages, school years."""

from __future__ import annotations

from dataclasses import asdict

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

from ... import wagtail_names
from ...setup import set_up
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Make the groups, workflow, index pages and school years; safe to repeat."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--site", help="host name of the site (default: the default site)"
        )
        parser.add_argument(
            "--rename-wagtail",
            action="store_true",
            help="give Vietnamese names to Wagtail's own workflow and roots, "
            "where they still bear their English ones",
        )

    def run(self, *args, site=None, rename_wagtail=False, **options):
        report = set_up(self.find_site(site))
        for name in report.made:
            self.say(_("made   %(name)s") % {"name": name})
        for name in report.found:
            self.say(_("found  %(name)s") % {"name": name})
        for warning in report.warnings:
            self.say(_("Look after this: %(warning)s.") % {"warning": warning})
        return asdict(report) | self.name_in_vietnamese(rename_wagtail)

    def name_in_vietnamese(self, wanted: bool) -> dict[str, list[str]]:
        """Rename what Wagtail named in English if it is ``wanted``; else only say it."""
        renamed = wagtail_names.rename() if wanted else []
        for row in renamed:
            words = {"english": row.english, "vietnamese": row.vietnamese}
            self.say(_("renamed “%(english)s” to “%(vietnamese)s”") % words)
        left = list(dict.fromkeys(row.english for row in wagtail_names.english_rows()))
        if left:
            names = ", ".join(f"“{name}”" for name in left)
            self.say(
                _(
                    "Wagtail's own rows still have English names: %(names)s. With "
                    "--rename-wagtail they get Vietnamese ones."
                )
                % {"names": names}
            )
        return {"renamed": [row.vietnamese for row in renamed], "english": left}

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
