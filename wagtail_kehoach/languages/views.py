"""For a portal's ``handler404``: what is not translated leads to the Vietnamese page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.defaults import page_not_found

from . import missing, rules

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The friendly page where the source language has one here, else Django's own.

    In the URLconf: ``handler404 = "wagtail_kehoach.languages.views.not_found"``.
    """
    if source := missing.source_at_address(request):
        code = rules.address_language(request)
        return missing.answer(request, source, code)
    return page_not_found(request, exception)
