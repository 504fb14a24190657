"""What a portal brings itself: an ordinary page, and a plan page with one field more."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from wagtail_kehoach.models import PlanIndexPageMixin, PlanPageMixin
from wagtail_kehoach.spokespersons.blocks import PressContactBlock


class OrdinaryPage(Page):
    """A page of the portal that has nothing to do with us, but for a press contact."""

    body = StreamField([("press_contact", PressContactBlock())], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]


class OwnPlanIndexPage(PlanIndexPageMixin, Page):
    content_panels = [*Page.content_panels, *PlanIndexPageMixin.index_panels]
    subpage_types = ["portal.OwnPlanPage"]


class OwnPlanPage(PlanPageMixin, Page):
    """A plan with a field that only this portal has."""

    budget = models.CharField(max_length=100, blank=True)

    content_panels = [
        *Page.content_panels,
        *PlanPageMixin.plan_panels,
        FieldPanel("budget"),
    ]
    parent_page_types = ["portal.OwnPlanIndexPage"]
