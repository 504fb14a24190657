import datetime as dt

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale
from wagtail.rich_text import RichText

from tests.factories.pages import section, task
from wagtail_kehoach.decree30.parts import (
    Annex,
    Basis,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.stretches import Stretch
from wagtail_kehoach.decree30.writer import write
from wagtail_kehoach.models import SchoolYear
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.documents import to_document
from wagtail_kehoach.plans.filling import due_type, fill_page

pytestmark = pytest.mark.django_db


def page_of(**said):
    """A plan page filled from a document that says this and nothing else."""
    page = PlanPage()
    fill_page(page, Document(**said))
    return page


def there_and_back(**said):
    """What a document says after it went through a page."""
    return to_document(page_of(**said))


def body_of(*blocks):
    """A body after it went through a page."""
    return there_and_back(body=list(blocks)).body


def test_the_header_survives():
    said = {
        "issuer_parent": "UBND XÃ SUỐI TRĂNG",
        "issuer": "TRƯỜNG TIỂU HỌC HOA BAN",
        "number": "12",
        "symbol": "KH-THHB",
        "place": "Suối Trăng",
        "date": dt.date(2025, 9, 5),
        "title": "Truyền thông của nhà trường năm học 2025-2026",
    }

    document = there_and_back(**said)

    assert {name: getattr(document, name) for name in said} == said


def test_the_period_survives():
    period = Period("nam_hoc", 2025, 2026, "năm học 2025-2026")

    assert there_and_back(period=period).period == period


def test_what_was_not_there_stays_away():
    document = there_and_back()

    assert document == Document(kind="kế hoạch", title="", signatory=Signatory())


def test_bases_survive_with_what_they_cite():
    bases = [
        Basis(
            "Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND xã;",
            number="77/KH-UBND",
            date=dt.date(2025, 8, 20),
            issuer="UBND xã",
        ),
        Basis("Căn cứ tình hình thực tế của nhà trường;"),
    ]

    assert there_and_back(bases=bases).bases == bases


def test_headings_of_all_levels_survive():
    headings = [
        Heading("I", "MỤC ĐÍCH, YÊU CẦU", 1),
        Heading("1", "Mục đích", 2),
        Heading("a", "Với học sinh", 3),
        Heading("Điều 1", "", 1),
    ]

    assert body_of(*headings) == headings


@pytest.mark.parametrize("joint", [":", ".", " ", ""])
def test_text_in_the_line_of_its_heading_stays_there(joint):
    blocks = [
        Heading("2", "Ban Truyền thông", 2, joint),
        Paragraph("làm đầu mối tiếp nhận tin bài."),
        Paragraph("Viết tin hằng tuần."),
    ]

    assert body_of(*blocks) == blocks


def test_the_colon_of_a_heading_is_seen_in_the_form_and_taken_away_there():
    page = page_of(body=[Heading("2", "Tổ Văn", 2, ":"), Paragraph("viết tin.")])
    value = page.body[0].value

    assert (value["title"], value["text"].source) == ("Tổ Văn", "<p>: viết tin.</p>")

    value["text"] = RichText("<p>Viết tin.</p>")
    assert to_document(page).body == [Heading("2", "Tổ Văn", 2), Paragraph("Viết tin.")]


@pytest.mark.parametrize("joint", [":", ".", " "])
def test_the_form_keeps_text_in_the_line_of_its_heading(joint):
    page = page_of(body=[Heading("2", "Tổ Văn", 2, joint), Paragraph("viết tin.")])
    converter = ContentstateConverter(features=["bold", "italic", "ol", "ul"])
    value = page.body[0].value

    saved = converter.to_database_format(
        converter.from_database_format(value["text"].source)
    )
    value["text"] = RichText(saved)

    assert to_document(page).body == [
        Heading("2", "Tổ Văn", 2, joint),
        Paragraph("viết tin."),
    ]


@pytest.mark.parametrize("end", [":", "."])
def test_the_mark_of_a_heading_that_stands_alone_is_seen_in_the_form(end):
    blocks = [Heading("II", "NỘI DUNG", 1, end=end), Paragraph("Viết tin.", "-", 1)]

    assert page_of(body=blocks).body[0].value["title"] == f"NỘI DUNG{end}"
    assert body_of(*blocks) == blocks


def test_the_mark_of_the_end_joins_nothing():
    page = page_of(body=[Heading("2", "Tổ Văn", 2), Paragraph("./.")])

    assert to_document(page).body == [Heading("2", "Tổ Văn", 2), Paragraph("./.")]


def test_text_that_is_no_more_than_a_colon_joins_nothing():
    page = page_of(body=[Heading("2", "Tổ Văn", 2), Paragraph(":")])

    assert to_document(page).body == [Heading("2", "Tổ Văn", 2), Paragraph(":")]


SAID = Paragraph("Các tổ báo cáo kết quả về nhà trường trước ngày 25/5/2026.")
CLOSING = Paragraph("Trên đây là kế hoạch của nhà trường./.")


def test_a_report_that_the_text_does_not_say_is_printed_above_its_end():
    added = [
        ReportingDuty("Báo cáo sơ kết", due=dt.date(2026, 1, 15), to="UBND xã"),
        ReportingDuty("Báo cáo kết quả về Sở trước ngày 30/5/2026."),
    ]

    body = there_and_back(body=[SAID, CLOSING], reporting=added).body

    assert body == [
        SAID,
        Paragraph("Chế độ báo cáo:"),
        Paragraph("Báo cáo sơ kết (trước ngày 15/01/2026, gửi UBND xã);", "-", 1),
        Paragraph("Báo cáo kết quả về Sở trước ngày 30/5/2026.", "-", 1),
        CLOSING,
    ]
    assert there_and_back(body=body, reporting=added).body == body


def test_what_leads_to_them_does_not_repeat_a_heading_of_reports():
    heading = Heading("IV", "CHẾ ĐỘ BÁO CÁO", 1)

    body = there_and_back(
        body=[heading, CLOSING], reporting=[ReportingDuty("Báo cáo sơ kết")]
    ).body

    assert body == [
        heading,
        Paragraph("Các báo cáo:"),
        Paragraph("Báo cáo sơ kết.", "-", 1),
        CLOSING,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo kết quả về nhà trường trước ngày 25/5/2026",
        "Các tổ BÁO CÁO kết quả về trường, trước ngày 25/5/2026",
    ],
)
def test_a_report_that_the_text_says_is_not_printed_again(text):
    body = [SAID, CLOSING]

    document = there_and_back(body=body, reporting=[ReportingDuty(text)])

    assert document.body == body


def test_a_translation_says_its_reports_in_its_text_alone(settings):
    settings.WAGTAIL_I18N_ENABLED = True
    page = page_of(body=[SAID], reporting=[ReportingDuty("Report to the commune.")])
    page.locale = Locale.objects.get_or_create(language_code="en")[0]

    assert to_document(page).body == [SAID]


def test_text_without_a_heading_survives():
    blocks = [
        Paragraph("Trường xây dựng kế hoạch như sau."),
        Table([["Tháng", "Việc"], ["9", "Khai giảng"]], header_rows=1),
        Paragraph("Trên đây là kế hoạch của nhà trường."),
    ]

    assert body_of(*blocks) == blocks


def test_lists_survive():
    blocks = [
        Heading("II", "NỘI DUNG", 1),
        Paragraph("Nhà trường làm những việc sau:"),
        Paragraph("Đăng bài hằng tuần.", marker="-", level=1),
        Paragraph("Bài của giáo viên;", marker="+", level=2),
        Paragraph("Bài của học sinh.", marker="+", level=2),
        Paragraph("Phát thanh măng non.", marker="-", level=1),
        Paragraph("Hết phần này."),
    ]

    assert body_of(*blocks) == blocks


def test_a_printed_number_stays_before_its_paragraph():
    [paragraph] = body_of(Paragraph("Tổ Văn phòng", marker="a)"))

    assert paragraph == Paragraph("a) Tổ Văn phòng")


@pytest.mark.parametrize(
    "text",
    [
        "Điểm < 5 & điểm > 8",
        "Thẻ <b> không phải chữ đậm",
        "Viết &lt; là dấu bé",
        "“Nói thật” – 'làm thật' \"100%\"",
        "<script>alert(1)</script>",
    ],
)
def test_special_characters_survive(text):
    page = page_of(
        title=text,
        body=[
            Heading("I", text, 1),
            Paragraph(text),
            Paragraph(text, marker="-", level=1),
        ],
    )

    document = to_document(page)
    [heading, paragraph, item] = document.body
    assert {document.title, heading.title, paragraph.text, item.text} == {text}
    assert "<script>" not in str(page.body[0].value["text"])


def test_an_editor_s_rich_text_is_read_as_it_is_seen():
    page = PlanPage()
    page.body = [
        section(
            "I",
            "NỘI DUNG",
            "<p>Một <b>hai</b>, <i>ba</i>.<br/>Bốn</p>"
            "<ol><li>Trước</li><li>Sau<ul><li>Nhỏ</li></ul></li></ol><p> </p>",
        )
    ]

    assert to_document(page).body[1:] == [
        Paragraph(
            "Một hai, ba. Bốn", stretches=(Stretch(4, 7, "b"), Stretch(9, 11, "i"))
        ),
        Paragraph("Trước", marker="1.", level=1),
        Paragraph("Sau", marker="2.", level=1),
        Paragraph("Nhỏ", marker="+", level=2),
    ]


@pytest.mark.parametrize(
    ("marker", "stored"),
    [
        (None, "<p>Nộp <b>trước <i>15/9</i></b> &amp; <i>đủ</i>.</p>"),
        ("1.", "<p>1. Nộp <b>trước <i>15/9</i></b> &amp; <i>đủ</i>.</p>"),
        ("-", "<ul><li>Nộp <b>trước <i>15/9</i></b> &amp; <i>đủ</i>.</li></ul>"),
    ],
)
def test_bold_and_italic_words_survive(marker, stored):
    marked = (Stretch(4, 14, "b"), Stretch(10, 14, "i"), Stretch(17, 19, "i"))
    paragraph = Paragraph("Nộp trước 15/9 & đủ.", marker, int(bool(marker)), marked)
    heading = Heading("I", "NỘI DUNG", 1)

    page = page_of(body=[heading, paragraph])
    _heading, again = to_document(page).body

    assert page.body[0].value["text"].source == stored
    shown = again.text.removeprefix("1. ")
    shift = len(again.text) - len(shown)
    assert shown == paragraph.text
    assert [(s - shift, e - shift, m) for s, e, m in again.stretches] == [*marked]


def test_bold_words_behind_a_heading_survive():
    body = [
        Heading("1", "Tổ Văn", 1, ":"),
        Paragraph("nộp ngay.", stretches=(Stretch(0, 3, "b"),)),
    ]

    assert body_of(*body) == body


def test_a_list_below_a_numbered_item_keeps_its_items_side_by_side():
    page = page_of(
        body=[
            Heading("I", "NỘI DUNG", 1),
            Paragraph("Phát thanh măng non:", "3.", 1),
            Paragraph("Thứ Hai: gương tốt", "-", 2),
            Paragraph("Thứ Tư: sách hay", "-", 2),
            Paragraph("Giới thiệu một cuốn", "+", 3),
            Paragraph("Thứ Sáu: văn nghệ", "-", 2),
        ]
    )

    [block] = page.body
    assert str(block.value["text"].source) == (
        "<p>3. Phát thanh măng non:</p><ul><li>Thứ Hai: gương tốt</li>"
        "<li>Thứ Tư: sách hay<ul><li>Giới thiệu một cuốn</li></ul></li>"
        "<li>Thứ Sáu: văn nghệ</li></ul>"
    )


def test_a_plus_without_a_dash_above_it_stays_a_plus():
    page = page_of(
        body=[
            Paragraph("Nhà trường:", marker="a)", level=1),
            Paragraph("Viết tin;", marker="+", level=2),
            Paragraph("Chụp ảnh.", marker="+", level=2),
            Paragraph("Đăng bài.", marker="-", level=1),
        ]
    )

    lines = [
        " ".join(filter(None, [paragraph.marker, paragraph.text]))
        for paragraph in to_document(page).body
    ]
    assert lines == ["a) Nhà trường:", "+ Viết tin;", "+ Chụp ảnh.", "- Đăng bài."]


def test_the_editor_takes_our_lists_as_its_own():
    page = page_of(
        body=[
            Paragraph("Mở đầu"),
            Paragraph("Một", marker="-", level=1),
            Paragraph("Nhỏ", marker="+", level=2),
            Paragraph("Hai", marker="-", level=1),
        ]
    )
    text = str(page.body[0].value["text"].source)
    editor = ContentstateConverter(["bold", "italic", "ol", "ul"])

    saved = editor.to_database_format(editor.from_database_format(text))

    page.body = [section("", "", saved)]
    assert [(p.text, p.level) for p in to_document(page).body] == [
        ("Mở đầu", 0), ("Một", 1), ("Nhỏ", 2), ("Hai", 1),
    ]  # fmt: skip


def test_tables_survive():
    table = Table(
        [["STT", "Việc", "Ai"], ["1", "Đăng tin", "Tổ VP"], ["2", "", "Đoàn"]],
        header_rows=1,
    )

    assert body_of(table) == [table]


def test_a_cell_stays_one_cell():
    [table] = body_of(Table([["Tổ Toán\nTổ Tin", "a | b", "x\u2028y"]]))

    assert table == Table([["Tổ Toán Tổ Tin", "a / b", "x y"]])


TASKS = [
    Task("Đăng lịch tuần", responsible="Tổ VP", deadline_text="Hằng tuần", block=0),
    Task("Viết gương tốt", responsible="Đoàn", deadline_text="Tháng 11", block=0),
]


def test_a_head_of_two_rows_stays_one():
    head = [
        ["Nội dung", "Đơn vị thực hiện", "", "Thời gian"],
        ["Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
    ]
    table = Table([*head, ["Hội thi", "Tổ Văn", "", "Tháng 3"]], header_rows=2)
    assert body_of(table) == [table]


TASK_TABLE = Table(
    [
        ["Nội dung", "Đơn vị", "Thời gian"],
        ["Đăng lịch tuần", "Tổ VP", "Hằng tuần"],
        ["Viết gương tốt", "Đoàn", "Tháng 11"],
    ],
    header_rows=1,
)


def test_a_table_of_tasks_becomes_the_tasks():
    page = page_of(body=[TASK_TABLE], tasks=TASKS)

    assert [block.block_type for block in page.body] == ["table", "task_table"]
    assert [child.value["in_table"] for child in page.tasks] == [True, True]


def test_the_table_of_tasks_is_printed_from_the_tasks():
    page = page_of(body=[TASK_TABLE], tasks=TASKS)
    assert to_document(page).body == [TASK_TABLE]

    del page.body[0]

    assert to_document(page).body == [
        Table(
            [
                ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
                ["1", "Đăng lịch tuần", "Tổ VP", "Hằng tuần"],
                ["2", "Viết gương tốt", "Đoàn", "Tháng 11"],
            ],
            header_rows=1,
        )
    ]


def test_the_table_has_the_columns_that_some_task_fills():
    page = PlanPage()
    page.body = [("task_table", None)]
    page.tasks = [
        task("Đăng tin", lead="Tổ VP", result="04 tin"),
        task("Viết bài", supporting="Đoàn; Đội", due_on=dt.date(2026, 11, 20)),
    ]

    [table] = to_document(page).body

    assert table.rows == [
        [
            "STT",
            "Nội dung",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp",
            "Thời gian",
            "Kết quả",
        ],
        ["1", "Đăng tin", "Tổ VP", "", "", "04 tin"],
        ["2", "Viết bài", "", "Đoàn; Đội", "20/11/2026", ""],
    ]


def test_tasks_without_a_place_in_the_text_end_the_text():
    page = PlanPage()
    page.body = [section("I", "NỘI DUNG")]
    page.tasks = [task("Đăng tin"), task("Duyệt tin", in_table=False)]

    assert to_document(page).body == [
        Heading("I", "NỘI DUNG", 1),
        Paragraph("Nhiệm vụ cụ thể:"),
        Table([["STT", "Nội dung"], ["1", "Đăng tin"]], header_rows=1),
    ]


def test_a_place_for_tasks_without_tasks_prints_nothing():
    page = PlanPage()
    page.body = [section("I", "NỘI DUNG"), ("task_table", None)]

    assert to_document(page).body == [Heading("I", "NỘI DUNG", 1)]


def test_a_table_that_says_more_than_its_tasks_stays_as_it_is():
    rows = [
        [*row, more]
        for row, more in zip(TASK_TABLE.rows, ["Kinh phí", "2 triệu", ""], strict=True)
    ]

    page = page_of(body=[Table(rows, header_rows=1)], tasks=TASKS)

    assert [block.block_type for block in page.body] == ["table"]
    assert "2 triệu" in page.body[0].value["rows"]


def test_a_table_with_other_rows_stays_a_table():
    page = page_of(body=[TASK_TABLE], tasks=TASKS[:1])

    assert [block.block_type for block in page.body] == ["table"]
    assert [child.value["in_table"] for child in page.tasks] == [False]


def test_a_task_of_the_text_is_not_printed_again_in_the_table():
    in_text = Task("Duyệt bài trước khi đăng", responsible="Hiệu trưởng", block=1)

    document = there_and_back(
        body=[TASK_TABLE, Paragraph("Hiệu trưởng duyệt bài.")], tasks=[*TASKS, in_text]
    )

    assert len(document.body[0].rows) == 3
    assert [task.text for task in document.tasks][-1] == "Duyệt bài trước khi đăng"


def test_tasks_survive():
    tasks = [
        Task(
            "Tổ chức ngày hội đọc sách",
            responsible="Thư viện",
            deadline=dt.date(2027, 4, 21),
            deadline_text="ngày 21/4/2027",
            supporting=["Đoàn", "Tổ Ngữ văn"],
            expected_result="500 em tham gia",
        ),
        Task("Giữ trang tin luôn mới"),
    ]

    assert there_and_back(tasks=tasks).tasks == tasks


def test_supporting_units_are_listed_without_gaps():
    page = PlanPage()
    page.tasks = [task("Đăng tin", supporting=" Đoàn ;; Đội ; ")]

    assert to_document(page).tasks[0].supporting == ["Đoàn", "Đội"]


@pytest.mark.parametrize(
    ("day", "wording", "expected"),
    [
        (None, None, "none"),
        (None, "", "none"),
        (dt.date(2026, 9, 15), "trước ngày 15/9", "date"),
        (dt.date(2026, 9, 15), None, "date"),
        (dt.date(2027, 3, 31), "Quý I/2027", "quarter"),
        (None, "Quý I", "quarter"),
        (None, "Tháng 10", "month"),
        (None, "Cuối học kỳ I", "term"),
        (None, "đầu năm học", "term"),
        (None, "Hằng tháng", "recurring"),
        (None, "hàng quý", "recurring"),
        (None, "Thường xuyên", "recurring"),
        (None, "sau khi có kết quả", "relative"),
    ],
)
def test_due_type_says_how_the_plan_says_it(day, wording, expected):
    assert due_type(day, wording) == expected


def test_reporting_duties_survive():
    duties = [
        ReportingDuty("Báo cáo tổng kết", due=dt.date(2026, 5, 25), to="UBND xã"),
        ReportingDuty("Báo cáo đột xuất", due="khi có yêu cầu"),
        ReportingDuty("Báo cáo"),
    ]

    assert there_and_back(reporting=duties).reporting == duties


def test_a_report_due_in_words_gets_its_day_from_the_school_year():
    page = page_of(
        period=Period("nam_hoc", 2026, 2027, "năm học 2026-2027"),
        reporting=[ReportingDuty("Báo cáo sơ kết", due="cuối học kỳ I")],
    )

    duty = page.reporting[0].value
    assert (duty["due_on"], duty["due_text"]) == (dt.date(2027, 1, 17), "cuối học kỳ I")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (dt.date(2026, 9, 20), dt.date(2026, 12, 31)),
        (dt.date(2026, 7, 20), None),
        (None, None),
    ],
)
def test_a_month_of_a_plan_without_a_period_is_that_of_the_year_it_was_written_in(
    written, day
):
    page = page_of(
        date=written, reporting=[ReportingDuty("Báo cáo sơ kết", due="tháng 12")]
    )

    duty = page.reporting[0].value
    assert (duty["due_on"], duty["due_text"]) == (day, "tháng 12")


def test_a_plan_without_a_table_gains_no_tasks_when_its_file_is_read_again():
    page = page_of(
        title="Truyền thông",
        body=[
            Heading("I", "THỰC HIỆN", 1),
            Paragraph("Giao Tổ Văn viết tin trước ngày 20/11/2026."),
            Paragraph("Giao Đoàn trường trang trí./."),
        ],
    )
    again = read("a.docx", write(to_document(page))).document

    assert again.tasks == []


def test_recipients_and_signatory_survive():
    recipients = [Recipient("UBND xã (để b/c)"), Recipient("Lưu: VT", electronic=True)]
    signatory = Signatory("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Thị Mai")

    document = there_and_back(recipients=recipients, signatory=signatory)

    assert document.recipients == recipients
    assert document.signatory == signatory


def test_an_annex_follows_the_signature():
    annexes = [
        Annex("PHỤ LỤC I: Lịch phát thanh", [Paragraph("Thứ Hai: tổ Văn.")]),
        Annex("PHỤ LỤC II: Mẫu tin", [Table([["Tin", "Ảnh"]])]),
    ]

    document = there_and_back(body=[Heading("I", "NỘI DUNG", 1)], annexes=annexes)

    assert document.body == [Heading("I", "NỘI DUNG", 1)]
    assert document.annexes == annexes


@pytest.mark.parametrize(
    ("title", "printed"),
    [("DANH SÁCH CỘNG TÁC VIÊN", "Phụ lục. DANH SÁCH CỘNG TÁC VIÊN"), ("", "Phụ lục")],
)
def test_an_annex_of_a_file_never_ends_the_text(title, printed):
    body = [Heading("I", "NỘI DUNG", 1), Paragraph("Phát thanh mỗi tuần./.")]

    document = there_and_back(body=body, annexes=[Annex(title, [Table([["Tổ Văn"]])])])

    assert document.body == body
    assert document.annexes == [Annex(printed, [Table([["Tổ Văn"]])])]


@pytest.mark.parametrize("landscape", [None, True, False])
def test_the_paper_of_an_annex_survives(landscape):
    annexes = [Annex("PHỤ LỤC: Mẫu tin", [Table([["Tin", "Ảnh"]])], landscape)]

    assert there_and_back(annexes=annexes).annexes == annexes


def test_a_section_without_a_paper_is_stored_as_before():
    page = page_of(
        annexes=[Annex("PHỤ LỤC I"), Annex("PHỤ LỤC II", landscape=True)],
    )

    stored = [block["value"] for block in page.body.get_prep_value()]

    assert stored[0].keys() == {"number", "title", "level", "text"}
    assert stored[1]["paper"] == "landscape"


def test_a_heading_of_the_text_about_annexes_opens_none():
    page = PlanPage()
    page.body = [section("IV", "Phụ lục và biểu mẫu", "<p>Kèm theo.</p>")]

    assert to_document(page).annexes == []


@pytest.mark.parametrize(
    ("period", "starts_on", "ends_on"),
    [
        (
            Period("nam_hoc", 2026, 2027, "năm học 2026-2027"),
            dt.date(2026, 9, 1),
            dt.date(2027, 5, 31),
        ),
        (
            Period("nam", 2026, 2026, "năm 2026"),
            dt.date(2026, 1, 1),
            dt.date(2026, 12, 31),
        ),
        (
            Period("giai_doan", 2026, 2030, "giai đoạn 2026-2030"),
            dt.date(2026, 1, 1),
            dt.date(2030, 12, 31),
        ),
        (
            Period("quy", 2026, 2026, "quý II/2026"),
            dt.date(2026, 4, 1),
            dt.date(2026, 6, 30),
        ),
        (
            Period("thang", 2028, 2028, "tháng 02/2028"),
            dt.date(2028, 2, 1),
            dt.date(2028, 2, 29),
        ),
        (
            Period("khoang_thang", 2026, 2026, "6 tháng cuối năm 2026"),
            dt.date(2026, 7, 1),
            dt.date(2026, 12, 31),
        ),
        (
            Period("khoang_thang", 2026, 2027, "tháng 12/2026 đến tháng 9/2027"),
            dt.date(2026, 12, 1),
            dt.date(2027, 9, 30),
        ),
    ],
)
def test_the_period_gives_the_days(period, starts_on, ends_on):
    page = page_of(period=period)

    assert (page.period_type, page.period_text) == (period.type, period.text)
    assert (page.starts_on, page.ends_on) == (starts_on, ends_on)


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        ("học kỳ I năm học 2026-2027", dt.date(2026, 9, 7), dt.date(2027, 1, 15)),
        ("HỌC KÌ 2, NĂM HỌC 2026-2027", dt.date(2027, 1, 16), dt.date(2027, 5, 28)),
    ],
)
def test_a_term_has_the_days_of_the_school_year_that_was_entered(
    text, starts_on, ends_on
):
    SchoolYear.objects.filter(starts_on__year=2026).delete()
    SchoolYear.objects.create(
        starts_on=dt.date(2026, 9, 7),
        first_term_ends_on=dt.date(2027, 1, 15),
        ends_on=dt.date(2027, 5, 28),
    )
    page = page_of(period=(period := Period("nam_hoc", 2026, 2027, text)))

    assert (page.starts_on, page.ends_on) == (starts_on, ends_on)
    assert to_document(page).period == period


def test_a_term_of_a_year_that_nobody_entered_has_the_usual_days():
    page = page_of(period=Period("nam_hoc", 2040, 2041, "học kỳ II năm học 2040-2041"))

    assert (page.starts_on, page.ends_on) == (
        dt.date(2041, 1, 18),
        dt.date(2041, 5, 31),
    )


def test_long_texts_are_cut_to_their_columns():
    long = "á" * 1000
    page = page_of(
        issuer_parent=long,
        issuer=long,
        number=long,
        symbol=long,
        place=long,
        title=long,
        period=Period("nam", 2026, 2026, long),
        signatory=Signatory(long, long, long),
    )

    for name in (
        "superior_body", "issuing_body", "number", "symbol", "place", "title",
        "period_text", "authority", "signatory_position", "signatory_name",
    ):  # fmt: skip
        assert len(getattr(page, name)) == PlanPage._meta.get_field(name).max_length


OWN = ["TT", "Nội dung công việc", "Người thực hiện", "Thời gian thực hiện", "Ghi chú"]


def tabled(*titles):
    """A body with a table of two tasks under these titles, and the tasks."""
    works = [("Viết tin", "Tổ Văn", "tháng 9"), ("Chụp ảnh", "Đoàn trường", "quý I")]
    rows = [[str(n), *work, ""][: len(titles)] for n, work in enumerate(works, start=1)]
    tasks = [
        Task(text, responsible=who, deadline_text=when, block=1)
        for text, who, when in works
    ]
    heading = Heading("II", "NHIỆM VỤ", 1)
    return {"body": [heading, Table([list(titles), *rows], 1)], "tasks": tasks}


def test_the_table_of_tasks_keeps_the_titles_of_its_document():
    said = tabled(*OWN)

    page = page_of(**said)

    assert [child.block_type for child in page.body][1:] == ["table", "task_table"]
    assert to_document(page).body == said["body"]


def test_titles_that_are_ours_need_no_table_of_their_own():
    said = tabled("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian")

    page = page_of(**said)

    assert [child.block_type for child in page.body] == ["section", "task_table"]
    assert to_document(page).body == said["body"]


def test_what_a_task_says_more_than_the_titles_ask_for_is_printed_too():
    page = page_of(**tabled(*OWN))
    page.tasks[0].value["result"] = "05 tin bài"

    table = to_document(page).body[1]

    assert table.rows[0] == [*OWN, "Kết quả"]
    assert table.rows[1][-2:] == ["", "05 tin bài"]


def test_without_tasks_the_titles_are_not_printed_either():
    page = page_of(**tabled(*OWN))
    page.tasks = []

    assert to_document(page).body == [Heading("II", "NHIỆM VỤ", 1)]
