"""The screen on the glossary."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ..organisation.viewsets import KeHoachModelViewSet
from .models import GlossaryTerm


class GlossaryViewSet(KeHoachModelViewSet):
    name = "kehoach_glossary"
    model = GlossaryTerm
    icon = "openquote"
    menu_name = "kehoach-glossary"
    menu_order = 720
    list_display = ["term", "locale", "translation", "source"]
    list_filter = ["locale"]
    search_fields = ["term", "translation"]
    panels = [
        FieldRowPanel(["term", "locale"], classname="kh-pair"),
        FieldRowPanel(["translation", "source"], classname="kh-pair"),
        FieldPanel("note"),
    ]
