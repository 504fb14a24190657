"""Ready-made page types: each one a mixin on Wagtail's own page, and nothing more."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TitleFieldPanel
from wagtail.models import Page

from ..foreign_info.models import ForeignInfoIndexPageMixin, ForeignInfoPageMixin
from ..plans.models import PlanIndexPageMixin, PlanPageMixin
from ..spokespersons.pages import SpokespersonIndexPageMixin
from ..stories.honour_roll import HonourRollPageMixin
from ..stories.models import StoryIndexPageMixin, StoryPageMixin


class PlanIndexPage(PlanIndexPageMixin, Page):
    content_panels = [*Page.content_panels, *PlanIndexPageMixin.index_panels]
    subpage_types = ["wagtail_kehoach_pages.PlanPage"]

    class Meta:
        verbose_name = _("list of plans")
        verbose_name_plural = _("lists of plans")


class PlanPage(PlanPageMixin, Page):
    content_panels = [
        TitleFieldPanel(
            "title",
            heading=_("Subject of the plan"),
            placeholder=_("Subject of the plan"),
            help_text=_("As printed under the word KẾ HOẠCH, without that word."),
        ),
        *PlanPageMixin.plan_panels,
    ]
    search_fields = [*Page.search_fields, *PlanPageMixin.plan_search_fields]
    parent_page_types = ["wagtail_kehoach_pages.PlanIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("communication plan")
        verbose_name_plural = _("communication plans")


class StoryIndexPage(StoryIndexPageMixin, Page):
    content_panels = [*Page.content_panels, *StoryIndexPageMixin.index_panels]
    subpage_types = ["wagtail_kehoach_pages.StoryPage"]

    class Meta:
        verbose_name = _("list of outstanding examples")
        verbose_name_plural = _("lists of outstanding examples")


class StoryPage(StoryPageMixin, Page):
    content_panels = [*Page.content_panels, *StoryPageMixin.story_panels]
    search_fields = [*Page.search_fields, *StoryPageMixin.story_search_fields]
    parent_page_types = ["wagtail_kehoach_pages.StoryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("outstanding example")
        verbose_name_plural = _("outstanding examples")


class HonourRollPage(HonourRollPageMixin, Page):
    content_panels = [*Page.content_panels, *HonourRollPageMixin.index_panels]
    subpage_types = []

    class Meta:
        verbose_name = _("roll of honour")
        verbose_name_plural = _("rolls of honour")


class ForeignInfoIndexPage(ForeignInfoIndexPageMixin, Page):
    content_panels = [*Page.content_panels, *ForeignInfoIndexPageMixin.index_panels]
    subpage_types = ["wagtail_kehoach_pages.ForeignInfoPage"]

    class Meta:
        verbose_name = _("list of foreign information")
        verbose_name_plural = _("lists of foreign information")


class ForeignInfoPage(ForeignInfoPageMixin, Page):
    content_panels = [*Page.content_panels, *ForeignInfoPageMixin.foreign_info_panels]
    search_fields = [
        *Page.search_fields,
        *ForeignInfoPageMixin.foreign_info_search_fields,
    ]
    parent_page_types = ["wagtail_kehoach_pages.ForeignInfoIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("foreign-information item")
        verbose_name_plural = _("foreign-information items")


class SpokespersonIndexPage(SpokespersonIndexPageMixin, Page):
    content_panels = [
        *Page.content_panels,
        *SpokespersonIndexPageMixin.spokesperson_index_panels,
    ]
    subpage_types = []

    class Meta:
        verbose_name = _("page of spokespersons")
        verbose_name_plural = _("pages of spokespersons")
