"""Hears when a post is no longer public, or may no longer stand outside of the portal."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.signals import page_published, page_unpublished

from ..consent import findings
from ..posts.models import PostMixin
from ..signals import consents_enforced, person_asked_about, post_taken_down
from . import outside, pictures, rules
from .models import SharedPost


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for signal, receiver in (
        (page_unpublished, _unpublished),
        (page_published, _published),
        (post_taken_down, _taken_down),
        (consents_enforced, _enforced),
        (person_asked_about, _posted),
    ):
        signal.connect(receiver, dispatch_uid=f"kehoach.shared{receiver.__name__}")


def _unpublished(sender, instance, **kwargs):
    """Also sent when a public page is deleted, before it is."""
    if isinstance(instance, PostMixin):
        outside.mark(instance, rules.not_public())


def _published(sender, instance, **kwargs):
    if isinstance(instance, PostMixin):
        transaction.on_commit(partial(outside.look_at, instance), robust=True)


def _taken_down(sender, page, reason, **kwargs):
    outside.mark(page, reason)
    return outside.places_of(page)


def _enforced(sender, people, **kwargs):
    outside.look_again(people)
    pictures.take_back(people)


def _posted(sender, person, **kwargs):
    """Where posts that name or show the person were put outside of the portal."""
    posts = {*findings.naming(person), *findings.showing(person)}
    rows = SharedPost.objects.filter(page_id__in=posts)
    return [
        (
            _("posted outside of the portal"),
            f"{shared.title}: {shared.place}; {shared.state_name}",
            reverse("kehoach_shared:detail", args=(shared.pk,)),
        )
        for shared in rows
    ]
