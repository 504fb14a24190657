"""The parts and tasks of a plan, what the register says of it, and whom a post serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from ..plans.public import TaskRow, fingerprint, task_rows
from ..plans.public_text import PlanText, text_of
from ..registration.public import Standing, standing_in_register
from .approvals import approval_of

if TYPE_CHECKING:
    from django import template
    from django.http import HttpRequest
    from wagtail.models import Page

    from ..plans.models import PlanPageMixin
    from ..plans.task_models import PlanTask
    from ..themes.models import ServesMixin

DOCUMENT_KEY = "kehoach-document-key"


def standing_of(context: template.Context, page: PlanPageMixin) -> Standing | None:
    """What the register says of ``page``: replaced, corrected, recalled, its signed file.

    Nothing more than a look at its entry where there is none; else at most three statements,
    for a translation four.
    """
    return standing_in_register(page, context.get("request")) if page else None


def plan_text(page: PlanPageMixin) -> PlanText:
    """The text of a plan in the order of its Word file, each heading with an anchor."""
    return text_of(page)


def plan_tasks(context: template.Context, page: PlanPageMixin) -> list[TaskRow]:
    """The tasks of a plan: as they run where it is public, as written in a preview.

    Two statements.
    """
    if not page:
        return []
    request = context.get("request")
    return task_rows(page, request, as_written=not _is_public(request, page))


def document_key(context: template.Context, page: PlanPageMixin) -> str:
    """Names the HTML of a public plan by all that it is made of; empty: do not keep it."""
    request = context.get("request")
    if settings.DEBUG or not _is_public(request, page):
        return ""
    known = context.render_context  # a page asks in its head and in its body
    if DOCUMENT_KEY not in known:
        approval = approval_of(page)
        # An emergency says that nobody confirmed it yet.
        passing = approval is not None and approval.is_emergency
        known[DOCUMENT_KEY] = "" if passing else fingerprint(page, request)
    return known[DOCUMENT_KEY]


def next_due(rows: list[TaskRow]) -> PlanTask | None:
    """The task that is due next, of those that no post carries out yet."""
    today = timezone.localdate()
    open_tasks = [row.task for row in rows if row.task.due_on and not row.posts]
    coming = [task for task in open_tasks if task.due_on >= today]
    return min(coming, key=lambda task: task.due_on, default=None)


def _is_public(request: HttpRequest | None, page: Page) -> bool:
    return (
        page.live and request is not None and not getattr(request, "is_preview", False)
    )


def tasks_served(post: ServesMixin) -> list[PlanTask]:
    """The tasks of public plans that ``post`` carries out. One statement."""
    tasks = post.tasks.select_related("page")
    closed = tuple(post.closed_paths())
    return [
        task
        for task in tasks
        if task.withdrawn_at is None
        and task.page.live
        and not task.page.path.startswith(closed)
    ]
