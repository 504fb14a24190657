"""Tables of PDF files, which have no tables but ruled lines."""

from __future__ import annotations

import pytest

from wagtail_kehoach.decree30.reader.pdf import read_pdf

from .build import pdf_of_pages, ruled_page

HEAD = ["STT", "Noi dung", "Phu trach"]


def tables_of(*pages: str) -> list[list[list[str]]]:
    pieces = read_pdf(pdf_of_pages(*pages)).pieces
    return [piece.rows for piece in pieces if piece.rows is not None]


def test_texts_between_ruled_lines_are_a_table():
    page = ruled_page([HEAD, ["1", "Viet bai ve\nngay hoi doc", "To Ngu van"]])
    assert tables_of(page) == [[HEAD, ["1", "Viet bai ve\nngay hoi doc", "To Ngu van"]]]


def test_the_text_around_a_table_stays_where_it_is():
    page = ruled_page([HEAD, ["1", "Viet bai", "To Ngu van"]], above="I. NOI DUNG")
    pieces = read_pdf(pdf_of_pages(page)).pieces
    assert [piece.text for piece in pieces] == ["I. NOI DUNG", ""]


@pytest.mark.parametrize("printed", [("To Ngu van", ""), ("", "To Ngu van")])
def test_a_cell_over_two_rows_belongs_to_both(printed):
    head = ["Phu trach", "Noi dung"]
    rows = [head, [printed[0], "Viet bai"], [printed[1], "Chup anh"]]
    assert tables_of(ruled_page(rows, spanned=(2,))) == [
        [head, ["To Ngu van", "Viet bai"], ["To Ngu van", "Chup anh"]]
    ]


def test_a_table_that_goes_on_over_the_page_is_one():
    first = ruled_page([HEAD, ["1", "Viet bai", "To Toan"], ["2", "Chup", "Cong doan"]])
    second = ruled_page([HEAD, ["", "anh buoi le", ""], ["3", "Dang tin", "Thu vien"]])
    assert tables_of(first, second) == [
        [
            HEAD,
            ["1", "Viet bai", "To Toan"],
            ["2", "Chup\nanh buoi le", "Cong doan"],
            ["3", "Dang tin", "Thu vien"],
        ]
    ]


def test_a_frame_around_text_is_no_table():
    frame = "50 50 495 742 re S 50 400 m 545 400 l S"
    text = "BT /F1 12 Tf 72 720 Td (Ke hoach cua nha truong nam hoc) Tj ET"
    assert tables_of(f"{frame} {text}") == []


def test_a_drawing_of_thousands_of_lines_is_read_without_tables():
    lines = " ".join(
        f"{x} 0 m {x} 800 l S 0 {x} m 500 {x} l S" for x in range(10, 5000, 1)
    )
    text = "BT /F1 12 Tf 72 720 Td (Ke hoach cua nha truong nam hoc) Tj ET"
    assert tables_of(f"{lines} {text}") == []
