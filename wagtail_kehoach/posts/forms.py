"""The form of a post: the tasks that it can serve, plan by plan."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import swapper
from django.db.models import Q
from django.forms.models import ModelChoiceIterator, ModelChoiceIteratorValue
from django.utils.translation import gettext as _
from wagtail.models import Locale

from ..approval.page_form import GuardedPageForm
from ..languages import rules as languages
from .alt_texts import refusal, says_something

if TYPE_CHECKING:
    from django.db.models import QuerySet


class PostForm(GuardedPageForm):
    """Offers the tasks of live plans; a link that was chosen before is never lost.

    Asks what the picture shows when the post is sent on; a draft is saved without it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tasks" in self.fields:
            field = self.fields["tasks"]
            field.iterator = TasksByPlan
            field.queryset = self.offered_tasks(field.queryset.model.objects.all())

    def clean(self):
        cleaned = super().clean()
        shown = cleaned.get("picture") and "picture_alt" in self.fields
        said = cleaned.get("picture_alt") or ""
        if self.is_sending and shown and not says_something(said):
            self.add_error("picture_alt", refusal())
        return cleaned

    def offered_tasks(self, tasks: QuerySet) -> QuerySet:
        """What may be ticked: tasks that run, and those that this post serves already.

        A translated plan repeats the tasks of its source: those are not offered.
        """
        chosen = Q(pk__in=[task.pk for task in self.instance.tasks.all()])
        running = Q(withdrawn_at=None, page__live=True)
        if languages.is_on():
            running &= Q(page__locale=Locale.get_default())
        return tasks.filter(running | chosen).order_by("page", "position")


class TasksByPlan(ModelChoiceIterator):
    """The tasks of each plan under its title, the latest plan first."""

    def __iter__(self):
        tasks = list(self.queryset)
        plans = _plans_of(tasks)
        for pk, own in groupby(
            sorted(tasks, key=lambda task: list(plans).index(task.page_id)),
            key=lambda task: task.page_id,
        ):
            yield _heading(plans[pk]), [self.said(task, plans[pk]) for task in own]

    def said(self, task, plan) -> tuple:
        label = self.field.label_from_instance(task)
        if task.withdrawn_at or not plan.live:
            label = _("%(task)s (no longer in a published plan)") % {"task": label}
        return ModelChoiceIteratorValue(task.pk, task), label


def _plans_of(tasks: list) -> dict:
    """The plans of ``tasks`` by their key, the latest first."""
    Page = swapper.load_model("wagtailcore", "Page")
    plans = Page.objects.filter(pk__in={task.page_id for task in tasks}).specific()
    latest = sorted(plans, key=lambda plan: (str(plan.starts_on or ""), plan.pk))
    return {plan.pk: plan for plan in reversed(latest)}


def _heading(plan) -> str:
    """Title and time of a plan, once where the title says the time."""
    if not plan.period_text or plan.period_text in plan.title:
        return plan.title
    return f"{plan.title} ({plan.period_text})"
