"""Screens on themes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, TitleFieldPanel

from ..organisation.viewsets import KeHoachModelViewSet
from .models import Theme


class ThemeViewSet(KeHoachModelViewSet):
    name = "kehoach_themes"
    model = Theme
    icon = "tag"
    menu_name = "kehoach-themes"
    menu_order = 700
    list_display = ["name", "sort_order"]
    search_fields = ["name"]
    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldRowPanel(
            [FieldPanel("slug", heading=_("Slug")), "sort_order"], classname="kh-pair"
        ),
        FieldPanel("description"),
    ]
