"""Who issues and does things: bodies, units, the school's own details, school years."""

from __future__ import annotations

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.search import index

from .validity import ValidityMixin


class Body(ValidityMixin, index.Indexed, models.Model):
    """A body that issues or receives documents.

    Dissolved bodies stay, with their last day and successor: old documents name them
    (district offices of education ceased on 1 July 2025 under Law 72/2025/QH15).
    """

    class Level(models.TextChoices):
        MINISTRY = "ministry", _("ministry")
        PROVINCE = "province", _("province or city")
        COMMUNE = "commune", _("commune, ward or special zone")
        DISTRICT = "district", _("district (until 30 June 2025)")
        UNIT = "unit", _("school or public service unit")
        OTHER = "other", _("association or other")

    name = models.CharField(verbose_name=_("name"), max_length=255)
    abbreviation = models.CharField(
        verbose_name=_("abbreviation"), max_length=50, blank=True
    )
    level = models.CharField(
        verbose_name=_("level"), max_length=20, choices=Level, default=Level.UNIT
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("superior body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    other_names = models.TextField(
        verbose_name=_("other names"),
        blank=True,
        help_text=_(
            "Names that it bore before or is written with too, one per line. Under all "
            "of them its documents are numbered in one register."
        ),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("other_names"),
        index.AutocompleteField("other_names"),
    ]

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def names(self) -> list[str]:
        """Every name this body goes by, its abbreviation last."""
        return [name for name in (*self.full_names, self.abbreviation) if name]

    @property
    def full_names(self) -> list[str]:
        """Its name, then the other names under which documents mention it."""
        listed = [self.name, *self.other_names.splitlines()]
        return [name.strip() for name in listed if name.strip()]


class Unit(ValidityMixin, index.Indexed, models.Model):
    """A unit inside the school that leads or supports tasks."""

    name = models.CharField(verbose_name=_("name"), max_length=255)
    abbreviation = models.CharField(
        verbose_name=_("abbreviation"), max_length=50, blank=True
    )
    other_names = models.TextField(
        verbose_name=_("other names"),
        blank=True,
        help_text=_("Names under which plans mention this unit, one per line."),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("other_names"),
        index.AutocompleteField("other_names"),
    ]

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def names(self) -> list[str]:
        """Every name this unit goes by."""
        listed = [self.name, self.abbreviation, *self.other_names.splitlines()]
        return [name.strip() for name in listed if name.strip()]


class SchoolYear(models.Model):
    """A school year with the dates that the province decided."""

    starts_on = models.DateField(verbose_name=_("first day"), unique=True)
    first_term_ends_on = models.DateField(verbose_name=_("first term ends"))
    ends_on = models.DateField(verbose_name=_("last day"))
    decision = models.CharField(
        verbose_name=_("decision"),
        max_length=255,
        blank=True,
        help_text=_("The decision that set these dates."),
    )

    class Meta:
        verbose_name = _("school year")
        verbose_name_plural = _("school years")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                name="wagtail_kehoach_school_year_in_order",
                condition=models.Q(
                    starts_on__lt=models.F("first_term_ends_on"),
                    first_term_ends_on__lt=models.F("ends_on"),
                ),
                violation_error_message=_(
                    "The first term must end between the first and the last day."
                ),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """As people write it: ``2026-2027``."""
        return f"{self.starts_on.year}-{self.ends_on.year}"


#: What stays in capitals in the title of a head.
ABBREVIATIONS = {"UBND", "HĐND", "GDTX", "GDNN-GDTX"}


class SchoolSettings(BaseSiteSetting):
    """The school behind a site, as the header of its documents names it."""

    superior_body = models.CharField(
        verbose_name=_("superior body"),
        max_length=255,
        blank=True,
        help_text=_("As printed above the school's name, for example: UBND XÃ …"),
    )
    issuing_body = models.CharField(
        verbose_name=_("school"),
        max_length=255,
        blank=True,
        help_text=_("As printed on documents, for example: TRƯỜNG THCS …"),
    )
    name = models.CharField(
        verbose_name=_("name in running text"), max_length=255, blank=True
    )
    abbreviation = models.CharField(
        verbose_name=_("abbreviation"),
        max_length=30,
        blank=True,
        help_text=_("Used in document symbols, for example THCSBM in KH-THCSBM."),
    )
    place = models.CharField(
        verbose_name=_("place"),
        max_length=100,
        blank=True,
        help_text=_("Printed before the date: the commune or ward of the school."),
    )
    head_title = models.CharField(
        verbose_name=_("title of the head"), max_length=100, default="HIỆU TRƯỞNG"
    )
    head_name = models.CharField(
        verbose_name=_("name of the head"), max_length=100, blank=True
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("superior_body"),
                FieldPanel("issuing_body"),
                FieldPanel("name"),
            ],
            heading=_("The school"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["abbreviation", "place"])], heading=_("On documents")
        ),
        MultiFieldPanel(
            [FieldRowPanel(["head_title", "head_name"])], heading=_("The head")
        ),
    ]

    class Meta:
        verbose_name = _("school details")
        verbose_name_plural = _("school details")

    @property
    def called(self) -> str:
        """The school in running text; what the site is called while nobody entered it."""
        return self.name or self.issuing_body or self.site.site_name

    @property
    def head_called(self) -> str:
        """The title of the head in a sentence: *Hiệu trưởng*."""
        title = self.head_title.strip()
        if not title.isupper():
            return title
        words = [w if w in ABBREVIATIONS else w.lower() for w in title.split()]
        return capfirst(" ".join(words))

    @property
    def plan_symbol(self) -> str:
        """Symbol of the school's plans: type and body (Decree 30, Appendix I)."""
        return f"KH-{self.abbreviation}" if self.abbreviation else ""
