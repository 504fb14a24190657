"""Writes the tasks of a live plan to ``PlanTask``, where progress and posts point at them."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import get_page_models
from wagtail.signals import page_published

from ..organisation.calendar import resolve
from ..organisation.models import SchoolYear
from ..organisation.queries import school_years_of, units_by_name, units_in
from ..signals import plan_tasks_projected
from ..themes.models import Theme
from .blocks import DueType
from .models import PlanPageMixin
from .task_models import PlanTask

if TYPE_CHECKING:
    from collections.abc import Container

    from wagtail.blocks import StreamValue


PROJECTED = [
    "position", "text", "theme_id", "lead_text", "lead_id", "supporting_text",
    "due_type", "due_on", "due_text", "result", "in_table", "withdrawn_at",
]  # fmt: skip


def connect() -> None:
    """Follow the publication of plans; called once, when the app is ready."""
    page_published.connect(_plan_published, dispatch_uid="kehoach.project_tasks")
    for signal in (post_save, post_delete):
        signal.connect(
            _school_year_changed, sender=SchoolYear, dispatch_uid="kehoach.year_changed"
        )


def _plan_published(sender, instance, **kwargs) -> None:
    if isinstance(instance, PlanPageMixin):
        project_tasks(instance)


def _school_year_changed(sender, instance, **kwargs) -> None:
    """“Cuối học kỳ I” is another day when the province decides on another calendar."""
    for model in get_page_models():
        if issubclass(model, PlanPageMixin) and not kwargs.get("raw"):
            touched = model.objects.live().exclude(starts_on__gt=instance.ends_on)
            for page in touched.filter(ends_on__gte=instance.starts_on):
                project_tasks(page)


@transaction.atomic
def project_tasks(page: PlanPageMixin) -> None:
    """Bring ``PlanTask`` to what the live plan ``page`` says. Safe to repeat.

    A task that left the plan is marked withdrawn and keeps its history; one that
    returns under the same block is active again.
    """
    known = {task.block_id: task for task in PlanTask.objects.filter(page_id=page.pk)}
    said = _tasks_said(page)
    new, changed = [], []
    for block_id, values in said.items():
        task = known.get(block_id) or PlanTask(page_id=page.pk, block_id=block_id)
        if all(getattr(task, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(task, name, value)
        (changed if block_id in known else new).append(task)
    PlanTask.objects.bulk_create(new)
    if changed:
        PlanTask.objects.bulk_update(
            changed, [n.removesuffix("_id") for n in PROJECTED]
        )
    gone = [t.pk for b, t in known.items() if b not in said and t.withdrawn_at is None]
    if gone:
        PlanTask.objects.filter(pk__in=gone).update(withdrawn_at=timezone.now())
    transaction.on_commit(
        partial(plan_tasks_projected.send_robust, sender=type(page), page=page)
    )


def _tasks_said(page: PlanPageMixin) -> dict[uuid.UUID, dict[str, Any]]:
    """The tasks of the plan by their block, as values of ``PlanTask``."""
    if not page.tasks:
        return {}
    years = school_years_of(page.starts_on, page.ends_on, page.issued_on)
    units = units_by_name(page.starts_on or timezone.localdate())
    themes = set(Theme.objects.values_list("pk", flat=True))
    said: dict[uuid.UUID, dict[str, Any]] = {}
    for place, child in enumerate(page.tasks):
        key = _block_key(child.id, place, taken=said)
        said[key] = _values(place, child.value, years, units, themes)
    return said


def _block_key(said: str | None, place: int, *, taken: Container) -> uuid.UUID:
    """The id of a block; forms can send any text for one, or the same for two blocks."""
    try:
        key = uuid.UUID(said)
    except (TypeError, ValueError):
        key = uuid.uuid5(uuid.NAMESPACE_OID, f"{said}")
    return uuid.uuid5(key, str(place)) if key in taken else key


def _values(place: int, said: StreamValue, years, units, themes) -> dict[str, Any]:
    theme = said.get("theme") or ""
    lead = said.get("lead") or ""
    # Of several the one that is named first answers for the task.
    unit = next(iter(units_in(lead, units)), None)
    due_text = said.get("due_text") or ""
    return {
        "position": place,
        "text": said["text"],
        "theme_id": int(theme) if theme.isdigit() and int(theme) in themes else None,
        "lead_text": lead,
        "lead_id": unit.pk if unit else None,
        "supporting_text": said.get("supporting") or "",
        "due_type": said.get("due_type") or DueType.NONE,
        "due_on": said.get("due_on") or resolve(due_text, years),
        "due_text": due_text,
        "result": said.get("result") or "",
        "in_table": bool(said.get("in_table")),
        "withdrawn_at": None,
    }
