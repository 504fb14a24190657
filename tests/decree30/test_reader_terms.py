"""A plan for one term of a school year: the term is named, and somebody is told."""

import pytest

from wagtail_kehoach.decree30.parts import Period
from wagtail_kehoach.decree30.reader import read as read_file

from .build import PLAN

TITLE, SAID = (
    "Truyền thông của nhà trường năm học 2025-2026",
    "kế hoạch truyền thông như sau:",
)


def titled(title, said=SAID):
    return read_file("a.txt", PLAN.replace(TITLE, title).replace(SAID, said).encode())


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tuyên truyền học kỳ II năm học 2025-2026", "học kỳ II năm học 2025-2026"),
        ("Tuyên truyền HỌC KÌ 1, năm học 2025 – 2026", "HỌC KÌ 1, năm học 2025 – 2026"),
        ("Năm học 2025-2026 (Học kỳ I)", "Năm học 2025-2026 (Học kỳ I)"),
        ("Đọc sách HK2 (năm học 2025-2026)", "HK2 (năm học 2025-2026)"),
        ("Đọc sách học kỳ I/2025-2026", "học kỳ I/2025-2026"),
        ("Sơ kết học kỳ I, việc học kỳ II năm học 2025-2026",
         "học kỳ II năm học 2025-2026"),
    ],
)  # fmt: skip
def test_a_term_is_not_taken_for_its_school_year(title, text):
    read = titled(title)

    assert read.document.period == Period("nam_hoc", 2025, 2026, text)
    assert read.confidence["period"] < 0.8
    assert [w.original for w in read.warnings if w.code == "period-is-term"] == [text]


@pytest.mark.parametrize(
    "title",
    [
        "Truyền thông học kỳ I và học kỳ II năm học 2025-2026",
        "Truyền thông học kỳ I, II năm học 2025-2026",
        "Kiểm tra học kỳ I và cả năm học 2025-2026",
    ],
)
def test_both_terms_are_the_whole_school_year(title):
    read = titled(title)

    assert read.document.period == Period(
        "nam_hoc", 2025, 2026, title[title.index("năm học") :]
    )
    assert "period-is-term" not in {warning.code for warning in read.warnings}


def test_a_term_in_the_title_is_that_of_the_year_in_the_introduction():
    read = titled("Đọc sách học kỳ I", "kế hoạch năm học 2025-2026 như sau:")

    assert read.document.period == Period(
        "nam_hoc", 2025, 2026, "học kỳ I, năm học 2025-2026"
    )
    assert "period-is-term" in {warning.code for warning in read.warnings}


def test_an_introduction_that_names_the_other_term_is_told():
    said = "kế hoạch học kỳ II năm học 2025-2026 như sau:"
    read = titled("Đọc sách học kỳ I năm học 2025-2026", said)

    conflict = [w.original for w in read.warnings if w.code == "period-conflict"]
    assert conflict == ["học kỳ II năm học 2025-2026"]
