import datetime as dt
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import example, given, strategies as st

from wagtail_kehoach.organisation.calendar import resolve, term_days


@dataclass(frozen=True)
class Year:
    starts_on: dt.date
    first_term_ends_on: dt.date
    ends_on: dt.date


def school_year(first):
    return Year(
        dt.date(first, 9, 5), dt.date(first + 1, 1, 17), dt.date(first + 1, 5, 31)
    )


YEAR = school_year(2026)
BOTH = [school_year(2025), school_year(2026)]


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("trước ngày 09/6/2027", dt.date(2027, 6, 9)),
        ("Trước 9-6-2027", dt.date(2027, 6, 9)),
        ("15.11.2026", dt.date(2026, 11, 15)),
        ("ngày 05 tháng 4 năm 2027", dt.date(2027, 4, 5)),
        ("ngày 29/02/2028", dt.date(2028, 2, 29)),
        ("Tháng 10/2026", dt.date(2026, 10, 31)),
        ("tháng 02 năm 2027", dt.date(2027, 2, 28)),
        ("tháng 9-2026", dt.date(2026, 9, 30)),
        ("Quý IV/2026", dt.date(2026, 12, 31)),
        ("quý 3 năm 2027", dt.date(2027, 9, 30)),
        ("cuối năm 2026", dt.date(2026, 12, 31)),
    ],
)
def test_resolve_needs_no_school_year_where_the_year_is_said(wording, day):
    assert resolve(wording, []) == day


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("trước ngày 20/11", dt.date(2026, 11, 20)),
        ("ngày 15 tháng 9", dt.date(2026, 9, 15)),
        ("Trước ngày 26/3", dt.date(2027, 3, 26)),
        ("Tháng 10", dt.date(2026, 10, 31)),
        ("trong tháng 02", dt.date(2027, 2, 28)),
        ("Quý I", dt.date(2027, 3, 31)),
        ("quý IV", dt.date(2026, 12, 31)),
        ("Cuối học kỳ I", dt.date(2027, 1, 17)),
        ("HK1", dt.date(2027, 1, 17)),
        ("sơ kết học kì I", dt.date(2027, 1, 17)),
        ("Học kỳ II", dt.date(2027, 5, 31)),
        ("kết thúc năm: tổng kết", dt.date(2027, 5, 31)),
        ("cuối năm học", dt.date(2027, 5, 31)),
        ("Đầu năm học", dt.date(2026, 9, 5)),
        ("Lễ khai giảng", dt.date(2026, 9, 5)),
    ],
)
def test_resolve_looks_up_what_has_no_year_in_the_school_year(wording, day):
    assert resolve(wording, [YEAR]) == day


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("tháng 7", dt.date(2027, 7, 31)),
        ("trước ngày 15/8", dt.date(2027, 8, 15)),
        ("tháng 8", dt.date(2027, 8, 31)),
        ("quý III", dt.date(2026, 9, 30)),
    ],
)
def test_resolve_counts_the_summer_to_the_year_before_it(wording, day):
    assert resolve(wording, [YEAR]) == day


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("từ 05/9 đến 30/9", dt.date(2026, 9, 30)),
        ("từ ngày 05/9/2026 đến ngày 15/10/2026", dt.date(2026, 10, 15)),
        ("từ 30/9/2026 đến 15/10", dt.date(2026, 10, 15)),
        ("tháng 9, 10", dt.date(2026, 10, 31)),
        ("tháng 9-12/2026", dt.date(2026, 12, 31)),
        ("từ tháng 9 đến tháng 11", dt.date(2026, 11, 30)),
        ("quý IV và quý I", dt.date(2027, 3, 31)),
        ("quý I, II", dt.date(2027, 6, 30)),
        ("từ 7h30 ngày 14/11/2026", dt.date(2026, 11, 14)),
        ("từ nay đến hết tháng 11", dt.date(2026, 11, 30)),
    ],
)
def test_resolve_takes_the_last_day_of_a_range(wording, day):
    assert resolve(wording, [YEAR]) == day


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "thường xuyên",
        "hằng tháng",
        "mỗi tháng 02 bài",
        "hằng tháng 01 tin",
        "hàng tháng 2 lần",
        "theo chỉ đạo của cấp trên",
        "sau khi có kết quả",
        "quý phụ huynh",
        "31/2",
        "31/02/2027",
        "trước ngày 31/2/2027",
        "ngày 31 tháng 2 năm 2027",
        "ngày 31 tháng 2",
        "ngày 30 tháng 13 năm 2027",
        "tháng 13",
        "tháng 0",
        "tháng 13/2027",
        "tháng 5/0000",
        "quý V",
        "từ tháng 11/2026",
        "Bắt đầu từ ngày 15/11/2026",
        "từ đầu năm học",
        "kể từ học kỳ II",
    ],
)
def test_resolve_guesses_nothing(wording):
    assert resolve(wording, [YEAR]) is None


@pytest.mark.parametrize("wording", ["cuối học kỳ I", "tháng 10", "20/11", "quý I"])
def test_resolve_without_a_school_year_gives_nothing(wording):
    assert resolve(wording, []) is None


def test_resolve_takes_the_first_school_year_that_fits():
    assert resolve("tháng 10", BOTH) == dt.date(2025, 10, 31)


def test_resolve_takes_the_school_year_that_the_wording_names():
    assert resolve("cuối học kỳ I năm học 2026-2027", BOTH) == dt.date(2027, 1, 17)
    assert resolve("cuối năm học 2025 – 2026", BOTH) == dt.date(2026, 5, 31)
    assert resolve("cuối năm học 2030-2031", BOTH) is None


def test_resolve_reads_letters_that_are_not_composed():
    for wording in ("Cuối học kỳ I", "Quý I", "Tháng 2"):
        half_composed = unicodedata.normalize("NFD", wording)

        assert resolve(half_composed, [YEAR]) == resolve(wording, [YEAR]) is not None


PIECES = st.sampled_from(
    ["ngày", "tháng", "năm", "quý", "học kỳ", "31", "2", "0", "13", "2026", "9999",
     "/", "-", "–", "I", "iv", "cuối", "tổng kết", "đến", "và", " ", "٣"]
)  # fmt: skip


@given(st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join))
@example("tháng 12/9999")
@example("99/99/9999")
@example("quý 1/0000")
def test_resolve_never_raises(wording):
    found = resolve(wording, BOTH)

    assert found is None or isinstance(found, dt.date)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_resolve_gives_back_the_date_that_was_written(day):
    for wording in (
        f"trước ngày {day.day:02}/{day.month}/{day.year}",
        f"ngày {day.day} tháng {day.month:02} năm {day.year}",
    ):
        assert resolve(wording, [YEAR]) == day


@pytest.mark.parametrize("wording", ["học kỳ II năm học 2026-2027", "HỌC KÌ 2", "HK2"])
def test_the_second_term_begins_on_the_day_after_the_first(wording):
    first = term_days("Học kỳ I", YEAR)

    assert first == (YEAR.starts_on, YEAR.first_term_ends_on)
    assert term_days(unicodedata.normalize("NFD", wording), YEAR) == (
        YEAR.first_term_ends_on + dt.timedelta(days=1),
        YEAR.ends_on,
    )


def test_a_school_year_names_no_term():
    assert term_days("năm học 2026-2027", YEAR) is None
