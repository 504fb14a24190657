"""Communication plans: the document, and the index that lists them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index

from ..approval.guard import GuardedPageMixin
from ..indexes.models import IndexFilter, IndexPageMixin
from ..indexes.restrictions import RestrictionsMixin
from ..languages.mixins import LanguageMixin
from ..organisation.queries import units_by_name, units_in
from ..registration.mixins import RegisteredMixin
from ..registration.public import notices_said
from ..registration.queries import know_entries
from .advice import PlanAdviceMixin
from .blocks import (
    BasesBlock,
    PlanBodyBlock,
    RecipientsBlock,
    ReportingBlock,
    TasksBlock,
)
from .panels import PLAN_PANELS
from .school_years import year_options


class PlanPageMixin(
    PlanAdviceMixin, RegisteredMixin, RestrictionsMixin, LanguageMixin, GuardedPageMixin
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

    plan_panels = PLAN_PANELS
    plan_search_fields = [
        index.SearchField("body"),
        index.SearchField("tasks"),
        index.SearchField("legal_bases"),
        index.SearchField("lead_in"),
        index.SearchField("reporting"),
        index.SearchField("recipients"),
        index.SearchField("authority"),
        index.SearchField("signatory_position"),
        index.SearchField("signatory_name"),
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
            for option in year_options()
            if option.value.includes(self.starts_on, self.ends_on)
        ]

    def search_facets(self) -> dict[str, list]:
        """What the public search can narrow by: see ``search/facets.py``."""
        units = units_by_name(self.starts_on or timezone.localdate())
        leads = (child.value.get("lead") or "" for child in self.tasks)
        return {
            "nam-hoc": self.school_years(),
            "chu-de": [theme.pk for theme in self.themes.all()],
            "don-vi": {unit.pk for lead in leads for unit in units_in(lead, units)},
        }

    def search_texts(self) -> list[str]:
        """What the register says above the document; stored in no field of it."""
        return notices_said(self)

    def search_words(self) -> list[str]:
        """What stands before the number in the head of the document."""
        number = self.number_and_symbol
        return [f"Số {number}"] if number else []

    def search_days(self) -> list[dt.date | None]:
        """The day that a search result shows, and others that find the plan."""
        return [self.official_date, self.starts_on, self.ends_on]

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


def _plan_years() -> IndexFilter:
    """By a school year that the plan belongs to; ``years`` says when it does."""
    return IndexFilter(
        "nam-hoc",
        _("School year"),
        lambda entries: year_options(),
        lambda entries, time: entries.filter(time.plans),
    )


class PlanIndexPageMixin(IndexPageMixin):
    """Lists the plans below it."""

    approval_field = "plans"
    entry_mixin = PlanPageMixin
    entry_order = ("-starts_on", "-pk")
    entry_related = listed_related = ("kehoach_register_entry", "locale")
    entry_template = "wagtail_kehoach/plans/includes/entry.html"
    filters = [_plan_years(), IndexFilter.theme()]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/indexes/index_page.html"]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        know_entries(context["entries"])
        return context
