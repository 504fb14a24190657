"""Looks again at what was just published: a consent may have ended in the meantime.

Whoever publishes asks before the database has committed, and whoever withdraws looks only
at what is public by then. So each of the two looks once more after its own commit: whoever
comes last sees what the other did.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models.signals import m2m_changed
from wagtail.signals import page_published

from . import removals
from .mixins import ShowsPeopleMixin
from .superseded import put_behind_the_gate
from .takedown import enforce

if TYPE_CHECKING:
    from uuid import UUID


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    page_published.connect(_published, dispatch_uid="kehoach.consent_looking_again")
    m2m_changed.connect(_listed, dispatch_uid="kehoach.consent_listed")
    m2m_changed.connect(_unlisted, dispatch_uid="kehoach.consent_unlisted")


def _published(sender, instance, **kwargs) -> None:
    if issubclass(sender, ShowsPeopleMixin):
        again = partial(_look_again, sender, instance.translation_key)
        transaction.on_commit(again, robust=True)
        transaction.on_commit(partial(_set_aside, sender, instance.pk), robust=True)


def _set_aside(model: type, pk: int) -> None:
    """What the version before showed by consent, and this one does not."""
    if page := model.objects.filter(pk=pk, live=True).first():
        put_behind_the_gate(page)


def _listed(sender, instance, action, **kwargs) -> None:
    """Somebody more on the list of a post that is not public: Wagtail stores that at once.

    Its translations may be public, and whom it lists is asked there. The list of a public
    post is that of its draft until the draft is published.
    """
    if action != "post_add" or not isinstance(instance, ShowsPeopleMixin):
        return
    if sender is type(instance).people.through and not instance.live:
        again = partial(_look_again, type(instance), instance.translation_key)
        transaction.on_commit(again, robust=True)


def _unlisted(sender, instance, action, pk_set, **kwargs) -> None:
    """Somebody less on the list of a post: what translates it was approved with him."""
    if action not in ("pre_remove", "pre_clear"):
        return
    if not isinstance(instance, ShowsPeopleMixin):
        return
    if sender is type(instance).people.through:
        removals.keep_of_source(type(instance), instance, pk_set)


def _look_again(model: type, translation_key: UUID) -> None:
    """Take down at once what lost against a withdrawal, with all that rested on it.

    Also what translates the text, since whom a source lists is asked there, too.
    """
    posts = model.objects.filter(translation_key=translation_key, live=True)
    if any(post.why_not_stay() for post in posts):
        enforce()
