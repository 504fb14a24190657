"""A base page model of the portal's own, with our mixins on it."""

from django.db import models
from wagtail.models import AbstractPage, DefaultBasePageMixin

from wagtail_kehoach.models import (
    ForeignInfoIndexPageMixin,
    ForeignInfoPageMixin,
    PlanIndexPageMixin,
    PlanPageMixin,
    SpokespersonIndexPageMixin,
    StoryIndexPageMixin,
    StoryPageMixin,
)


class BasePage(AbstractPage, DefaultBasePageMixin):
    """What every page of this portal is."""

    hero = models.CharField(max_length=100, blank=True)


class PlanIndexPage(PlanIndexPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *PlanIndexPageMixin.index_panels]


class PlanPage(PlanPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *PlanPageMixin.plan_panels]


class StoryIndexPage(StoryIndexPageMixin, BasePage):
    pass


class StoryPage(StoryPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *StoryPageMixin.story_panels]


class ForeignInfoIndexPage(ForeignInfoIndexPageMixin, BasePage):
    pass


class ForeignInfoPage(ForeignInfoPageMixin, BasePage):
    content_panels = [
        *BasePage.content_panels,
        *ForeignInfoPageMixin.foreign_info_panels,
    ]


class SpokespersonIndexPage(SpokespersonIndexPageMixin, BasePage):
    pass
