"""Content themes, and the mixin by which a post says which tasks and themes it serves."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from .widgets import TaskChecklist, ThemeBoxes


class Theme(index.Indexed, models.Model):
    """A content theme of communication, shared by plans and posts over the years.

    Public pages show its name, so only principals may change one.
    """

    name = models.CharField(verbose_name=_("name"), max_length=150, unique=True)
    slug = models.SlugField(verbose_name=_("address"), max_length=150, unique=True)
    description = models.TextField(verbose_name=_("description"), blank=True)
    sort_order = models.PositiveSmallIntegerField(
        verbose_name=_("place in lists"), default=0
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name


class ServesMixin(models.Model):
    """A page that serves themes, and tasks of plans, in a school year."""

    school_year = models.ForeignKey(
        "wagtail_kehoach.SchoolYear",
        verbose_name=_("school year"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    themes = ParentalManyToManyField(
        "wagtail_kehoach.Theme",
        verbose_name=_("themes"),
        blank=True,
        related_name="+",
    )
    tasks = ParentalManyToManyField(
        "wagtail_kehoach.PlanTask",
        verbose_name=_("tasks of the plan"),
        blank=True,
        related_name="+",
        limit_choices_to={"withdrawn_at": None},
        help_text=_(
            "Tasks that this post carries out. Only tasks of live plans are listed."
        ),
    )

    serves_panels = [
        MultiFieldPanel(
            [
                FieldPanel("school_year"),
                FieldPanel("themes", widget=ThemeBoxes),
                FieldPanel("tasks", widget=TaskChecklist),
            ],
            heading=_("In the plan"),
        ),
    ]

    class Meta:
        abstract = True

    def search_facets(self) -> dict[str, list]:
        """What the public search can narrow by: see ``search/facets.py``."""
        return {
            "nam-hoc": [self.school_year.name] if self.school_year else [],
            "chu-de": [theme.pk for theme in self.themes.all()],
            "don-vi": [task.lead_id for task in self.tasks.all() if task.lead_id],
        }
