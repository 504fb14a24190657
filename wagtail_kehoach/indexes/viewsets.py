"""A flat listing in the menu for each page type that has one of our mixins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import get_page_models

if TYPE_CHECKING:
    from django.db import models


class PageIndexView(IndexView):
    """Says that there is nothing where Wagtail shows the head of an empty table."""

    results_template_name = "wagtail_kehoach/admin/pages_results.html"


def listings(
    mixin: type[models.Model], *, name: str, icon: str, label, order: int
) -> list[PageListingViewSet]:
    """One listing for each page type with ``mixin``; a portal's own types included."""
    found = [model for model in get_page_models() if issubclass(model, mixin)]
    return [
        PageListingViewSet(
            _numbered(name, place),
            model=model,
            index_view_class=PageIndexView,
            icon=icon,
            menu_label=label if place == 0 else model._meta.verbose_name_plural,
            menu_name=_numbered(name, place).replace("_", "-"),
            menu_hook="register_kehoach_menu_item",
            menu_order=order + place,
            add_to_admin_menu=True,
        )
        for place, model in enumerate(found)
    ]


def _numbered(name: str, place: int) -> str:
    return name if place == 0 else f"{name}_{place}"
