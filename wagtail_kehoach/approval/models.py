"""The record of each approval, and the chain that shows when it was changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..exceptions import ApprovalRefused

#: Columns of the record that came after its first version, covered where they say something.
LATER_FACTS = ("checks", "settles_id")


class ApprovalQuerySet(models.QuerySet):
    def of(self, obj: models.Model) -> ApprovalQuerySet:
        """Approvals of ``obj``, whichever class it was loaded as."""
        return self.filter(
            base_content_type=obj.get_base_content_type(), object_id=str(obj.pk)
        )

    def valid(self) -> ApprovalQuerySet:
        """Those under which a text may be public: no emergency that was withdrawn."""
        withdrawn = Approval.Kind.WITHDRAWN
        return self.exclude(kind=withdrawn).exclude(settlement__kind=withdrawn)

    def by_principals(self) -> ApprovalQuerySet:
        """Those that say that a principal accepted a text: no emergency by itself."""
        unreviewed = (Approval.Kind.EMERGENCY, Approval.Kind.WITHDRAWN)
        return self.valid().exclude(kind__in=unreviewed)

    def open_emergencies(self) -> ApprovalQuerySet:
        """Emergencies that no principal has confirmed or withdrawn yet, oldest first."""
        unsettled = self.filter(kind=Approval.Kind.EMERGENCY, settlement=None)
        return unsettled.order_by("pk")

    def update(self, **kwargs):
        raise ApprovalRefused(_("Approvals are a record and cannot be changed."))

    def delete(self):
        raise ApprovalRefused(_("Approvals are a record and cannot be deleted."))


class Approval(models.Model):
    """The record that a principal accepted exactly this text. Written once, never changed.

    Or that somebody who is named for it published this text in an emergency, and what a
    principal then said of that: ``settles`` names the emergency.

    It names the object, the revision and the people in words of its own, so that it
    outlives all three. ``chain`` covers this row and the chain of the row before it: a
    removed or altered row is noticed by ``audit_approvals``.
    """

    class Kind(models.TextChoices):
        WORKFLOW = "workflow", _("after submission")
        DIRECT = "direct", _("published by a principal")
        INHERITED = "inherited", _("same text as the page it was an alias of")
        SETUP = "setup", _("text that came with the software")
        EMERGENCY = "emergency", _("published in an emergency")
        CONFIRMED = "confirmed", _("emergency confirmed")
        WITHDRAWN = "withdrawn", _("emergency withdrawn")

    base_content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, related_name="+"
    )
    object_id = models.CharField(max_length=255)
    title = models.CharField(verbose_name=_("title"), max_length=255)
    address = models.CharField(verbose_name=_("address"), max_length=500, blank=True)
    revision_id = models.BigIntegerField(verbose_name=_("revision"))
    stored_digest = models.CharField(max_length=64)
    text_digest = models.CharField(max_length=64)
    files = models.JSONField(default=dict)
    kind = models.CharField(verbose_name=_("kind"), max_length=20, choices=Kind)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approver"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approver_name = models.CharField(
        verbose_name=_("approved by"), max_length=255, blank=True
    )
    capacity = models.CharField(verbose_name=_("capacity"), max_length=255, blank=True)
    comment = models.TextField(verbose_name=_("comment of the approver"), blank=True)
    checks = models.JSONField(verbose_name=_("checks ticked"), default=dict, blank=True)
    settles = models.OneToOneField(
        "self",
        verbose_name=_("emergency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="settlement",
    )
    approved_at = models.DateTimeField(verbose_name=_("approved at"))
    chain = models.CharField(max_length=64, unique=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["base_content_type", "object_id", "revision_id"],
                name="kehoach_approval_object_idx",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_approval_has_approver",
                condition=models.Q(kind="setup") | ~models.Q(approver_name=""),
            ),
            models.CheckConstraint(
                name="wagtail_kehoach_approval_settles",
                condition=models.Q(
                    kind__in=("confirmed", "withdrawn"), settles__isnull=False
                )
                | (
                    ~models.Q(kind__in=("confirmed", "withdrawn"))
                    & models.Q(settles__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="wagtail_kehoach_approval_has_reason",
                condition=~models.Q(kind__in=("emergency", "withdrawn"))
                | ~models.Q(comment=""),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.approver_name})"

    def save(self, *args, **kwargs):
        if self.pk:
            raise ApprovalRefused(_("Approvals are a record and cannot be changed."))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ApprovalRefused(_("Approvals are a record and cannot be deleted."))

    @property
    def is_emergency(self) -> bool:
        """Whether no principal has said by this row that he accepts the text."""
        return self.kind == self.Kind.EMERGENCY

    def link_after(self, previous: str) -> str:
        """The value of ``chain`` for this row, after a row whose chain is ``previous``."""
        facts = [
            previous,
            self.base_content_type.app_label,
            self.base_content_type.model,
            self.object_id,
            self.title,
            self.address,
            self.revision_id,
            self.stored_digest,
            self.text_digest,
            self.files,
            self.kind,
            self.approver_name,
            self.capacity,
            self.comment,
            self.approved_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        ]
        # Rows that were written before a column existed keep their chain.
        later = {name: getattr(self, name) for name in LATER_FACTS}
        if later := {name: fact for name, fact in later.items() if fact}:
            facts.append(later)
        text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


class ApprovalChain(models.Model):
    """Where the chain of approvals ends: one row, locked by whoever adds to it.

    Without it, two approvals at once could follow the same row, and removing the last
    ones would leave no trace.
    """

    records = models.PositiveBigIntegerField(default=0)
    last = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("end of the chain of approvals")
        verbose_name_plural = _("ends of the chain of approvals")
        default_permissions = ()

    def __str__(self):
        return f"{self.records}: {self.last}"
