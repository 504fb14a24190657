"""Django's flush, which the record of approvals would refuse where it deletes row by row."""

from __future__ import annotations

from django.core.management.commands import flush

from ...approval import append_only


class Command(flush.Command):
    """Test suites call it after each test with transactions of its own."""

    def handle(self, **options):
        with append_only.lifted(options["database"]):
            super().handle(**options)
