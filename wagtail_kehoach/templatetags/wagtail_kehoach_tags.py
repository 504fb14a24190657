"""What the public templates ask for; a portal may use all of it in its own.

- ``kehoach_head``: our style sheet, for the ``<head>`` of every ``base.html``.
- ``page_language``: the language of the page, for ``<html lang>``.
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
from django.conf import settings
from django.core.cache import cache
from django.db.models import Prefetch, prefetch_related_objects
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, Site

from ..approval.models import Approval
from ..approval.queries import live_approval
from ..conf import kehoach_settings
from ..indexes.models import ENTRY_PICTURE
from ..languages import rules as languages
from ..languages.glossary import called_on
from ..languages.queries import Version, versions_of
from ..languages.rules import is_translated, open_graph
from ..languages.staleness import Followed, public_follows
from ..plans.models import PlanPageMixin
from ..plans.public import PlanPart, TaskRow, fingerprint, parts_of, task_rows
from ..registration.public import Standing, standing_in_register
from ..sharing.rules import may_not_leave
from . import document, naming, words
from .structured import described, facts_of, picture_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpRequest

    from ..plans.task_models import PlanTask
    from ..posts.models import PostMixin
    from ..themes.models import ServesMixin

register = template.Library()
register.filter(described)
register.filter(open_graph)
register.filter(is_translated)
for of_a_plan in (
    document.place_and_date, document.number_or_blank, document.before_annexes,
    document.annexes, document.shows_tasks, document.in_the_table,
    document.outside_the_table, document.with_posts, document.mark_below,
):  # fmt: skip
    register.filter(of_a_plan)
for word in (
    words.vi_date, words.vi_date_short, words.tel, words.break_after_at, words.ending,
    words.years_whole,
):  # fmt: skip
    register.filter(word)

for name in (naming.called, naming.marked):
    register.simple_tag(name, takes_context=True)
register.simple_tag(naming.themes_named)

DOCUMENT_KEY = "kehoach-document-key"
APPROVAL_SECONDS = 24 * 60 * 60
HERO_PICTURES = {
    "small": "width-720|format-webp",
    "large": "width-1440|format-webp",
    "shared": "fill-1200x630|format-jpeg",
}
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


# Pictures


@register.simple_tag
def hero_pictures(image) -> dict[str, Any] | None:
    """The renditions at the top of a post: small, large, shared. At most one statement.

    ``None`` where there is no picture, or its file is gone.
    """
    if not image:
        return None
    try:
        made = image.get_renditions(*HERO_PICTURES.values())
    except SourceImageIOError:
        return None
    image.prefetched_renditions = list(made.values())  # asked for twice on a page
    return {name: made[spec] for name, spec in HERO_PICTURES.items()}


@register.simple_tag
def picture_outside(post: PostMixin, image):
    """``image`` where messengers and search engines may show it, else ``None``.

    They keep a copy of what a page offers them: who is in it must have agreed to social
    networks as well. At most three statements; none without a picture.
    """
    return None if not image or may_not_leave(post) else image


@register.simple_tag
def with_pictures(pages: Iterable[PostMixin]) -> list[PostMixin]:
    """Posts with the pictures that a listing shows. Two statements more."""
    pages = list(pages)
    made = get_image_model().get_rendition_model().objects
    renditions = Prefetch(
        "picture__renditions",
        made.filter(filter_spec=ENTRY_PICTURE),
        to_attr="prefetched_renditions",
    )
    prefetch_related_objects(pages, "picture", renditions)
    return pages


# Approval


@register.simple_tag
def approval_of(obj) -> Approval | None:
    """The approval of the public text of ``obj`` where it is to be shown.

    Kept in the cache: a record never changes, and a new text has another name there.
    But for an emergency, on which a principal may decide at any moment.
    """
    approval = _known_approval(obj) if kehoach_settings.SHOW_APPROVAL else None
    if approval is None or approval.kind == Approval.Kind.SETUP:
        return None
    return approval


@register.simple_tag
def follows(page: Page) -> Followed | None:
    """Which version of its source the public text of a translation follows.

    Nothing for a source. At most four statements.
    """
    if not page or not languages.is_translated(page):
        return None
    return public_follows(page, _known_approval(page))


def _known_approval(obj) -> Approval | None:
    if not obj or not obj.live_revision_id:
        return None
    when = obj.last_published_at and obj.last_published_at.timestamp()
    key = f"kehoach:approval:{obj._meta.label}:{obj.pk}:{obj.live_revision_id}:{when}"
    approval = cache.get(key)
    if approval is None:
        approval = live_approval(obj)
        if approval is None or not approval.is_emergency:
            cache.set(key, approval, APPROVAL_SECONDS)
    return approval


# The register


@register.simple_tag(takes_context=True)
def standing_of(context: template.Context, page: PlanPageMixin) -> Standing | None:
    """What the register says of ``page``: replaced, corrected, recalled, its signed file.

    Nothing more than a look at its entry where there is none; else at most three statements,
    for a translation four.
    """
    return standing_in_register(page, context.get("request")) if page else None


# Plans


@register.simple_tag
def plan_parts(page: PlanPageMixin) -> list[PlanPart]:
    """The blocks of a plan's text, each heading with an anchor of its own."""
    return parts_of(page)


@register.simple_tag(takes_context=True)
def plan_tasks(context: template.Context, page: PlanPageMixin) -> list[TaskRow]:
    """The tasks of a plan: as they run where it is public, as written in a preview.

    Two statements.
    """
    if not page:
        return []
    request = context.get("request")
    return task_rows(page, request, as_written=not _is_public(request, page))


@register.simple_tag(takes_context=True)
def document_key(context: template.Context, page: PlanPageMixin) -> str:
    """Names the HTML of a public plan by all that it is made of; empty: do not keep it."""
    request = context.get("request")
    if settings.DEBUG or not _is_public(request, page):
        return ""
    known = context.render_context  # a page asks in its head and in its body
    if DOCUMENT_KEY not in known:
        approval = approval_of(page)
        # An emergency says that nobody confirmed it yet.
        passing = approval is not None and approval.is_emergency
        known[DOCUMENT_KEY] = "" if passing else fingerprint(page, request)
    return known[DOCUMENT_KEY]


@register.simple_tag
def next_due(rows: list[TaskRow]) -> PlanTask | None:
    """The task that is due next, of those that no post carries out yet."""
    today = timezone.localdate()
    open_tasks = [row.task for row in rows if row.task.due_on and not row.posts]
    coming = [task for task in open_tasks if task.due_on >= today]
    return min(coming, key=lambda task: task.due_on, default=None)


def _is_public(request: HttpRequest | None, page: Page) -> bool:
    return (
        page.live and request is not None and not getattr(request, "is_preview", False)
    )


# Posts


@register.simple_tag
def tasks_served(post: ServesMixin) -> list[PlanTask]:
    """The tasks of public plans that ``post`` carries out. One statement."""
    tasks = post.tasks.select_related("page")
    closed = tuple(post.closed_paths())
    return [
        task
        for task in tasks
        if task.withdrawn_at is None
        and task.page.live
        and not task.page.path.startswith(closed)
    ]
