"""The principal's task, the record of each approval, and who may sign for whom."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from .. import names
from ..exceptions import ApprovalRefused
from . import checklist, rules, secrecy

#: Columns of the record that came after its first version, covered where they say something.
LATER_FACTS = ("checks", "settles_id")


class PrincipalApprovalTask(Task):
    """Holds a text until a principal accepts the revision that was submitted.

    Who is a principal is decided by the setting and not by the task, so that widening
    a task in the admin cannot widen the right to approve.
    """

    class Meta:
        verbose_name = _("approval by the principal")
        verbose_name_plural = _("approvals by the principal")

    @classmethod
    def get_description(cls):
        return _("A principal approves the submitted text, and only that text.")

    def user_can_access_editor(self, obj, user):
        return rules.is_principal(user)

    def locked_for_user(self, obj, user):
        return not rules.is_principal(user)

    def user_can_lock(self, obj, user):
        return rules.is_principal(user)

    def get_actions(self, obj, user):
        if not rules.is_principal(user):
            return []
        return [
            ("reject", _("Return with comments"), True),
            # Wagtail adds "and publish" to the label of the last step.
            ("approve", _("Approve"), False),
        ]

    @classmethod
    def is_kind_of(cls, task: Task) -> bool:
        """Whether ``task`` is a step of ours. No statement, where ``specific`` takes one."""
        return issubclass(task.specific_class or Task, cls)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if rules.is_principal(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    def start(self, workflow_state, user=None):
        """Take in what was submitted, unless it may not be shown: the last road there.

        A text without its checks is refused if the setting demands them on every road.
        """
        revision = workflow_state.content_object.get_latest_revision()
        reason = revision and (
            _why_not_take_in(revision.as_object()) or checklist.why_not_sent(revision)
        )
        if reason:
            raise ApprovalRefused(reason)
        return super().start(workflow_state, user=user)

    def on_action(self, task_state, user, action_name, /, **kwargs):
        """Decide as Wagtail's own buttons ask. A refusal leads to the review, which says why.

        Wagtail's views would turn the exception into a bare "no permission".
        """
        from .decisions import approve, send_back  # noqa: PLC0415 -- thin method

        comment = str(kwargs.get("comment", ""))
        try:
            if action_name == "approve":
                approve(task_state, user=user, comment=comment)
            elif action_name == "reject":
                send_back(task_state, user=user, comment=comment)
        except ApprovalRefused as refusal:
            rules.keep_refusal(user, refusal.reason)
            return reverse("wagtail_kehoach_approval:review", args=(task_state.pk,))
        return None


def _why_not_take_in(text: models.Model) -> str | None:
    reason = secrecy.why_not_public(text)
    if reason or not hasattr(text, "why_not_show"):
        return reason
    return text.why_not_show()


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
        return f"{self.holder()} ({self.get_capacity_display()})"

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
