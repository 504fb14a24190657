"""The panel of the partner countries."""

from __future__ import annotations

from wagtail.admin import compare
from wagtail.admin.panels import FieldPanel


class CountriesComparison(compare.M2MFieldComparison):
    """Which countries came and went, by their names."""

    def get_item_display(self, item):
        return item.name


class CountriesPanel(FieldPanel):
    """Wagtail takes the field for one choice of many, and cannot compare lists of them."""

    def get_comparison_class(self):
        return CountriesComparison
