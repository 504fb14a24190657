"""Public holidays, so that clocks count working days as people do."""

import datetime as dt

import pytest

from wagtail_kehoach.organisation.calendar import (
    working_days_after,
    working_days_between,
)
from wagtail_kehoach.organisation.days_off import days_off, is_working_day


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "holiday",
    [
        "2026-01-01",
        *["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
        "2026-04-26",
        "2026-04-30",
        "2026-05-01",
        *["2026-09-01", "2026-09-02"],
        "2026-11-24",
    ],
)
def test_the_days_of_the_labour_code(holiday):
    assert day(holiday) in days_off(2026)


@pytest.mark.parametrize(
    ("first", "kings"),
    [
        ("2025-01-29", "2025-04-07"),
        ("2027-02-06", "2027-04-16"),
        ("2030-02-02", "2030-04-12"),
    ],
)
def test_tet_and_the_hung_kings_go_by_the_lunar_calendar(first, kings):
    found = days_off(day(first).year)

    assert {day(first), day(kings)} <= found
    assert day(first) - dt.timedelta(days=1) in found


@pytest.mark.parametrize(
    ("weekend", "instead"),
    [
        ("2026-04-26", "2026-04-27"),
        ("2027-05-01", "2027-05-03"),
        ("2028-04-30", "2028-05-02"),
    ],
)
def test_a_holiday_on_a_weekend_is_made_up_for(weekend, instead):
    assert day(weekend).weekday() >= 5
    assert not is_working_day(day(instead))


def test_before_2026_the_day_of_culture_was_no_holiday():
    assert is_working_day(day("2025-11-24"))


def test_a_year_without_lunar_dates_has_the_others():
    assert not is_working_day(day("2060-09-02"))
    assert is_working_day(day("2060-02-02"))


def test_what_was_announced_replaces_what_is_computed(settings):
    settings.WAGTAIL_KEHOACH = {"PUBLIC_HOLIDAYS": {2026: ["2026-08-31"]}}

    assert not is_working_day(day("2026-08-31"))
    assert is_working_day(day("2026-09-01"))
    assert not is_working_day(day("2027-09-02"))


def test_working_days_leave_them_out():
    # The last working day before Tết 2026, and the first two after it.
    assert working_days_after(day("2026-02-13"), 2) == day("2026-02-24")
    assert working_days_between(day("2026-02-13"), day("2026-02-24")) == 2
