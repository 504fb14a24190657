"""The frame around every page: the school's name, its menu, its address."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.cache import cache
from wagtail.models import Site

from wagtail_kehoach.organisation.models import SchoolSettings

from ..models import HomePage

register = template.Library()

#: A change of the menu or the address shows after this many seconds at the latest.
SECONDS = 30


@register.simple_tag(takes_context=True)
def school_frame(context: template.Context) -> dict[str, Any]:
    """What header and footer show, kept for a moment: no statement on most pages."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return {}
    return cache.get_or_set(f"portal:frame:{site.pk}", lambda: _read(site), SECONDS)


@register.filter
def leads_to(url: str, path: str) -> bool:
    """Whether ``url`` opens the part of the site in which ``path`` lies."""
    return bool(url and path) and path.startswith(url)


@register.simple_tag
def list_of(entry, menu: list[dict[str, str]]) -> dict[str, str]:
    """The item of the menu under which ``entry`` lies."""
    url = entry.url or ""
    found = (item for item in menu if leads_to(item["url"], url))
    return next(found, {"title": entry.get_verbose_name(), "url": url})


def _read(site: Site) -> dict[str, Any]:
    school = SchoolSettings.for_site(site)
    home = HomePage.objects.filter(pk=site.root_page_id).first()
    below = site.root_page.get_children().live().public().in_menu()
    return {
        "name": school.name or site.site_name,
        "superior_body": school.superior_body,
        "menu": [{"title": page.title, "url": page.url} for page in below],
        "address": home.address if home else "",
        "phone": home.phone if home else "",
        "email": home.email if home else "",
    }
