"""What every command of ours has: words for people, or one JSON document for programs."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class ReportingCommand(BaseCommand):
    """Prints as it goes; with ``--json`` prints nothing but one document at the end."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json",
            action="store_true",
            dest="as_json",
            help="print one JSON document on standard output and nothing else",
        )

    def handle(self, *args, **options):
        self.as_json = options["as_json"]
        report = self.run(*args, **options)
        if self.as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        if self.found(report):
            raise SystemExit(1)

    def say(self, text: str) -> None:
        """Print ``text`` for people."""
        if not self.as_json:
            self.stdout.write(str(text))

    def run(self, *args, **options) -> dict[str, Any]:
        """Do the work and return what ``--json`` prints."""
        raise NotImplementedError

    def found(self, report: dict[str, Any]) -> bool:
        """Whether the command refused or found something, so that it exits with 1."""
        return False
