"""Keeps the index true where saving a page does not.

Wagtail indexes a page before its themes and tasks are stored; and who speaks for the school
is found on a page that nobody saves when that changes.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import swapper
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import get_page_models
from wagtail.search.backends import get_search_backends
from wagtail.signals import published, unpublished

from ..names import stands_in
from ..signals import consents_enforced, person_asked_about
from ..spokespersons.models import Spokesperson
from ..spokespersons.pages import SpokespersonIndexPageMixin
from .addressing import BITS, first_id
from .backend import SearchBackend
from .models import SearchEntry

CHANGED = ("post_add", "post_remove", "post_clear")


def connect() -> None:
    """Hear of what changes what is found; called once, when the app is ready."""
    person_asked_about.connect(_name, dispatch_uid="kehoach.search_name")
    for signal in (published, unpublished, post_delete):
        signal.connect(
            _spokesperson_changed, sender=Spokesperson, dispatch_uid="kehoach.speaking"
        )
    # Run every night: what began or ended with the day.
    consents_enforced.connect(_spokesperson_changed, dispatch_uid="kehoach.speaking")
    for model in get_page_models():
        if hasattr(model, "search_facets"):
            for field in model._meta.many_to_many:
                through = field.remote_field.through
                uid = f"kehoach.facets.{through._meta.label}"
                m2m_changed.connect(_index_once, sender=through, dispatch_uid=uid)


def _name(sender, person: Any, **kwargs: Any) -> list[tuple[str, str, str, bool]]:
    """The pages whose text has the full name. Only where our own index is in use."""
    name = person.full_name
    entries = SearchEntry.objects.filter(text__contains=name)
    model = swapper.load_model("wagtailcore", "Page")
    start = first_id(model)
    keys = entries.filter(pk__gte=start, pk__lt=start + (1 << BITS))
    rows = keys.values_list("pk", "text").iterator(chunk_size=50)
    pages = [number - start for number, text in rows if stands_in(name, text)]
    return [
        (
            _("text with the name"),
            page.title,
            reverse("wagtailadmin_pages:edit", args=(page.pk,)),
            True,
        )
        for page in model.objects.filter(pk__in=pages).order_by("path")
    ]


def _index_once(sender, instance: Any, action: str, **kwargs: Any) -> None:
    if action in CHANGED and not instance.__dict__.get("_kehoach_to_index"):
        instance._kehoach_to_index = True
        transaction.on_commit(partial(_index, instance), robust=True)


def _index(page: Any) -> None:
    page._kehoach_to_index = False
    for backend in _own_backends():
        backend.add(page)


def _spokesperson_changed(sender, **kwargs: Any) -> None:
    transaction.on_commit(_index_spokespersons, robust=True)


def _index_spokespersons() -> None:
    for backend in _own_backends():
        for model in get_page_models():
            if issubclass(model, SpokespersonIndexPageMixin):
                for page in model.objects.live():
                    backend.add(page)


def _own_backends() -> list[SearchBackend]:
    every = get_search_backends(with_auto_update=True)
    return [backend for backend in every if isinstance(backend, SearchBackend)]
