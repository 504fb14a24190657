"""Looks again at what was just published: a consent may have ended in the meantime.

Whoever publishes asks before the database has committed, and whoever withdraws looks only
at what is public by then. So each of the two looks once more after its own commit: whoever
comes last sees what the other did.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.signals import page_published

from .mixins import ShowsPeopleMixin
from .takedown import enforce

if TYPE_CHECKING:
    from uuid import UUID


def connect() -> None:
    """Connect the receiver; called once, when the app is ready."""
    page_published.connect(_published, dispatch_uid="kehoach.consent_looking_again")


def _published(sender, instance, **kwargs) -> None:
    if issubclass(sender, ShowsPeopleMixin):
        again = partial(_look_again, sender, instance.translation_key)
        transaction.on_commit(again, robust=True)


def _look_again(model: type, translation_key: UUID) -> None:
    """Take down at once what lost against a withdrawal, with all that rested on it.

    Also what translates the text, since whom a source lists is asked there, too.
    """
    posts = model.objects.filter(translation_key=translation_key, live=True)
    if any(post.why_not_agreed() for post in posts):
        enforce()
