"""Who is in which picture, and why it may be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from .person_models import Person

if TYPE_CHECKING:
    import datetime as dt


class PictureBasisQuerySet(models.QuerySet):
    def over_on(self, day: dt.date) -> PictureBasisQuerySet:
        """Those of pictures that might be used until a day before ``day``."""
        return self.filter(keep_until__lt=day)


class PictureBasis(models.Model):
    """Why a picture may be used: who is in it and agreed, or at which event it was taken."""

    class Basis(models.TextChoices):
        PEOPLE = "people", _("the people in it agreed")
        PUBLIC_EVENT = "public_event", _("public event, with notice")
        STAFF_DUTY = "staff_duty", _("staff in the course of duty, no child")
        NOBODY = "nobody", _("nobody can be recognised")

    image = models.OneToOneField(
        get_image_model_string(),
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="kehoach_basis",
    )
    basis = models.CharField(
        verbose_name=_("basis"), max_length=20, choices=Basis, default=Basis.PEOPLE
    )
    people = models.ManyToManyField(
        Person, verbose_name=_("who is shown"), blank=True, related_name="pictures"
    )
    event = models.CharField(verbose_name=_("event"), max_length=255, blank=True)
    event_on = models.DateField(verbose_name=_("date"), null=True, blank=True)
    notice = models.CharField(
        verbose_name=_("how people were told"), max_length=255, blank=True
    )
    keep_until = models.DateField(
        verbose_name=_("may be used until"),
        null=True,
        blank=True,
        help_text=_(
            "After this day it is taken down. Needed for staff in the course of duty."
        ),
    )
    withheld = models.CharField(max_length=100, blank=True, editable=False)
    #: That of the file which it speaks of, also once a grey picture stands for it.
    file_hash = models.CharField(
        max_length=40, blank=True, default="", editable=False, db_index=True
    )

    objects = PictureBasisQuerySet.as_manager()

    class Meta:
        verbose_name = _("basis of a picture")
        verbose_name_plural = _("bases of pictures")
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_event_with_notice",
                condition=~models.Q(basis="public_event")
                | (~models.Q(event="") & ~models.Q(notice="")),
                violation_error_message=_(
                    "Say which event it was and how people were told."
                ),
            ),
            models.CheckConstraint(
                name="wagtail_kehoach_duty_with_end",
                condition=~models.Q(basis="staff_duty")
                | models.Q(keep_until__isnull=False),
                violation_error_message=_(
                    "Say until when a picture of staff in the course of duty may be used."
                ),
            ),
        ]

    def __str__(self):
        return f"{capfirst(self._meta.verbose_name)}: {self.image}"
