"""Annexes below the signature: their years, their line, and what a draft adds to them."""

from __future__ import annotations

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Paragraph, Table
from wagtail_kehoach.decree30.reader import read

from .build import PLAN, plan_with

ANNEX = "\n\nPHỤ LỤC\nDANH SÁCH CỘNG TÁC VIÊN\n{}\n\n| Tên | Lớp |\n|---|---|\n| An | 5A |\n"


def with_annex(annex: str):
    reading = read("a.txt", plan_with("Lò Thị Mai\n", f"Lò Thị Mai{annex}"))
    said = {w.code: w.original for w in reading.warnings if w.code.startswith("annex")}
    return reading, said


@pytest.mark.parametrize(
    ("line", "original"),
    [
        ("Năm học 2016-2018", "Năm học 2016-2018"),
        ("Giai đoạn 2020-2022", "Giai đoạn 2020-2022"),
        ("**Năm học 2016-2018**", "Năm học 2016-2018"),
        ("1. Kết quả năm 2016", None),
        ("Năm học 2025-2026", None),
        ("Từ năm 2024 đến năm 2026", None),
    ],
)
def test_an_annex_that_names_none_of_the_years_of_its_plan_is_told(line, original):
    said = with_annex(ANNEX.format(line))[1]

    assert said.get("annex-other-years") == original


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Kế hoạch số 12/KH-THHB ngày 05/9/2025 của Trường Tiểu học Hoa Ban)",
        "(Ban hành kèm theo Kế hoạch số      /KH-THHB của Trường Tiểu học Hoa Ban)",
    ],
)
def test_the_line_of_an_annex_that_says_nothing_new_goes(line):
    reading, said = with_annex(ANNEX.format(line))

    assert [type(block) for block in reading.document.annexes[0].body] == [Table]
    assert said == {}


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Kế hoạch số 15/KH-THHB ngày 05/9/2025)",
        "(Kèm theo Quyết định số 12/QĐ-THHB)",
    ],
)
def test_the_line_of_an_annex_that_names_another_document_stays(line):
    reading, said = with_annex(ANNEX.format(line))

    assert reading.document.annexes[0].body[0] == Paragraph(line)
    assert said == {}


def test_the_line_of_an_annex_stays_where_nothing_else_has_the_issuer_in_small_letters():
    line = "(Kèm theo Kế hoạch số 12/KH-THHB của Trung tâm Bồi dưỡng Hoa Ban)"
    text = PLAN.replace("TRƯỜNG TIỂU HỌC HOA BAN", "TRUNG TÂM BỒI DƯỠNG HOA BAN")
    named = text.replace(
        "Trường Tiểu học Hoa Ban xây", "Trung tâm Bồi dưỡng Hoa Ban xây"
    )
    unnamed = text.replace("Trường Tiểu học Hoa Ban xây", "Trung tâm xây")
    bodies = [
        read("a.txt", f"{plan}{ANNEX.format(line)}".encode()).document.annexes[0].body
        for plan in (named, unnamed)
    ]

    assert [Paragraph(line) in body for body in bodies] == [False, True]


@pytest.mark.parametrize(
    ("annex", "title"),
    [
        (ANNEX.format(""), "PHỤ LỤC DANH SÁCH CỘNG TÁC VIÊN"),
        (
            ANNEX.replace("PHỤ LỤC\n", "").format("(Kèm theo Kế hoạch số 12/KH-THHB)"),
            "DANH SÁCH CỘNG TÁC VIÊN",
        ),
    ],
)
def test_what_a_draft_adds_to_an_annex_is_told(annex, title):
    assert with_annex(annex)[1] == {"annex-completed": title}


YEARLY = (
    "\n\nPHỤ LỤC\nNHIỆM VỤ NĂM {}\n\n| Nội dung | Chủ trì | Thời hạn |\n|---|---|---|\n"
    "| Mở kho học liệu | Văn phòng | Trước 31/3 |\n"
)


@pytest.mark.parametrize(
    ("year", "due"), [("2027", dt.date(2027, 3, 31)), ("2031", None)]
)
def test_an_annex_of_one_year_of_a_span_hands_out_its_work(year, due):
    plan = PLAN.replace("năm học 2025-2026", "giai đoạn 2026-2030")
    plan = plan.replace("Lò Thị Mai\n", f"Lò Thị Mai{YEARLY.format(year)}")

    reading = read("a.txt", plan.encode())

    codes = [warning.code for warning in reading.warnings]
    found = [t.deadline for t in reading.document.tasks if "học liệu" in t.text]
    assert found == ([due] if due else [])
    assert ("annex-other-years" in codes) is (due is None)
