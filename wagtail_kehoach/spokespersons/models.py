"""Who may speak to the press, about what, from when until when."""

from __future__ import annotations

import datetime as dt

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from ..approval.guard import ApprovalGuardMixin
from ..approval.rules import all_of


class SpokespersonQuerySet(models.QuerySet):
    def speaking_on(self, day: dt.date) -> SpokespersonQuerySet:
        """Live spokespersons with a mandate on ``day``, with these mandates loaded."""
        held = Mandate.objects.on(day)
        return (
            self.filter(live=True, mandates__in=held)
            .distinct()
            .prefetch_related(
                models.Prefetch("mandates", queryset=held, to_attr="current_mandates")
            )
        )


class Spokesperson(
    ApprovalGuardMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A person who may speak for the school (Decree 244/2026/NĐ-CP, art. 3)."""

    approval_field = "spokespersons"

    name = models.CharField(
        verbose_name=pgettext_lazy("of a person", "name"), max_length=150
    )
    position = models.CharField(verbose_name=_("position"), max_length=255)
    phone = models.CharField(verbose_name=_("telephone"), max_length=50, blank=True)
    email = models.EmailField(
        verbose_name=_("official e-mail"),
        blank=True,
        help_text=_("An address of the school, not a private one."),
    )
    substitute = models.ForeignKey(
        "self",
        verbose_name=_("substitute"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stands_in_for",
        help_text=_("Whom the head authorises when this person cannot act."),
    )
    site = models.ForeignKey(
        "wagtailcore.Site",
        verbose_name=_("site"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="kehoach_spokespersons",
        help_text=_("Leave empty to show this person on every site."),
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision", related_query_name="kehoach_spokesperson"
    )

    objects = SpokespersonQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("position"),
        index.AutocompleteField("position"),
    ]

    class Meta:
        verbose_name = _("spokesperson")
        verbose_name_plural = _("spokespersons")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def why_not_show(self):
        """Return why this person may not be shown as one who speaks, or ``None``."""
        incomplete = (mandate.why_not_complete() for mandate in self.mandates.all())
        return all_of(super().why_not_show(), *incomplete)

    def mandate_on(self, day: dt.date | None = None) -> Mandate | None:
        """The first mandate that covers ``day`` (default: today), or ``None``."""
        day = day or timezone.localdate()
        held = [m for m in self.mandates.all() if m.holds_on(day)]
        return min(held, key=Mandate.role_order.fget, default=None)

    def role_today(self) -> str:
        """The role under which this person speaks today, for lists."""
        mandate = self.mandate_on()
        return mandate.get_role_display() if mandate else gettext("no mandate today")

    role_today.short_description = _("Today")

    def get_preview_template(self, request, mode_name):
        return "wagtail_kehoach/spokespersons/preview.html"

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        today = timezone.localdate()
        self.current_mandates = [m for m in self.mandates.all() if m.holds_on(today)]
        context["spokespersons"] = [self]
        return context


class MandateQuerySet(models.QuerySet):
    def on(self, day: dt.date) -> MandateQuerySet:
        """Mandates that cover ``day``, both ends included."""
        return self.filter(
            models.Q(starts_on=None) | models.Q(starts_on__lte=day),
            models.Q(ends_on=None) | models.Q(ends_on__gte=day),
        )


class Mandate(models.Model):
    """The right of a spokesperson to speak, as a decision gave it."""

    class Role(models.TextChoices):
        HEAD = "head", _("head of the school")
        REGULAR = "regular", _("regular spokesperson")
        AUTHORISED = "authorised", _("authorised for one matter")

    spokesperson = ParentalKey(
        Spokesperson, on_delete=models.CASCADE, related_name="mandates"
    )
    # Chosen, never assumed: a row that says only what stands there anyway is an empty row.
    role = models.CharField(verbose_name=_("role"), max_length=20, choices=Role)
    decision_number = models.CharField(
        verbose_name=_("decision number"), max_length=50, blank=True
    )
    decision_date = models.DateField(
        verbose_name=_("decision date"), null=True, blank=True
    )
    scope = models.CharField(
        verbose_name=_("may speak about"),
        max_length=255,
        blank=True,
        help_text=_("Empty: everything about the school."),
    )
    starts_on = models.DateField(verbose_name=_("from"), null=True, blank=True)
    ends_on = models.DateField(verbose_name=_("until"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_mandate_in_order",
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_(
                    "The last day cannot come before the first day."
                ),
            ),
        ]

    def __str__(self):
        return (
            f"{self.get_role_display()}: {self.scope}"
            if self.scope
            else str(self.get_role_display())
        )

    @property
    def role_order(self) -> int:
        """The place of this role in a list: the head comes first."""
        return self.Role.values.index(self.role)

    def why_not_complete(self) -> str | None:
        """Return what is missing before this mandate can be shown, or ``None``.

        A draft may lack it.
        """
        limited = self.starts_on and self.ends_on and self.scope
        if limited or self.role != self.Role.AUTHORISED:
            return None
        return gettext(
            "An authorisation for one matter needs the matter, its first day "
            "and its last day."
        )

    def holds_on(self, day: dt.date) -> bool:
        """Whether this mandate covers ``day``, both ends included."""
        begun = self.starts_on is None or self.starts_on <= day
        return begun and (self.ends_on is None or day <= self.ends_on)
