"""The public search page, for people and as JSON."""

from __future__ import annotations

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from wagtail.models import Site

from .facets import chosen_of
from .public import find
from .suggestions import Suggestions


def search(request):
    """``?q=…&trang=…`` and the facets; with ``dang=json`` the same as JSON."""
    query = request.GET.get("q", "").strip()[:200]
    asked, chosen = request.GET.get("trang", ""), chosen_of(request.GET)
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 1
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    found = find(query, site, chosen=chosen, number=number)
    if request.GET.get("dang") == "json":
        return JsonResponse(_as_json(query, found))
    context = {
        "query": query,
        "found": found,
        "kept": {"q": query, **chosen},
        "filtered": bool(chosen),
    }
    return render(request, "wagtail_kehoach/search/search.html", context)


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
        "results": [
            {
                "title": result.page.title,
                "url": result.page.full_url,
                "kind": str(result.kind),
                "number": result.number,
                "date": result.day and result.day.isoformat(),
                "excerpt": strip_tags(result.excerpt),
            }
            for result in found.results
        ],
        "suggestions": _suggested(found.suggestions or Suggestions()),
    }


def _suggested(suggestions: Suggestions) -> dict:
    return {
        "spellings": suggestions.spellings,
        "fewer_words": suggestions.fewer,
        "lists": [
            {"title": page.title, "url": page.full_url} for page in suggestions.lists
        ],
    }
