"""Writes a plan to a file: Word in the layout of Decree 30, or JSON."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import CommandError

from ...decree30.interchange import to_json
from ...decree30.parts import Reading
from ...decree30.writer import write
from ...plans.documents import to_document
from ...plans.queries import plan_of
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "Write a plan to .docx or .json; the newest draft is what is written."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("page_id", type=int, metavar="PAGE_ID")
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")

    def run(self, *args, page_id, output, **options):
        page = plan_of(page_id)
        if page is None:
            raise CommandError(f"Page {page_id} is no plan.", returncode=2)
        makers = {".docx": self.word, ".json": self.json}
        make = makers.get(output.suffix.lower())
        if make is None:
            raise CommandError("Write to .docx or .json.", returncode=2)
        output.write_bytes(make(page.get_latest_revision_as_object()))
        self.say(f"wrote {output}")
        return {"file": str(output), "page": page_id}

    def word(self, page) -> bytes:
        """The plan as Word; a copy is a draft until the plan has its number."""
        return write(to_document(page), draft=not page.number)

    def json(self, page) -> bytes:
        """The plan as the JSON that ``import_plan`` prints."""
        reading = Reading(file=page.slug, document=to_document(page), is_plan=True)
        return json.dumps(to_json(reading), ensure_ascii=False, indent=2).encode()
