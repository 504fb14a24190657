"""Communication plans: the document, its index, and the tasks that run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import swapper
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..approval.guard import GuardedPageMixin
from ..indexes.filters import Option
from ..indexes.models import IndexFilter, IndexPageMixin
from ..indexes.options import school_year_rows
from ..indexes.restrictions import RestrictionsMixin
from ..languages.mixins import LanguageMixin
from ..organisation.queries import name_key, units_by_name
from ..registration.mixins import RegisteredMixin
from ..registration.panels import RegisteredPanel
from ..themes.widgets import ThemeBoxes
from .blocks import (
    BasesBlock,
    DueType,
    PlanBodyBlock,
    RecipientsBlock,
    ReportingBlock,
    TasksBlock,
)
from .panels import ReadingPanel
from .years import YearTime


class PlanPageMixin(
    RegisteredMixin, RestrictionsMixin, LanguageMixin, GuardedPageMixin
):
    """What makes a page a communication plan: one whole document of the school.

    Mix it into a page of your own to add fields, or install
    ``wagtail_kehoach.pages`` for a ready-made page type::

        class PlanPage(PlanPageMixin, Page):
            content_panels = [*Page.content_panels, *PlanPageMixin.plan_panels]
    """

    approval_field = "plans"
    register_kind = "KH"
    # Decree 30/2020/NĐ-CP, article 13: who signs is named with the position.
    needed_to_submit = ("signatory_position", "signatory_name")

    class PeriodType(models.TextChoices):
        """The kinds of time that a plan is made for, by their Vietnamese names."""

        SCHOOL_YEAR = "nam_hoc", _("school year")
        YEAR = "nam", _("year")
        STAGE = "giai_doan", _("several years")
        QUARTER = "quy", _("quarter")
        MONTH = "thang", _("month")
        MONTHS = "khoang_thang", _("several months")

    superior_body = models.CharField(
        verbose_name=_("superior body"), max_length=255, blank=True
    )
    issuing_body = models.CharField(verbose_name=_("issuing body"), max_length=255)
    number = models.CharField(
        verbose_name=_("number"),
        max_length=20,
        blank=True,
        help_text=_("Given after approval, when the document is registered."),
    )
    symbol = models.CharField(verbose_name=_("symbol"), max_length=60, blank=True)
    place = models.CharField(verbose_name=_("place"), max_length=100, blank=True)
    issued_on = models.DateField(verbose_name=_("date"), null=True, blank=True)
    period_type = models.CharField(
        verbose_name=_("made for a"),
        max_length=20,
        choices=PeriodType,
        default=PeriodType.SCHOOL_YEAR,
    )
    starts_on = models.DateField(verbose_name=_("from"), null=True, db_index=True)
    ends_on = models.DateField(verbose_name=_("until"), null=True, db_index=True)
    period_text = models.CharField(
        verbose_name=_("period in words"), max_length=100, blank=True
    )
    themes = ParentalManyToManyField(
        "wagtail_kehoach.Theme",
        verbose_name=_("content themes"),
        blank=True,
        related_name="+",
    )
    legal_bases = StreamField(BasesBlock(), verbose_name=_("legal bases"), blank=True)
    lead_in = models.TextField(
        verbose_name=_("opening sentence"),
        blank=True,
        help_text=_("What stands between the legal bases and the first heading."),
    )
    body = StreamField(PlanBodyBlock(), verbose_name=_("text"))
    tasks = StreamField(
        TasksBlock(), verbose_name=pgettext_lazy("of a plan", "tasks"), blank=True
    )
    reporting = StreamField(
        ReportingBlock(), verbose_name=_("reporting duties"), blank=True
    )
    recipients = StreamField(
        RecipientsBlock(), verbose_name=_("recipients"), blank=True
    )
    authority = models.CharField(
        verbose_name=_("signing authority"),
        max_length=100,
        blank=True,
        help_text=_("For example KT. HIỆU TRƯỞNG; empty when the head signs himself."),
    )
    signatory_position = models.CharField(
        verbose_name=_("position"), max_length=100, blank=True
    )
    signatory_name = models.CharField(
        verbose_name=pgettext_lazy("of a person", "name"), max_length=100, blank=True
    )

    plan_panels = [
        RegisteredPanel(heading=_("Registered")),
        ReadingPanel(heading=_("From the file")),
        MultiFieldPanel(
            [
                "period_type",
                FieldRowPanel(["starts_on", "ends_on"]),
                "period_text",
                FieldPanel("themes", widget=ThemeBoxes),
            ],
            heading=_("When and about what"),
        ),
        FieldPanel("body"),
        FieldPanel("tasks"),
        FieldPanel("reporting"),
        MultiFieldPanel(
            [FieldPanel("legal_bases"), FieldPanel("lead_in")],
            heading=_("Legal bases"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["superior_body", "issuing_body"]),
                FieldRowPanel(["symbol", "place"], classname="kh-pair"),
                FieldRowPanel(
                    ["number", "issued_on"],
                    help_text=_(
                        "Leave both empty: the register gives them after the approval. "
                        "Fill them in only for a plan that bears them already."
                    ),
                ),
            ],
            heading=_("Header of the document"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("recipients"),
                FieldPanel("authority"),
                FieldRowPanel(["signatory_position", "signatory_name"]),
            ],
            heading=_("Recipients and signatory"),
        ),
    ]
    plan_search_fields = [
        index.SearchField("body"),
        index.SearchField("tasks"),
        index.SearchField("number_and_symbol"),
        index.AutocompleteField("number_and_symbol"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError(
                {"ends_on": _("The plan cannot end before it starts.")}
            )

    def registered_text(self):
        """The document without number and date: what may not change once registered."""
        from .documents import to_document  # noqa: PLC0415 -- thin method

        return replace(to_document(self), number=None, date=None)

    def school_years(self) -> list[str]:
        """The names of the school years that the plan belongs to, latest first."""
        return [
            option.key
            for option in _year_options()
            if option.value.includes(self.starts_on, self.ends_on)
        ]

    def search_facets(self) -> dict[str, list]:
        """What the public search can narrow by: see ``search/facets.py``."""
        units = units_by_name(self.starts_on or timezone.localdate())
        leads = (name_key(child.value.get("lead") or "") for child in self.tasks)
        return {
            "nam-hoc": self.school_years(),
            "chu-de": [theme.pk for theme in self.themes.all()],
            "don-vi": {units[lead].pk for lead in leads if lead in units},
        }

    def points_to_check(self):
        """A number that another plan of the year has already; a body that is not ours."""
        from .numbers import number_taken, same_number  # noqa: PLC0415 -- thin method
        from .starting import another_issuer  # noqa: PLC0415 -- thin method

        another = another_issuer(self)
        same = [number_taken(self, other) for other in same_number(self)]
        return [
            *(same or super().points_to_check()),
            *([another] if another else []),
        ]

    def points_to_sign(self, authority):
        """A signature block that names another capacity than that of the approver."""
        from .signing import why_another_signs  # noqa: PLC0415 -- thin method

        another = why_another_signs(self, authority)
        return [*super().points_to_sign(authority), *([another] if another else [])]

    def file_kinds(self):
        """PDF, where one can be made, and Word."""
        from .downloads import kinds_of  # noqa: PLC0415 -- thin method

        return kinds_of(self)

    def as_file(self, kind):
        from .downloads import file_of  # noqa: PLC0415 -- thin method

        return file_of(self, kind)

    def serve(self, request, *args, **kwargs):
        """The public page; ``?tai-ve=docx``: as Word, ``?tai-ve=ban-goc``: as it was signed."""
        wanted = request.GET.get("tai-ve")
        if wanted in ("docx", "ban-goc"):
            from .downloads import original, word_file  # noqa: PLC0415 -- thin method

            return word_file(self) if wanted == "docx" else original(self)
        return super().serve(request, *args, **kwargs)

    def get_template(self, request, *args, **kwargs):
        """The portal's own template where it has one, else the one we ship."""
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/plans/plan_page.html"]


class PlanTaskQuerySet(models.QuerySet):
    def active(self) -> PlanTaskQuerySet:
        """Tasks that still stand in their plan."""
        return self.filter(withdrawn_at=None)


class PlanTask(models.Model):
    """A task of a live plan, as it runs. Projected from the plan, never edited here.

    Its identity is the plan and the block that says it, so a task keeps its history
    when the wording changes. A task that leaves the plan is withdrawn, not deleted.
    """

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("plan"),
        on_delete=models.CASCADE,
        related_name="kehoach_plan_tasks",
    )
    block_id = models.UUIDField(editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(verbose_name=pgettext_lazy("of a plan", "task"))
    theme = models.ForeignKey(
        "wagtail_kehoach.Theme",
        verbose_name=_("theme"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="plan_tasks",
    )
    lead_text = models.TextField(verbose_name=_("lead unit"), blank=True)
    lead = models.ForeignKey(
        "wagtail_kehoach.Unit",
        verbose_name=_("lead unit"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="led_tasks",
    )
    supporting_text = models.TextField(verbose_name=_("supporting units"), blank=True)
    due_type = models.CharField(
        verbose_name=_("when"), max_length=20, choices=DueType, default=DueType.NONE
    )
    due_on = models.DateField(verbose_name=_("due on"), null=True, db_index=True)
    due_text = models.TextField(verbose_name=_("when, in words"), blank=True)
    result = models.TextField(verbose_name=_("expected result"), blank=True)
    in_table = models.BooleanField(
        verbose_name=_("in the table of tasks"), default=True
    )
    withdrawn_at = models.DateTimeField(verbose_name=_("withdrawn"), null=True)

    objects = PlanTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task of a plan")
        verbose_name_plural = _("tasks of plans")
        ordering = ["page", "position"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["page", "block_id"], name="wagtail_kehoach_task_of_block"
            )
        ]

    def __str__(self):
        return self.text if len(self.text) <= 120 else f"{self.text[:119]}…"

    def is_overdue(self, day: dt.date | None = None) -> bool:
        """Whether its last day has passed on ``day`` (default: today)."""
        return self.due_on is not None and self.due_on < (day or timezone.localdate())


class PlanReading(models.Model):
    """What was read from the file that a draft began with: sure, unsure, not understood."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_plan_reading",
    )
    file_name = models.CharField(max_length=255)
    file_digest = models.CharField(max_length=64, blank=True, db_index=True)
    reading = models.JSONField()
    #: The file as it was read, to be shown beside the draft; see docs/reader.md.
    passages = models.JSONField(default=dict)
    #: The blocks of the draft that its tasks, bases and duties became.
    blocks = models.JSONField(default=dict)
    #: What the editor decided on each point of the comparison.
    answers = models.JSONField(default=dict)
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.file_name


def _plan_years() -> IndexFilter:
    """By a school year that the plan belongs to; ``years`` says when it does."""
    return IndexFilter(
        "nam-hoc",
        _("School year"),
        lambda entries: _year_options(),
        lambda entries, time: entries.filter(time.plans),
    )


def _year_options() -> list[Option]:
    options, following = [], None
    for year in school_year_rows():
        time = YearTime(year.starts_on, year.ends_on, following)
        options.append(Option(year.name, time, year.name))
        following = year.starts_on
    return options


class PlanIndexPageMixin(IndexPageMixin):
    """Lists the plans below it."""

    approval_field = "plans"
    entry_mixin = PlanPageMixin
    entry_order = ("-starts_on", "-pk")
    entry_related = listed_related = ("kehoach_register_entry",)
    entry_template = "wagtail_kehoach/plans/includes/entry.html"
    filters = [_plan_years(), IndexFilter.theme()]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/indexes/index_page.html"]
