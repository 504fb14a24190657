"""School years that a portal starts with; every date can be corrected in the admin."""

from __future__ import annotations

import datetime as dt

from .models import SchoolYear

#: First day, last day of the first term, last day. Source of the frame: decision
#: 2269/QĐ-BGDĐT for 2025-2026; later years follow its shape until the province decides.
OPENING, FIRST_TERM_END, LAST_DAY = (9, 5), (1, 17), (5, 31)
DECISIONS = {2025: "2269/QĐ-BGDĐT"}


def ensure_school_years(today: dt.date) -> list[SchoolYear]:
    """Make sure that last, this and next school year exist. Returns those made now."""
    this = today.year if (today.month, today.day) >= (8, 1) else today.year - 1
    made = []
    for year in (this - 1, this, this + 1):
        if SchoolYear.objects.filter(starts_on__year=year).exists():
            continue
        made.append(usual_school_year(year))
        made[-1].save()
    return made


def usual_school_year(year: int) -> SchoolYear:
    """The school year from ``year`` on, as long as nobody entered its dates. Not saved."""
    return SchoolYear(
        starts_on=dt.date(year, *OPENING),
        first_term_ends_on=dt.date(year + 1, *FIRST_TERM_END),
        ends_on=dt.date(year + 1, *LAST_DAY),
        decision=DECISIONS.get(year, ""),
    )
