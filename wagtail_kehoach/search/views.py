"""The public search page, for people and as JSON."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from django.utils.translation import get_language, override
from wagtail.models import Site

from ..languages.rules import interface_language, own_name
from .facets import chosen_of
from .public import Result, find
from .suggestions import Suggestions
from .tongues import address_in, foreign_language


def search(request):
    """``?q=…&trang=…`` and the facets; with ``dang=json`` the same as JSON.

    At a foreign address what the portal has in that language, in its words.
    """
    query = request.GET.get("q", "").strip()[:200]
    asked, chosen = request.GET.get("trang", ""), chosen_of(request.GET)
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 1
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    foreign = foreign_language(request)
    with override(interface_language(foreign) if foreign else get_language()):
        found = find(query, site, chosen=chosen, number=number, language=foreign)
        if request.GET.get("dang") == "json":
            return JsonResponse(_as_json(query, found))
        context = {
            "query": query,
            "found": found,
            "kept": {**({"q": query} if query else {}), **chosen},
            "filtered": bool(chosen),
            **(_in_other_words(query, foreign) if foreign else {}),
        }
        return render(request, "wagtail_kehoach/search/search.html", context)


def _in_other_words(query: str, foreign: str) -> dict:
    """What leads from the search in a foreign language to the one of the portal."""
    main = settings.LANGUAGE_CODE
    asked = f"?{urlencode({'q': query})}" if query else ""
    return {
        "foreign": own_name(foreign),
        "main_code": main,
        "main_name": own_name(main),
        "main_url": address_in(main) + asked,
    }


def _as_json(query: str, found) -> dict:
    return {
        "query": query,
        "total": found.total,
        "page": found.number,
        "pages": found.last,
        "filters": [
            {
                "name": view.name,
                "label": str(view.label),
                "options": [
                    {"label": str(link.label), "query": link.query, "on": link.active}
                    for link in view.links
                ],
            }
            for view in found.filters
        ],
        "results": [_result(result) for result in found.results],
        "also": [_result(result) for result in found.also],
        "suggestions": _suggested(found.suggestions or Suggestions()),
    }


def _result(result: Result) -> dict:
    return {
        "title": result.page.title,
        "url": result.page.full_url,
        "kind": str(result.kind),
        "number": result.number,
        "date": result.day and result.day.isoformat(),
        "excerpt": strip_tags(result.excerpt),
    }


def _suggested(suggestions: Suggestions) -> dict:
    return {
        "spellings": suggestions.spellings,
        "fewer_words": suggestions.fewer,
        "numbers": suggestions.numbers,
        "lists": [
            {"title": page.title, "url": page.full_url} for page in suggestions.lists
        ],
    }
