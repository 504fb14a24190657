"""Days, however they are written, are found by however else they are written."""

import unicodedata

import pytest

from wagtail_kehoach.search.asked import tiers
from wagtail_kehoach.search.excerpts import excerpts
from wagtail_kehoach.search.terms import terms_of

SAME_DAY = [
    "05/11/2026", "5/11/2026", "05-11-2026", "5.11.2026", "05 / 11 / 2026",
    "ngày 05 tháng 11 năm 2026", "ngay 5 thang 11 nam 2026", "5 tháng 11, năm 2026",
    "Ngày 05/11/2026", unicodedata.normalize("NFD", "ngày 05 tháng 11 năm 2026"),
]  # fmt: skip


def finds(query, text, *, phrase=False):
    """Whether the text has every term that the query asks for."""
    terms = set(terms_of("", text, "").split())
    groups = tiers(query, phrase=phrase)[-1].groups
    return all(terms & set(group) for group in groups)


@pytest.mark.parametrize("text", SAME_DAY)
@pytest.mark.parametrize("query", SAME_DAY)
def test_a_day_is_found_however_it_is_written(query, text):
    assert finds(query, f"Khai giảng, {text}, tại sân trường.")


@pytest.mark.parametrize("query", SAME_DAY[:6])
@pytest.mark.parametrize(
    "text", ["từ 05/10/2026 đến 06/11/2026", "11-05-2026", "ngày 15 tháng 11 năm 2026"]
)
def test_another_day_is_not_found(query, text):
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("20/11", "ngày 20 tháng 11"), ("ngày 20 tháng 11", "chào mừng 20/11"),
     ("20 thang 11", "ngày 20-11-2026"), ("20-11", "ngày 20 tháng 11"),
     ("tháng 11 năm 2026", "tháng 11/2026"), ("tháng 11/2026", "tháng 11 năm 2026")],
)  # fmt: skip
def test_a_day_without_its_year_and_a_month_are_found_both_ways(query, text):
    assert finds(query, text)


def test_a_phrase_around_a_day_is_found_both_ways():
    assert finds("họp ngày 05 tháng 11", "Cuộc họp ngày 05/11/2026.", phrase=True)
    assert finds("họp ngày 5/11", "Cuộc họp ngày 05 tháng 11 năm 2026.", phrase=True)


@pytest.mark.parametrize(
    "query", ["ngày", "tháng 11", "5 tháng 11 ngày", "1.600", "09.12.3456.789"]
)
def test_what_is_no_day_is_found_as_it_stands(query):
    assert finds(query, f"Hết {query} thì thôi.")
    assert not finds(query, "05/11/2026")


ENGLISH = [
    "5 November 2026", "05 Nov 2026", "November 5, 2026", "5th of November, 2026",
    "5 november 2026",
]  # fmt: skip


@pytest.mark.parametrize("one", ENGLISH)
@pytest.mark.parametrize("other", [*ENGLISH, *SAME_DAY[:6]])
def test_a_day_in_english_words_is_the_same_day(one, other):
    assert finds(one, f"Opened, {other}, at school.")
    assert finds(other, f"Opened, {one}, at school.")
    assert not finds(one, "6 November 2026, 5 October 2026, 5 November 2025")


@pytest.mark.parametrize(
    ("query", "text"),
    [("5 November", "on 5 November 2026"), ("November 2026", "11/2026"),
     ("5 may tinh", "Lớp có 5 máy tính"), ("march 8", "March on, 8 of you")],
)  # fmt: skip
def test_what_is_no_whole_day_in_english_is_found_as_it_stands(query, text):
    assert finds(query, text)


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_day_is_marked_as_the_text_has_it(text):
    [cut] = excerpts([f"In 2026 we met on {text}."], "5/11/2026")

    assert cut == f"In 2026 we met on <mark>{text}</mark>."


def test_the_figures_of_a_day_are_marked_in_its_words():
    [cut] = excerpts(["Họp ngày 05 tháng 11 năm 2026 tại trường."], "5/11/2026")

    assert "<mark>05 tháng 11 năm 2026</mark>" in cut
