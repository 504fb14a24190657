"""The first and the last day of a plan, worked out from the words that name its time."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

from ..organisation.calendar import term_days
from ..organisation.queries import school_year_on
from ..organisation.seeds import usual_school_year

if TYPE_CHECKING:
    from ..decree30.parts import Period
    from .models import PlanPageMixin


def fill_period(page: PlanPageMixin, period: Period | None) -> None:
    """The time that a document names, in words and in days. Saves nothing."""
    if period is None:
        return
    page.period_type = period.type
    page.period_text = period.text[:100]
    page.starts_on, page.ends_on = days_of(period)


def days_of(period: Period) -> tuple[dt.date, dt.date]:
    """The first and the last day of a period, which a document only names in words."""
    if period.type == "nam_hoc":
        return _days_of_school_year(period)
    first, last = _months(period)
    end = dt.date(period.end, last, monthrange(period.end, last)[1])
    return dt.date(period.start, first, 1), end


def _days_of_school_year(period: Period) -> tuple[dt.date, dt.date]:
    """The days of a school year, or of the one term of it that the period names."""
    term = term_days(period.text, usual_school_year(period.start))
    if term is None:
        return dt.date(period.start, 9, 1), dt.date(period.end, 5, 31)
    entered = school_year_on(dt.date(period.start, 12, 31))
    if entered is None or entered.starts_on.year != period.start:
        return term
    return term_days(period.text, entered) or term


def _months(period: Period) -> tuple[int, int]:
    """The first and the last month of a period: "quý II", "6 tháng đầu năm"."""
    if match := re.search(r"quý\s+(IV|I{1,3}|[1-4])\b", period.text, re.IGNORECASE):
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match[1].upper())
        quarter = quarter or int(match[1])
        return 3 * quarter - 2, 3 * quarter
    if match := re.search(r"(\d+)\s+tháng\s+(đầu|cuối)", period.text, re.IGNORECASE):
        count = min(int(match[1]), 12)
        return (1, count) if match[2].lower() == "đầu" else (13 - count, 12)
    named = [int(month) for month in re.findall(r"tháng\s+(\d+)", period.text, re.I)]
    if named and all(1 <= month <= 12 for month in named):
        return named[0], named[-1]
    return 1, 12
