"""The register as a list: filters, what waits, what is missing, export."""

from __future__ import annotations

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from ..exports import SchoolExportMixin
from . import rules, sequences
from .documents import waiting_documents
from .models import Register, RegisterEntry


class RegisterFilterSet(WagtailFilterSet):
    """Register, date, state, origin and signed file."""

    register = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Register"),
        queryset=Register.objects.filter(last_number__gt=0),
    )
    date = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Date"), widget=DateRangePickerWidget
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=RegisterEntry.State,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Origin of the number"),
        choices=RegisterEntry.Kind,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    signed = django_filters.ChoiceFilter(
        label=gettext_lazy("Signed file"),
        choices=[
            ("yes", gettext_lazy("kept")),
            ("no", gettext_lazy("missing")),
        ],
        method="filter_signed",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = RegisterEntry
        fields = []

    def filter_signed(self, queryset, name, value):
        """A document that is kept elsewhere has its file there."""
        missing = Q(file="") & ~Q(kind=RegisterEntry.Kind.ELSEWHERE)
        return queryset.filter(missing) if value == "no" else queryset.exclude(file="")


class RegisterView(SchoolExportMixin, ReportView):
    """Every number that was given, the latest first."""

    model = RegisterEntry
    page_title = gettext_lazy("Register of documents")
    header_icon = "list-ol"
    template_name = "wagtail_kehoach/admin/registration/index.html"
    index_url_name = "wagtail_kehoach_register:index"
    index_results_url_name = "wagtail_kehoach_register:index_results"
    filterset_class = RegisterFilterSet
    table_classname = "listing kh-record kh-numbers"
    verbose_name_plural = RegisterEntry._meta.verbose_name_plural
    default_ordering = None
    columns = [
        TitleColumn(
            "number_and_symbol",
            label=gettext_lazy("Number"),
            get_url=lambda row: reverse(
                "wagtail_kehoach_register:entry", args=[row.pk]
            ),
        ),
        Column("date", label=gettext_lazy("Date"), accessor=lambda row: _day(row.date)),
        Column("title", label=pgettext_lazy("of a document", "Title")),
        Column("register.body", label=gettext_lazy("Issuing body")),
        Column("get_state_display", label=gettext_lazy("State")),
        Column("get_kind_display", label=gettext_lazy("Origin of the number")),
        Column("registered_by_name", label=gettext_lazy("Registered by")),
    ]
    export_headings = {
        "register.year": gettext_lazy("Year"),
        "number_and_symbol": gettext_lazy("Number"),
        "date": gettext_lazy("Date"),
        "title": pgettext_lazy("of a document", "Title"),
        "register.body": gettext_lazy("Issuing body"),
        "get_state_display": gettext_lazy("State"),
        "get_kind_display": gettext_lazy("Origin of the number"),
        "replaced_number": gettext_lazy("Replaces"),
        "registered_at": gettext_lazy("Registered at"),
        "registered_by_name": gettext_lazy("Registered by"),
        "file_sha256": gettext_lazy("SHA-256 of the signed file"),
    }
    list_export = list(export_headings)

    def dispatch(self, request, *args, **kwargs):
        if not rules.may_read(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self):
        return f"so-van-ban-di-{localdate():%Y-%m-%d}"

    def get_base_queryset(self):
        rows = RegisterEntry.objects.select_related("register", "replaces")
        return rows.order_by("-register__year", "-number", "-suffix", "-pk")

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if not (self.is_export or self.results_only):
            context["may_register"] = rules.may_register(self.request.user)
            context["waiting"] = waiting_documents()
            context["gaps"] = [
                (register, rules.spans(missing))
                for register, missing in sequences.gaps(Register.objects.all())
            ]
        return context


def _day(day) -> str:
    return f"{day:%d/%m/%Y}"
