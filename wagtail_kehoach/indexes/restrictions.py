"""Who may read a page, asked with fewer statements and smaller ones than Wagtail's."""

from __future__ import annotations

import swapper
from django.db import models
from django.db.models import Exists, Q
from wagtail.models import PageViewRestriction


def pages_restricted() -> models.QuerySet:
    """The pages that have a view restriction of their own.

    Led by the restrictions, which are few: joined, SQLite may read every page.
    """
    Page = swapper.load_model("wagtailcore", "Page")
    return Page.objects.filter(pk__in=PageViewRestriction.objects.values("page_id"))


def paths_restricted() -> list[str]:
    """Where in the tree not everybody may read. One statement."""
    return list(pages_restricted().order_by().values_list("path", flat=True))


def with_openness(pages: models.QuerySet) -> models.QuerySet:
    """``pages``, each knowing whether the portal has any view restriction at all.

    Few portals have one. Asked in the statement that finds the page, it saves the one
    that would look for restrictions of this page.
    """
    return pages.annotate(_kehoach_restricted=Exists(PageViewRestriction.objects.all()))


class RestrictionsMixin(models.Model):
    """Mix into a page before its other bases. Answers just what Wagtail answers."""

    class Meta:
        abstract = True

    def closed_paths(self) -> list[str]:
        """``paths_restricted``, as it was when Wagtail asked who may read this page."""
        found = self.__dict__.get("_kehoach_closed_paths")
        return paths_restricted() if found is None else found

    def get_view_restrictions(self):
        """The view restrictions of this page and of those above it.

        A page that is an alias, or lies below one, takes those of the alias's source;
        such chains are left to Wagtail.
        """
        known_open = self.__dict__.pop("_kehoach_restricted", None) is False
        self._kehoach_closed_paths = [] if known_open else paths_restricted()
        if not self._kehoach_closed_paths:
            return PageViewRestriction.objects.none()
        if self.pk is None or not self.path or self.alias_of_id:
            return super().get_view_restrictions()
        steps = range(self.steplen, len(self.path), self.steplen)
        above = Q(path__in=[self.path[:end] for end in steps])
        base = self._meta.get_field("path").model
        rows = base._base_manager.filter(above | Q(pk=self.pk)).order_by()
        found = list(rows.values_list("alias_of_id", "view_restrictions"))
        if any(source for source, _restriction in found):
            return super().get_view_restrictions()
        restrictions = {key for _source, key in found if key is not None}
        if not restrictions:
            return PageViewRestriction.objects.none()
        return PageViewRestriction.objects.filter(pk__in=restrictions)
