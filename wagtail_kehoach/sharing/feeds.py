"""Atom feeds: of an index page, and of a theme. Only what everybody may read."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, strip_tags
from wagtail.models import Site, get_page_models

from ..indexes.models import IndexPageMixin
from ..indexes.restrictions import readable
from ..languages.glossary import names_in
from ..languages.queries import borrows_its_text
from ..languages.rules import is_on, is_same, spoken
from ..posts.models import PostMixin
from ..themes.models import Theme

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.models import Page

LENGTH = 20


def index_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """The feed of the index page ``pk``."""
    return IndexFeed()(request, pk=pk)


def theme_feed(request: HttpRequest, slug: str, code: str = "") -> HttpResponse:
    """The feed of a theme, in Vietnamese or in the language ``code``."""
    return ThemeFeed()(request, slug=slug, code=code)


class ReadableFeed(Feed):
    """The latest pages of one kind. Asked anew each time: what is taken down is gone.

    One for each request, which it keeps.
    """

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        patch_cache_control(response, no_cache=True)
        return response

    def find_site(self, request: HttpRequest) -> Site:
        """The site of ``request``; absolute addresses, since Django's sites may be off."""
        self.request = request
        site = Site.find_for_request(request)
        if site is None:
            raise Http404
        return site

    def named(self, title: str) -> str:
        """``title`` with the name of the portal, in the language of the feed if it has one."""
        name = self.site.site_name
        if name and not is_same(self.language, settings.LANGUAGE_CODE):
            name = names_in(self.language, [name]).get(name, name)
        return f"{title} – {name}" if name else title

    def feed_url(self, obj: Any) -> str:
        return self.request.build_absolute_uri()

    def item_title(self, item: Page) -> str:
        return item.title

    def item_description(self, item: Page) -> str:
        # Atom's summary is read as HTML.
        return escape(item.search_description or getattr(item, "lead", ""))

    def item_link(self, item: Page) -> str:
        return item.get_full_url(self.request) or ""

    def item_guid(self, item: Page) -> str:
        """Stays when the page is moved or its address is changed; one for each language."""
        key = item.translation_key
        if not is_same(self.language, settings.LANGUAGE_CODE):
            key = uuid.uuid5(key, self.language)
        return f"urn:uuid:{key}"

    def item_pubdate(self, item: Page) -> dt.datetime | None:
        day = getattr(item, "post_date", None)
        if day is None:
            return item.first_published_at
        return timezone.make_aware(dt.datetime.combine(day, dt.time()))

    def item_updateddate(self, item: Page) -> dt.datetime | None:
        return item.last_published_at


class IndexFeed(ReadableFeed):
    """What an index page lists, in its order."""

    def get_object(self, request: HttpRequest, pk: int) -> IndexPageMixin:
        self.site = self.find_site(request)
        page = get_object_or_404(readable(self.site), pk=pk).specific
        if not isinstance(page, IndexPageMixin) or borrows_its_text(page):
            raise Http404
        self.language = spoken(page)
        return page

    def title(self, page: IndexPageMixin) -> str:
        return self.named(page.title)

    def subtitle(self, page: IndexPageMixin) -> str:
        return " ".join(strip_tags(page.intro).split())

    def link(self, page: IndexPageMixin) -> str:
        return page.get_full_url(self.request)

    def items(self, page: IndexPageMixin) -> list[Page]:
        return list(page.get_entries().defer(None).defer_streamfields()[:LENGTH])


class ThemeFeed(ReadableFeed):
    """The latest posts of every kind that serve a theme."""

    def get_object(self, request: HttpRequest, slug: str, code: str) -> Theme:
        """Themes have Vietnamese names; in another language, what the glossary calls them.

        Without that there is no feed: it would have a Vietnamese title above other words.
        """
        self.site = self.find_site(request)
        self.language = code or settings.LANGUAGE_CODE
        theme = get_object_or_404(Theme, slug=slug)
        self.root, self.name = self.site.root_page, theme.name
        if code:
            self.root = self._root_in(code)
            self.name = names_in(code, [theme.name]).get(theme.name)
            if not (self.root and self.name):
                raise Http404
        return theme

    def _root_in(self, code: str) -> Page | None:
        """Where the pages in another language than the portal's begin, if there are any."""
        if not is_on() or is_same(code, settings.LANGUAGE_CODE):
            return None
        roots = self.site.root_page.get_translations()
        return roots.filter(locale__language_code=code).first()

    def title(self, theme: Theme) -> str:
        return self.named(self.name)

    def subtitle(self, theme: Theme) -> str:
        return theme.description if self.name == theme.name else ""

    def link(self, theme: Theme) -> str:
        if self.root == self.site.root_page:
            return self.request.build_absolute_uri("/")
        return self.root.get_full_url(self.request) or ""

    def items(self, theme: Theme) -> list[Page]:
        found = []
        for model in get_page_models():
            if issubclass(model, PostMixin):
                served = model.objects.filter(themes=theme)
                if is_on():
                    served = served.filter(locale=self.root.locale_id)
                posts = readable(self.site, served)
                found += posts.order_by("-post_date", "-pk").defer_streamfields()[
                    :LENGTH
                ]
        found.sort(key=lambda post: (post.post_date, post.pk), reverse=True)
        return found[:LENGTH]
