"""Who may read a page, asked with fewer statements and smaller ones than Wagtail's."""

from __future__ import annotations

import swapper
from django.db import models
from django.db.models import Q
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


class RestrictionsMixin(models.Model):
    """Mix into a page before its other bases. Answers just what Wagtail answers."""

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """The view restrictions of this page and of those above it.

        A page that is an alias, or lies below one, takes those of the alias's source;
        such chains are left to Wagtail.
        """
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
