"""Each part of a document, read from small documents of the tests' own."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from wagtail_kehoach.decree30.parts import (
    Basis,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
)
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.reporting import reports_in

from .build import PLAN, close, plan_with, word_plan


def document(old: str = "", new: str = "") -> Document:
    return read("a.txt", plan_with(old, new)).document


def codes(old: str = "", new: str = "") -> list[str]:
    return [warning.code for warning in read("a.txt", plan_with(old, new)).warnings]


def body_with(*lines: str) -> Document:
    """Return the plan with other lines between its two first headings."""
    start, end = PLAN.index("1. Mục đích"), PLAN.index("II. TỔ CHỨC")
    text = PLAN[:start] + "\n\n".join(lines) + "\n\n" + PLAN[end:]
    return read("a.txt", text.encode()).document


def test_a_plan_is_read_whole():
    plan = document()
    assert (plan.kind, plan.issuer_parent, plan.issuer) == (
        "kế hoạch",
        "UBND XÃ SUỐI TRĂNG",
        "TRƯỜNG TIỂU HỌC HOA BAN",
    )
    assert (plan.number, plan.symbol, plan.place) == ("12", "KH-THHB", "Suối Trăng")
    assert (plan.date, plan.date_text) == (
        dt.date(2025, 9, 5),
        "ngày 05 tháng 9 năm 2025",
    )
    assert plan.title == "Truyền thông của nhà trường năm học 2025-2026"
    assert plan.period == Period("nam_hoc", 2025, 2026, "năm học 2025-2026")
    assert plan.recipients == [Recipient("UBND xã (để b/c)"), Recipient("Lưu: VT")]
    assert plan.signatory == Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai")


def test_nothing_of_a_complete_plan_is_left_over_or_warned_about():
    reading = read("a.txt", plan_with())
    assert reading.is_plan is True
    assert reading.not_understood == []
    assert reading.warnings == []


def test_every_paragraph_of_the_text_is_in_the_body_in_order():
    plan = document()
    printed = [
        f"{block.label}. {block.title}"
        if isinstance(block, Heading)
        else f"{block.marker} {block.text}".removeprefix("None ")
        for block in plan.body
    ]
    start, end = PLAN.index("I. MỤC"), PLAN.index("\n\nNơi nhận")
    assert printed == [line for line in PLAN[start:end].split("\n") if line]


# --- header -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 05/KH-THHB", "05", "KH-THHB"),
        ("Số:      /KH-THHB", None, "KH-THHB"),
        ("Số: ……/KH-THHB", None, "KH-THHB"),
        ("Số 8 / KH - THHB", "8", "KH-THHB"),
        ("Số: 07-KH/ĐTN", "07", "KH/ĐTN"),
        ("Số: 05 - HD/ĐTN", "05", "HD/ĐTN"),
        ("Số: …-KH/LĐ", None, "KH/LĐ"),
        ("**Số: 31/2025/KH-GD&ĐT**", "31/2025", "KH-GD&ĐT"),
        ("Số: *4l*/KH-THHB", None, "KH-THHB"),
        ("Số: KH12", None, None),
    ],
)
def test_the_number_is_read_or_left_empty(line, number, symbol):
    plan = document("Số: 12/KH-THHB", line)
    assert (plan.number, plan.symbol) == (number, symbol)


def test_an_unreadable_number_is_shown_as_it_is_printed():
    reading = read("a.txt", plan_with("Số: 12/KH-THHB", "Số: *4l*/KH-THHB"))
    assert reading.not_understood == ["Số: *4l*/KH-THHB"]
    assert [warning.code for warning in reading.warnings] == ["number-unreadable"]


@pytest.mark.parametrize(
    ("line", "date", "partial"),
    [
        ("Suối Trăng, ngày 7 tháng 10 năm 2025", dt.date(2025, 10, 7), None),
        ("*Suối Trăng, ngày 07 tháng 10 năm 2025*", dt.date(2025, 10, 7), None),
        ("Suối Trăng ngày 7 tháng 10 năm 2025", dt.date(2025, 10, 7), None),
        ("Suối Trăng, ngày     tháng 10 năm 2025", None, "2025-10"),
        ("Suối Trăng, ngày … tháng … năm 2025", None, "2025"),
        ("Suối Trăng, ngày 31 tháng 6 năm 2025", None, "2025-06"),
    ],
)
def test_the_date_is_read_as_far_as_it_is_filled_in(line, date, partial):
    plan = document("Suối Trăng, ngày 05 tháng 9 năm 2025", line)
    assert (plan.date, plan.date_partial, plan.place) == (date, partial, "Suối Trăng")


def test_a_date_that_does_not_exist_is_reported():
    found = codes("ngày 05 tháng 9", "ngày 31 tháng 6")
    assert found == ["date-impossible", "date-incomplete"]


def test_a_year_that_is_filled_in_by_hand_is_a_blank():
    line = "ngày 05 tháng 9 năm 2025"
    found = codes(line, "ngày … tháng … năm 202…")

    assert "date-missing" in found
    assert "date-impossible" not in found


@pytest.mark.parametrize("figures", ["99999999999999999999", "9" * 5000])
@pytest.mark.parametrize("part", ["ngày 05", "tháng 9", "năm 2025"])
def test_a_date_of_too_many_figures_is_reported(part, figures):
    line = "ngày 05 tháng 9 năm 2025"
    found = codes(line, line.replace(part, f"{part.split()[0]} {figures}"))
    assert {"date-impossible", "date-missing"} & set(found)


def test_a_handwritten_day_is_taken_with_less_confidence():
    reading = read("a.txt", plan_with("ngày 05 tháng", "ngày *05* tháng"))
    assert reading.document.date == dt.date(2025, 9, 5)
    assert reading.confidence["date"] < 0.7
    assert [warning.code for warning in reading.warnings] == ["date-uncertain"]


def test_a_header_in_two_columns_is_taken_apart():
    start = PLAN.index("\n\nKẾ HOẠCH")
    header = (
        "UBND XÃ SUỐI TRĂNG          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG TIỂU HỌC                Độc lập – Tự do – Hạnh phúc\n"
        "HOA BAN\n"
        "Số: 12/KH-THHB          Suối Trăng, ngày 05 tháng 9 năm 2025"
    )
    assert read("a.txt", (header + PLAN[start:]).encode()).document == document()


def test_a_missing_header_is_filled_from_the_lead_in_and_said_so():
    start = PLAN.index("KẾ HOẠCH")
    reading = read("a.txt", PLAN[start:].encode())
    assert reading.document.issuer == "Trường Tiểu học Hoa Ban"
    assert reading.inferred == ["issuer"]


def test_the_place_and_date_may_stand_above_the_signature():
    text = PLAN.replace("Suối Trăng, ngày 05 tháng 9 năm 2025\n", "", 1)
    text = text.replace(
        "\nNơi nhận", "\nSuối Trăng, ngày 05 tháng 9 năm 2025\n\nNơi nhận"
    )
    assert read("a.txt", text.encode()).document == document()


# --- kinds ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("BÁO CÁO", "báo cáo"),
        ("**TỜ TRÌNH**", "tờ trình"),
        ("K Ế H O Ạ C H", "kế hoạch"),
        ("Kế hoạch", "kế hoạch"),
        ("GIẤY UỶ QUYỀN", "giấy ủy quyền"),
    ],
)
def test_the_kind_is_its_type_line(line, kind):
    reading = read("a.txt", plan_with("\nKẾ HOẠCH\n", f"\n{line}\n"))
    assert reading.document.kind == kind
    assert reading.is_plan is (kind == "kế hoạch")


def test_a_type_and_its_title_may_share_a_line():
    title = "KẾ HOẠCH TRUYỀN THÔNG NĂM HỌC 2025-2026"
    plan = document("KẾ HOẠCH\nTruyền thông của nhà trường năm học 2025-2026", title)
    assert (plan.kind, plan.title) == ("kế hoạch", "TRUYỀN THÔNG NĂM HỌC 2025-2026")


OPENING = (
    "Nhằm giúp cha mẹ học sinh và người dân trong xã hiểu đúng về việc học tập của con em, để nhà "
    "trường và gia đình cùng nhau chăm lo cho học sinh trong năm học mới, Trường Tiểu học Hoa Ban "
)


def opening(end: str, width: int) -> str:
    return "\n".join(textwrap.wrap(OPENING + end, width))


@pytest.mark.parametrize("width", [92, 999])
def test_the_title_ends_where_the_text_begins(width):
    end = "luôn coi trọng việc đưa tin."
    plan = document(
        "2025-2026\n\nCăn cứ", f"2025-2026\n{opening(end, width)}\n\nCăn cứ"
    )
    usual = document()
    assert plan.title == usual.title
    assert plan.lead_in == [OPENING + end, *usual.lead_in]
    assert (plan.bases, plan.body) == (usual.bases, usual.body)


@pytest.mark.parametrize("width", [92, 999])
@pytest.mark.parametrize(
    "title",
    [
        "Truyền thông về giáo dục",
        "Truyền thông về giáo dục\nNhân dịp Ngày Nhà giáo Việt Nam",
    ],
)
def test_a_plan_may_begin_without_legal_bases(title, width):
    end = "xây dựng kế hoạch như sau:"
    start, stop = PLAN.index("Truyền thông của nhà"), PLAN.index("\n\nI. MỤC ĐÍCH")
    plan = document(PLAN[start:stop], f"{title}\n{opening(end, width)}")
    assert plan.title == title.replace("\n", " ")
    assert (plan.lead_in, plan.bases) == ([OPENING + end], [])
    assert plan.body == document().body


def test_an_empty_line_may_part_a_title_from_its_occasion():
    title = "Truyền thông về giáo dục\n\nChào mừng Ngày Nhà giáo Việt Nam 20/11"
    plan = document("Truyền thông của nhà trường năm học 2025-2026", title)
    assert plan.title == title.replace("\n\n", " ")


def test_a_letter_is_known_by_its_addressee():
    text = PLAN.replace(
        "KẾ HOẠCH\nTruyền thông của nhà trường năm học 2025-2026", "Kính gửi: UBND xã"
    )
    text = text.replace("Số: 12/KH-THHB", "Số: 12/THHB\nV/v mượn hội trường")
    letter = read("a.txt", text.encode()).document
    assert (letter.kind, letter.title) == ("công văn", "mượn hội trường")


@pytest.mark.parametrize("years", ["2026", "2026 - 2027"])
def test_the_subject_of_a_letter_may_end_with_years_on_a_line_of_their_own(years):
    text = PLAN.replace(
        "KẾ HOẠCH\nTruyền thông của nhà trường năm học 2025-2026", "Kính gửi: UBND xã"
    )
    subject = f"V/v bảo đảm an toàn\ndịp Tết Nguyên đán Bính Ngọ\n{years}"
    text = text.replace("Số: 12/KH-THHB", f"Số: 12/THHB\n{subject}")

    letter = read("a.txt", text.encode()).document

    assert letter.title == f"bảo đảm an toàn dịp Tết Nguyên đán Bính Ngọ {years}"


def test_a_news_item_about_a_plan_is_no_plan():
    title = "Trường Hoa Ban ban hành kế hoạch truyền thông"
    text = "\n\n".join(
        [
            title,
            "ngày 08/9/2025",
            "Theo kế hoạch truyền thông vừa được ban hành, nhà trường sẽ đăng tin hằng tuần "
            "về việc học tập và sinh hoạt của học sinh toàn trường trong năm học này.",
            title,
            "Thầy cô phụ trách cho biết các lớp đều cử người viết bài, ảnh được chụp ngay "
            "trong giờ sinh hoạt và gửi về ban biên tập của trường để duyệt.",
        ]
    )
    reading = read("a.txt", text.encode())
    news = reading.document
    assert (news.kind, reading.is_plan, news.date) == (
        "tin bài",
        False,
        dt.date(2025, 9, 8),
    )
    assert news.title == title
    assert (news.bases, news.tasks, news.headings, reading.furniture) == ([], [], [], 1)


# --- legal bases ------------------------------------------------------------------

BASIS = (
    "Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND xã Suối Trăng về công "
    "tác truyền thông;"
)


@pytest.mark.parametrize(
    ("text", "number", "date", "issuer"),
    [
        (
            "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019",
            None,
            dt.date(2019, 6, 14),
            None,
        ),
        (
            "Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016 của Quốc hội",
            "102/2016/QH13",
            dt.date(2016, 4, 5),
            "Quốc hội",
        ),
        (
            "Thực hiện Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị về đổi mới giáo dục",
            "91-KL/TW",
            dt.date(2024, 8, 12),
            "Bộ Chính trị",
        ),
        (
            "Căn cứ Thông tư liên tịch số 07/2013/TTLT-BGDĐT-BNV ngày 01 tháng 3 năm "
            "2013 của Bộ Giáo dục và Đào tạo và Bộ Nội vụ hướng dẫn thực hiện",
            "07/2013/TTLT-BGDĐT-BNV",
            dt.date(2013, 3, 1),
            "Bộ Giáo dục và Đào tạo và Bộ Nội vụ",
        ),
        ("Xét đề nghị của Tổ Văn phòng", None, None, None),
        ("Căn cứ Quyết định số …/QĐ-UBND của UBND xã về dự toán", None, None, None),
    ],
)
def test_a_legal_basis_is_taken_apart(text, number, date, issuer):
    assert document(BASIS, text + ";").bases == [Basis(text, number, date, issuer)]


def test_several_bases_in_a_sentence_become_one_each():
    line = (
        "Thực hiện Kế hoạch số 5/KH-SGDĐT ngày 2/8/2025 của Sở Giáo dục và Đào tạo "
        "về truyền thông; "
        "Công văn số 19/UBND-VHXH ngày 9/8/2025 của UBND xã Suối Trăng và Công văn "
        "số 20/UBND-VHXH "
        "ngày 10/8/2025 của UBND xã Suối Trăng về năm học mới, Trường Tiểu học Hoa "
        "Ban ban hành kế hoạch như sau:"
    )
    lead_in = "Trường Tiểu học Hoa Ban xây dựng kế hoạch truyền thông như sau:"
    plan = document(f"{BASIS}\n\n{lead_in}", line)
    assert [basis.number for basis in plan.bases] == [
        "5/KH-SGDĐT",
        "19/UBND-VHXH",
        "20/UBND-VHXH",
    ]
    assert plan.lead_in == ["Trường Tiểu học Hoa Ban ban hành kế hoạch như sau:"]


def test_documents_mentioned_in_the_body_are_no_bases():
    plan = document(
        "- Thông tin đúng",
        "- Thực hiện Chỉ thị số 3/CT-TTg ngày 1/2/2025; thông tin đúng",
    )
    assert [basis.number for basis in plan.bases] == ["77/KH-UBND"]


# --- outline ----------------------------------------------------------------------


def test_numbered_sentences_are_no_headings():
    plan = body_with(
        "1. Nâng cao nhận thức của cán bộ, giáo viên và cha mẹ học sinh về việc học.",
        "2. Đưa tin kịp thời;",
        "3. Giữ gìn hình ảnh của nhà trường trên mạng.",
    )
    assert [heading.label for heading in plan.headings] == ["I", "II", "1", "2", "3"]
    assert plan.body[1] == Paragraph(
        "Nâng cao nhận thức của cán bộ, giáo viên và cha mẹ học sinh về việc học.",
        "1.",
        1,
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("1.Nội dung", "1.1.Tin tức", "- Tin tuần."),
            [("1", "Nội dung", 2), ("1.1", "Tin tức", 3)],
        ),
        (
            ("1. Kênh truyền thông: Trang tin của trường.",),
            [("1", "Kênh truyền thông", 2)],
        ),
        (
            ("a) Trang tin điện tử", "- Đăng hằng tuần."),
            [("a", "Trang tin điện tử", 2)],
        ),
        (("1/ Hình thức:", "Tin, bài, ảnh."), [("1", "Hình thức", 2)]),
        (
            (
                "1. Tổ chuyên môn chủ trì, phối hợp với Đoàn thực hiện các việc sau:",
                "- Viết bài.",
            ),
            [("1", "Tổ chuyên môn", 2)],
        ),
    ],
)
def test_headings_of_several_systems(lines, expected):
    headings = body_with(*lines).headings[1 : 1 + len(expected)]
    assert [(h.label, h.title, h.level) for h in headings] == expected


def test_a_numbered_item_that_begins_with_a_time_is_no_heading():
    plan = body_with(
        "1. Tháng 9/2025: Tổ chức lễ khai giảng.", "2. Tháng 10/2025: Hội thi."
    )
    assert [heading.label for heading in plan.headings if heading.level == 2] == [
        "1",
        "2",
        "3",
    ]
    assert plan.body[1] == Paragraph("Tháng 9/2025: Tổ chức lễ khai giảng.", "1.", 1)


def test_parts_take_their_title_from_the_next_line():
    plan = document(
        "I. MỤC ĐÍCH, YÊU CẦU", "Phần thứ nhất\nCĂN CỨ THỰC TẾ\n\nI. MỤC ĐÍCH"
    )
    assert [(h.label, h.title, h.level) for h in plan.headings[:3]] == [
        ("Phần thứ nhất", "CĂN CỨ THỰC TẾ", 1),
        ("I", "MỤC ĐÍCH", 2),
        ("1", "Mục đích", 3),
    ]


def test_headings_out_of_order_keep_their_number_and_are_reported():
    reading = read("a.txt", plan_with("II. TỔ CHỨC", "I. TỔ CHỨC"))
    assert reading.document.headings[3].label == "I"
    assert [(w.code, w.suggestion) for w in reading.warnings] == [
        ("heading-out-of-order", "II. TỔ CHỨC THỰC HIỆN")
    ]


def test_items_below_items_are_deeper():
    plan = body_with("- Chuẩn bị:", "+ Máy ảnh;", "+ Người viết.", "- Đăng tin.")
    assert [(p.marker, p.level) for p in plan.body[1:5]] == [
        ("-", 1),
        ("+", 2),
        ("+", 2),
        ("-", 1),
    ]


def test_wrapped_lines_and_page_numbers_become_paragraphs():
    first = "- Nhà trường thông tin kịp thời cho cha mẹ học sinh về việc học tập và rèn luyện của"
    pages = (
        f"{first}\n\n2\n\n\fcác em, về các khoản thu và về những ngày nghỉ trong "
        f"năm học này theo đúng quy định.\n"
    )
    start, end = PLAN.index("- Giúp cha mẹ"), PLAN.index("2. Yêu cầu")
    reading = read("a.txt", (PLAN[:start] + pages + PLAN[end:]).encode())
    assert reading.document.body[2].text == (
        "Nhà trường thông tin kịp thời cho cha mẹ học sinh về việc học tập và rèn "
        "luyện của các em, "
        "về các khoản thu và về những ngày nghỉ trong năm học này theo đúng quy định."
    )
    assert reading.furniture == 1


# --- tasks and reports ------------------------------------------------------------


def test_tasks_have_an_owner_and_a_time_that_the_period_completes():
    found = [
        (t.text, t.responsible, t.deadline, t.deadline_text) for t in document().tasks
    ]
    assert found == [
        ("Duyệt nội dung trước khi đăng", "Hiệu trưởng", None, None),
        (
            "Đăng lịch tuần lên trang tin trước ngày 15/9",
            "Tổ Văn phòng",
            dt.date(2025, 9, 15),
            "trước ngày 15/9",
        ),
    ]


def test_a_task_knows_its_paragraph():
    plan = document()
    assert [plan.body[task.block].text for task in plan.tasks] == [
        "Duyệt nội dung trước khi đăng.",
        "Đăng lịch tuần lên trang tin trước ngày 15/9.",
    ]


@pytest.mark.parametrize(
    ("day", "year"), [("10/7", 2025), ("15/9", 2025), ("15/3", 2026)]
)
def test_a_document_before_the_school_year_sets_days_that_come_after_it(day, year):
    source = plan_with("trước ngày 15/9", f"trước ngày {day}").decode()
    source = source.replace("ngày 05 tháng 9 năm 2025", "ngày 04 tháng 5 năm 2025")
    task = read("ke-hoach.txt", source.encode()).document.tasks[-1]
    assert task.deadline.year == year


def test_what_was_over_before_the_document_is_no_task():
    done = "II. VIỆC THÁNG TÁM\n\n- Hoàn thành hồ sơ dự thi trước ngày 25/8/2025.\n\n"
    plan = document("II. TỔ CHỨC", f"{done}III. TỔ CHỨC")
    assert not any("hồ sơ dự thi" in task.text for task in plan.tasks)


def test_a_date_without_year_stays_open_where_the_period_is_longer():
    plan = document("nhà trường năm học 2025-2026", "nhà trường giai đoạn 2025-2030")
    assert [task.deadline for task in plan.tasks] == [None, None]


@pytest.mark.parametrize(
    ("line", "text", "owner"),
    [
        (
            "- Viết bài về ngày hội đọc (Tổ Ngữ văn phụ trách).",
            "Viết bài về ngày hội đọc",
            "Tổ Ngữ văn",
        ),
        (
            "- Chụp ảnh buổi lễ (giao cho bộ phận thư viện)",
            "Chụp ảnh buổi lễ",
            "bộ phận thư viện",
        ),
        (
            "- Phân công thầy Sơn phụ trách trang tin.",
            "Phân công thầy Sơn phụ trách trang tin",
            "thầy Sơn",
        ),
        (
            "- Công đoàn có trách nhiệm đưa tin về đoàn viên.",
            "Công đoàn có trách nhiệm đưa tin về đoàn viên",
            "Công đoàn",
        ),
    ],
)
def test_an_owner_may_be_named_in_the_sentence(line, text, owner):
    source = PLAN.replace("I. MỤC ĐÍCH, YÊU CẦU", f"I. NỘI DUNG\n\n{line}")
    plan = read("a.txt", source.encode()).document
    assert (plan.tasks[0].text, plan.tasks[0].responsible) == (text, owner)


@pytest.mark.parametrize(
    "line", ["- Đẩy mạnh tuyên truyền (nếu có điều kiện).", "- Việc học là quan trọng."]
)
def test_a_sentence_without_owner_or_time_is_no_task(line):
    source = PLAN.replace("I. MỤC ĐÍCH, YÊU CẦU", f"I. NỘI DUNG\n\n{line}")
    found = read("a.txt", source.encode()).document.tasks
    assert [task.text for task in found] == [task.text for task in document().tasks]


def test_reports_say_when_and_to_whom():
    assert document().reporting == [
        ReportingDuty(
            "Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026",
            dt.date(2026, 5, 25),
            "UBND xã",
        )
    ]


@pytest.mark.parametrize(
    ("line", "dues"),
    [
        ("- Báo cáo học kỳ: trước ngày 10/01.", [dt.date(2026, 1, 10)]),
        ("- Báo cáo đột xuất khi có yêu cầu.", ["đột xuất khi có yêu cầu"]),
        (
            "- Báo cáo học kỳ (trước ngày 10/01) và cả năm (trước ngày 20/5).",
            [dt.date(2026, 1, 10), dt.date(2026, 5, 20)],
        ),
        (
            "- Báo cáo kết quả 02 lần trong năm:\n\n+ Thời điểm: Cuối học kỳ I và cuối năm học",
            ["cuối học kỳ I", "cuối năm học"],
        ),
        ("- Báo cáo là một thể loại báo chí.", []),
        (
            "- Ban Chấp hành tổng hợp, báo cáo Liên đoàn Lao động trước ngày 31/10/2025.",
            [dt.date(2025, 10, 31)],
        ),
        (
            "Các tổ báo cáo số lượng về Tổ Văn vào thứ Sáu hằng tuần.",
            ["thứ Sáu hằng tuần"],
        ),
        ("- Tháng 12/2025: báo cáo sơ kết gửi UBND xã.", ["Tháng 12/2025"]),
        ("- Báo cáo tình hình về UBND xã ngày 20 hằng tháng.", ["ngày 20 hằng tháng"]),
    ],
)
def test_times_of_reports(line, dues):
    plan = document("- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.", line)
    assert [duty.due for duty in plan.reporting] == dues


def test_a_day_of_every_year_has_no_date_in_a_plan_of_several():
    plan = PLAN.replace("năm học 2025-2026", "giai đoạn 2026-2028").replace(
        "Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026",
        "Báo cáo kết quả hằng năm về UBND xã trước ngày 20 tháng 5",
    )
    dues = [duty.due for duty in read("a.txt", plan.encode()).document.reporting]
    assert dues == ["trước ngày 20 tháng 5 hằng năm"]


UNITS = "các tổ gửi báo cáo về {} trước ngày 20/5/2026"


@pytest.mark.parametrize(
    ("line", "school"),
    [
        (
            f"- {UNITS.format('nhà trường').capitalize()} để tổng hợp, báo cáo UBND xã "
            "trước ngày 25/5/2026.",
            "tổng hợp, báo cáo UBND xã trước ngày 25/5/2026",
        ),
        (
            f"- {UNITS.format('Ban Giám hiệu')}, nhà trường tổng hợp gửi UBND xã trước "
            "ngày 25/5/2026.",
            "nhà trường tổng hợp gửi UBND xã trước ngày 25/5/2026",
        ),
        (
            f"- Báo cáo cả năm: {UNITS.format('Văn phòng')} để Trường báo cáo UBND xã "
            "trước ngày 25/5/2026.",
            "Trường báo cáo UBND xã trước ngày 25/5/2026",
        ),
        (
            "- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026 "
            f"({UNITS.format('Văn phòng')}).",
            "Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026",
        ),
    ],
)
def test_what_units_owe_the_school_is_no_report_of_the_school(line, school):
    plan = document("- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.", line)

    assert plan.reporting == [ReportingDuty(school, dt.date(2026, 5, 25), "UBND xã")]
    task = plan.tasks[-1]
    assert (task.responsible or "").lower() == "các tổ"
    assert task.deadline == dt.date(2026, 5, 20)


def test_two_reports_upwards_in_one_sentence_stay_two():
    line = (
        "- Gửi báo cáo về UBND xã trước ngày 20/5/2026, báo cáo về Sở Giáo dục và Đào "
        "tạo trước ngày 25/5/2026."
    )
    plan = document("- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.", line)

    assert [duty.due for duty in plan.reporting] == [
        dt.date(2026, 5, 20),
        dt.date(2026, 5, 25),
    ]


TABLE = """| TT | Người phụ trách | Nội dung công việc | Thời gian | Phối hợp |
|---|---|---|---|---|
| 1 | Cô Hạnh | Đưa tin lễ khai giảng | 05/9 | Đoàn đội |
| TT | Người phụ trách | Nội dung công việc | Thời gian | Phối hợp |
| 2 | Thầy Sơn | Phóng sự ngày hội đọc sách | Tháng 4/2026 | |
| | | | | |
"""


def test_a_table_gives_tasks_and_stays_in_the_body():
    plan = body_with(TABLE)
    table = plan.body[1]
    assert isinstance(table, Table)
    assert (len(table.rows), table.header_rows) == (5, 1)
    found = [
        (t.text, t.responsible, t.deadline, t.deadline_text, t.supporting)
        for t in plan.tasks[:2]
    ]
    assert found == [
        ("Đưa tin lễ khai giảng", "Cô Hạnh", dt.date(2025, 9, 5), "05/9", ["Đoàn đội"]),
        ("Phóng sự ngày hội đọc sách", "Thầy Sơn", None, "Tháng 4/2026", []),
    ]


# --- period, warnings, footer -----------------------------------------------------


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Truyền thông năm 2026", ("nam", 2026, 2026)),
        ("Truyền thông giai đoạn 2026 - 2030", ("giai_doan", 2026, 2030)),
        ("Truyền thông quý I năm 2026", ("quy", 2026, 2026)),
        ("Truyền thông tháng 3/2026", ("thang", 2026, 2026)),
        ("Truyền thông 4 tháng cuối năm 2026", ("khoang_thang", 2026, 2026)),
        (
            "Truyền thông từ tháng 9/2025 đến tháng 12/2025",
            ("khoang_thang", 2025, 2025),
        ),
        (
            "Thực hiện Đề án giai đoạn 2021-2025 năm học 2025-2026",
            ("nam_hoc", 2025, 2026),
        ),
    ],
)
def test_the_period_is_named_in_the_title(title, period):
    found = document("Truyền thông của nhà trường năm học 2025-2026", title).period
    assert (found.type, found.start, found.end) == period


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "kế hoạch truyền thông như sau:",
            "kế hoạch truyền thông năm học 2024-2025 như sau:",
            "period-conflict",
        ),
        (
            "- Thông tin đúng",
            "- Trong năm học 2025-20226, thông tin đúng",
            "year-implausible",
        ),
        (
            "- Thông tin đúng",
            "- Theo Thông tư 01/20122/TT-BGDĐT, thông tin đúng",
            "number-implausible",
        ),
        (
            "- Thông tin đúng",
            "- Tháng 9 năm 2015 thông tin đúng",
            "year-outside-period",
        ),
        (
            "- Thông tin đúng",
            "- Gửi tin về hoa.ban@example.edu.vn, thông tin đúng",
            "contact-details",
        ),
        (
            "Căn cứ Kế hoạch",
            "Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019;\n\nCăn cứ Kế hoạch",
            "law-with-number",
        ),
        ("Lò Thị Mai\n", "", "signatory-missing"),
    ],
)
def test_contradictions_are_reported_and_nothing_is_corrected(old, new, code):
    assert codes(old, new) == [code]


def test_two_dates_for_a_final_report_are_both_kept():
    line = "- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026."
    reading = read(
        "a.txt",
        plan_with(
            line, f"{line}\n\n- Báo cáo tổng kết năm học chậm nhất ngày 31/5/2026."
        ),
    )
    assert [duty.due for duty in reading.document.reporting] == [
        dt.date(2026, 5, 25),
        dt.date(2026, 5, 31),
    ]
    assert [warning.code for warning in reading.warnings] == ["two-dates"]


FOOTER = PLAN[PLAN.index("Nơi nhận") :]


@pytest.mark.parametrize(
    ("footer", "recipients", "signatory"),
    [
        (
            "Nơi nhận:                         KT. HIỆU TRƯỞNG\n- UBND xã;           "
            "         PHÓ HIỆU TRƯỞNG\n- Lưu: VT.\n\n                    Lò Văn "
            "Sơn\n",
            ["UBND xã", "Lưu: VT"],
            Signatory("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Văn Sơn"),
        ),
        (
            "TM. BAN GIÁM HIỆU\nHIỆU TRƯỞNG\n(đã ký)\nThS. Lò Thị Mai\nNơi nhận:\n- "
            "Các tổ\nchuyên môn (t/h);\n- Lưu VT.\n",
            ["Các tổ chuyên môn (t/h)", "Lưu VT"],
            Signatory("TM. BAN GIÁM HIỆU", "HIỆU TRƯỞNG", "ThS. Lò Thị Mai"),
        ),
        ("Nơi nhận:\nNhư Điều 3\nLưu vt\n", ["Như Điều 3", "Lưu vt"], None),
        (
            "Nơi nhận:\n- Các tổ;\n- Lưu: VT.HIỆU TRƯỞNG\n\n\nLò Thị Mai\n",
            ["Các tổ", "Lưu: VT"],
            Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai"),
        ),
        (
            "Nơi nhận:\n- Lưu: VT, Đ.KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nLò Thị Mai\n",
            ["Lưu: VT, Đ"],
            Signatory("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Thị Mai"),
        ),
        (
            "Nơi nhận:\n- Lưu: VT. Hiệu trưởng\n\nLò Thị Mai\n",
            ["Lưu: VT. Hiệu trưởng"],
            Signatory(None, None, "Lò Thị Mai"),
        ),
        ("HIỆU TRƯỞNG\n\nLÒ THỊ MAI\n", [], Signatory(None, "HIỆU TRƯỞNG", None)),
        (
            "TRƯỞNG PHÒNG\n\nPHẠM THỊ MAI\n",
            [],
            Signatory(None, "TRƯỞNG PHÒNG", "PHẠM THỊ MAI"),
        ),
    ],
)
def test_recipients_and_signatory(footer, recipients, signatory):
    plan = document(FOOTER, footer)
    assert [recipient.text for recipient in plan.recipients] == recipients
    assert plan.signatory == signatory


@pytest.mark.parametrize(
    "name",
    [
        "K'Brịp Thị Loan",
        "H’Linh Niê",
        "ThS. Y Bhiao Niê Kđăm",
        "H Nga Êban",
        "Y Blô",
        "A Thông",
    ],
)
def test_names_of_the_central_highlands_are_names(name):
    assert document("Lò Thị Mai\n", f"{name}\n").signatory.name == name


def test_recipients_of_the_electronic_copy_are_marked():
    plan = document("- Lưu: VT.", "- Lưu: VT.\nBản điện tử:\n- Các lớp.")
    assert [r.text for r in plan.recipients if r.electronic] == ["Các lớp"]


def test_text_after_the_signature_is_an_annex():
    annex = (
        "\n\n\nPHỤ LỤC I\nDANH MỤC TIN BÀI\nNĂM HỌC 2019-2020\n\n1. Tin khai giảng.\n"
    )
    reading = read("a.txt", plan_with("Lò Thị Mai\n", f"Lò Thị Mai{annex}"))
    found = reading.document.annexes[0]
    assert found.title == "PHỤ LỤC I DANH MỤC TIN BÀI NĂM HỌC 2019-2020"
    assert found.body == [Paragraph("Tin khai giảng.", "1.", 1)]
    told = [warning.code for warning in reading.warnings]
    assert told == ["annex-other-years", "annex-completed"]


@pytest.mark.parametrize(
    ("below", "left"),
    [
        (
            "\nCông khai tại bảng tin của trường.\n",
            ["Công khai tại bảng tin của trường."],
        ),
        (
            "\nGhi chú\n- Lịch có thể thay đổi.\nNguyễn Văn Tám\n",
            ["Ghi chú", "- Lịch có thể thay đổi.", "Nguyễn Văn Tám"],
        ),
        (
            "\n\n| Đã in | 3 bản |\n|---|---|\n| Ngày | 06/9 |\n",
            ["Đã in | 3 bản", "Ngày | 06/9"],
        ),
        (
            "\n\n| Lớp | Nội dung | Sĩ số |\n|---|---|---|\n| 1A | Vẽ | 20 |\n",
            ["Lớp | Nội dung | Sĩ số", "1A | Vẽ | 20"],
        ),
        (
            "\nPhụ lục đã được gửi các tổ ngày 06/9.\n",
            ["Phụ lục đã được gửi các tổ ngày 06/9."],
        ),
    ],
)
def test_text_below_the_signature_that_is_no_annex_is_left_over(below, left):
    reading = read("a.txt", plan_with("Lò Thị Mai\n", f"Lò Thị Mai\n{below}"))
    assert reading.document == document()
    assert reading.not_understood == left
    assert [(w.code, w.original) for w in reading.warnings] == [
        ("text-after-signature", left[0])
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Phụ lục 01: Tin bài",
        "DANH MỤC TIN BÀI",
        "Biểu mẫu 02",
        "TIN BÀI DỰ KIẾN\n(Kèm theo Kế hoạch số 12/KH-THHB)",
        "Tin bài dự kiến\n\n| Tháng | Nội dung |\n|---|---|\n| 9 | Khai giảng |",
    ],
)
def test_what_calls_itself_an_annex_or_titles_a_table_is_one(title):
    reading = read("a.txt", plan_with("Lò Thị Mai\n", f"Lò Thị Mai\n\n{title}\n"))
    assert [annex.title for annex in reading.document.annexes] == [title.split("\n")[0]]
    assert reading.not_understood == []
    assert {warning.code for warning in reading.warnings} <= {"annex-completed"}


def test_a_long_text_below_a_signature_is_not_taken_into_the_body():
    recipients = PLAN[PLAN.index("Nơi nhận") : PLAN.index("HIỆU TRƯỞNG\n\nLò")]
    lines = "\n\n".join(f"- Tin số {number}." for number in range(20))
    plan = PLAN.replace(recipients, "") + f"\nGhi chú\n\n{lines}\n"
    reading = read("a.txt", plan.encode())
    assert reading.document.body == document().body
    assert reading.document.signatory == document().signatory
    assert len(reading.not_understood) == 21


def test_where_reports_go_is_not_mistaken_for_the_recipients():
    plan = document("Trên đây là", "Nơi nhận báo cáo: cô Hạnh.\n\nTrên đây là")
    assert [recipient.text for recipient in plan.recipients] == [
        "UBND xã (để b/c)",
        "Lưu: VT",
    ]
    assert plan.reporting[0].to == "UBND xã"


@pytest.mark.parametrize(
    ("wording", "to"),
    [
        ("Các tổ gửi báo cáo năm về Phòng Văn hóa - Xã hội trước ngày 30/11/2026 để "
         "tổng hợp, báo cáo Sở Ngoại vụ", "Phòng Văn hóa - Xã hội"),
        ("Các tổ báo cáo kết quả thực hiện về Văn phòng trước ngày 15/5/2026",
         "Văn phòng"),
        ("Các tổ báo cáo kết quả phòng dịch trước ngày 15/5/2026", None),
    ],
)  # fmt: skip
def test_a_report_goes_first_to_whom_it_is_sent_first(wording, to):
    [duty] = reports_in([Paragraph(f"{wording}.")], None)

    assert duty.to == to


@pytest.mark.parametrize("beside", ["", "TRƯỜNG MẦM NON HOA ĐÀO        "])
def test_the_place_never_takes_the_column_beside_it(beside):
    printed = "Suối Trăng, ngày 05 tháng 9 năm 2025"
    assert document(printed, beside + printed).place == "Suối Trăng"


def test_a_second_line_that_begins_like_a_label_still_ends_a_date():
    line = "- Gửi danh sách về Tổ Văn phòng trước ngày\n15/9/2025."
    plan = document("- Duyệt nội dung trước khi đăng.", line)
    assert plan.tasks[0].deadline == dt.date(2025, 9, 15)


def test_two_documents_joined_by_and_are_two_bases():
    basis = (
        "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Trung ương và Chương trình "
        "hành động số 63-CTr/TU ngày 08/8/2014 của Tỉnh ủy;\n\nTrường Tiểu học"
    )
    plan = document("Trường Tiểu học", basis)
    assert [one.number for one in plan.bases][-2:] == ["29-NQ/TW", "63-CTr/TU"]


def test_a_number_in_a_name_does_not_make_it_a_department():
    plan = document(
        "TRƯỜNG TIỂU HỌC HOA BAN", "TRƯỜNG TIỂU HỌC HOA BAN\nSỐ 2 SUỐI TRĂNG"
    )
    assert plan.issuer == "TRƯỜNG TIỂU HỌC HOA BAN SỐ 2 SUỐI TRĂNG"


# --- where a field stands, and how sure it is ---------------------------------------


def line_of(text: str) -> tuple[int, str]:
    """The number of a line of the plan, and the line."""
    return PLAN.splitlines().index(text) + 1, text


def test_each_field_names_its_line():
    found = read("a.txt", plan_with())

    lines = {name: (place.line, place.text) for name, place in found.sources.items()}
    assert lines["issuer"] == line_of("TRƯỜNG TIỂU HỌC HOA BAN")
    assert lines["number"] == line_of("Số: 12/KH-THHB")
    assert lines["date"] == line_of("Suối Trăng, ngày 05 tháng 9 năm 2025")
    assert lines["title"] == line_of("Truyền thông của nhà trường năm học 2025-2026")
    assert lines["recipients"] == line_of("- UBND xã (để b/c);")
    assert lines["signatory"] == line_of("Lò Thị Mai")


def test_each_task_basis_and_report_names_its_line():
    plan = read("a.txt", plan_with()).document

    places = [one.source for one in (*plan.tasks, *plan.bases, *plan.reporting)]
    assert [(place.line, place.text) for place in places] == [
        line_of("- Duyệt nội dung trước khi đăng."),
        line_of("- Đăng lịch tuần lên trang tin trước ngày 15/9."),
        line_of(
            "Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND xã Suối Trăng về "
            "công tác truyền thông;"
        ),
        line_of("- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026."),
    ]


def test_a_field_of_a_word_file_names_its_paragraph_or_cell():
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(3, 3)
    cells = [
        ["Nội dung", "Người phụ trách", "Thời gian"],
        ["Đăng tin", "Tổ Văn phòng", "15/9/2025"],
        ["Đăng tin", "Đoàn đội", "15/10/2025"],
    ]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    found = read("a.docx", close(document))

    number, title = found.sources["number"], found.sources["title"]
    assert (number.table, number.row, number.cell) == (1, 1, 1)
    assert (title.paragraph, title.text) == (2, "Truyền thông năm học 2025-2026")
    places = [task.source for task in found.document.tasks]
    assert [(p.table, p.row, p.cell, p.text) for p in places] == [
        (2, 2, 1, "Đăng tin"),
        (2, 3, 1, "Đăng tin"),
    ]


def test_what_was_not_read_has_no_place():
    found = read("a.txt", plan_with("Số: 12/KH-THHB\n", ""))

    assert "number" not in found.sources


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("- Viết bài về ngày hội đọc (Tổ Ngữ văn phụ trách).", 0.9),
        ("- Công đoàn có trách nhiệm đưa tin về đoàn viên.", 0.7),
        ("- Hoàn thành bảng tin trước ngày 15/10/2025.", 0.55),
    ],
)
def test_a_task_says_how_sure_it_is(line, sure):
    source = PLAN.replace("I. MỤC ĐÍCH, YÊU CẦU", f"I. NỘI DUNG\n\n{line}")

    assert read("a.txt", source.encode()).document.tasks[0].confidence == sure


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("thứ Hai, ngày 09/6/2026", "thứ Ba, ngày 09/6/2026"),
        ("thứ 2 ngày 09/6", "thứ Ba ngày 09/6"),
        ("ngày 09/6/2026 (chủ nhật)", "ngày 09/6/2026 (thứ Ba)"),
        ("Thứ năm, ngày 09 tháng 6 năm 2026", "thứ Ba, ngày 09 tháng 6 năm 2026"),
    ],
)
def test_a_day_of_the_week_that_does_not_fit_is_reported(printed, meant):
    reading = read(
        "a.txt", plan_with("- Thông tin đúng", f"- Họp {printed}, thông tin đúng")
    )

    assert [(w.code, w.original, w.suggestion) for w in reading.warnings] == [
        ("weekday-contradiction", printed, meant)
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "thứ Ba, ngày 09/6/2026",
        "thứ Hai hằng tuần",
        "lần thứ hai ngày 09/6/2026",
        "thứ Hai, ngày 31/02/2026",
    ],
)
def test_a_day_of_the_week_that_fits_or_counts_is_not(printed):
    assert codes("- Thông tin đúng", f"- Họp {printed}, thông tin đúng") == []


def test_a_row_of_work_in_the_words_of_a_head_is_no_head():
    table = (
        "| TT | Thời gian | Hoạt động | Người phụ trách |\n|---|---|---|---|\n"
        "| 1 | Cuối học kỳ I | Xây dựng kế hoạch của bộ phận | Bộ phận kế toán |\n"
        "| 2 | Hằng tháng | Đăng tin | Công đoàn |\n"
    )

    assert [task.text for task in body_with(table).tasks[:2]] == [
        "Xây dựng kế hoạch của bộ phận",
        "Đăng tin",
    ]


def test_a_deadline_whose_date_slid_to_the_next_line_is_kept():
    line = "- Gửi danh sách về Tổ Văn phòng hạn cuối\n15/9/2025."
    plan = document("- Duyệt nội dung trước khi đăng.", line)
    assert plan.tasks[0].deadline == dt.date(2025, 9, 15)


def test_a_basis_that_goes_on_in_a_capital_is_one_basis():
    basis = (
        "- Căn cứ Hướng dẫn số 15-HD/BTGTU ngày 20 tháng 02 năm 2025 của Ban Tuyên giáo\n"
        "Tỉnh ủy về tuyên truyền các ngày lễ lớn;\n\nTrường Tiểu học"
    )
    last = document("Trường Tiểu học", basis).bases[-1]
    assert (last.number, last.issuer) == ("15-HD/BTGTU", "Ban Tuyên giáo Tỉnh ủy")


def test_a_number_in_the_name_of_the_issuer_ends_no_basis():
    line = "Căn cứ tình hình thực tế của đơn vị, Trường Tiểu học số 2 Hoa Ban"
    plan = document("Trường Tiểu học Hoa Ban", line)
    assert plan.bases[-1] == Basis("Căn cứ tình hình thực tế của đơn vị")
    assert plan.lead_in[-1].startswith("Trường Tiểu học số 2 Hoa Ban xây dựng")


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""'])
def test_a_quotation_with_stops_in_it_does_not_end_its_task(opening, closing):
    said = f"Thi đua với chủ đề {opening}Nền nếp; Chủ động. Sáng tạo{closing} trong năm"

    task = document("Duyệt nội dung trước khi đăng", f"{said}. Khen thưởng").tasks[0]

    assert task.text == said


def test_two_reports_with_one_date_are_one_duty():
    wording = (
        "Báo cáo tổng kết năm học 2025-2026, báo cáo tự đánh giá. Nộp UBND xã chậm "
        "nhất vào ngày 30/5/2026"
    )

    reports = body_with("1. Chế độ báo cáo", f"- {wording}.").reporting

    assert (reports[0].text, reports[0].due) == (wording, dt.date(2026, 5, 30))


ORGANISING = "2. Tổ Văn phòng\n\n- Đăng lịch tuần lên trang tin trước ngày 15/9."


def shared_out(line: str) -> Document:
    """Return the plan with a line of who does what in its section of tasks."""
    return document(ORGANISING, f"2. Phân công\n\n{line}")


@pytest.mark.parametrize(
    ("line", "owner", "deadline"),
    [
        ("- Tổ Ngữ văn: viết bài về ngày hội đọc.", "Tổ Ngữ văn", None),
        (
            "- Bảo vệ: khóa cổng sau giờ học trước ngày 15/9.",
            "Bảo vệ",
            dt.date(2025, 9, 15),
        ),
        ("- Tổ Văn phòng bố trí phòng họp, nước uống.", "Tổ Văn phòng", None),
        ("- Thầy Sơn phụ trách trang tin của trường.", "Thầy Sơn", None),
        (
            "- Giao cô Mai, nhân viên thư viện, lựa chọn sách trước ngày 10/9.",
            "cô Mai, nhân viên thư viện",
            dt.date(2025, 9, 10),
        ),
        (
            "- Đề nghị các tổ chuyên môn lập danh sách gửi về trường trước ngày 20/9.",
            "các tổ chuyên môn",
            dt.date(2025, 9, 20),
        ),
        (
            "- Các lớp gửi danh sách về trường trước 17 giờ 00 ngày 05/11/2025.",
            "Các lớp",
            dt.date(2025, 11, 5),
        ),
        (
            "- Tổ Văn phòng chuẩn bị phiếu đọc, hoàn thành ngày 28/9/2025.",
            "Tổ Văn phòng",
            dt.date(2025, 9, 28),
        ),
    ],
)
def test_a_section_that_shares_work_out_names_who_does_it(line, owner, deadline):
    task = shared_out(line).tasks[-1]
    assert (task.responsible, task.deadline) == (owner, deadline)


@pytest.mark.parametrize(
    "line",
    [
        "- Địa điểm: sân trường và thư viện.",
        "- Phân công nhiệm vụ, kiểm tra các lớp.",
    ],
)
def test_what_names_nobody_is_given_to_nobody(line):
    assert [task.responsible for task in shared_out(line).tasks] == ["Hiệu trưởng"]


def test_the_addressed_choose_the_person_themselves():
    plan = document(
        ORGANISING, "2. Các tổ\n\n- Phân công 01 giáo viên phụ trách trang tin."
    )
    assert plan.tasks[-1].responsible == "Các tổ"


@pytest.mark.parametrize(
    ("left", "parent", "issuer"),
    [
        (
            "TRƯỜNG ĐẠI HỌC MƯỜNG THANH\nKHOA NGỮ VĂN",
            "TRƯỜNG ĐẠI HỌC MƯỜNG THANH",
            "KHOA NGỮ VĂN",
        ),
        (
            "TRƯỜNG ĐẠI HỌC\nKHOA HỌC MƯỜNG THANH",
            None,
            "TRƯỜNG ĐẠI HỌC KHOA HỌC MƯỜNG THANH",
        ),
        (
            "CÔNG TY CP GIÁO DỤC HOA BAN\nTRƯỜNG TH & THCS HOA BAN",
            "CÔNG TY CP GIÁO DỤC HOA BAN",
            "TRƯỜNG TH & THCS HOA BAN",
        ),
        (
            "ĐOÀN XÃ SUỐI TRĂNG\nCHI ĐOÀN TRƯỜNG HOA BAN\nĐOÀN TNCS HỒ CHÍ MINH",
            "ĐOÀN XÃ SUỐI TRĂNG",
            "CHI ĐOÀN TRƯỜNG HOA BAN",
        ),
    ],
)
def test_bodies_that_are_no_school_of_the_state(left, parent, issuer):
    plan = document("UBND XÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC HOA BAN", left)
    assert (plan.issuer_parent, plan.issuer) == (parent, issuer)


def test_a_plan_of_two_bodies_keeps_its_title():
    assert document("KẾ HOẠCH\n", "KẾ HOẠCH LIÊN TỊCH\n").title == document().title


def test_two_people_sign_and_the_head_stands_on_the_right():
    signed = "NGƯỜI LẬP KẾ HOẠCH\n\nLò Văn Sơn\n\nHIỆU TRƯỞNG\n\nLò Thị Mai\n"
    reading = read("a.txt", plan_with("HIỆU TRƯỞNG\n\nLò Thị Mai\n", signed))
    assert reading.document.signatory == Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai")
    assert reading.not_understood == ["NGƯỜI LẬP KẾ HOẠCH", "Lò Văn Sơn"]


def test_text_recognition_may_lose_marks():
    text = PLAN.replace("VIỆT NAM", "VIẸT NAM").replace("Số: 12", "Sô: 12")
    plan = read("a.txt", text.replace("Nơi nhận", "Nơi nhân").encode()).document
    assert (plan.issuer, plan.number) == ("TRƯỜNG TIỂU HỌC HOA BAN", "12")
    assert [recipient.text for recipient in plan.recipients][-1] == "Lưu: VT"


@pytest.mark.parametrize(
    ("line", "dues"),
    [
        (
            "- Tổng kết và báo cáo UBND xã trước ngày 25/5/2026.",
            [dt.date(2026, 5, 25)],
        ),
        ("- Báo cáo định kỳ: hằng tháng.", ["hằng tháng"]),
        (
            "- Tổng hợp, báo cáo Hiệu trưởng vào cuối học kỳ I và cuối năm học.",
            ["cuối học kỳ I", "cuối năm học"],
        ),
        (
            "- Các tổ báo cáo tiến độ về Ban Giám hiệu vào thứ Sáu hằng tuần.",
            ["thứ Sáu hằng tuần"],
        ),
    ],
)
def test_reports_by_whom_they_go_to(line, dues):
    plan = document("- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.", line)
    assert [duty.due for duty in plan.reporting] == dues


def test_the_table_of_an_annex_gives_tasks():
    annex = (
        "\n\n\nPHỤ LỤC\n\n| Tháng | Nội dung trọng tâm | Phụ trách |\n|---|---|---|\n"
        "| 9/2025 | Lễ khai giảng | Tổ Văn phòng |\n"
    )
    plan = document("Lò Thị Mai\n", f"Lò Thị Mai{annex}")
    task = plan.tasks[-1]
    assert (task.text, task.responsible, task.block) == (
        "Lễ khai giảng",
        "Tổ Văn phòng",
        None,
    )


def test_a_table_below_the_signature_that_hands_out_work_is_an_annex():
    table = (
        "\n\n| Nội dung | Phụ trách | Thời gian |\n|---|---|---|\n"
        "| Lễ khai giảng | Tổ Văn phòng | 05/9/2025 |\n"
    )
    plan = document("Lò Thị Mai\n", f"Lò Thị Mai{table}")

    assert [annex.title for annex in plan.annexes] == [""]
    assert plan.tasks[-1].responsible == "Tổ Văn phòng"


def test_an_annex_of_other_years_gives_no_tasks():
    annex = (
        "\n\n\nPHỤ LỤC\nNĂM HỌC 2019-2020\n\n| Tháng | Nội dung | Phụ trách |\n|---|---|---|\n"
        "| 9/2019 | Lễ khai giảng | Tổ Văn phòng |\n"
    )
    assert document("Lò Thị Mai\n", f"Lò Thị Mai{annex}").tasks == document().tasks


def test_a_hospital_below_its_superior_is_a_body_of_its_own():
    plan = document(
        "UBND XÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC HOA BAN",
        "SỞ Y TẾ TỈNH LỘC NINH\nBỆNH VIỆN ĐA KHOA KHU VỰC",
    )
    assert (plan.issuer_parent, plan.issuer) == (
        "SỞ Y TẾ TỈNH LỘC NINH",
        "BỆNH VIỆN ĐA KHOA KHU VỰC",
    )


def test_the_school_that_a_basis_does_not_name_is_not_guessed():
    plan = document("của UBND xã Suối Trăng về", "của Trường về")
    assert [basis.issuer for basis in plan.bases] == [None]


@pytest.mark.parametrize("name", ["BSCKI. Lò Thị Mai", "BSCKII Lò Thị Mai"])
def test_physicians_sign_with_their_titles(name):
    assert document("Lò Thị Mai\n", f"{name}\n").signatory.name == name


def test_the_party_signs_with_a_slash():
    plan = document("HIỆU TRƯỞNG\n", "T/M CHI BỘ\nBÍ THƯ\n")
    assert (plan.signatory.authority, plan.signatory.position) == (
        "T/M CHI BỘ",
        "BÍ THƯ",
    )
