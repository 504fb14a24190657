"""Tables of work that speak of the nation, or of who receives something."""

import pytest

from wagtail_kehoach.decree30.parts import Heading
from wagtail_kehoach.decree30.reader import read

from .build import close, word_plan

HEAD = ("STT", "Nội dung", "Đơn vị thực hiện", "Thời gian")


def plan_of(*rows):
    document = word_plan("I. NHIỆM VỤ")
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("II. TỔ CHỨC THỰC HIỆN")
    document.add_paragraph("Các tổ báo cáo kết quả về nhà trường.")
    return read("a.docx", close(document)).document


@pytest.mark.parametrize(
    "work",
    [
        "Tuyên truyền kỷ niệm Quốc khánh nước Cộng hoà xã hội chủ nghĩa Việt Nam",
        "Treo khẩu hiệu “Độc lập - Tự do - Hạnh phúc” ở cổng trường",
        "Nơi nhận góp ý: đặt hộp thư ở phòng trực",
        "Độc lập - Tự do - Hạnh phúc: làm bảng ảnh về Quốc hiệu",
    ],
)
def test_a_row_of_work_may_speak_of_the_nation(work):
    plan = plan_of(
        HEAD,
        ("1", work, "Tổ Văn phòng", "30/9/2025"),
        ("2", "Viết bài về Ngày hội đọc sách", "Tổ Ngữ văn", "15/10/2025"),
    )

    assert [task.text for task in plan.tasks] == [
        work,
        "Viết bài về Ngày hội đọc sách",
    ]
    assert [recipient.text for recipient in plan.recipients] == [
        "Như trên",
        "Lưu: VT",
    ]


def test_a_column_may_say_who_receives_something():
    plan = plan_of(
        ("STT", "Nội dung", "Đơn vị thực hiện", "Thời gian", "Nơi nhận"),
        ("1", "Viết bài về ngày khai giảng", "Tổ Văn phòng", "10/9/2025", "UBND xã"),
    )

    assert [task.text for task in plan.tasks] == ["Viết bài về ngày khai giảng"]
    assert [recipient.text for recipient in plan.recipients] == [
        "Như trên",
        "Lưu: VT",
    ]
    assert [b.title for b in plan.body if isinstance(b, Heading)][-1:] == [
        "TỔ CHỨC THỰC HIỆN"
    ]
