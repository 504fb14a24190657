"""What every command of ours has: words for people, or one JSON document for programs."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

JSON_OPTION = "--json"
WRONG_USAGE = 2


class Refused(CommandError):
    """What was asked for cannot be done; ``code`` names the reason for programs."""

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.code = code


class ReportingCommand(BaseCommand):
    """Prints as it goes; with ``--json`` prints nothing but one document at the end.

    That holds for what goes wrong as well: ``{"error": {"code": …, "message": …}}``.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            JSON_OPTION,
            action="store_true",
            dest="as_json",
            help="print one JSON document on standard output and nothing else",
        )

    def run_from_argv(self, argv):
        if JSON_OPTION in argv[2:]:
            self._refuse_wrong_usage(argv)
        super().run_from_argv(argv)

    def _refuse_wrong_usage(self, argv) -> None:
        """End as the parser would, but with a document on standard output."""
        # Called from code, the parser raises what it prints when called from a shell.
        parser = self.create_parser(argv[0], argv[1])
        try:
            parser.parse_args(argv[2:])
        except CommandError as error:
            self.stderr.write(str(error))
            self._print_error(CommandError(str(error), returncode=WRONG_USAGE))
            sys.exit(WRONG_USAGE)

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except CommandError as error:
            if options.get("as_json"):
                self._print_error(error)
            raise

    def handle(self, *args, **options):
        self.as_json = options["as_json"]
        report = self.run(*args, **options)
        if self.as_json:
            self._print(report)
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

    def _print_error(self, error: CommandError) -> None:
        if isinstance(error, Refused):
            code = error.code
        else:
            code = "usage" if error.returncode == WRONG_USAGE else "failed"
        self._print({"error": {"code": code, "message": str(error)}})

    def _print(self, document: dict[str, Any]) -> None:
        """Programs read the same words whatever the language of the portal."""
        with translation.override("en"):
            text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
        self.stdout.write(text)
