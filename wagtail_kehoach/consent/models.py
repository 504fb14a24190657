"""What people agreed to, and what was taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ..exceptions import ConsentRefused
from . import rewriting, rules
from .person_models import Person
from .storage import check_evidence, delete_later, private_name, private_storage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


class Consent(models.Model):
    """What one person agreed to, for which purposes, from when until when.

    Purposes are agreed to one by one, none is ticked beforehand (Law 91/2025/QH15, art. 9).
    """

    wagtail_reference_index_ignore = True

    class Basis(models.TextChoices):
        SIGNED = "signed", _("signed on paper")
        ELECTRONIC = "electronic", _("agreed to electronically")
        STAFF_DUTY = "staff_duty", _("duty of the staff member")

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="consents")
    basis = models.CharField(
        verbose_name=_("basis"), max_length=20, choices=Basis, default=Basis.SIGNED
    )
    for_portal = models.BooleanField(verbose_name=_("school portal"), default=False)
    for_social = models.BooleanField(verbose_name=_("social networks"), default=False)
    for_press = models.BooleanField(verbose_name=_("press"), default=False)
    for_foreign = models.BooleanField(
        verbose_name=_("foreign-language information"), default=False
    )
    for_full_name = models.BooleanField(
        verbose_name=_("by the full name"),
        default=False,
        help_text=_("Without it, a pupil is called by the first name and class level."),
    )
    representative_agreed = models.BooleanField(
        verbose_name=_("the representative agrees"), default=False
    )
    child_agreed = models.BooleanField(
        verbose_name=_("the child agrees"),
        default=False,
        help_text=_("Needed from the age of seven."),
    )
    starts_on = models.DateField(verbose_name=_("from"))
    ends_on = models.DateField(verbose_name=_("until"), null=True, blank=True)
    withdrawn_on = models.DateField(
        verbose_name=_("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("Posts and pictures that rest on it are taken down at once."),
    )
    evidence = models.FileField(
        verbose_name=_("scan of the signed form"),
        upload_to=private_name,
        storage=private_storage,
        validators=[check_evidence],
        blank=True,
    )
    agreed_at = models.DateTimeField(null=True, editable=False)
    agreed_by = models.CharField(max_length=150, blank=True, editable=False)
    text_version = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_consent_in_order",
                condition=models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_(
                    "The last day cannot come before the first day."
                ),
            )
        ]

    def __str__(self):
        if self.is_refusal:
            return str(_("answered no by link"))
        return str(self.get_basis_display())

    def save(self, *args, update_fields=None, **kwargs):
        """Refuse to rewrite proof: what was withdrawn is never revived.

        What this save takes back of the stored one ends today as a withdrawal does, and
        stays on record so.
        """
        if reason := self.why_not_save(update_fields):
            raise ConsentRefused(reason)
        stored = self._stored()
        if update_fields is None or "evidence" in update_fields:
            self._forget_replaced_scan(stored)
        with transaction.atomic():
            super().save(*args, update_fields=update_fields, **kwargs)
            if stored:
                self._keep_what_ended(stored)

    def _stored(self) -> Consent | None:
        return type(self).objects.filter(pk=self.pk).first() if self.pk else None

    def _forget_replaced_scan(self, stored: Consent | None) -> None:
        """A scan that a better one replaces is deleted with this save."""
        if stored and stored.evidence and stored.evidence != self.evidence:
            delete_later(stored.evidence.storage, stored.evidence.name)

    def _keep_what_ended(self, stored: Consent) -> None:
        """As a consent of its own, of those who had agreed, withdrawn today."""
        today = timezone.localdate()
        ended = rules.purposes_taken_back(stored, self._stored() or self, today)
        if not ended:
            return
        given = ("person_id", "basis", "representative_agreed", "child_agreed",
                 "starts_on", "ends_on", "agreed_at", "agreed_by", "text_version")  # fmt: skip
        type(self).objects.create(
            withdrawn_on=today,
            **{f"for_{purpose}": True for purpose in ended},
            **{name: getattr(stored, name) for name in given},
        )

    def why_not_save(self, update_fields: Iterable[str] | None = None) -> str | None:
        """Return why the stored consent may not become this one, or ``None``."""
        stored = self._stored()
        if stored is None:
            return None
        changed = {
            field.name
            for field in self._meta.concrete_fields
            if (update_fields is None or field.name in update_fields)
            and getattr(self, field.attname) != getattr(stored, field.attname)
        }
        return rewriting.why_not_rewrite(stored, self, changed, timezone.localdate())

    def narrow(self, purposes: Iterable[str]) -> None:
        """Withdraw it today for ``purposes`` only; it goes on for the others."""
        names = [f"for_{purpose}" for purpose in purposes if self.covers(purpose)]
        for name in names:
            setattr(self, name, False)
        self.save(update_fields=names)

    @property
    def is_consent(self) -> bool:
        """Whether somebody agreed; duty binds staff only."""
        return self.basis != self.Basis.STAFF_DUTY

    @property
    def is_refusal(self) -> bool:
        """Whether it keeps a *no* that came by link: nobody agreed, not for a day."""
        never = self.withdrawn_on is not None and self.withdrawn_on <= self.starts_on
        return bool(self.agreed_at) and never and not self.agreed_by

    def covers(self, purpose: str) -> bool:
        """Whether this consent was given for ``purpose``."""
        return getattr(self, f"for_{purpose}")

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is valid on ``day``, both ends included; from withdrawal on, never."""
        if self.withdrawn_on and self.withdrawn_on <= day:
            return False
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Takedown(models.Model):
    """The record that something was taken down, in words that outlive it."""

    happened_at = models.DateTimeField(verbose_name=_("taken down at"))
    title = models.CharField(verbose_name=_("title"), max_length=255)
    address = models.CharField(verbose_name=_("address"), max_length=500, blank=True)
    reason = models.TextField(verbose_name=_("reason"))

    class Meta:
        verbose_name = _("takedown")
        verbose_name_plural = _("takedowns")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self):
        return self.title
