"""The record of approvals for those who answer for it: filters, links and export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import (
    ContentTypeFilter,
    DateRangePickerWidget,
    WagtailFilterSet,
)
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_type_label

from ..exports import SchoolExportMixin
from . import audit, records, rules
from .authorities import SigningAuthority, capacities
from .models import Approval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


def guarded_types(request) -> QuerySet[ContentType]:
    """The types of texts that need an approval, for the filter."""
    found = ContentType.objects.get_for_models(*audit.guarded_models())
    keys = [content_type.pk for content_type in found.values()]
    return ContentType.objects.filter(pk__in=keys).order_by("app_label", "model")


class RecordFilterSet(WagtailFilterSet):
    """Period, approver, capacity, kind and type of the text."""

    approved_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Approved between"), widget=DateRangePickerWidget
    )
    approver_name = django_filters.ChoiceFilter(
        label=gettext_lazy("Approver"),
        choices=lambda: [(name, name) for name in records.approver_names()],
    )
    capacity = django_filters.ChoiceFilter(
        label=gettext_lazy("Capacity"),
        choices=capacities,
        method="filter_capacity",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"),
        choices=Approval.Kind,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    type_id = ContentTypeFilter(
        label=gettext_lazy("Content type"),
        queryset=guarded_types,
        method="filter_type",
    )

    class Meta:
        model = Approval
        fields = []

    def filter_capacity(self, queryset, name, value):
        """By its abbreviation: the words are in the language of the day."""
        limited = Q(capacity__startswith=SigningAuthority.Capacity.DEPUTY) | Q(
            capacity__startswith=SigningAuthority.Capacity.MANDATE
        )
        emergency = Q(kind=Approval.Kind.EMERGENCY)
        if value == SigningAuthority.Capacity.EMERGENCY:
            return queryset.filter(emergency)
        if value == SigningAuthority.Capacity.HEAD:
            return queryset.exclude(limited | emergency).exclude(approver_name="")
        return queryset.filter(capacity__startswith=value)

    def filter_type(self, queryset, name, value):
        """By the annotation, which is no field of the model."""
        return queryset.filter(type_id=value.pk)


class RecordView(SchoolExportMixin, ReportView):
    """Every approval on record, newest first, with the state of the chain on top."""

    model = Approval
    page_title = gettext_lazy("Record of approvals")
    header_icon = "clipboard-list"
    template_name = "wagtail_kehoach/admin/approval/record.html"
    index_url_name = "wagtail_kehoach_approval:record"
    index_results_url_name = "wagtail_kehoach_approval:record_results"
    filterset_class = RecordFilterSet
    table_classname = "listing kh-record"
    verbose_name_plural = Approval._meta.verbose_name_plural
    columns = [
        TitleColumn(
            "title",
            label=gettext_lazy("Title"),
            get_url=lambda row: row.edit_url,
        ),
        Column("type_name", label=gettext_lazy("Content type")),
        Column(
            "approved_at",
            label=gettext_lazy("Approved at"),
            accessor=lambda row: date_format(localtime(row.approved_at), "H:i d/m/Y"),
        ),
        Column("approver_name", label=gettext_lazy("Approver")),
        Column("capacity", label=gettext_lazy("Capacity")),
        Column("get_kind_display", label=gettext_lazy("Kind")),
        Column("comment", label=gettext_lazy("Comment")),
    ]
    export_headings = {
        "pk": gettext_lazy("Number"),
        "approved_at": gettext_lazy("Approved at"),
        "title": gettext_lazy("Title"),
        "type_name": gettext_lazy("Content type"),
        "address": gettext_lazy("Address"),
        "approver_name": gettext_lazy("Approver"),
        "capacity": gettext_lazy("Capacity"),
        "get_kind_display": gettext_lazy("Kind"),
        "comment": gettext_lazy("Comment"),
        "revision_id": gettext_lazy("Revision"),
        "text_digest": gettext_lazy("SHA-256 of the text"),
        "chain": gettext_lazy("Chain"),
    }
    list_export = list(export_headings)

    def dispatch(self, request, *args, **kwargs):
        if not rules.may_read_record(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self):
        return f"ho-so-duyet-{localdate():%Y-%m-%d}"

    def get_base_queryset(self):
        return records.records_for(self.request.user).defer("files")

    def decorate_paginated_queryset(self, object_list):
        """Rows with the name of their type and, on the screen, a link to edit it."""
        rows = list(object_list)
        for row in rows:
            row.type_name = type_name(row)
        if not self.is_export:
            self._link(rows)
        return rows

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if not (self.is_export or self.results_only):
            context["chain"] = audit.check_chain()
            context["emergencies"] = records.emergencies_of(self.get_base_queryset())
            context["emergencies_url"] = f"{self.index_url}?kind=emergency"
        return context

    def _link(self, rows: Iterable[Approval]) -> None:
        """Give each row the address of its object, where the reader may edit it."""
        user = self.request.user
        pages = records.pages_to_edit(user, {row.shown_page for row in rows})
        snippets = records.snippets_on_record(rows)
        finder = AdminURLFinder(user)
        for row in rows:
            snippet = snippets.get((row.base_content_type_id, row.object_id))
            row.edit_url = finder.get_edit_url(snippet) if snippet else None
            if row.shown_page in pages:
                row.edit_url = reverse("wagtailadmin_pages:edit", args=[row.shown_page])


def type_name(row: Approval) -> str:
    """What people call the sort of text that was approved."""
    if row.type_id is None:
        return _("page that is gone")
    return capfirst(get_content_type_label(ContentType.objects.get_for_id(row.type_id)))
