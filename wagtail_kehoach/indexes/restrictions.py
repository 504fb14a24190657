"""Who may read a page, asked with fewer statements and smaller ones than Wagtail's."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING

import swapper
from django.db import connections, models, router
from django.db.models import Exists, OuterRef, Q, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left, Length
from wagtail.models import PageLogEntry, PageViewRestriction

from ..languages import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.models import Site

#: Keys are given before they are committed: so many may overtake one another.
RECENT = 100

# Written out: the ORM takes more time to put these together in each request than any
# database takes to answer them. Nothing in them comes from outside.
_ANY_RESTRICTION = RawSQL(  # noqa: S611
    f"EXISTS(SELECT 1 FROM {PageViewRestriction._meta.db_table})",  # noqa: S608
    (),
    models.BooleanField(),
)
#: The keys of the last things logged, added up: one that commits late counts too.
_LAST_LOGGED = RawSQL(  # noqa: S611
    f"SELECT SUM(id) FROM (SELECT id FROM {PageLogEntry._meta.db_table}"  # noqa: S608
    f" ORDER BY id DESC LIMIT {RECENT}) AS recent",
    (),
    models.BigIntegerField(),
)


def pages_restricted() -> models.QuerySet:
    """The pages that have a view restriction of their own.

    Led by the restrictions, which are few: joined, SQLite may read every page.
    """
    Page = swapper.load_model("wagtailcore", "Page")
    return Page.objects.filter(pk__in=PageViewRestriction.objects.values("page_id"))


def paths_restricted() -> list[str]:
    """Where in the tree not everybody may read. One statement.

    An alias is read by those who may read its source.
    """
    database = router.db_for_read(PageViewRestriction)
    statement, parameters = _restricted(database)
    with connections[database].cursor() as cursor:
        cursor.execute(statement, parameters)
        return [path for (path,) in cursor.fetchall()]


@cache
def _restricted(database: str) -> tuple[str, tuple]:
    """The statement, which is always the same; making it costs more than asking it."""
    closed = pages_restricted().using(database).order_by()
    above_source = closed.filter(path=Left(OuterRef("alias_of__path"), Length("path")))
    aliases = closed.model.objects.filter(Exists(above_source), alias_of__isnull=False)
    own = closed.values_list("path", flat=True)
    every = own.union(aliases.order_by().values_list("path", flat=True))
    return every.query.get_compiler(database).as_sql()


def readable(site: Site, pages: models.QuerySet | None = None) -> models.QuerySet:
    """The live pages of ``site`` that need no log-in and no password; of ``pages``."""
    return readable_below(*tops_and_closed(site), pages)


def readable_below(
    tops: Iterable[str], closed: list[str], pages: models.QuerySet | None = None
) -> models.QuerySet:
    """The live pages below ``tops`` and not below ``closed``, which are paths in the tree."""
    if pages is None:
        pages = swapper.load_model("wagtailcore", "Page").objects.all()
    return pages.filter(_below_any(tops)).live().exclude(_below_any(closed))


def tops_and_closed(site: Site) -> tuple[dict[str, str], list[str]]:
    """The paths of the trees that ``site`` shows, one for each language, with its code.

    And where not everybody may read, as ``paths_restricted``. One statement for both.
    """
    root = site.root_page
    if not rules.is_on():
        return {root.path: ""}, paths_restricted()
    database = router.db_for_read(PageViewRestriction)
    closed, values = _restricted(database)
    trees = type(root).objects.filter(translation_key=root.translation_key).order_by()
    codes = trees.values_list("path", "locale__language_code").query
    tops, more = codes.get_compiler(database).as_sql()
    with connections[database].cursor() as cursor:
        cursor.execute(
            f"SELECT path, NULL FROM ({closed}) closed UNION ALL {tops}",  # noqa: S608 -- own SQL
            [*values, *more],
        )
        rows = cursor.fetchall()
    shown = {path: code for path, code in rows if code is not None}
    return shown, [path for path, code in rows if code is None]


def _below_any(paths: Iterable[str]) -> Q:
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))


def with_state_of_portal(pages: models.QuerySet) -> models.QuerySet:
    """``pages``, each knowing two facts about the portal, asked in the same statement.

    Whether it has any view restriction at all: few portals have one, and without any no
    statement looks for those of this page. And what was done last to any page, see
    ``last_logged``.
    """
    return pages.annotate(
        _kehoach_restricted=_ANY_RESTRICTION, _kehoach_last_logged=_LAST_LOGGED
    )


def last_logged(page: models.Model) -> int | None:
    """A number for what Wagtail logged last for any page, when ``page`` was read.

    Wagtail logs once it is done: what was published, moved, taken down or made private
    before is seen by every later read.
    """
    if "_kehoach_last_logged" not in page.__dict__:
        rows = PageLogEntry.objects.order_by("-pk").values("pk")[:RECENT]
        return rows.aggregate(total=Sum("pk"))["total"]
    return page._kehoach_last_logged


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
