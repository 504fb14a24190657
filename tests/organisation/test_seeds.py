import datetime as dt

import pytest

from wagtail_kehoach.models import SchoolYear
from wagtail_kehoach.organisation.seeds import ensure_school_years


@pytest.fixture(autouse=True)
def _no_years(db):
    SchoolYear.objects.all().delete()


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (dt.date(2026, 7, 31), ["2024-2025", "2025-2026", "2026-2027"]),
        (dt.date(2026, 8, 1), ["2025-2026", "2026-2027", "2027-2028"]),
        (dt.date(2027, 1, 1), ["2025-2026", "2026-2027", "2027-2028"]),
    ],
)
def test_a_portal_starts_with_last_this_and_next_year(today, names):
    made = ensure_school_years(today)

    assert [str(year) for year in made] == names


def test_a_year_with_corrected_dates_stays(db):
    SchoolYear.objects.create(
        starts_on=dt.date(2026, 9, 7),
        first_term_ends_on=dt.date(2027, 1, 9),
        ends_on=dt.date(2027, 5, 29),
    )

    made = ensure_school_years(dt.date(2026, 11, 20))

    assert [str(year) for year in made] == ["2025-2026", "2027-2028"]
    assert SchoolYear.objects.get(starts_on__year=2026).ends_on == dt.date(2027, 5, 29)


def test_repeating_makes_nothing():
    ensure_school_years(dt.date(2026, 11, 20))

    assert ensure_school_years(dt.date(2026, 11, 20)) == []


def test_a_year_names_the_decision_that_set_its_dates():
    years = ensure_school_years(dt.date(2026, 11, 20))

    assert [year.decision for year in years] == ["2269/QĐ-BGDĐT", "", ""]
