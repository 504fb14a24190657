"""Calls for stories: about what, how long, until when. And stories that others propose."""

from __future__ import annotations

import datetime as dt

import swapper
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ..conf import kehoach_settings
from .kinds import Audience
from .rules import proposal_state, state_name


class CampaignQuerySet(models.QuerySet):
    def open_on(self, day: dt.date) -> CampaignQuerySet:
        """Those to which a story can be sent on ``day``; the nearest deadline first."""
        begun = models.Q(opens_on=None) | models.Q(opens_on__lte=day)
        going = models.Q(deadline=None) | models.Q(deadline__gte=day)
        return self.filter(begun, going).order_by(
            models.F("deadline").asc(nulls_last=True), "pk"
        )


class StoryCampaign(models.Model):
    """A call for stories. Its limits are told and refuse nothing; nobody outside reads it."""

    topic = models.CharField(verbose_name=_("topic"), max_length=255)
    details = models.TextField(
        verbose_name=_("what is asked for"),
        blank=True,
        help_text=_(
            "For writers and those who propose: what to tell, for which contest."
        ),
    )
    audience = models.CharField(
        verbose_name=_("about whom"), max_length=20, choices=Audience, blank=True
    )
    max_words = models.PositiveIntegerField(
        verbose_name=_("words at most"), null=True, blank=True
    )
    max_photos = models.PositiveSmallIntegerField(
        verbose_name=_("photos at most"), null=True, blank=True
    )
    opens_on = models.DateField(verbose_name=_("from"), null=True, blank=True)
    deadline = models.DateField(
        verbose_name=_("last day"),
        null=True,
        blank=True,
        help_text=_("The list shows the day of the week: compare it with the letter."),
    )

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for stories")
        verbose_name_plural = _("calls for stories")
        ordering = ["-deadline", "-pk"]

    def __str__(self):
        return self.topic

    def clean(self):
        super().clean()
        if self.opens_on and self.deadline and self.deadline < self.opens_on:
            raise ValidationError(
                {"deadline": _("The last day cannot come before the first day.")}
            )

    @property
    def deadline_text(self) -> str:
        """The last day with its day of the week."""
        return date_format(self.deadline, "l, d/m/Y") if self.deadline else ""


class StoryProposal(models.Model):
    """A link by which somebody without an account proposes one story, and what came of it.

    The secret is in the message only; what is stored is its SHA-256.
    """

    wagtail_reference_index_ignore = True

    asked_name = models.CharField(
        verbose_name=_("who proposes"),
        max_length=150,
        help_text=_(
            "A unit or a teacher, for example “Tổ Ngữ văn” or “cô Nguyễn Thị Lan”."
        ),
    )
    asked_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("the account of that person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "If there is one: nobody verifies a story that he or she proposed."
        ),
    )
    campaign = models.ForeignKey(
        StoryCampaign,
        verbose_name=_("call for stories"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    parent = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_story_proposals",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(verbose_name=_("asked at"), auto_now_add=True)
    secret_hash = models.CharField(max_length=64, null=True, unique=True)
    expires_at = models.DateTimeField(verbose_name=_("link until"), null=True)
    revoked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(verbose_name=_("sent in at"), null=True)
    #: Who was signed in on the device from which it was sent in.
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    who_is_shown = models.TextField(
        verbose_name=_("who is in the photos"), blank=True, default=""
    )
    draft = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="kehoach_proposed_by",
    )

    class Meta:
        verbose_name = _("story proposed by others")
        verbose_name_plural = _("stories proposed by others")
        ordering = ["-pk"]
        default_permissions = ("add", "view")

    def __str__(self):
        return self.asked_name

    @property
    def photo_limit(self) -> int:
        """How many photos may come with it: the portal's limit, or that of the call."""
        limit = kehoach_settings.PROPOSAL_PHOTOS
        allowed = self.campaign and self.campaign.max_photos
        return limit if allowed is None else min(limit, allowed)

    @property
    def state(self) -> str:
        """What has become of the link now."""
        return proposal_state(self)

    @property
    def state_name(self) -> str:
        """The same in words."""
        return state_name(self.state)
