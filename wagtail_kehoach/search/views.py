"""The public search page, for people and as JSON."""

from __future__ import annotations

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from wagtail.models import Site

from ..conf import kehoach_settings
from .documents import KIND
from .public import find


def search(request):
    """``?q=…&loai=…&trang=…``; with ``dang=json`` the same as JSON."""
    query = request.GET.get("q", "").strip()[:200]
    kind, asked = request.GET.get(KIND, ""), request.GET.get("trang", "")
    number = min(int(asked), 500) if asked.isascii() and asked.isdigit() else 1
    found = find(
        query, Site.find_for_request(request), kind=kind, number=max(number, 1)
    )
    if request.GET.get("dang") == "json":
        return JsonResponse(_as_json(query, found))
    last = -(-found.total // kehoach_settings.ITEMS_PER_PAGE)
    context = {
        "query": query,
        "found": found,
        "kind": kind,
        "number": number,
        "last": last,
    }
    return render(request, "wagtail_kehoach/search/search.html", context)


def _as_json(query: str, found) -> dict:
    return {
        "query": query,
        "total": found.total,
        "kinds": [
            {"kind": address, "name": str(name), "count": count}
            for address, name, count in found.kinds
        ],
        "results": [
            {
                "title": result.page.title,
                "url": result.page.full_url,
                "kind": str(result.kind),
                "excerpt": strip_tags(result.excerpt),
            }
            for result in found.results
        ],
    }
