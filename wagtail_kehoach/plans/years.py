"""Which school years a plan belongs to.

- To every school year of the register whose time of teaching, from its first to its last
  day, the plan's own time touches. A plan for a calendar year belongs to two, a plan for
  five years to all of them.
- A plan that lies in the summer holidays altogether touches none. It belongs to the year
  that has ended if it begins before 1 August, and to the year to come if it begins later:
  in August schools prepare the new year.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

AUGUST = 8


@dataclass(frozen=True)
class YearTime:
    """A school year of the register: its days of teaching, and when the next one begins."""

    starts_on: dt.date
    ends_on: dt.date
    next_starts_on: dt.date | None = None

    @property
    def plans(self) -> Q:
        """The plans that belong to this school year."""
        touches = Q(starts_on__lte=self.ends_on, ends_on__gte=self.starts_on)
        return touches | self._summer_after | self._summer_before

    def includes(self, starts_on: dt.date | None, ends_on: dt.date | None) -> bool:
        """Whether a plan for these days belongs to this school year; as ``plans`` says."""
        if not starts_on or not ends_on:
            return False
        following = self.next_starts_on or dt.date.max
        return (
            (starts_on <= self.ends_on and ends_on >= self.starts_on)
            or (
                self.ends_on < starts_on < _august(self.ends_on.year)
                and ends_on < following
            )
            or (_august(self.starts_on.year) <= starts_on and ends_on < self.starts_on)
        )

    @property
    def _summer_after(self) -> Q:
        over = Q(starts_on__gt=self.ends_on, starts_on__lt=_august(self.ends_on.year))
        if self.next_starts_on is None:
            return over
        return over & Q(ends_on__lt=self.next_starts_on)

    @property
    def _summer_before(self) -> Q:
        return Q(
            starts_on__gte=_august(self.starts_on.year), ends_on__lt=self.starts_on
        )


def _august(year: int) -> dt.date:
    return dt.date(year, AUGUST, 1)
