"""Who may sign for the head, or publish in an emergency."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import names
from ..organisation.queries import title_of_head


class SigningAuthority(models.Model):
    """The right of a person to approve for the head (Decree 30/2020/NĐ-CP, art. 13).

    *KT.*: a deputy in the fields given to him. *TUQ.*: anybody with a written mandate
    that is limited in time and content, without sub-delegation. *Emergency*: signs
    nothing, but may publish at once what a principal reviews afterwards.
    """

    class Capacity(models.TextChoices):
        HEAD = "head", _("head")
        DEPUTY = "KT.", _("KT. (deputy for the head)")
        MANDATE = "TUQ.", _("TUQ. (by written mandate)")
        EMERGENCY = "emergency", _("named for publishing in an emergency")

    class Field(models.TextChoices):
        ALL = "", _("everything")
        PLANS = "plans", _("plans")
        STORIES = "stories", _("outstanding examples")
        FOREIGN_INFO = "foreign_info", _("foreign information")
        SPOKESPERSONS = "spokespersons", _("spokespersons")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="kehoach_signing_authorities",
    )
    capacity = models.CharField(
        verbose_name=_("capacity"),
        max_length=10,
        choices=Capacity,
        default=Capacity.DEPUTY,
    )
    field = models.CharField(
        verbose_name=_("field of authority"),
        max_length=30,
        choices=Field,
        blank=True,
        default="",
    )
    decision_number = models.CharField(
        verbose_name=_("decision number"), max_length=50, blank=True
    )
    decision_date = models.DateField(
        verbose_name=_("decision date"), null=True, blank=True
    )
    starts_on = models.DateField(verbose_name=_("from"), null=True, blank=True)
    ends_on = models.DateField(verbose_name=_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("signing authority")
        verbose_name_plural = _("signing authorities")
        ordering = ["user", "capacity"]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_mandate_limited",
                condition=~models.Q(capacity="TUQ.")
                | models.Q(starts_on__isnull=False, ends_on__isnull=False),
                violation_error_message=_(
                    "A written mandate needs its first and its last day."
                ),
            )
        ]

    def __str__(self):
        return f"{self.holder()} ({self.capacity_said})"

    @property
    def capacity_said(self) -> str:
        """As people say it: *Hiệu trưởng* where the portal knows who is the head.

        A listing hands the title over as ``head_said``, to read it once.
        """
        return in_words(self.capacity, self.__dict__.get("head_said"))

    def holder(self) -> str:
        """The name of the person, for lists and titles."""
        return names.of_user(self.user)

    holder.short_description = _("user")

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError(
                {"ends_on": _("The last day cannot come before the first day.")}
            )

    @property
    def is_for_emergencies(self) -> bool:
        """Whether this is no right to sign, but to publish before somebody signs."""
        return self.capacity == self.Capacity.EMERGENCY

    def covers(self, field: str) -> bool:
        """Whether texts of ``field`` lie within this authority."""
        return self.field in ("", field)

    def holds_on(self, day: dt.date) -> bool:
        """Whether this authority is valid on ``day``, both ends included."""
        begun = self.starts_on is None or self.starts_on <= day
        return begun and (self.ends_on is None or day <= self.ends_on)

    def goes_on_as(self, other: SigningAuthority) -> bool:
        """Whether its holder signs the same under ``other`` on the day after the last."""
        if self.ends_on is None or other.user_id != self.user_id:
            return False
        if self.is_for_emergencies != other.is_for_emergencies:
            return False
        after = self.ends_on + dt.timedelta(days=1)
        return other.covers(self.field) and other.holds_on(after)


def in_words(capacity: str, title: str | None = None) -> str:
    """``capacity`` as people say it; ``title`` is that of the head, if it was read."""
    if capacity == SigningAuthority.Capacity.HEAD:
        title = title_of_head() if title is None else title
        return title or str(SigningAuthority.Capacity.HEAD.label)
    return str(SigningAuthority.Capacity(capacity).label)


def capacities() -> list[tuple[str, str]]:
    """Every capacity to choose from, with the words for it."""
    return [(value, in_words(value)) for value in SigningAuthority.Capacity.values]
