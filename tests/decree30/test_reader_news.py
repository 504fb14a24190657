"""News items, what portals print around them, and what is asked of them."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.portals import is_trail, stands_around

from .build import NATION, plan_with

STORY = (
    "Sáng 12/10, giữa tiếng trống hội, Trường Mầm non Hoa Ban (xã Suối Trăng) đã đón bằng "
    "công nhận trường đạt chuẩn quốc gia. Tới dự có lãnh đạo xã, các già làng cùng đông đảo cha "
    "mẹ học sinh. Đó là quả ngọt của nhiều năm vượt khó, từ ngày lớp học còn là những căn nhà "
    "tranh bên suối."
)
TITLE = "TRƯỜNG MẦM NON HOA BAN ĐÓN BẰNG CÔNG NHẬN"


def item(*lines):
    return read("a.txt", "\n".join(lines).encode())


@pytest.mark.parametrize(
    "above",
    [(), ("Trang chủ > Tin tức > Hoạt động",), ("Trang chủ » Tin tức » Tin nhà trường",
     "Tin tức"), ("Tin tức - Sự kiện",)],
)  # fmt: skip
def test_one_title_and_one_long_paragraph_are_news(above):
    reading = item(*above, TITLE, STORY)

    assert (reading.document.kind, reading.document.title) == ("tin bài", TITLE)
    assert reading.furniture == len(above)
    assert (reading.warnings, reading.document.signatory) == ([], None)
    assert len(reading.document.body) == 1


def test_what_the_page_says_of_an_item_is_not_its_text():
    reading = item(
        "Trang chủ > Tin tức", TITLE, "15/10/2026 08:30 - Lượt xem: 320", STORY,
        "Tác giả: Ban biên tập", "Lượt xem: 320",
    )  # fmt: skip

    assert reading.document.date == dt.date(2026, 10, 15)
    assert [block.text for block in reading.document.body] == [STORY]
    assert reading.furniture == 3


@pytest.mark.parametrize("below", ["1. Ai làm việc gì", "I. Việc chung", "Số: 12/TB"])
def test_a_text_with_parts_or_marks_is_not_taken_for_news(below):
    assert item(TITLE, STORY, below, below).document.kind is None


def test_the_trail_above_a_plan_is_left_out():
    reading = read("a.txt", "Trang chủ > Văn bản > Kế hoạch\n".encode() + plan_with())

    assert (reading.is_plan, reading.not_understood, reading.furniture) == (True, [], 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trang chủ / Tin tức", True),
        ("Văn bản » Năm học » Kế hoạch", True),
        ("Trang chủ của nhà trường đăng lịch tuần", False),
        ("Phát động » tổng kết", False),
    ],
)
def test_a_trail_of_links_is_told_from_a_sentence(text, found):
    assert is_trail(text) is found


def test_a_sentence_that_begins_like_a_remark_stays():
    assert not stands_around(f"Nguồn nước ở bản xa. {STORY}")


@pytest.mark.parametrize("kind", ["THÔNG BÁO", "BÁO CÁO", "GIẤY MỜI", "TỜ TRÌNH"])
def test_nothing_that_a_plan_needs_is_asked_of_another_document(kind):
    text = f"{kind}\nVề phong trào thi đua\n\nI. VIỆC CHUNG\n1. Tổ Văn nộp bài trước 15/9.\n"
    reading = read("a.txt", f"{NATION}\n{text}Nơi nhận:\n- Lưu: VT.\n".encode())

    assert reading.document.kind == kind.lower()
    assert reading.warnings == []
    assert (reading.document.tasks, reading.document.reporting) == ([], [])
