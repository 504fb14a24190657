"""The frame of the demo school in other languages: its home page, its lists, its names."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from portal.models import HomePage
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.models import GlossaryTerm
from wagtail_kehoach.setup import set_up

from .files import read

SOURCE = "Nhà trường đặt cho trang tiếng nước ngoài"


def load(site: Site) -> None:
    """Nothing on a portal in Vietnamese only."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return
    home = site.root_page.specific
    for code, said in read("languages.json").items():
        locale, _made = Locale.objects.get_or_create(language_code=code)
        own = _home(home, locale, said)
        links = [
            {"title": title, "text": "", "url": _list(home, slug, locale, title).url}
            for slug, title in said["lists"].items()
        ]
        own.refresh_from_db()  # it has pages below it now
        own.quick_links = [("link", link) for link in links[-2:]]
        own.save_revision().publish()
        for term, translation in said["terms"].items():
            GlossaryTerm.objects.get_or_create(
                term=term,
                locale=locale,
                defaults={"translation": translation, "source": SOURCE},
            )
    set_up(site)


def _home(home: HomePage, locale: Locale, said: dict[str, Any]) -> HomePage:
    own = home.copy_for_translation(locale)
    for name in ("title", "slogan", "introduction", "address"):
        setattr(own, name, said[name])
    own.announcements = []
    own.contact = [("press_contact", {"heading": said["press"]})]
    own.save_revision().publish()
    return own


def _list(home: HomePage, slug: str, locale: Locale, title: str) -> Page:
    """A list of the school in another language; texts come to it one by one."""
    found = Page.objects.descendant_of(home).get(slug=slug).specific
    page = found.copy_for_translation(locale)
    page.title = title
    if hasattr(page, "intro"):
        page.intro = ""
    decisions.approve_setup(page)
    return page
