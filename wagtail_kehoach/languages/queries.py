"""Reads of the pages that say the same in several languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import swapper
from django.conf import settings
from django.db.models import F, Q
from wagtail.models import Locale, PageViewRestriction

from . import rules

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.models import Page


@dataclass(frozen=True)
class Version:
    """A page in one of its languages; ``name`` is what its speakers call the language."""

    page: Page
    code: str
    is_source: bool

    @property
    def name(self) -> str:
        return rules.own_name(self.code)

    @property
    def open_graph(self) -> str:
        return rules.open_graph(self.code)

    def url_for(self, request: HttpRequest | None) -> str:
        """The address within the portal."""
        return self.page.get_url(request) or ""

    @property
    def full_url(self) -> str:
        return self.page.full_url or ""


def versions_of(page: Page) -> list[Version]:
    """What everybody may read of ``page``, language by language, the source first.

    Asked once for each page object: two statements. Nothing where there is one language.
    """
    if not rules.is_on() or page is None or not page.pk:
        return []
    if "_kehoach_versions" not in page.__dict__:
        page._kehoach_versions = _versions(page)
    return page._kehoach_versions


def _versions(page: Page) -> list[Version]:
    found = [
        Version(row, code, rules.is_same(code, settings.LANGUAGE_CODE))
        for row in _public(page.translation_key).order_by("locale_id")
        for code in [row.locale.language_code]
    ]
    found.sort(key=lambda version: not version.is_source)
    return found if len(found) > 1 else []


def _public(translation_key):
    Page = swapper.load_model("wagtailcore", "Page")
    closed = PageViewRestriction.objects.values_list("page__path", flat=True)
    within = [Q(path__startswith=path) for path in closed]
    own = Q(alias_of=None) | Q(alias_of__locale=F("locale"))
    pages = Page.objects.filter(own, translation_key=translation_key).live()
    return pages.exclude(reduce(or_, within, Q(pk__in=[]))).select_related("locale")


def public_translations(page: Page) -> list[Page]:
    """The public pages in other languages that say what ``page`` says, or said."""
    Page = swapper.load_model("wagtailcore", "Page")
    pages = Page.objects.live().filter(translation_key=page.translation_key)
    others = pages.filter(alias_of=None).exclude(locale=page.locale_id)
    return list(others.select_related("locale").order_by("locale"))


def is_for_everybody(page: Page) -> bool:
    """Whether ``page`` is public and no log-in or password stands before it."""
    return page.live and not page.get_view_restrictions().exists()


def source_of(page: Page) -> Page | None:
    """``source_row`` as what it is."""
    found = source_row(page)
    return found and found.specific


def source_row(page: Page) -> Page | None:
    """The page that ``page`` translates; ``None`` for a source itself.

    The source is the page in the language that the portal is written in. Two statements.
    """
    if not rules.is_on() or not page.translation_key:
        return None
    default = Locale.get_default()
    if page.locale_id == default.pk:
        return None
    Page = swapper.load_model("wagtailcore", "Page")
    pages = Page.objects.filter(translation_key=page.translation_key, locale=default)
    return pages.first()


def borrows_its_text(page: Page) -> bool:
    """Whether ``page`` only repeats a page in another language: an untranslated alias."""
    if not rules.is_on() or not page.alias_of_id:
        return False
    return page.alias_of.locale_id != page.locale_id
