"""Writes a plan to a file: Word, PDF, or JSON."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from ...exceptions import ExportRefused
from ...plans import exports
from ...plans.queries import plan_of
from ..output import WRONG_USAGE, Refused, ReportingCommand


class Command(ReportingCommand):
    help = "Write a plan to .docx, .pdf or .json; the newest draft is what is written."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("page_id", type=int, metavar="PAGE_ID")
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")
        parser.add_argument(
            "--template",
            type=Path,
            metavar="FILE",
            help="a .docx file of the school with placeholders; see docs/vi/mau-word.md",
        )

    def run(self, *args, page_id, output, template, **options):
        page = plan_of(page_id)
        if page is None:
            reason = _("Page %(number)s is no plan.") % {"number": page_id}
            raise CommandError(reason, returncode=WRONG_USAGE)
        data = self.made(page.get_latest_revision_as_object(), output, template)
        try:
            output.write_bytes(data)
        except OSError as error:
            said = {"file": output, "reason": error.strerror}
            reason = _("%(file)s cannot be written: %(reason)s.") % said
            raise CommandError(reason, returncode=WRONG_USAGE) from error
        self.say(_("wrote %(file)s") % {"file": output})
        return {"file": str(output), "page": page_id}

    def made(self, page, output: Path, template: Path | None) -> bytes:
        """The bytes of the file that the name of ``output`` asks for."""
        suffix = output.suffix.lower()
        if suffix not in (".docx", ".pdf", ".json"):
            raise CommandError(
                _("Write to .docx, .pdf or .json."), returncode=WRONG_USAGE
            )
        if suffix == ".json":
            if template:
                raise CommandError(
                    _("A template is for .docx and .pdf."), returncode=WRONG_USAGE
                )
            return exports.as_json(page)
        make = exports.as_word if suffix == ".docx" else exports.as_pdf
        try:
            return make(page, self.read(template) if template else None)
        except ExportRefused as refusal:
            raise Refused(refusal.reason, code=refusal.code) from refusal

    def read(self, template: Path) -> bytes:
        """The template; a name that leads nowhere is wrong usage."""
        try:
            return template.read_bytes()
        except OSError as error:
            said = {"file": template, "reason": error.strerror}
            reason = _("%(file)s cannot be read: %(reason)s.") % said
            raise CommandError(reason, returncode=WRONG_USAGE) from error
