"""Loads the demo school: people, plans, stories, foreign information, something waiting."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from ...demo.loader import PASSWORD, is_loaded, load


class Command(BaseCommand):
    help = "Load the demo school. A second run changes nothing."

    def handle(self, *args, **options):
        if not settings.DEBUG:
            raise CommandError(
                f"The demo accounts share the password {PASSWORD!r}, so the demo is "
                "loaded only where DEBUG is on."
            )
        if is_loaded():
            self.stdout.write("The demo school is there already; nothing was changed.")
            return
        with translation.override("vi"), transaction.atomic():
            load()
        self.stdout.write("The demo school is loaded.")
