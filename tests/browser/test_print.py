"""The pages of a plan as they come out of a printer."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PLAN = "/ke-hoach/ke-hoach-truyen-thong-2025-2026/"
LOWER = """mm => {
    document.querySelector(".kh-tasks").parentNode.style.paddingTop = mm + "mm";
}"""


def printed(page):
    """The text of each sheet of paper."""
    file = io.BytesIO(page.pdf(prefer_css_page_size=True))
    return [sheet.extract_text() for sheet in PdfReader(file).pages]


@pytest.fixture
def plan(visit):
    with visit() as page:
        page.goto(PLAN)
        yield page


def test_sheets_are_numbered_from_the_second_on(plan):
    first, *others = printed(plan)

    assert not first.strip().startswith("1")
    assert [text.split()[0] for text in others] == [
        str(number) for number, _text in enumerate(others, start=2)
    ]


def test_what_the_text_does_not_say_of_reports_is_printed(plan):
    text = " ".join(" ".join(printed(plan)).split())

    assert "Báo cáo tổng kết năm học (trước ngày 29/05/2026, gửi Uỷ ban" in text


def test_the_columns_are_called_as_in_the_file(plan):
    text = " ".join(" ".join(printed(plan)).split())

    assert "STT Nội dung Đơn vị chủ trì Thời gian" in text
    assert "Chủ trì" not in text


@pytest.mark.parametrize("lower", range(40, 75, 5))
def test_the_titles_of_a_table_stand_above_a_row(plan, lower):
    plan.evaluate(LOWER, lower)

    for text in printed(plan):
        _before, titles, below = text.partition("Đơn vị chủ trì")
        assert not titles or below.replace("Thời gian", "").strip()


def test_the_signature_stands_below_the_last_words_of_the_text(plan):
    for lower in range(0, 240, 40):
        plan.evaluate(LOWER, lower)
        [signed] = [text for text in printed(plan) if "Nguyễn Văn Thành" in text]
        assert "để trình Hiệu trưởng xem xét./." in " ".join(signed.split())
