"""Screens on titles of commendation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ..organisation.viewsets import VALIDITY, KeHoachModelViewSet
from .recognition import RecognitionTitle


class RecognitionTitleViewSet(KeHoachModelViewSet):
    name = "kehoach_recognition_titles"
    model = RecognitionTitle
    icon = "success"
    menu_label = _("Titles of commendation")
    menu_order = 710
    list_display = ["name", "level", "for_whom", "valid_from", "valid_to"]
    list_filter = ["level", "for_whom"]
    search_fields = ["name"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel(["level", "for_whom"], classname="kh-pair"),
        FieldRowPanel(["source", "sort_order"], classname="kh-pair"),
        *VALIDITY,
    ]
