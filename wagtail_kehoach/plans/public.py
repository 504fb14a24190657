"""What the public page of a plan shows of its tasks as they run; ``public_text``: its text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy as _
from wagtail.models import Page, Site, get_page_models

from .. import __version__
from ..conf import kehoach_settings
from ..indexes import options
from ..indexes.restrictions import last_logged
from ..languages.glossary import names_on
from ..themes.models import ServesMixin
from .blocks import DueType
from .models import PlanPageMixin
from .queries import active_tasks
from .task_models import PlanTask

if TYPE_CHECKING:
    from django.http import HttpRequest

SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class TaskState:
    """Where a task stands today; ``key`` names the CSS class, ``label`` says it."""

    key: str
    label: str | Promise


@dataclass(frozen=True)
class PostLink:
    """A public post that carries out a task."""

    title: str
    url: str


@dataclass(frozen=True)
class TaskRow:
    """A task as the table shows it. ``state`` is ``None`` where nothing can be said."""

    task: PlanTask
    theme: str
    posts: list[PostLink]
    state: TaskState | None


def task_rows(
    page: PlanPageMixin, request: HttpRequest | None, *, as_written: bool = False
) -> list[TaskRow]:
    """The tasks of ``page`` with their posts and states. Two statements.

    As they run, or as the text says them: a draft has no tasks that run.
    """
    tasks = _written_tasks(page) if as_written else active_tasks(page)
    posts = _posts_by_task(page, tasks, request)
    themes = {pk: name for _slug, pk, name in options.themes()}
    today = timezone.localdate()
    over = page.ends_on is not None and page.ends_on < today
    return [
        TaskRow(
            task,
            themes.get(task.theme_id, ""),
            found := posts.get(task.pk, []),
            task_state(task, found, today, over),
        )
        for task in tasks
    ]


def task_state(
    task: PlanTask, posts: list, today: dt.date, over: bool
) -> TaskState | None:
    """Where ``task`` stands; of a plan that is ``over``, only what was reported."""
    if posts:
        return TaskState("reported", _("Post published"))
    if over:
        return None
    if task.is_overdue(today):
        return TaskState("overdue", _("Overdue"))
    if task.due_on and task.due_on - today <= SOON:
        return TaskState("soon", _("Due soon"))
    if task.due_type == DueType.RECURRING:
        return TaskState("recurring", _("Recurring"))
    return TaskState("planned", _("Not yet due")) if task.due_on else None


def fingerprint(page: PlanPageMixin, request: HttpRequest) -> str:
    """A name for the document of ``page`` as it reads now: other facts, another name.

    The text and its tasks are named by the revision and the moment when it went live;
    the posts by the last thing that was done to any page of the portal.
    """
    site = Site.find_for_request(request)
    facts = (
        __version__, get_language(), site and (site.pk, site.root_url),
        type(page)._meta.label, page.pk, page.live_revision_id, page.last_published_at,
        timezone.localdate(), kehoach_settings.SHOW_APPROVAL, options.themes(),
        last_logged(page), page.closed_paths(), names_on(page),
    )  # fmt: skip
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _written_tasks(page: PlanPageMixin) -> list[PlanTask]:
    """The tasks that the text of ``page`` names, in the shape in which they run."""
    said = [child.value for child in page.tasks]
    return [
        PlanTask(
            position=place,
            text=value["text"],
            theme_id=_key(value.get("theme")),
            lead_text=value.get("lead") or "",
            supporting_text=value.get("supporting") or "",
            due_type=value.get("due_type") or DueType.NONE,
            due_on=value.get("due_on"),
            due_text=value.get("due_text") or "",
            result=value.get("result") or "",
            in_table=bool(value.get("in_table")),
        )
        for place, value in enumerate(said)
    ]


def _key(stored: object) -> int | None:
    """A primary key as a draft keeps it, or ``None`` where it is none."""
    text = str(stored or "")
    return int(text) if text.isdigit() else None


def _posts_by_task(
    page: PlanPageMixin, tasks: list[PlanTask], request: HttpRequest | None
) -> dict[int, list[PostLink]]:
    """Every kind of post in one statement, the latest first."""
    kinds = [m for m in get_page_models() if issubclass(m, ServesMixin)]
    keys = [task.pk for task in tasks if task.pk]
    if not kinds or not keys:
        return {}
    closed = page.closed_paths()
    first, *others = (_links_of_kind(model, keys, closed) for model in kinds)
    links: dict[int, PostLink] = {}
    posts: dict[int, list[PostLink]] = {}
    latest = first.union(*others).order_by("-day")
    for task, pk, title, url_path, locale, _day in latest:
        if pk not in links:
            post = Page(pk=pk, title=title, url_path=url_path, locale_id=locale)
            links[pk] = PostLink(title, post.get_url(request) or "")
        posts.setdefault(task, []).append(links[pk])
    return posts


def _links_of_kind(model: type[ServesMixin], tasks: list[int], closed: list[str]):
    """Task, and what a link to its public posts of this kind needs.

    Asked of the table that links them: the page type has columns that nobody needs here.
    """
    field = model._meta.get_field("tasks")
    post, task = field.m2m_field_name(), field.m2m_reverse_field_name()
    links = field.remote_field.through._base_manager.filter(
        **{f"{task}__in": tasks, f"{post}__live": True}
    )
    for path in closed:
        links = links.exclude(**{f"{post}__path__startswith": path})
    dated = links.order_by().annotate(day=F(f"{post}__first_published_at"))
    return dated.values_list(
        f"{task}_id", f"{post}_id", f"{post}__title", f"{post}__url_path",
        f"{post}__locale_id", "day",
    )  # fmt: skip
