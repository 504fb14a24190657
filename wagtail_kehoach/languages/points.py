"""What somebody should look at in a translation before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from . import glossary, typed
from .staleness import draft_follows

if TYPE_CHECKING:
    from collections.abc import Callable

    from wagtail.models import Page

#: Questions of packages above this one, each about a page; see ``translation/segments.py``.
MORE: list[Callable[[Page], list[str]]] = []
#: The same, for what keeps a translation from going on.
REASONS: list[Callable[[Page], str | None]] = []


def of_translation(page: Page) -> list[str]:
    """That its source moved on, what is not in its language, what the glossary calls
    otherwise, and more."""
    followed = draft_follows(page)
    moved_on = []
    if followed and followed.is_stale:
        day = date_format(localtime(followed.as_of), "d/m/Y")
        moved_on = [
            _(
                "This translation follows the source of %(day)s. The source has "
                "changed since."
            )
            % {"day": day}
        ]
    more = [said for ask in MORE for said in ask(page)]
    return [
        *moved_on,
        *typed.say_foreign(page),
        *glossary.called_otherwise(page),
        *more,
    ]
