"""Public holidays (Labour Code 45/2019/QH14, art. 112), so that clocks count working days.

What the law fixes is computed. What is announced anew each year (the days around Tết, days
that are swapped) a school enters in ``PUBLIC_HOLIDAYS``: that year is then as announced.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from ..conf import kehoach_settings

ONE_DAY = dt.timedelta(days=1)

#: New Year, Victory Day, Labour Day, National Day.
_FIXED = [(1, 1), (4, 30), (5, 1), (9, 2)]
#: Day of Vietnamese Culture (Resolution 80-NQ/TW), with pay since 2026.
_CULTURE, _CULTURE_SINCE = (11, 24), 2026
#: Which day beside National Day is taken off, by its day of the week: the one that joins
#: it to the weekend, as it was announced in most years.
_BESIDE = {0: 1, 1: -1, 2: -1, 3: 1, 4: -1, 5: -1, 6: 1}
#: By the lunar calendar: the first day of the year, and the tenth of its third month.
_LUNAR = {
    2025: (1, 29, 4, 7), 2026: (2, 17, 4, 26), 2027: (2, 6, 4, 16), 2028: (1, 26, 4, 4),
    2029: (2, 13, 4, 23), 2030: (2, 2, 4, 12), 2031: (1, 23, 4, 1), 2032: (2, 11, 4, 19),
    2033: (1, 31, 4, 9), 2034: (2, 19, 4, 28), 2035: (2, 8, 4, 17), 2036: (1, 28, 4, 6),
    2037: (2, 15, 4, 24), 2038: (2, 4, 4, 13), 2039: (1, 24, 4, 3), 2040: (2, 12, 4, 20),
    2041: (2, 1, 4, 10), 2042: (1, 22, 4, 29), 2043: (2, 10, 4, 19), 2044: (1, 30, 4, 7),
    2045: (2, 17, 4, 26), 2046: (2, 6, 4, 15), 2047: (1, 26, 4, 4), 2048: (2, 14, 4, 22),
    2049: (2, 2, 4, 11), 2050: (1, 23, 4, 1),
}  # fmt: skip


def is_working_day(day: dt.date) -> bool:
    """Whether ``day`` is no Saturday, no Sunday and no public holiday."""
    if day.weekday() >= 5:
        return False
    announced = kehoach_settings.PUBLIC_HOLIDAYS.get(day.year)
    if announced is None:
        return day not in days_off(day.year)
    return day.isoformat() not in announced


@lru_cache
def days_off(year: int) -> frozenset[dt.date]:
    """The holidays of ``year`` by the law, with the days for those on a weekend (art. 111).

    Of a year that the lunar table does not have, only those of the solar calendar.
    """
    days = {dt.date(year, month, day) for month, day in _FIXED}
    if year >= _CULTURE_SINCE:
        days.add(dt.date(year, *_CULTURE))
    national = dt.date(year, 9, 2)
    days.add(national + _BESIDE[national.weekday()] * ONE_DAY)
    if year in _LUNAR:
        month, day, kings_month, kings_day = _LUNAR[year]
        first = dt.date(year, month, day)
        days |= {first + count * ONE_DAY for count in range(-1, 4)}
        days.add(dt.date(year, kings_month, kings_day))
    for weekend in sorted(day for day in days if day.weekday() >= 5):
        instead = weekend
        while instead in days or instead.weekday() >= 5:
            instead += ONE_DAY
        days.add(instead)
    return frozenset(days)
