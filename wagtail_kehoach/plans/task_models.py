"""Tasks of live plans, as they run."""

from __future__ import annotations

import datetime as dt

import swapper
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from .blocks import DueType


class PlanTaskQuerySet(models.QuerySet):
    def active(self) -> PlanTaskQuerySet:
        """Tasks that still stand in their plan."""
        return self.filter(withdrawn_at=None)


class PlanTask(models.Model):
    """A task of a live plan, as it runs. Projected from the plan, never edited here.

    Its identity is the plan and the block that says it, so a task keeps its history
    when the wording changes. A task that leaves the plan is withdrawn, not deleted.
    """

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("plan"),
        on_delete=models.CASCADE,
        related_name="kehoach_plan_tasks",
    )
    block_id = models.UUIDField(editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(verbose_name=pgettext_lazy("of a plan", "task"))
    theme = models.ForeignKey(
        "wagtail_kehoach.Theme",
        verbose_name=_("theme"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="plan_tasks",
    )
    lead_text = models.TextField(verbose_name=_("lead unit"), blank=True)
    lead = models.ForeignKey(
        "wagtail_kehoach.Unit",
        verbose_name=_("lead unit"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="led_tasks",
    )
    supporting_text = models.TextField(verbose_name=_("supporting units"), blank=True)
    due_type = models.CharField(
        verbose_name=_("when"), max_length=20, choices=DueType, default=DueType.NONE
    )
    due_on = models.DateField(verbose_name=_("due on"), null=True, db_index=True)
    due_text = models.TextField(verbose_name=_("when, in words"), blank=True)
    result = models.TextField(verbose_name=_("expected result"), blank=True)
    in_table = models.BooleanField(
        verbose_name=_("in the table of tasks"), default=True
    )
    withdrawn_at = models.DateTimeField(verbose_name=_("withdrawn"), null=True)

    objects = PlanTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task of a plan")
        verbose_name_plural = _("tasks of plans")
        ordering = ["page", "position"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["page", "block_id"], name="wagtail_kehoach_task_of_block"
            )
        ]

    def __str__(self):
        return self.text if len(self.text) <= 120 else f"{self.text[:119]}…"

    def is_overdue(self, day: dt.date | None = None) -> bool:
        """Whether its last day has passed on ``day`` (default: today)."""
        return self.due_on is not None and self.due_on < (day or timezone.localdate())
