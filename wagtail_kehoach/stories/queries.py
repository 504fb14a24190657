"""Reads of stories: where one may be put, what was made of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper

from .models import StoryIndexPageMixin, StoryPageMixin, StoryReading

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


def story_indexes_for(user: AbstractUser) -> list[Page]:
    """The lists of stories below which ``user`` may start one, in tree order."""
    Page = swapper.load_model("wagtailcore", "Page")
    return [
        page
        for page in Page.objects.type(StoryIndexPageMixin).order_by("path")
        if page.permissions_for_user(user).can_add_subpage()
    ]


def story_of(pk: int) -> StoryPageMixin | None:
    """The story with this page id, as the class that it is, or ``None``."""
    Page = swapper.load_model("wagtailcore", "Page")
    page = Page.objects.filter(pk=pk).specific().first()
    return page if isinstance(page, StoryPageMixin) else None


def reading_of(story: StoryPageMixin) -> StoryReading | None:
    """What is kept of the file that ``story`` began with; nothing after its approval."""
    reading = StoryReading.objects.filter(page_id=story.pk).first()
    return reading if reading and reading.notes else None


def drafts_from(digest: str, user: AbstractUser) -> list[StoryReading]:
    """What was made of the file with ``digest`` and ``user`` may edit, latest first."""
    made = StoryReading.objects.filter(file_digest=digest).select_related("page")
    return [
        reading
        for reading in made.order_by("-read_at")
        if reading.page.permissions_for_user(user).can_edit()
    ]
