import datetime as dt
import unicodedata

import pytest

from tests.factories.organisation import UnitFactory
from wagtail_kehoach.models import SchoolSettings, SchoolYear
from wagtail_kehoach.organisation.queries import (
    name_key,
    school_year_on,
    school_years_between,
    title_of_head,
    units_by_name,
    units_in,
)

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def years(db):
    """The school years 2040-2041 to 2042-2043, the only ones."""
    SchoolYear.objects.all().delete()
    return [
        SchoolYear.objects.create(
            starts_on=dt.date(first, 9, 5),
            first_term_ends_on=dt.date(first + 1, 1, 17),
            ends_on=dt.date(first + 1, 5, 31),
        )
        for first in (2040, 2041, 2042)
    ]


def test_school_years_between_are_those_that_overlap_earliest_first(years):
    found = school_years_between(dt.date(2041, 5, 31), dt.date(2042, 4, 30))

    assert list(found) == years[:2]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, slice(0, 3)),
        (dt.date(2042, 1, 1), None, slice(1, 3)),
        (None, dt.date(2040, 12, 1), slice(0, 1)),
        (dt.date(2041, 6, 1), dt.date(2041, 8, 31), slice(0, 0)),
    ],
)
def test_school_years_between_takes_open_ends(years, start, end, expected):
    assert list(school_years_between(start, end)) == years[expected]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (dt.date(2041, 9, 5), 1),
        (dt.date(2042, 5, 31), 1),
        (dt.date(2042, 7, 15), 1),
        (dt.date(2042, 9, 5), 2),
    ],
)
def test_school_year_on_a_day_counts_the_summer_to_the_year_before(years, day, place):
    assert school_year_on(day) == years[place]


def test_school_year_before_the_first_is_none(years):
    assert school_year_on(dt.date(2039, 1, 1)) is None


def test_units_are_found_under_every_name(db):
    unit = UnitFactory(
        name="Đoàn TNCS Hồ Chí Minh", abbreviation="ĐTN", other_names="Đoàn thanh niên"
    )

    found = units_by_name(TODAY)

    assert found == {
        name_key(name): unit
        for name in ("Đoàn TNCS Hồ Chí Minh", "ĐTN", "Đoàn thanh niên")
    }


def test_units_that_have_ended_are_not_found(db):
    UnitFactory(name="Phòng Đào tạo", valid_to=dt.date(2026, 11, 19))

    assert units_by_name(TODAY) == {}


@pytest.mark.parametrize(
    "other",
    [
        "tổ toán – tin",
        "TỔ TOÁN-TIN",
        "  Tổ  Toán - Tin; ",
        "Tổ Toán — Tin.",
        unicodedata.normalize("NFD", "Tổ Toán - Tin"),
    ],
)
def test_name_key_sees_through_the_ways_a_name_is_typed(other):
    assert name_key(other) == name_key("Tổ Toán - Tin")


def test_name_key_keeps_accents_apart():
    assert name_key("Tổ Toán") != name_key("To Toan")


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Tổ Văn phòng và Tài vụ, Tổ Văn", ["Tổ Văn phòng và Tài vụ", "Tổ Văn"]),
        ("Hiệu trưởng; tổ văn", ["Tổ Văn"]),
        ("Tổ Văn phối hợp với Tổ Văn phòng và Tài vụ", ["Tổ Văn"]),
        ("Tổ Văn và Tổ Văn", ["Tổ Văn"]),
        ("Tổ Văn nghệ", []),
        ("", []),
    ],
)
def test_which_units_a_lead_names(db, said, leads):
    for name in ("Tổ Văn", "Tổ Văn phòng và Tài vụ"):
        UnitFactory(name=name)
    units = units_by_name(dt.date(2026, 9, 1))

    assert [unit.name for unit in units_in(said, units)] == leads


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ({"name": "Trường THCS Bình Minh"}, "Hiệu trưởng"),
        ({"issuing_body": "TRUNG TÂM GDTX", "head_title": "GIÁM ĐỐC"}, "Giám đốc"),
        ({"name": "UBND xã", "head_title": "CHỦ TỊCH UBND XÃ"}, "Chủ tịch UBND xã"),
        ({"name": "Trường", "head_title": "Quyền Hiệu trưởng"}, "Quyền Hiệu trưởng"),
        ({"head_title": "HIỆU TRƯỞNG"}, ""),
    ],
)
def test_the_head_is_called_as_in_a_sentence_once_the_school_is_entered(
    site, entered, said
):
    SchoolSettings.objects.update_or_create(site=site, defaults=entered)

    assert title_of_head() == said


def test_nobody_knows_the_title_of_a_head_without_a_school(db):
    SchoolSettings.objects.all().delete()

    assert title_of_head() == ""
