"""Links by which one principal decides from the phone, their log, and who was reminded."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState


class ApprovalLink(models.Model):
    """Lets ``approver`` decide once on one submitted revision, without signing in.

    The secret is in the e-mail only; what is stored is its SHA-256. ``account`` changes
    with the password and the e-mail address of the approver, and ends the link.
    """

    secret_hash = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=64)
    submission = models.ForeignKey(
        TaskState, on_delete=models.CASCADE, related_name="kehoach_links"
    )
    revision_id = models.BigIntegerField()
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kehoach_links"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=20, blank=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("link for approval")
        verbose_name_plural = _("links for approval")
        default_permissions = ()

    def __str__(self):
        return f"{self.approver} ({self.submission_id})"


class LinkUse(models.Model):
    """One use of a link, in words of its own: it outlives the text and the link."""

    link = models.ForeignKey(
        ApprovalLink, null=True, on_delete=models.SET_NULL, related_name="uses"
    )
    title = models.CharField(max_length=255)
    approver_name = models.CharField(max_length=255)
    action = models.CharField(max_length=20)
    reason = models.CharField(max_length=255, blank=True)
    used_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("use of a link for approval")
        verbose_name_plural = _("uses of links for approval")
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.action}: {self.title} ({self.approver_name})"


class Reminder(models.Model):
    """That somebody was reminded on this day: nobody is reminded twice."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    sent_on = models.DateField()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "sent_on"], name="wagtail_kehoach_one_reminder_a_day"
            )
        ]

    def __str__(self):
        return f"{self.user}, {self.sent_on}"
