"""Drops redirects of Wagtail by which a page leads to itself.

A title that goes from A to B and back leaves a redirect from A to the page, which lies at A
again. Nobody meets it while the page is public; once it is taken down, A would lead to A
for ever instead of answering 404.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.apps import apps
from wagtail.signals import page_slug_changed, page_unpublished

from .guard import GuardedPageMixin


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    if apps.is_installed("wagtail.contrib.redirects"):
        for signal in (page_slug_changed, page_unpublished):
            signal.connect(_drop_loops, dispatch_uid="kehoach.loops")


def _drop_loops(sender, instance, **kwargs) -> None:
    """Only what Wagtail made by itself; what somebody entered stays."""
    from wagtail.contrib.redirects.models import Redirect  # noqa: PLC0415 -- optional app

    if not isinstance(instance, GuardedPageMixin):
        return
    made = Redirect.objects.filter(redirect_page=instance, automatically_created=True)
    loops = [
        redirect.pk
        for redirect in made
        if redirect.link
        and Redirect.normalise_path(urlsplit(redirect.link).path) == redirect.old_path
    ]
    if loops:
        Redirect.objects.filter(pk__in=loops).delete()
