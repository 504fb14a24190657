"""A flat listing in the menu for each page type that has one of our mixins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables.pages import PageTitleColumn, ParentPageColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import get_page_models

if TYPE_CHECKING:
    from django.db import models
    from django.http import HttpRequest


#: Wagtail's, but titles are no order: databases do not sort them as Vietnamese has them,
#: and there are many. What Wagtail calls the parent of a page is not only said of pages.
OURS = {
    "title": PageTitleColumn("title", label=_("Title"), classname="title"),
    "parent": ParentPageColumn("parent", label=_("Parent page")),
}


class PageIndexView(IndexView):
    """Says that there is nothing where Wagtail shows the head of an empty table."""

    results_template_name = "wagtail_kehoach/admin/pages_results.html"
    base_columns = [OURS.get(column.name, column) for column in IndexView.base_columns]


class PagesMenuItem(MenuItem):
    """Shown to those whom Wagtail's explorer is shown to."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


class PagesOfOneType(PageListingViewSet):
    """A listing that leads nobody where he may not go."""

    index_view_class = PageIndexView
    menu_item_class = PagesMenuItem


def listings(
    mixin: type[models.Model], *, name: str, icon: str, order: int
) -> list[PageListingViewSet]:
    """One listing for each page type with ``mixin``; a portal's own types included.

    Called in the menu what it is called on the screen.
    """
    found = [model for model in get_page_models() if issubclass(model, mixin)]
    return [
        PagesOfOneType(
            _numbered(name, place),
            model=model,
            icon=icon,
            menu_label=capfirst(model._meta.verbose_name_plural),
            menu_name=_numbered(name, place).replace("_", "-"),
            menu_hook="register_kehoach_menu_item",
            menu_order=order + place,
            add_to_admin_menu=True,
        )
        for place, model in enumerate(found)
    ]


def _numbered(name: str, place: int) -> str:
    return name if place == 0 else f"{name}_{place}"
