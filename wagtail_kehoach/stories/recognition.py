"""The titles and forms of commendation that a story can name, each with its time and law."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..organisation.validity import ValidityMixin


class RecognitionTitle(ValidityMixin, models.Model):
    """A title of emulation or a form of commendation, as the law of its time has it.

    Public pages show the words that a story was approved with, never those of this table.
    """

    class Level(models.TextChoices):
        SCHOOL = "school", _("unit or commune")
        PROVINCE = "province", _("ministry, sector or province")
        STATE = "state", _("State or Prime Minister")

    class ForWhom(models.TextChoices):
        BOTH = "both", _("individuals and collectives")
        INDIVIDUAL = "individual", _("individuals")
        COLLECTIVE = "collective", _("collectives")

    name = models.CharField(verbose_name=_("name"), max_length=255, unique=True)
    level = models.CharField(
        verbose_name=_("level"), max_length=20, choices=Level, default=Level.SCHOOL
    )
    for_whom = models.CharField(
        verbose_name=_("for whom"), max_length=20, choices=ForWhom, default=ForWhom.BOTH
    )
    source = models.CharField(
        verbose_name=_("source"),
        max_length=255,
        blank=True,
        help_text=_("The law or decision that knows this title."),
    )
    sort_order = models.PositiveSmallIntegerField(
        verbose_name=_("place in lists"), default=0
    )

    class Meta:
        verbose_name = _("title of commendation")
        verbose_name_plural = _("titles of commendation")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    def fits(self, subject_kind: str) -> bool:
        """Whether it is given to somebody of this kind, ``individual`` or ``collective``."""
        return self.for_whom in (self.ForWhom.BOTH, subject_kind)
