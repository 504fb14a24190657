"""The mixin by which a page of ours is read in its own language only."""

from __future__ import annotations

from django.db import models
from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.url_routing import RouteResult
from wagtail.utils.decorators import cached_classmethod

from ..approval.rules import all_of
from . import points, rules, staleness
from .missing import source_at
from .panels import TranslationPanel
from .queries import borrows_its_text, source_row
from .typed import why_not_in_its_language, why_not_titled
from .untranslated import why_not_translated

#: What a route says to the hook that answers; see ``hooks.py``.
INSTEAD = "kehoach_instead"


class LanguageMixin(models.Model):
    """Mix into a guarded page before ``GuardedPageMixin``.

    Its alias in another language stays a draft, and the address of a page that is not
    translated answers 404 with a link to the source.
    """

    each_language_apart = True

    class Meta:
        abstract = True

    def route(self, request, path_components):
        """As Wagtail does; where that finds nothing, what the source language has."""
        try:
            return super().route(request, path_components)
        except Http404:
            source = rules.is_on() and source_at(self, request, path_components)
            if not source:
                raise
        return RouteResult(self, kwargs={INSTEAD: source})

    @cached_classmethod
    def get_edit_handler(cls):
        """The panels of this page type; first what a translation follows."""
        handler = super().get_edit_handler()
        tab = handler.children[0] if handler.children else handler
        tab.children.insert(0, TranslationPanel().bind_to_model(cls))
        return handler

    def why_not_show(self) -> str | None:
        """Return also what is not translated yet, that nothing is in its language, or what
        a machine says and no person."""
        reason = super().why_not_show()
        if not rules.is_translated(self):
            return reason
        untranslated = (
            why_not_translated(self)
            or why_not_in_its_language(self)
            or why_not_titled(self)
        )
        return all_of(reason, untranslated, *(ask(self) for ask in points.REASONS))

    def points_to_check(self) -> list[str]:
        """Also that the source has moved on, what is not in the language of the page, and
        what the glossary calls otherwise."""
        said = super().points_to_check()
        return (
            [*said, *points.of_translation(self)] if rules.is_translated(self) else said
        )

    def to_read_beside(self):
        """Also the public source: not every principal reads the language of the page."""
        source = source_row(self) if rules.is_translated(self) else None
        url = source and source.live and source.get_url()
        if not url:
            return super().to_read_beside()
        said = {"title": source.title, "language": source.locale}
        name = _("Source: “%(title)s” (%(language)s)") % said
        return [*super().to_read_beside(), (name, url)]

    def kept_with_approval(self):
        return {**super().kept_with_approval(), **staleness.for_record(self)}

    def get_sitemap_urls(self, request=None):
        """Nothing for a page that only repeats one in another language."""
        return [] if borrows_its_text(self) else super().get_sitemap_urls(request)
