"""What listings in the admin share."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.search.index import class_is_indexed

from ..folding import begun_in, words_of
from .alphabet import in_alphabetical_order

if TYPE_CHECKING:
    from django.db.models import QuerySet


class YesNoColumn(BooleanColumn):
    """Wagtail's, which is read out as *True* and *False* in every language."""

    cell_template_name = "wagtail_kehoach/admin/organisation/yes_no_cell.html"


class InspectMixin:
    """Mix into the screen that shows one row and changes nothing.

    Wagtail writes *None*, *True* and *False* there, and every time as it is in Greenwich.
    """

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        if value is None:
            return ""
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, dt.datetime):
            return timezone.localtime(value)
        return value


class AlphabeticalMixin:
    """Mix into the listing of a register: words go by the Vietnamese alphabet, clicked or not.

    The names in the columns ``people`` go as in a class register.
    """

    people: tuple[str, ...] = ()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        wanted = [self.ordering] if self.ordering else []
        return in_alphabetical_order(queryset, *wanted, people=self.people)


class WithoutOrderMixin:
    """Mix into a long listing: nobody sorts it by ``unordered``, whose words have no place."""

    unordered: tuple[str, ...] = ()

    def _get_custom_column(self, field_name, column_class=Column, **kwargs):
        column = super()._get_custom_column(field_name, column_class, **kwargs)
        if field_name in self.unordered:
            column.sort_key = None
        return column


class AccentlessSearchMixin:
    """Mix into the listing of a register: what is in no index is found without accents too.

    Wagtail asks the database there, which knows accents, and on SQLite capitals too. Registers
    are short; all their names are read.
    """

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching or class_is_indexed(queryset.model):
            return super().search_queryset(queryset)
        typed = words_of(self.search_query)
        said: dict[int, str] = defaultdict(str)
        # Several rows of one where it has several people.
        for pk, *values in queryset.order_by().values_list("pk", *self.search_fields):
            said[pk] += " ".join(["", *map(str, filter(None, values))])
        return queryset.filter(
            pk__in=[pk for pk, text in said.items() if begun_in(text, typed)]
        )
