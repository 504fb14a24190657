"""Reads files into drafts of plans. Never publishes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from ...exceptions import ImportRefused
from ...plans import imports
from ...plans.queries import plan_indexes
from ...uploads.files import file_digest
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Read .docx, .pdf, .txt (.doc with LibreOffice) and make drafts of plans."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--parent", type=int, metavar="PAGE_ID")
        parser.add_argument("--owner", metavar="USERNAME")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="read only; with --json print the reading",
        )

    def run(self, *args, files, parent, owner, dry_run, **options):
        if missing := [str(path) for path in files if not path.is_file()]:
            reason = _("No such file: %(files)s.") % {"files": ", ".join(missing)}
            raise CommandError(reason, returncode=2)
        place = None if dry_run else self.find_parent(parent)
        user = self.find_user(owner)
        return {"documents": [self.one(path, place, user) for path in files]}

    def found(self, report):
        return any("error" in document for document in report["documents"])

    def one(self, path: Path, place, user) -> dict[str, Any]:
        """Read one file, and make its draft unless this is a dry run."""
        try:
            data = self.data(path)
            reading = imports.read_file(path.name, data)
            if place is None:
                self.say(f"{path.name}: {reading.document.title or '–'}")
                return imports.reading_json(reading)
            page = imports.make_draft(
                reading, parent=place, user=user, digest=file_digest(data)
            )
        except ImportRefused as refusal:
            self.stderr.write(f"{path.name}: {refusal.reason}")
            error = {"code": refusal.code, "message": str(refusal.reason)}
            return {"file": path.name, "error": error}
        said = {"file": path.name, "number": page.pk, "title": page.title}
        self.say(_("%(file)s: draft %(number)s “%(title)s”") % said)
        return {**imports.reading_json(reading), "page": page.pk}

    def data(self, path: Path) -> bytes:
        """What is in the file; one that may not be opened is wrong usage."""
        try:
            return path.read_bytes()
        except OSError as error:
            said = {"file": path, "reason": error.strerror}
            reason = _("%(file)s cannot be read: %(reason)s.") % said
            raise CommandError(reason, returncode=2) from error

    def find_parent(self, pk: int | None):
        """The index page that drafts go under."""
        pages = [page for page in plan_indexes() if pk in (None, page.pk)]
        if not pages:
            raise CommandError(
                _("There is no such page for plans. Run setup_kehoach first."),
                returncode=2,
            )
        return pages[0].specific

    def find_user(self, name: str | None):
        """The owner of the drafts, or nobody."""
        if name is None:
            return None
        User = get_user_model()
        try:
            return User._default_manager.get_by_natural_key(name)
        except User.DoesNotExist as error:
            reason = _("There is no user “%(name)s”.") % {"name": name}
            raise CommandError(reason, returncode=2) from error
