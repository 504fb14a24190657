"""What exists from one day to another, as bodies, units and titles do."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ValidityQuerySet(models.QuerySet):
    def on(self, day: dt.date) -> ValidityQuerySet:
        """Those that exist on ``day``, both ends included."""
        return self.filter(
            models.Q(valid_from=None) | models.Q(valid_from__lte=day),
            models.Q(valid_to=None) | models.Q(valid_to__gte=day),
        )


class ValidityMixin(models.Model):
    """Something that exists from one day to another and may be succeeded."""

    valid_from = models.DateField(verbose_name=_("exists from"), null=True, blank=True)
    valid_to = models.DateField(
        verbose_name=_("exists until"),
        null=True,
        blank=True,
        help_text=_("Leave empty while it exists."),
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
        help_text=_("Who took over its work when it was dissolved or merged."),
    )

    objects = ValidityQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError(
                {"valid_to": _("The last day cannot come before the first day.")}
            )
        if self.pk and self.successor_id == self.pk:
            raise ValidationError({"successor": _("Nothing can succeed itself.")})

    def exists_on(self, day: dt.date) -> bool:
        """Whether it exists on ``day``, both ends included."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
