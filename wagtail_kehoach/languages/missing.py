"""The answer where an address is in a language that the text has not been put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import override
from wagtail.models import Locale, Site

from . import rules
from .queries import borrows_its_text, is_for_everybody, source_of

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.models import Page

TEMPLATE = "wagtail_kehoach/languages/missing.html"


def answer(request: HttpRequest, source: Page, code: str) -> TemplateResponse:
    """404 in the language ``code``, with a link to ``source``, which everybody may read."""
    context = {
        "source": source,
        "source_code": source.locale.language_code,
        "source_name": rules.own_name(source.locale.language_code),
        "code": code,
        "name": rules.own_name(code),
    }
    with override(rules.interface_language(code)):
        return TemplateResponse(request, TEMPLATE, context, status=404).render()


def answer_instead_of(page: Page, request: HttpRequest) -> TemplateResponse | None:
    """What is answered instead of ``page``, if it does not speak its address's language.

    Raises ``Http404`` where there is nothing that everybody may read.
    """
    code = rules.address_language(request) or page.locale.language_code
    if borrows_its_text(page):
        code = page.locale.language_code
    elif rules.is_same(code, page.locale.language_code):
        return None
    source = source_of(page) or page
    if not is_for_everybody(source):
        raise Http404
    return answer(request, source, code)


def source_at(page: Page, request: HttpRequest, below: list[str]) -> Page | None:
    """What everybody may read in the source language where ``page`` has nothing.

    ``below`` are the parts of the address after that of ``page``.
    """
    counterpart = source_of(page)
    if counterpart is None:
        return None
    try:
        found = counterpart.route(request, below).page
    except Http404:
        return None
    return found if is_for_everybody(found) else None


def source_at_address(request: HttpRequest) -> Page | None:
    """As ``source_at``, for an address of the portal that nothing answered to."""
    code = rules.is_on() and rules.address_language(request)
    site = code and Site.find_for_request(request)
    if not site or rules.is_same(code, Locale.get_default().language_code):
        return None
    parts = [part for part in request.path_info.split("/") if part]
    try:
        found = site.root_page.specific.route(request, parts[1:]).page
    except Http404:
        return None
    return found if is_for_everybody(found) else None
