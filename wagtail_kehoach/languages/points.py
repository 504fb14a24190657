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
    """That its source moved on or is gone, what is not in its language, what the glossary calls
    otherwise, and more."""
    more = [said for ask in MORE for said in ask(page)]
    return [
        *_of_the_source(page),
        *typed.say_foreign(page),
        *glossary.called_otherwise(page),
        *more,
    ]


def _of_the_source(page: Page) -> list[str]:
    followed = draft_follows(page)
    if followed and followed.is_gone:
        return [_("The source of this translation is not public any more.")]
    if not followed or not followed.is_stale:
        return []
    day = date_format(localtime(followed.as_of), "d/m/Y")
    said = _(
        "This translation follows the source of %(day)s. The source has changed since."
    )
    return [said % {"day": day}]
