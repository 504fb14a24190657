"""Lines that the page cut, in files that do not say where a paragraph ends."""

from __future__ import annotations

from wagtail_kehoach.decree30.parts import Paragraph
from wagtail_kehoach.decree30.reader import read

from .build import PLAN

CITED = "Căn cứ Kế hoạch số 77/KH-UBND"
SPEAKER = "Trường Tiểu học Hoa Ban xây dựng"


def reading(old: str, new: str):
    """Read the plan with the line that begins with ``old`` in other words."""
    line = next(line for line in PLAN.split("\n") if line.startswith(old))
    return read("a.txt", PLAN.replace(line, new).encode())


def cut_lines(found) -> list[str]:
    return [w.original for w in found.warnings if w.code == "line-cut"]


def test_a_basis_that_goes_on_with_the_name_of_a_body_is_one_basis():
    found = reading(
        CITED,
        "Căn cứ Thông tư số 41/2021/TT-BGDĐT ngày 12/7/2021 ban hành Quy chế\n"
        "Trường học kết nghĩa vùng cao và Quy định về\nHội trại mùa hè;",
    )

    (basis,) = found.document.bases
    assert basis.text.endswith(
        "Quy chế Trường học kết nghĩa vùng cao và Quy định về Hội trại mùa hè"
    )
    assert found.document.lead_in == [
        "Trường Tiểu học Hoa Ban xây dựng kế hoạch truyền thông như sau:"
    ]


def test_the_issuer_speaks_after_a_basis_without_its_mark():
    found = reading(CITED, "Căn cứ tình hình thực tế của các điểm trường trong năm")

    assert len(found.document.bases) == 1
    assert found.document.lead_in[0].startswith(SPEAKER)


def test_years_on_the_next_line_belong_to_the_school_year_above():
    found = reading(
        SPEAKER, "Trường Tiểu học Hoa Ban xây dựng kế hoạch năm học\n2025-2026 như sau:"
    )

    assert found.document.lead_in == [
        "Trường Tiểu học Hoa Ban xây dựng kế hoạch năm học 2025-2026 như sau:"
    ]


def test_a_short_plan_tells_its_width_by_the_lines_that_surely_go_on():
    found = reading(
        "- Thông tin đúng",
        "- Thông tin đúng, đủ, kịp thời; mỗi bài viết nêu rõ nguồn và người chịu trách\n"
        "nhiệm về nội dung.\n"
        "- Hình ảnh của các em chỉ được đăng khi cha mẹ đã đồng ý bằng văn bản, kể cả khi\n"
        "chụp chung cả lớp.\n"
        "- Mọi ý kiến của cha mẹ gửi về hộp thư được trả lời trong ba ngày, riêng thư của\n"
        "Ban đại diện cha mẹ học sinh thì trả lời ngay trong ngày.",
    )

    texts = [getattr(block, "text", "") for block in found.document.body]
    assert (
        "Mọi ý kiến của cha mẹ gửi về hộp thư được trả lời trong ba ngày, riêng thư của "
        "Ban đại diện cha mẹ học sinh thì trả lời ngay trong ngày."
    ) in texts
    assert cut_lines(found) == []


def test_a_line_that_may_go_on_below_is_reported_and_left():
    first = (
        "Tuyên truyền qua loa phát thanh của bản vào các buổi chiều trong suốt tuần lễ "
        "biển đảo"
    )
    found = reading("- Thông tin đúng", f"{first}\nTổ chức thi vẽ tranh cho các em.")

    texts = [getattr(block, "text", "") for block in found.document.body]
    assert first in texts
    assert cut_lines(found) == [first]


def test_a_file_that_says_where_a_paragraph_ends_is_not_doubted():
    long = "Tuyên truyền qua loa phát thanh của bản vào các buổi chiều " * 4
    found = reading("- Thông tin đúng", f"{long}\nTổ chức thi vẽ tranh cho các em.")

    assert cut_lines(found) == []


def test_lines_that_go_on_and_on_are_no_one_paragraph():
    line = (
        "và giáo viên chủ nhiệm các lớp nhắc học sinh giữ vệ sinh trường lớp mỗi ngày"
    )
    found = reading("- Thông tin đúng", "- Nhắc nhở\n" + "\n".join([line] * 400))

    texts = [getattr(block, "text", "") for block in found.document.body]
    assert max(map(len, texts)) < 8_200
    assert sum(text.count("giáo viên chủ nhiệm") for text in texts) == 400


def test_a_title_that_ends_in_the_word_year_does_not_take_the_heading_below():
    found = reading(
        "I. MỤC ĐÍCH", "PHẦN I\nMỤC TIÊU NĂM HỌC\n1. Mục tiêu chung\n\n- Đúng."
    )

    assert [(h.label, h.title) for h in found.document.headings][:2] == [
        ("PHẦN I", "MỤC TIÊU NĂM HỌC"),
        ("1", "Mục tiêu chung"),
    ]


def test_what_ends_in_digital_is_no_number_that_the_page_cut():
    lines = "- Đội viên tập làm phóng viên số\n2. Yêu cầu"

    found = reading("- Giúp cha mẹ học sinh", lines).document

    paragraphs = [block for block in found.body if isinstance(block, Paragraph)]
    assert paragraphs[0].text == "Đội viên tập làm phóng viên số"


def test_a_title_that_ends_in_digital_is_not_joined_to_the_minute_below():
    lead = "Sáng 16/10, Trường THCS Kênh Xáng ra mắt câu lạc bộ, một hoạt động của kế hoạch."
    story = [
        lead,
        "Em K., học sinh lớp 8, chia sẻ: “Em rất vui”.",
        "Tin, ảnh: Hồng Đào",
    ]
    title = "Học sinh vùng biên tập làm phóng viên số"

    found = read("a.txt", "\n\n".join([title, "09:15 | 17/10/2026", *story]).encode())

    assert (found.document.kind, found.document.title) == ("tin bài", title)
    assert f"{found.document.date}" == "2026-10-17"


def test_a_number_that_the_page_cut_is_still_its_document():
    found = reading(CITED, "Căn cứ Kế hoạch số\n77/KH-UBND ngày 20/8/2025 của UBND xã;")

    assert [basis.number for basis in found.document.bases] == ["77/KH-UBND"]


def test_nor_where_the_paragraphs_below_are_as_long_as_lines_of_a_page():
    title = "Mang con chữ đến với học sinh dân tộc thiểu số"
    lead = (
        "Chiều 13/11, Trường Tiểu học Tà Long tổ chức ngày hội đọc sách cho hơn 300 học sinh "
        "người Vân Kiều, Pa Cô ở năm điểm trường lẻ."
    )
    quote = "Thầy Bường chia sẻ: “Mỗi cuốn sách là một con đường, em nào cũng được đi.”"
    lines = [title, "14/11/2026 | 16:40", lead, f"{quote} {quote}", "Bài, ảnh: Thu Hà"]

    found = read("a.txt", "\n\n".join(lines).encode()).document

    assert (found.title, f"{found.date}") == (title, "2026-11-14")
