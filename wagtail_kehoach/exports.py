"""Tables that leave the admin as files, as a school reads them.

Wagtail writes times in UTC, and into a workbook without saying so: what was approved before
seven in the morning would bear the day before. Its CSV does not say that it is Unicode:
Excel on Windows then shows other letters for every accent.
"""

from __future__ import annotations

import codecs
import datetime as dt

from django.utils.formats import date_format
from django.utils.timezone import is_naive, localtime, make_naive
from wagtail.admin.views.mixins import SpreadsheetExportMixin


class SchoolExportMixin:
    """Mix into a view that exports before the view of Wagtail."""

    custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        # Days as the screens write them, the day first, so that a spreadsheet reads a time.
        dt.datetime: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda value: date_format(
                value if is_naive(value) else localtime(value), "d/m/Y H:i"
            ),
            SpreadsheetExportMixin.FORMAT_XLSX: lambda value: (
                value if is_naive(value) else make_naive(value)
            ),
        },
        dt.date: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda value: date_format(value, "d/m/Y")
        },
    }

    def stream_csv(self, queryset):
        """The lines of the file, with the mark that tells Excel that they are UTF-8."""
        yield codecs.BOM_UTF8
        yield from super().stream_csv(queryset)
