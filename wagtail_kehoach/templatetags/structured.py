"""What search engines are told of a page: a sentence, and facts in schema.org's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override, pgettext

from ..foreign_info.models import ForeignInfoPageMixin
from ..languages.rules import spoken, words_around
from ..plans.models import PlanPageMixin
from ..posts.models import PostMixin

if TYPE_CHECKING:
    from wagtail.models import Page


def described(page: Page) -> str:
    """The description of ``page`` for search engines: the editor's, or what it is."""
    if page.search_description or isinstance(page, PostMixin):
        return page.search_description or page.lead
    if isinstance(page, PlanPageMixin):
        with override(words_around(page)):
            kind = pgettext("before its number", "Plan")
        said = (kind, page.number_and_symbol, page.issuing_body)
        return f"{' '.join(filter(None, said))}: {page.title}"
    return " ".join(strip_tags(getattr(page, "intro", "")).split())


def facts_of(page: PlanPageMixin | PostMixin, publisher: str) -> dict[str, Any]:
    """A plan or a post as schema.org has it; a fact that nobody knows is empty."""
    if isinstance(page, PlanPageMixin):
        return _plan_facts(page)
    return _post_facts(page, publisher)


def _plan_facts(page: PlanPageMixin) -> dict[str, Any]:
    covered = [day.isoformat() for day in (page.starts_on, page.ends_on) if day]
    return {
        "@type": "Report",
        "name": page.title,
        "description": described(page),
        "inLanguage": spoken(page),
        "reportNumber": page.number_and_symbol,
        "datePublished": page.official_date and page.official_date.isoformat(),
        "temporalCoverage": "/".join(covered),
        "publisher": {"@type": "Organization", "name": page.issuing_body},
    }


def _post_facts(page: PostMixin, publisher: str) -> dict[str, Any]:
    changed = page.last_published_at
    school = publisher and {"@type": "Organization", "name": publisher}
    return {
        "@type": "NewsArticle" if isinstance(page, ForeignInfoPageMixin) else "Article",
        "headline": page.title,
        "description": described(page),
        "inLanguage": spoken(page),
        "datePublished": page.post_date and page.post_date.isoformat(),
        "dateModified": changed
        and timezone.localtime(changed).isoformat("T", "seconds"),
        "author": school,
        "publisher": school,
    }


def picture_facts(page: Page, url: str, width: int, height: int) -> dict[str, Any]:
    """The picture of ``page`` at ``url`` as schema.org has it."""
    return {
        "@type": "ImageObject",
        "url": url,
        "width": width,
        "height": height,
        "caption": getattr(page, "picture_said", ""),
    }
