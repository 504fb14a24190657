"""Plans copied from the page of a portal: what the page printed is left out and counted."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import PLAN, plan_with

MENU = ["Trang chủ", "Giới thiệu", "Thư viện ảnh", "Hỏi đáp", "Liên hệ"]
TITLE = "KẾ HOẠCH TRUYỀN THÔNG CỦA TRƯỜNG"
COUNTER = "Ngày đăng: 08/9/2025 07:30 | Lượt xem: 412 | Cỡ chữ: A- A A+"
BELOW = [
    "Tệp đính kèm: KH12.pdf (340 KB)", "Tác giả: Ban biên tập", "Chia sẻ  Facebook  Zalo",
    "Các tin khác", "» Kế hoạch tuyển sinh lớp 1 (20/6/2025)", "Lịch công tác tuần 3 (15/9/2025)",
    "© 2025 Trường Tiểu học Hoa Ban. Điện thoại: 0900 000 123", "Địa chỉ: xã Suối Trăng",
]  # fmt: skip


def read_page(*above, plan=PLAN, below=()):
    return read("a.txt", "\n".join([*above, "", plan, *below]).encode())


def header_of(reading):
    document = reading.document
    return (
        document.issuer_parent, document.issuer, document.number, document.symbol,
        document.place, document.date, document.title,
    )  # fmt: skip


HEADER = (
    "UBND XÃ SUỐI TRĂNG", "TRƯỜNG TIỂU HỌC HOA BAN", "12", "KH-THHB", "Suối Trăng",
    dt.date(2025, 9, 5), "Truyền thông của nhà trường năm học 2025-2026",
)  # fmt: skip


@pytest.mark.parametrize(
    "above",
    [
        [*MENU, "Trang chủ » Văn bản » Kế hoạch", TITLE, COUNTER],
        [
            *MENU,
            *map("Lớp {}A".format, range(1, 13)),
            "Nhà trường » Văn bản » Kế hoạch",
        ],
        ["TRƯỜNG TIỂU HỌC HOA BAN", *MENU, TITLE, COUNTER],
        ["Trang chủ\tGiới thiệu\tVăn bản\tLiên hệ", TITLE, "Lượt xem: 1.204"],
        ["Cổng thông tin điện tử", *MENU],
        [f"* {entry}" for entry in MENU],
        [TITLE, "Đăng lúc: 07:30, thứ Hai, 08/9/2025", "Người đăng: Quản trị"],
        ["Chuyển đến nội dung chính", TITLE, "08/9/2025", "Xem: 35 lượt", "In trang"],
    ],
)
@pytest.mark.parametrize("beside", [False, True])
def test_the_header_is_found_behind_what_the_page_printed(above, beside):
    plan = PLAN
    if beside:
        plan = PLAN.replace("KH-THHB\nCỘNG", "KH-THHB\tCỘNG")

    reading = read_page(*above, plan=plan)

    assert header_of(reading) == HEADER
    assert reading.document.period.text == "năm học 2025-2026"
    assert reading.is_plan and not reading.not_understood
    assert reading.furniture >= len(above)


def test_what_the_page_printed_below_is_left_out():
    reading = read_page(below=BELOW)

    assert reading.furniture == len(BELOW)
    assert (reading.not_understood, reading.warnings) == ([], [])
    assert reading.document.signatory.name == "Lò Thị Mai"


def test_a_counter_within_the_header_takes_no_name_with_it():
    plan = PLAN.replace("Số: 12", f"{COUNTER}\nSố: 12")

    reading = read_page(*MENU, TITLE, plan=plan)

    assert header_of(reading) == HEADER
    assert reading.furniture == len(MENU) + 1
    assert reading.not_understood == [TITLE]


def test_a_counter_between_the_parts_of_a_text_is_left_out():
    plan = PLAN.replace("II. TỔ CHỨC", f"{COUNTER}\n\nII. TỔ CHỨC")

    reading = read_page(plan=plan)

    assert reading.furniture == 1
    assert COUNTER not in str(reading.document.body)


def test_an_annex_below_the_links_is_kept():
    below = [*BELOW[:3], "PHỤ LỤC", "Danh mục chuyên đề", "1. An toàn trên mạng."]

    reading = read_page(below=below)

    assert len(reading.document.annexes) == 1
    assert reading.furniture == 3


@pytest.mark.parametrize(
    "said",
    [
        "- Chia sẻ", "Nguồn: ngân sách xã", "Tác giả: học sinh lớp 5", "Cập nhật sổ điểm",
        "1. Mẫu 01.docx", "Các văn bản liên quan:", "Facebook", "- Lượt xem: 200",
        "Bản quyền thuộc nhà trường", "Tin nhà trường", "Liên hệ", "Viết » Duyệt » Đăng bài",
    ],
)  # fmt: skip
def test_a_plan_may_say_alike(said):
    reading = read(
        "a.txt", plan_with("- Thông tin đúng, đủ và kịp thời.", f"- Đúng.\n\n{said}")
    )

    assert reading.furniture == 0
    assert said.strip("-1. :") in str(reading.document.body)


def test_a_plan_without_state_and_number_keeps_its_own_type_and_title():
    plan = PLAN[PLAN.index("KẾ HOẠCH") :]

    reading = read_page(*MENU, TITLE, COUNTER, plan=plan)

    assert reading.document.title == HEADER[-1]
    assert not reading.not_understood


def test_no_text_goes_with_a_counter_where_the_header_of_another_stands_below():
    plan = PLAN[PLAN.index("KẾ HOẠCH") :].replace("KẾ HOẠCH\n", "Kế hoạch\n", 1)
    plan = plan.replace("2. Yêu cầu", f"{COUNTER}\n\nSố: 15/QĐ-UBND\n\n2. Yêu cầu")

    reading = read_page(plan=plan)

    assert reading.furniture == 1
    assert "Giúp cha mẹ học sinh" in str(reading.document.body)
