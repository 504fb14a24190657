"""Reads of stories: where one may be put, what was made of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from wagtail.models import WorkflowState

from .campaigns import StoryProposal
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


def proposals_received() -> list[StoryProposal]:
    """What was sent in and nobody has submitted or published yet, the oldest first.

    Two statements, however many there are.
    """
    Page = swapper.load_model("wagtailcore", "Page")
    drafts = StoryProposal.objects.filter(
        answered_at__isnull=False,
        draft__isnull=False,
        draft__first_published_at=None,
    )
    found = list(drafts.select_related("draft").order_by("answered_at"))
    if not found:
        return []
    submitted = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(proposal.draft_id) for proposal in found],
    )
    keys = {*submitted.values_list("object_id", flat=True)}
    return [proposal for proposal in found if str(proposal.draft_id) not in keys]


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
