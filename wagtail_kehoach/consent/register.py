"""Requests about personal data, and by when the law wants them answered and done."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ..conf import DEFAULT_DATA_REQUEST_DAYS, kehoach_settings
from ..organisation.calendar import working_days_after
from . import sentences
from .person_models import Person


class DataRequest(models.Model):
    """Somebody asks to see, correct or delete data, or withdraws a consent.

    The clocks are those of Decree 356/2025/NĐ-CP on the rights that Law 91/2025/QH15
    gives: an answer within 2 working days; a withdrawal acted on within 15 days, data
    shown or corrected within 10, deleted within 20. ``DATA_REQUEST_DAYS`` holds the
    numbers.
    """

    wagtail_reference_index_ignore = True

    class Kind(models.TextChoices):
        VIEW = "view", _("see the data")
        CORRECT = "correct", _("correct the data")
        DELETE = "delete", _("delete the data")
        WITHDRAW = "withdraw", _("withdraw the consent")

    asked_by = models.CharField(verbose_name=_("who asked"), max_length=150)
    person = models.ForeignKey(
        Person,
        verbose_name=_("about whom"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="data_requests",
        help_text=_(
            "Somebody in the registry. It stays here when that entry is deleted."
        ),
    )
    kind = models.CharField(
        verbose_name=_("what is asked"), max_length=20, choices=Kind, default=Kind.VIEW
    )
    details = models.TextField(verbose_name=_("in their words"), blank=True)
    received_on = models.DateField(
        verbose_name=_("received on"), default=timezone.localdate
    )
    answer_due_on = models.DateField(verbose_name=_("answer by"), editable=False)
    due_on = models.DateField(verbose_name=_("done by"), editable=False)
    answered_on = models.DateField(verbose_name=_("answered on"), null=True, blank=True)
    done_on = models.DateField(verbose_name=_("done on"), null=True, blank=True)
    outcome = models.TextField(
        verbose_name=_("what was done"),
        blank=True,
        help_text=_("The closing note. Without it the request is not done."),
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who answers"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    found = models.TextField(blank=True, editable=False)
    found_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_data_request_in_order",
                condition=(
                    models.Q(answered_on=None)
                    | models.Q(answered_on__gte=models.F("received_on"))
                )
                & (
                    models.Q(done_on=None)
                    | models.Q(done_on__gte=models.F("received_on"))
                ),
                violation_error_message=_(
                    "It cannot be answered or done before it was received."
                ),
            )
        ]

    def __str__(self):
        said = f"{self.asked_by}: {self.get_kind_display()}"
        return f"{said} ({self.person.full_name})" if self.person else said

    def save(self, *args, **kwargs):
        """The days by which it is due follow from the day it came."""
        days = {**DEFAULT_DATA_REQUEST_DAYS, **kehoach_settings.DATA_REQUEST_DAYS}
        self.answer_due_on = working_days_after(self.received_on, days["answer"])
        self.due_on = self.received_on + dt.timedelta(days=days[self.kind])
        if update_fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*update_fields, "answer_due_on", "due_on"}
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        today = timezone.localdate()
        for name in ("received_on", "answered_on", "done_on"):
            day = getattr(self, name)
            if day and day > today:
                raise ValidationError({name: sentences.not_yet_come()})
        if self.done_on and not self.outcome.strip():
            raise ValidationError({"outcome": _("Say what was done.")})

    @property
    def next_due_on(self) -> dt.date | None:
        """The day by which the next step is due: the answer, then the deed."""
        if self.done_on:
            return None
        return self.due_on if self.answered_on else min(self.answer_due_on, self.due_on)

    @property
    def is_late(self) -> bool:
        """Whether the next step should have been done before today."""
        due = self.next_due_on
        return due is not None and due < timezone.localdate()

    @property
    def state_name(self) -> str:
        """How it stands and by when the next step is due, in words."""
        if self.done_on:
            return _("Done on %(day)s.") % {"day": date_format(self.done_on, "d/m/Y")}
        day = {"day": date_format(self.next_due_on, "d/m/Y")}
        if self.is_late:
            return _("Late: it was due on %(day)s.") % day
        if self.answered_on:
            return _("To be done by %(day)s.") % day
        return _("To be answered by %(day)s.") % day
