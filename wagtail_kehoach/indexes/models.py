"""Index pages: what lies below them, filtered, a page at a time, at a constant cost."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _, override
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import get_page_models

from ..approval.guard import GuardedPageMixin
from ..conf import kehoach_settings
from ..languages.mixins import LanguageMixin
from ..languages.rules import is_translated, spoken, words_around
from .filters import IndexFilter, view_filters
from .pagination import EvenPaginator
from .restrictions import RestrictionsMixin, with_state_of_portal

if TYPE_CHECKING:
    from django.db.models import QuerySet

__all__ = ["IndexFilter", "IndexPageMixin"]

ENTRY_PICTURE = "fill-480x320|format-webp"


class IndexPageMixin(RestrictionsMixin, LanguageMixin, GuardedPageMixin):
    """Lists the live pages of one kind below it.

    A portal sets ``entry_model`` only where it has several unrelated page types with
    the same mixin.
    """

    intro = RichTextField(
        verbose_name=_("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
    )

    entry_mixin: ClassVar[type[models.Model]]
    entry_model: ClassVar[type[models.Model] | None] = None
    entry_order: ClassVar[tuple[str, ...]]
    entry_template: ClassVar[str]
    #: What the page of an entry shows of others, read together with it.
    entry_related: ClassVar[tuple[str, ...]] = ()
    #: What the list shows of others, read together with its entries.
    listed_related: ClassVar[tuple[str, ...]] = ()
    filters: ClassVar[list[IndexFilter]] = []
    index_panels: ClassVar[list[Any]] = [FieldPanel("intro")]

    class Meta:
        abstract = True

    @classmethod
    def get_entry_model(cls) -> type[models.Model]:
        """The page type that is listed: the one with ``entry_mixin`` that may lie below."""
        if cls.entry_model is not None:
            return cls.entry_model
        listed = cls.entry_candidates()
        found = [model for model in listed if issubclass(model, cls.entry_mixin)]
        roots = [m for m in found if not any(issubclass(m, o) for o in found if o != m)]
        if len(roots) != 1:
            raise ImproperlyConfigured(
                f"{cls.__name__}: set entry_model, there are {len(roots)} page types "
                f"with {cls.entry_mixin.__name__}."
            )
        return roots[0]

    @classmethod
    def entry_candidates(cls) -> list[type[models.Model]]:
        """The page types among which ``get_entry_model`` looks."""
        return cls.clean_subpage_models()

    def get_entries(self) -> QuerySet:
        """Everything that this page lists, in order, without the long texts."""
        model = self.get_entry_model()
        streams = [f.name for f in model._meta.fields if isinstance(f, StreamField)]
        found = model.objects.child_of(self)
        if self.listed_related:
            found = found.select_related(*self.listed_related)
        return (
            self._readable(found)
            .defer(*streams, "search_description", "seo_title")
            .order_by(*self.entry_order)
        )

    def count_entries(self) -> int:
        """How many entries there are, from the table that all pages share.

        Counting in the table of the page type would read past its long texts. Entries of
        a portal's own ``get_entries`` are counted as it finds them.
        """
        if type(self).get_entries is not IndexPageMixin.get_entries:
            return self.get_entries().count()
        listed = self.get_entry_model()
        kinds = [model for model in get_page_models() if issubclass(model, listed)]
        types = ContentType.objects.get_for_models(*kinds).values()
        children = self._readable(self.get_children())
        return children.filter(content_type__in=types).count()

    def _readable(self, children: QuerySet) -> QuerySet:
        """Those of ``children`` that everybody may read who may read this page."""
        closed = [
            Q(path__startswith=path)
            for path in self.closed_paths()
            if not self.path.startswith(path)
        ]
        return children.live().exclude(reduce(or_, closed, Q(pk__in=[])))

    def route(self, request, path_components):
        """Find an entry with one statement, where Wagtail takes two."""
        if path_components:
            entries = self.get_entry_model().objects.child_of(self)
            if self.entry_related:
                entries = entries.select_related(*self.entry_related)
            found = with_state_of_portal(entries).filter(slug=path_components[0])
            entry = next(iter(found.order_by()[:1]), None)
            if entry is not None and type(entry) is entry.specific_class:
                return entry.route(request, path_components[1:])
        return super().route(request, path_components)

    def with_pictures(self, entries: QuerySet) -> QuerySet:
        """``entries`` with the renditions that a listing shows: one more statement."""
        if not any(f.name == "picture" for f in entries.model._meta.fields):
            return entries
        rendition = get_image_model().get_rendition_model()
        made = rendition.objects.filter(filter_spec=ENTRY_PICTURE)
        return entries.select_related("picture").prefetch_related(
            Prefetch("picture__renditions", made, to_attr="prefetched_renditions")
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        entries = self.get_entries()
        offered = self.filters
        if is_translated(self):
            # Themes have Vietnamese names; the glossary may have others.
            theme = IndexFilter.theme_in(spoken(self))
            offered = [theme if f.name == theme.name else f for f in offered]
        with override(words_around(self)):  # countries have their names from Django
            shown = view_filters(offered, entries, request.GET)
        by_name = {f.name: f for f in offered}
        for view in shown:
            if view.chosen:
                entries = by_name[view.name].narrow(entries, view.chosen.value)
        kept = {view.name: view.chosen.key for view in shown if view.chosen}
        paginator = EvenPaginator(
            self.with_pictures(entries), kehoach_settings.ITEMS_PER_PAGE
        )
        if not kept:
            paginator.count = self.count_entries()
        context.update(
            entries=paginator.get_page(request.GET.get("trang")),
            filters=shown,
            kept=kept,
            filtered=bool(kept),
            entry_template=self.entry_template,
        )
        return context
