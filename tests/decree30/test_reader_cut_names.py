"""What the end of a line parts: a title before its years, a name or a symbol at its dash."""

from __future__ import annotations

import pytest

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.pieces import Piece
from wagtail_kehoach.decree30.reader.wrapping import paragraphs

from .build import plan_with

TITLE = "Truyền thông của nhà trường năm học 2025-2026"


def joined(*lines: str) -> list[str]:
    """The paragraphs of lines as a page has them."""
    return [piece.text for piece in paragraphs([Piece(raw=r) for r in lines], width=0)]


@pytest.mark.parametrize(
    ("end", "years"),
    [("giai đoạn", "2026 - 2030"), ("năm học", "2026-2027"), ("năm", "2026")],
)
def test_a_title_goes_on_with_the_years_below_it(end, years):
    title = f"Truyền thông về chuyển đổi số trong các trường học {end}"

    plan = read("a.txt", plan_with(TITLE, f"{title}\n{years}")).document

    assert plan.title == f"{title} {years}"
    assert (plan.period.start, plan.period.end) == (
        int(years[:4]),
        int(years[-4:]),
    )


def test_a_number_below_a_title_is_no_part_of_it():
    assert read("a.txt", plan_with(TITLE, f"{TITLE}\n2")).document.title == TITLE


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "- Gửi báo cáo kết quả thực hiện về Phòng Văn hóa",
            "- Xã hội trước ngày 05/12.",
        ),
        ("Tổ chức hội nghị do Trường Trung cấp Kinh tế", "- Kỹ thuật chủ trì."),
    ],
)
def test_a_name_that_a_line_parts_at_its_dash_is_one(above, below):
    assert joined(above, below) == [f"{above} {below}"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Các lĩnh vực văn hóa", "- Xã hội: an sinh."),
        ("Phòng Văn hóa", "- Thư viện: giới thiệu sách."),
    ],
)
def test_an_item_below_a_line_without_its_mark_stays_one(above, below):
    assert joined(above, below) == [above, below]


def test_a_symbol_that_a_line_parts_at_its_dash_has_no_space():
    lines = "Thực hiện Kế hoạch số 212/KH-", "UBND ngày 20/7/2026 của UBND xã"

    assert joined(*lines) == ["".join(lines)]
