"""Columns for listings in the admin."""

from __future__ import annotations

from wagtail.admin.ui.tables import BooleanColumn


class YesNoColumn(BooleanColumn):
    """Wagtail's, which is read out as *True* and *False* in every language."""

    cell_template_name = "wagtail_kehoach/admin/organisation/yes_no_cell.html"
