"""Screens on titles of commendation and calls for stories."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from ..organisation.day_block import DayPanel
from ..organisation.viewsets import VALID_DAYS, KeHoachModelViewSet
from .campaigns import StoryCampaign
from .recognition import RecognitionTitle


class RecognitionTitleViewSet(KeHoachModelViewSet):
    name = "kehoach_recognition_titles"
    model = RecognitionTitle
    icon = "success"
    menu_name = "kehoach-recognition-titles"
    menu_order = 710
    list_display = ["name", "level", "for_whom", "valid_from", "valid_to"]
    list_filter = ["level", "for_whom"]
    search_fields = ["name"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel(["level", "for_whom"], classname="kh-pair"),
        FieldRowPanel(["source", "sort_order"], classname="kh-pair"),
        VALID_DAYS,
        FieldPanel("successor", help_text=_("The title that took its place.")),
    ]


def _words(campaign: StoryCampaign) -> str:
    limit = campaign.max_words
    return "" if limit is None else number_format(limit, force_grouping=True)


class StoryCampaignViewSet(KeHoachModelViewSet):
    name = "kehoach_campaigns"
    model = StoryCampaign
    icon = "date"
    menu_name = "kehoach-campaigns"
    menu_order = 310
    list_display = [
        "topic",
        Column("deadline_text", label=_("Last day"), sort_key="deadline"),
        Column(
            "max_words",
            label=capfirst(_("words at most")),
            accessor=_words,
            sort_key="max_words",
        ),
        "max_photos",
    ]
    search_fields = ["topic", "details"]
    panels = [
        FieldPanel("topic"),
        FieldPanel("details"),
        FieldPanel("audience"),
        FieldRowPanel(["max_words", "max_photos"], classname="kh-pair"),
        FieldRowPanel(
            [DayPanel("opens_on"), DayPanel("deadline")], classname="kh-pair"
        ),
    ]
