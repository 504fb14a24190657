"""Hours and telephone numbers are found however they are written."""

import pytest

from tests.search.test_days import finds
from wagtail_kehoach.search.excerpts import excerpts

HOURS = ["7h30", "7 giờ 30", "07h30", "7H30", "7 gio 30", "7g30"]
TELEPHONES = ["024 3826 1234", "02438261234", "024.3826.1234", "(024) 3826 1234"]


@pytest.mark.parametrize("text", HOURS)
@pytest.mark.parametrize("query", HOURS)
def test_an_hour_is_found_however_it_is_written(query, text):
    assert finds(query, f"Khai mạc lúc {text} tại sân trường.")


@pytest.mark.parametrize("text", ["17h30", "7 giờ 15", "lớp 7A30", "30 giờ"])
def test_another_hour_is_not_found(text):
    assert not finds("7h30", f"Khai mạc {text}.")


@pytest.mark.parametrize("query", ["6H", "6h", "lớp 6h"])
def test_a_class_is_no_hour(query):
    assert finds(query, "Tập thể lớp 6H.")


def test_an_hour_is_marked_where_the_text_says_it():
    [cut] = excerpts(["Khai mạc lúc 7 giờ 30 tại sân trường"], "7h30")
    assert "<mark>7 giờ 30</mark>" in cut


@pytest.mark.parametrize("text", TELEPHONES)
@pytest.mark.parametrize("query", TELEPHONES)
def test_a_telephone_number_is_found_however_it_is_written(query, text):
    assert finds(query, f"Điện thoại: {text}, cô Nhung.")


def test_a_telephone_number_is_found_by_its_end():
    assert finds("3826 1234", "Điện thoại: 024 3826 1234.")


def test_another_telephone_number_is_not_found():
    assert not finds("024 3826 1234", "024 3826 1235, 024 1234 3826")


YEARS = ["2026-2027", "2026 - 2027", "2026–2027", "2026 – 2027", "2026/2027", "2026-27"]


@pytest.mark.parametrize("text", YEARS)
@pytest.mark.parametrize("query", YEARS)
def test_a_school_year_is_found_however_it_is_written(query, text):
    assert finds(f"năm học {query}", f"Kế hoạch năm học {text}.", phrase=True)
    assert finds("2027", f"Năm học {text}")


@pytest.mark.parametrize(
    "text", ["2025-2026", "2027-2026", "số 2026/27/KH", "20/26-27"]
)
def test_what_is_no_such_year_is_not_found(text):
    assert not finds("2026-2027", text)


def test_a_school_year_is_marked_where_the_text_says_it_and_its_words_nowhere_else():
    texts = ["Năm nay em đi học. Khai giảng năm học 2026 - 2027.", "Năm 2027 em học."]
    said, unsaid = excerpts(texts, "năm học 2026-2027")

    assert said.count("<mark>") == 1
    assert "<mark>năm học 2026 - 2027</mark>" in said
    assert "<mark>" not in unsaid
    [cut] = excerpts(["Nhiệm vụ năm học này; năm học 2026-2027."], "năm học 2026-2027")
    assert cut == "Nhiệm vụ năm học này; <mark>năm học 2026-2027</mark>."
