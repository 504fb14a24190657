"""Reads of plans: where one may be put, its tasks with the posts that serve them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from wagtail.models import get_page_models

from .models import PlanIndexPageMixin, PlanPageMixin
from .reading_models import PlanReading
from .task_models import PlanTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


def plan_indexes() -> list[Page]:
    """Every page that may hold plans, in tree order, without what its type adds.

    One statement, whatever types a portal has: the menu asks this in every request.
    """
    Page = swapper.load_model("wagtailcore", "Page")
    return list(Page.objects.type(PlanIndexPageMixin).order_by("path"))


def plan_indexes_for(user: AbstractUser) -> list[Page]:
    """The pages below which ``user`` may start a plan; see ``plan_indexes``."""
    return [
        page
        for page in plan_indexes()
        if page.permissions_for_user(user).can_add_subpage()
    ]


def drafts_from(digest: str, user: AbstractUser) -> list[PlanReading]:
    """What was made of the file with ``digest`` and ``user`` may edit, latest first."""
    made = PlanReading.objects.filter(file_digest=digest).select_related("page")
    return [
        reading
        for reading in made.order_by("-read_at")
        if reading.page.permissions_for_user(user).can_edit()
    ]


def reading_of(page: PlanPageMixin) -> PlanReading | None:
    """What is kept of the file that ``page`` began with; nothing after its approval."""
    reading = PlanReading.objects.filter(page_id=page.pk).first()
    return reading if reading and reading.reading else None


def active_tasks(page: PlanPageMixin) -> list[PlanTask]:
    """The tasks of a plan as they run, in the order of the plan. One statement."""
    return list(PlanTask.objects.active().filter(page_id=page.pk))


def plan_models() -> list[type[PlanPageMixin]]:
    """Every page type of this portal that is a plan."""
    return [m for m in get_page_models() if issubclass(m, PlanPageMixin)]


def plan_of(pk: int) -> PlanPageMixin | None:
    """The plan with this page id, as the class that it is, or ``None``."""
    Page = swapper.load_model("wagtailcore", "Page")
    page = Page.objects.filter(pk=pk).specific().first()
    return page if isinstance(page, PlanPageMixin) else None
