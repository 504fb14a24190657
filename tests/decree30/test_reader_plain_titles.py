"""Headings without a label, and marks that say nothing."""

import docx
import pytest

from wagtail_kehoach.decree30.parts import Heading
from wagtail_kehoach.decree30.reader import read

from .build import PLAN, close, docx_of, plan_with, word_plan


def titles(data, name="a.txt"):
    return [(h.label, h.title, h.level) for h in read(name, data).document.headings]


def test_capitals_are_as_wide_as_roman_numerals():
    data = plan_with("I. MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU")

    assert [title for title in titles(data) if title[2] == 1] == [
        ("", "MỤC ĐÍCH, YÊU CẦU", 1),
        ("II", "TỔ CHỨC THỰC HIỆN", 1),
    ]


def test_bold_paragraphs_head_what_stands_below_them():
    document = word_plan()
    for title, text in (("Mục đích", "- Giữ bản làng sạch đẹp."), ("Phân công", "")):
        document.add_paragraph().add_run(title).bold = True
        document.add_paragraph(text or "- Đội nghi thức: tập mỗi chiều thứ Tư.")

    found = read("a.docx", close(document)).document

    assert [(h.label, h.title, h.level) for h in found.headings] == [
        ("", "Mục đích", 1),
        ("", "Phân công", 1),
    ]
    assert [task.responsible for task in found.tasks] == ["Đội nghi thức"]


def test_bold_titles_below_numbered_ones_are_narrower():
    document = word_plan("I. NỘI DUNG")
    document.add_paragraph().add_run("Trong nhà trường").bold = True
    document.add_paragraph("- Treo cờ đón năm học mới.")

    assert titles(docx_of(document), "a.docx") == [
        ("I", "NỘI DUNG", 1),
        ("", "Trong nhà trường", 2),
    ]


def test_the_style_of_a_heading_makes_one():
    document = word_plan()
    document.add_paragraph("Mục đích", style="Heading 2")
    document.add_paragraph("Giữ bản làng sạch đẹp.")

    assert titles(close(document), "a.docx") == [("", "Mục đích", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Cả trường thi đua lập thành tích.",
        "Hạn nộp bài: ngày 15/11/2026",
        "“Mỗi ngày đến trường là một ngày vui”",
        "Lưu ý khi đăng ảnh học sinh",
        "PHÓ HIỆU TRƯỞNG",
    ],
)
def test_what_is_bold_to_be_seen_heads_nothing(text):
    document = word_plan("I. NỘI DUNG")
    document.add_paragraph().add_run(text).bold = True
    document.add_paragraph("- Treo cờ đón năm học mới.")

    assert titles(docx_of(document), "a.docx") == [("I", "NỘI DUNG", 1)]


def test_a_paragraph_of_which_only_a_part_is_bold_is_none():
    document = word_plan("I. PHÂN CÔNG")
    paragraph = document.add_paragraph()
    paragraph.add_run("Thư viện").bold = True
    paragraph.add_run(" giới thiệu sách")
    document.add_paragraph("- Mỗi tuần một cuốn.")

    assert titles(docx_of(document), "a.docx") == [("I", "PHÂN CÔNG", 1)]


def test_markdown_titles_are_headings():
    text = PLAN.replace("I. MỤC ĐÍCH, YÊU CẦU", "## Mục đích và yêu cầu")

    assert titles(text.encode())[0] == ("", "Mục đích và yêu cầu", 1)


def test_the_type_of_a_decision_is_no_heading():
    data = plan_with("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace(
        "I. MỤC".encode(), "QUYẾT ĐỊNH:\nI. MỤC".encode()
    )
    assert "QUYẾT ĐỊNH" not in [h.title for h in read("a.txt", data).document.headings]


@pytest.mark.parametrize("mark", ["***", "-----", "- - -", "___"])
def test_rules_between_paragraphs_are_counted_and_no_text(mark):
    data = plan_with("2. Yêu cầu", f"{mark}\n2. Yêu cầu")
    plain, ruled = read("a.txt", plan_with()), read("a.txt", data)

    assert ruled.document.body == plain.document.body
    assert ruled.furniture == plain.furniture + 1
    assert ruled.not_understood == []


def test_a_bullet_alone_on_its_line_is_that_of_the_next():
    data = plan_with("- Duyệt nội dung", "-\nDuyệt nội dung")

    assert read("a.txt", data).document.body == read("a.txt", plan_with()).document.body


def test_a_heading_needs_something_below_it():
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH").runs[0].bold = True
    document.add_paragraph("Ngày hội sách")
    document.add_paragraph("I. NỘI DUNG")
    document.add_paragraph("Đọc sách ở sân trường.")
    document.add_paragraph().add_run("Hẹn gặp các em").bold = True

    found = read("a.docx", docx_of(document)).document
    assert [block.title for block in found.body if isinstance(block, Heading)] == [
        "NỘI DUNG"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Đề xuất, kiến nghị",
        "Khó khăn, vướng mắc và kiến nghị",
        "Kiến nghị - đề xuất với UBND xã",
    ],
)
def test_below_a_title_of_requests_a_request_is_what_it_announces(title):
    data = plan_with(
        "Trên đây là kế",
        f"4. {title}\n\nĐề nghị UBND xã hỗ trợ 01 bể bơi di động.\n\nTrên đây là kế",
    )

    assert titles(data)[-1] == ("4", title, 2)


def test_a_request_below_the_last_of_a_list_makes_no_title_of_it():
    data = plan_with(
        "- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.\n\nTrên đây là kế",
        "4. Các lớp nêu kiến nghị\n\nĐề nghị các tổ thực hiện tốt.\n\nTrên đây là kế",
    )

    assert "Các lớp nêu kiến nghị" not in [title for _l, title, _n in titles(data)]
