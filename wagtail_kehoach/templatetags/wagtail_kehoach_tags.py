"""What the public templates ask for; a portal may use all of it in its own.

- ``kehoach_head``: our style sheet, for the ``<head>`` of every ``base.html``.
- ``page_language``: the language of the page, for ``<html lang>``.
- ``search_url``: where the search of its language is, for the form in the header.
- ``versions_of page as versions``: the page in its languages; ``version_url version``.
- ``called name as own``: what the glossary calls a name of a register; empty without.
- ``marked name``: the same; without, the name as it is, with its language told.
- ``theme_feed page slug as feed``: where the feed of a theme is, in the language of the page.
- ``approval_of page as approval``: who approved the text that is public.
- ``follows page as followed``: which version of its source a translation follows.
- ``standing_of page as standing``: what the register says of a document.
- ``plan_tasks page as tasks``: tasks with their state and the posts that serve them.
- ``picture_outside page image as shared``: the picture that messengers may show, or nothing.
- ``with_pictures pages as pages``: posts, ready for the entries of a listing.
- ``text|years_whole``: "2026-2027" in one piece.
- ``day|vi_date``: ngày 05 tháng 02 năm 2026; ``day|vi_date_short``: 05/02/2026.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.models import Page, Site

from ..languages import rules as languages
from ..languages.glossary import called_on
from ..languages.queries import Version, versions_of
from ..languages.rules import is_translated, open_graph
from ..plans.documents import titles_on_paper
from ..search.tongues import address_in
from . import approvals, document, naming, pictures, plans, words
from .structured import described, facts_of, picture_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest


register = template.Library()
register.filter(described)
register.filter(open_graph)
register.filter(is_translated)
for of_a_plan in (
    document.place_and_date, document.number_or_blank, document.in_the_table,
    document.outside_the_table, document.with_posts, titles_on_paper,
):  # fmt: skip
    register.filter(of_a_plan)
for word in (
    words.vi_date, words.vi_date_short, words.tel, words.break_after_at, words.ending,
    words.years_whole,
):  # fmt: skip
    register.filter(word)

for of_the_page in (
    naming.called, naming.marked, plans.standing_of, plans.plan_tasks, plans.document_key,
):  # fmt: skip
    register.simple_tag(of_the_page, takes_context=True)
for asked in (
    naming.themes_named, pictures.hero_pictures, pictures.picture_outside,
    pictures.with_pictures, approvals.approval_of, approvals.follows, plans.plan_text,
    plans.next_due, plans.tasks_served,
):  # fmt: skip
    register.simple_tag(asked)

JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


# The frame of a page


@register.inclusion_tag("wagtail_kehoach/includes/head.html")
def kehoach_head() -> dict[str, Any]:
    """Our style sheet. Every ``base.html`` needs this tag in its ``<head>``."""
    return {}


@register.simple_tag(takes_context=True)
def page_language(context: template.Context) -> str:
    """The language of the page, for ``lang`` and the like: ``<html lang="{% … %}">``."""
    return languages.spoken(context.get("page"))


@register.simple_tag(takes_context=True)
def interface_language(context: template.Context) -> str:
    """The language of the words around the text of the page; see ``docs/languages.md``."""
    return languages.words_around(context.get("page"))


@register.simple_tag(takes_context=True)
def search_url(context: template.Context) -> str:
    """Where the search is that looks among pages of the language of this one."""
    return address_in(languages.spoken(context.get("page")))


@register.simple_tag(name="versions_of")
def versions(page: Page) -> list[Version]:
    """The page in each language that everybody may read it in; none where there is one."""
    return versions_of(page)


@register.simple_tag(takes_context=True)
def version_url(context: template.Context, version: Version) -> str:
    """Where ``version`` is read."""
    return version.url_for(context.get("request"))


@register.simple_tag
def page_query(kept: Mapping[str, str], number: int) -> str:
    """The query of a listing's page ``number`` with the filters in ``kept``."""
    parameters = {**kept, "trang": number} if number > 1 else kept
    return "?" + urlencode(parameters) if parameters else ""


@register.simple_tag
def theme_feed(page: Page, slug: str) -> str:
    """Where the feed of a theme is, in the language of ``page``; empty without addresses."""
    own = [languages.spoken(page)] if is_translated(page) else []
    name = "wagtail_kehoach:theme_feed_in" if own else "wagtail_kehoach:theme_feed"
    try:
        return reverse(name, args=(slug, *own))
    except NoReverseMatch:
        return ""


@register.simple_tag
def absolute_url(page: Page, url: str) -> str:
    """``url`` with the address of the site that ``page`` belongs to."""
    return urljoin(page.full_url or "", url)


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context, page: Page, image=None) -> str:
    """What search engines read about a plan or a post, as JSON-LD."""
    facts = facts_of(page, _site_name(page, context.get("request")))
    if image:
        address = urljoin(page.full_url or "", image.url)
        facts["image"] = picture_facts(page, address, image.width, image.height)
    facts = {"@context": "https://schema.org", **facts, "url": page.full_url}
    said = {key: value for key, value in facts.items() if value}
    text = json.dumps(said, ensure_ascii=False).translate(JSON_ESCAPES)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text),  # noqa: S308 -- "<", ">" and "&" are escaped above
    )


def _site_name(page: Page, request: HttpRequest | None) -> str:
    site = Site.find_for_request(request) if request else None
    name = site.site_name if site else ""
    return called_on(page, name) or name
