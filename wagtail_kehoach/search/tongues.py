"""The search of one language: where it is, and which one an address asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from ..languages import rules

if TYPE_CHECKING:
    from django.http import HttpRequest


def address_in(code: str) -> str:
    """The address of the search in the language ``code``, where the portal has one for each."""
    with override(code):
        try:
            return reverse("wagtail_kehoach_search:search")
        except NoReverseMatch:
            return reverse("wagtail_kehoach:search")


def foreign_language(request: HttpRequest) -> str | None:
    """The language that the address asks for; ``None`` where it is that of the portal."""
    code = rules.address_language(request) if rules.is_on() else None
    return None if code is None or rules.is_same(code, settings.LANGUAGE_CODE) else code
