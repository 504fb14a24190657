"""Times in exported tables, by the clock on the wall of the school.

Wagtail writes UTC, and into a workbook without saying so: what was approved before seven in
the morning would bear the day before.
"""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import is_naive, localtime, make_naive
from wagtail.admin.views.mixins import SpreadsheetExportMixin


class LocalTimesMixin:
    """Mix into a report before ``ReportView``."""

    custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        dt.datetime: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda value: (
                value if is_naive(value) else localtime(value)
            ),
            SpreadsheetExportMixin.FORMAT_XLSX: lambda value: (
                value if is_naive(value) else make_naive(value)
            ),
        },
    }
