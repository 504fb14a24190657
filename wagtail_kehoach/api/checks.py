"""Says at start that the portal's API hands out pictures and documents of drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.core.checks import Tags, Warning as CheckWarning, register
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWN_V3 = "kehoach_api_v3"
ADMIN = "wagtailadmin_api"
ENDPOINTS_V3 = ("list_images", "list_documents")


@register(Tags.security)
def check_api(app_configs, **kwargs):
    """Wagtail's own endpoints list whatever was uploaded, with title and address."""
    if not getattr(settings, "ROOT_URLCONF", None):
        return []
    return [*map(_warn_of_v2, _open_in_v2()), *map(_warn_of_v3, _open_in_v3())]


def _warn_of_v2(name: str) -> CheckWarning:
    return _warning(
        name,
        "Register PublicImagesAPIViewSet and PublicDocumentsAPIViewSet of "
        "wagtail_kehoach.api.v2, or mix PublicFilesMixin into your own "
        "(docs/extending.md).",
    )


def _warn_of_v3(address: str) -> CheckWarning:
    return _warning(
        address,
        "Mount wagtail_kehoach.api.v3 at the same address, before Wagtail's "
        "(docs/extending.md).",
    )


def _warning(what: str, hint: str) -> CheckWarning:
    return CheckWarning(
        f"The API ({what}) lists to everybody what was uploaded for drafts that nobody "
        "has approved, with titles that may name a child.",
        hint=hint,
        id="wagtail_kehoach.W006",
    )


def _open_in_v2() -> list[str]:
    """The classes of the endpoints that show everything."""
    from wagtail.documents import get_document_model  # noqa: PLC0415 -- app ready
    from wagtail.images import get_image_model  # noqa: PLC0415 -- app ready

    from .v2 import PublicFilesMixin  # noqa: PLC0415 -- app ready

    files = {get_image_model(), get_document_model()}
    found = {
        f"{view.__module__}.{view.__qualname__}"
        for view in _views(get_resolver().url_patterns)
        if getattr(view, "model", None) in files
        and not issubclass(view, PublicFilesMixin)
    }
    return sorted(found)


def _views(patterns: Iterable) -> Iterator[type]:
    """The classes of Wagtail's API v2 that have an address; the admin asks who reads."""
    from wagtail.api.v2.views import BaseAPIViewSet  # noqa: PLC0415 -- app ready

    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace != ADMIN:
                yield from _views(pattern.url_patterns)
            continue
        view = getattr(pattern.callback, "cls", None)
        if isinstance(view, type) and issubclass(view, BaseAPIViewSet):
            yield view


def _open_in_v3() -> list[str]:
    """The addresses at which Wagtail itself answers."""
    if not apps.is_installed("wagtail.api.v3"):
        return []
    return [
        address
        for name in ENDPOINTS_V3
        if (address := _address(f"wagtailapi_v3:{name}")) and not _is_ours(address)
    ]


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _is_ours(address: str) -> bool:
    try:
        return resolve(address).namespace == OWN_V3
    except Resolver404:
        return True
