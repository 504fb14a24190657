"""Pages of a listing whose last page costs what the first one costs."""

from __future__ import annotations

from django.core.paginator import Page, Paginator


class EvenPaginator(Paginator):
    """Reads the second half of a listing from its end.

    A database steps over every row before an offset, so the last page of a long
    listing would cost most. The queryset must have a total order.
    """

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        top = bottom + self.per_page
        if top + self.orphans >= self.count:
            top = self.count
        if bottom <= self.count // 2:
            rows = self.object_list[bottom:top]
        else:
            backwards = self.object_list.reverse()
            rows = list(backwards[self.count - top : self.count - bottom])[::-1]
        return self._get_page(rows, number, self)
