"""The frame around every page: the school's name, its menu, its address."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.core.cache import cache
from wagtail.models import Site

from wagtail_kehoach.languages.glossary import names_in
from wagtail_kehoach.languages.rules import address_language, is_on, is_same, spoken
from wagtail_kehoach.organisation.models import SchoolSettings

from ..models import HomePage

register = template.Library()

#: A change of the menu or the address shows after this many seconds at the latest.
SECONDS = 30


@register.simple_tag(takes_context=True)
def school_frame(context: template.Context) -> dict[str, Any]:
    """What header and footer show, kept for a moment: no statement on most pages.

    In the language of the page; on a page that is in none, in the one of its address.
    """
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return {}
    page = context.get("page")
    code = (spoken(page) if page else address_language(request)) or spoken(None)
    key = f"portal:frame:{site.pk}:{code}"
    return cache.get_or_set(key, lambda: _read(site, code), SECONDS)


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


def _public_in(home: HomePage, code: str) -> HomePage | None:
    """``home`` in another language, where somebody has translated it."""
    own = home.get_translations().live().filter(alias_of=None)
    return own.filter(locale__language_code=code).first()


def _read(site: Site, code: str) -> dict[str, Any]:
    school = SchoolSettings.for_site(site)
    source = HomePage.objects.filter(pk=site.root_page_id).first()
    name, superior = school.name or site.site_name, school.superior_body
    home, home_url, lang = source, "/", settings.LANGUAGE_CODE
    if is_on() and not is_same(code, settings.LANGUAGE_CODE):
        known = names_in(code, [name, superior])
        superior = known.get(superior, "")
        home = source and _public_in(source, code)
        if home or name in known:
            name, lang = home.title if home else known[name], code
        home_url = home.url if home else "/"
    below = home.get_children().live().public().in_menu() if home else []
    return {
        "name": name,
        "lang": lang,
        "home": home_url,
        "superior_body": superior,
        "menu": [{"title": page.title, "url": page.url} for page in below],
        "address": home.address if home else "",
        "phone": home.phone if home else "",
        "email": home.email if home else "",
    }
