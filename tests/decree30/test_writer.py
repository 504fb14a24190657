"""What a clerk would notice in the Word file, looked up as Word resolves it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from example_site.portal.demo import make_plan_docx as demo
from wagtail_kehoach.decree30.layout import Margins
from wagtail_kehoach.decree30.parts import (
    Annex,
    Basis,
    Document,
    Heading,
    Paragraph,
    Recipient,
    Signatory,
    Table,
)
from wagtail_kehoach.decree30.word import styles
from wagtail_kehoach.decree30.writer import write

TASKS = Table(
    [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Giới thiệu giờ dạy hay của các tổ", "Tổ Ngữ văn", "hằng tháng"],
        ["2", "Tuyên truyền phòng, chống đuối nước", "Y tế học đường", "15/5/2027"],
    ],
    header_rows=1,
)


@pytest.fixture
def plan():
    return Document(
        kind="kế hoạch",
        issuer_parent="UBND xã Mỹ Hòa",
        issuer="Trường Tiểu học Hoa Sen",
        number="5",
        symbol="KH-THHS",
        place="Mỹ Hòa",
        date=dt.date(2026, 2, 5),
        title="Truyền thông về giáo dục và đào tạo năm 2026",
        bases=[
            Basis("- Căn cứ Kế hoạch số 45/KH-SGDĐT của Sở Giáo dục và Đào tạo;"),
            Basis("Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân xã"),
        ],
        lead_in=["Trường Tiểu học Hoa Sen ban hành Kế hoạch như sau:"],
        body=[
            Heading("I", "MỤC ĐÍCH", 1),
            Heading("1", "Mục đích chung", 2),
            Heading("a", "Đối với giáo viên", 3),
            Paragraph("Thông tin kịp thời, chính xác.", "-", 1),
            TASKS,
            Paragraph("Đề nghị các bộ phận nghiêm túc thực hiện."),
        ],
        recipients=[Recipient("UBND xã (để b/c);"), Recipient("- Lưu: VT")],
        signatory=Signatory("KT. Hiệu trưởng", "Phó Hiệu trưởng", "Trần Thị Sen"),
    )


def opened(document, **options):
    return docx.Document(io.BytesIO(write(document, **options)))


def texts(word):
    return [paragraph.text for paragraph in word.paragraphs if paragraph.text]


def paragraph_with(word, text):
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    for container in [word, *cells]:
        for paragraph in container.paragraphs:
            if text in paragraph.text:
                return paragraph
    raise AssertionError(text)


def look(paragraph):
    """Return size, bold and italic as they appear."""
    run, style = paragraph.runs[0].font, paragraph.style.font
    size = (run.size or style.size).pt
    bold = style.bold if run.bold is None else run.bold
    return size, bold, style.italic


def test_page_is_a4_with_the_margins_of_the_decree(plan):
    section = opened(plan).sections[0]
    sizes = [section.page_width, section.page_height]
    margins = [section.top_margin, section.bottom_margin]
    margins += [section.left_margin, section.right_margin]
    assert [round(length / Mm(1)) for length in sizes] == [210, 297]
    assert [round(length / Mm(1), 1) for length in margins] == [20, 20, 30, 20]
    assert section.orientation == WD_ORIENT.PORTRAIT


def test_margins_of_the_school_are_used(plan):
    section = opened(plan, margins=Margins(left=35, right=15)).sections[0]
    assert round(section.left_margin / Mm(1)) == 35
    assert round(section.right_margin / Mm(1)) == 15


def test_every_style_names_the_font_for_every_script(plan):
    word = opened(plan)
    fonts = list(word.styles.element.iter(qn("w:rFonts")))
    assert len(fonts) > 25
    for node in fonts:
        names = {qn(f"w:{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert dict(node.attrib) == dict.fromkeys(names, "Times New Roman")


def test_no_other_font_is_left_in_the_file(plan):
    with zipfile.ZipFile(io.BytesIO(write(plan))) as file:
        theme = etree.fromstring(file.read("word/theme/theme1.xml"))
        everything = b"".join(file.read(name) for name in file.namelist())
    typefaces = {node.get("typeface") for node in theme.iter() if node.get("typeface")}
    assert typefaces == {"Times New Roman"}
    assert b"Calibri" not in everything
    assert b'"Cambria"' not in everything


def test_the_language_is_vietnamese(plan):
    word = opened(plan)
    languages = list(word.styles.element.iter(qn("w:lang")))
    assert [node.get(qn("w:val")) for node in languages] == ["vi-VN"]
    assert word.core_properties.language == "vi-VN"


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
        ("UBND XÃ MỸ HÒA", 13, False, False),
        ("TRƯỜNG TIỂU HỌC HOA SEN", 13, True, False),
        ("Số: 05/KH-THHS", 13, False, False),
        ("Mỹ Hòa, ngày 05 tháng 02 năm 2026", 14, False, True),
        ("KẾ HOẠCH", 14, True, False),
        ("Truyền thông về giáo dục và đào tạo năm 2026", 14, True, False),
        ("Căn cứ Kế hoạch số 45/KH-SGDĐT", 14, False, True),
        ("Thông tin kịp thời", 14, False, False),
        ("I. MỤC ĐÍCH", 14, True, False),
        ("1. Mục đích chung", 14, True, False),
        ("a) Đối với giáo viên", 14, False, False),
        ("PHÓ HIỆU TRƯỞNG", 14, True, False),
        ("Trần Thị Sen", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Lưu: VT.", 11, False, False),
    ],
)
def test_letters_are_those_of_the_decree(plan, text, size, bold, italic):
    paragraph = paragraph_with(opened(plan), text)
    assert look(paragraph) == (size, bold, italic)


def test_text_is_justified_and_indented(plan):
    style = paragraph_with(opened(plan), "Thông tin kịp thời").style.paragraph_format
    assert style.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(style.first_line_indent / Mm(1), 1) == 12.7
    assert style.space_after == Pt(6)


def test_letterhead_columns_keep_the_national_name_on_one_line(plan):
    table = opened(plan).tables[0]
    widths = [round(column.width / Mm(1), 1) for column in table.columns]
    assert widths == [75, 97.5]


def test_lines_are_drawn_under_issuer_motto_and_title(plan):
    word = opened(plan)
    rules = [
        node.getparent().getparent()
        for node in word.element.body.iter(qn("w:pBdr"))
        if node[0].get(qn("w:color")) == "000000"
    ]
    above = [
        "".join(node.text or "" for node in rule.getprevious().iter(qn("w:t")))
        for rule in rules
    ]
    assert above == [
        "TRƯỜNG TIỂU HỌC HOA SEN",
        "Độc lập - Tự do - Hạnh phúc",
        "Truyền thông về giáo dục và đào tạo năm 2026",
    ]


def test_text_runs_in_order_with_one_mark_of_its_end(plan):
    assert texts(opened(plan)) == [
        "KẾ HOẠCH",
        "Truyền thông về giáo dục và đào tạo năm 2026",
        "Căn cứ Kế hoạch số 45/KH-SGDĐT của Sở Giáo dục và Đào tạo;",
        "Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân xã.",
        "Trường Tiểu học Hoa Sen ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH",
        "1. Mục đích chung",
        "a) Đối với giáo viên",
        "- Thông tin kịp thời, chính xác.",
        "Đề nghị các bộ phận nghiêm túc thực hiện./.",
    ]


@pytest.mark.parametrize(
    "last",
    ["Nghiêm túc thực hiện./.", "Nghiêm túc thực hiện ./ .", "Nghiêm túc thực hiện;"],
)
def test_end_of_text_is_never_marked_twice(plan, last):
    word = opened(replace(plan, body=[Paragraph(last), Paragraph(" ")]))
    assert texts(word)[-1] == "Nghiêm túc thực hiện./."


def test_end_of_text_moves_to_the_last_word(plan):
    body = [Paragraph("Giao các tổ thực hiện./."), Paragraph("Ban hành kèm biểu mẫu.")]
    word = opened(replace(plan, body=body))
    assert texts(word)[-2:] == ["Giao các tổ thực hiện.", "Ban hành kèm biểu mẫu./."]


def test_end_of_text_on_a_line_of_its_own_is_not_repeated(plan):
    word = opened(replace(plan, body=[TASKS, Paragraph("./."), Paragraph("Hết")]))
    assert texts(word)[-1] == "Hết./."
    assert "./." not in texts(word)


def test_dotted_lines_to_fill_in_are_kept(plan):
    word = opened(replace(plan, body=[Paragraph("." * 40), Paragraph("Ký nhận")]))
    assert texts(word)[-2:] == ["." * 40, "Ký nhận./."]


def test_end_of_text_follows_a_table(plan):
    word = opened(replace(plan, body=[TASKS]))
    assert texts(word)[-1] == "./."
    last_row = word.tables[1].rows[-1].cells
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in last_row)


def test_a_text_without_body_ends_after_its_lead_in(plan):
    word = opened(replace(plan, body=[], lead_in=["Nhà trường thông báo nghỉ Tết."]))
    assert texts(word)[-1] == "Nhà trường thông báo nghỉ Tết./."


def test_a_lead_in_that_announces_more_is_no_end(plan):
    word = opened(replace(plan, body=[]))
    assert texts(word)[-1] == "Trường Tiểu học Hoa Sen ban hành Kế hoạch như sau:"


def test_headings_stay_with_their_text_and_show_in_the_outline(plan):
    heading = paragraph_with(opened(plan), "I. MỤC ĐÍCH")
    assert heading.style.name == "Heading 1"
    assert heading.style.paragraph_format.keep_with_next


@pytest.mark.parametrize(
    ("label", "joint", "line"),
    [
        ("2", ":", "2. Ban Truyền thông: làm đầu mối./."),
        ("2", ".", "2. Ban Truyền thông. làm đầu mối./."),
        ("2", " ", "2. Ban Truyền thông làm đầu mối./."),
        ("a", ":", "a) Ban Truyền thông: làm đầu mối./."),
    ],
)
def test_text_goes_on_in_the_line_of_its_heading(plan, label, joint, line):
    body = [Heading(label, "Ban Truyền thông", 2, joint), Paragraph("làm đầu mối.")]

    paragraph = paragraph_with(opened(replace(plan, body=body)), "Ban Truyền thông")

    assert paragraph.text == line
    assert paragraph.style.name == "VB Noi dung"
    assert [run.bold for run in paragraph.runs] == [label == "2" or None, None]


def test_a_heading_that_stands_alone_keeps_its_mark(plan):
    body = [Heading("II", "NỘI DUNG", 1, end=":"), Paragraph("viết tin.", "-", 1)]

    assert texts(opened(replace(plan, body=body)))[-2:] == [
        "II. NỘI DUNG:",
        "- viết tin./.",
    ]


def test_a_heading_that_ends_the_text_has_the_mark_of_the_end_alone(plan):
    body = [Heading("II", "NỘI DUNG", 1, end=".")]

    assert texts(opened(replace(plan, body=body)))[-1] == "II. NỘI DUNG./."


def test_a_list_below_a_heading_never_goes_on_in_its_line(plan):
    body = [Heading("2", "Tổ Văn", 2, ":"), Paragraph("viết tin.", "-", 1)]

    assert texts(opened(replace(plan, body=body)))[-2:] == [
        "2. Tổ Văn",
        "- viết tin./.",
    ]


def test_chapters_stand_on_a_line_of_their_own(plan):
    word = opened(replace(plan, body=[Heading("Chương I", "Quy định chung", 1)]))
    assert texts(word)[-2:] == ["Chương I", "QUY ĐỊNH CHUNG./."]
    chapter = paragraph_with(word, "Chương I")
    assert chapter.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_table_repeats_its_head_and_keeps_rows_whole(plan):
    table = opened(plan).tables[1]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]
    assert heads == [True, False, False]
    assert whole == [True, True, True]
    assert [cell.text for cell in table.rows[1].cells] == TASKS.rows[1]


def test_table_fills_the_width_of_the_text_and_favours_long_texts(plan):
    table = opened(plan).tables[1]
    widths = [column.width / Mm(1) for column in table.columns]
    assert sum(widths) == pytest.approx(160, abs=0.5)
    assert widths[0] < 20 < widths[3] < widths[1]


def test_table_with_uneven_rows_and_long_words_still_fits(plan):
    rows = [["A" * 90, "b"], ["c"], ["d", "e" * 50, "g"]]
    table = opened(replace(plan, body=[Table(rows)])).tables[1]
    assert [len(row.cells) for row in table.rows] == [3, 3, 3]
    assert sum(column.width for column in table.columns) / Mm(1) == pytest.approx(
        160, abs=0.5
    )


@pytest.mark.parametrize("rows", [[], [[]], [[], []]])
def test_empty_tables_are_left_out(plan, rows):
    annexes = [Annex("Biểu mẫu", [Table(rows)])]
    word = opened(replace(plan, body=[Table(rows), TASKS], annexes=annexes))
    assert len(word.tables) == 3


def test_signatory_has_room_to_sign_and_stays_with_the_last_sentence(plan):
    word = opened(plan)
    row = word.tables[-1].rows[0]
    assert [paragraph.text for paragraph in row.cells[1].paragraphs] == [
        "KT. HIỆU TRƯỞNG",
        "PHÓ HIỆU TRƯỞNG",
        *[""] * 4,
        "Trần Thị Sen",
    ]
    assert paragraph_with(word, "./.").paragraph_format.keep_with_next
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_head_signs_without_authority_line(plan):
    signatory = Signatory("HIỆU TRƯỞNG", "Hiệu trưởng", "Võ Văn Lúa")
    cell = opened(replace(plan, signatory=signatory)).tables[-1].rows[0].cells[1]
    assert [paragraph.text for paragraph in cell.paragraphs if paragraph.text] == [
        "HIỆU TRƯỞNG",
        "Võ Văn Lúa",
    ]


def test_recipients_end_with_semicolons_and_a_dot(plan):
    cell = opened(plan).tables[-1].rows[0].cells[0]
    lines = [paragraph.text for paragraph in cell.paragraphs]
    assert lines == ["Nơi nhận:", "- UBND xã (để b/c);", "- Lưu: VT."]


def test_electronic_recipients_are_listed_apart(plan):
    recipients = [
        Recipient("Các tổ chuyên môn", electronic=True),
        Recipient("Lưu: VT"),
    ]
    cell = opened(replace(plan, recipients=recipients)).tables[-1].rows[0].cells[0]
    assert [paragraph.text for paragraph in cell.paragraphs] == [
        *("Nơi nhận:", "- Lưu: VT.", "Bản điện tử:", "- Các tổ chuyên môn."),
    ]


def test_pages_are_numbered_in_the_top_margin_but_not_the_first(plan):
    section = opened(plan, draft=False).sections[0]
    number = section.header.paragraphs[0]
    assert section.different_first_page_header_footer
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [node.text for node in number._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert number.style.font.size == Pt(14)
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.header_distance < section.top_margin


def test_draft_is_marked_on_every_page_until_registered(plan):
    draft, final = opened(plan).sections[0], opened(plan, draft=False).sections[0]
    assert draft.first_page_header.paragraphs[0].text == "BẢN DỰ THẢO"
    assert draft.footer.paragraphs[0].text == "BẢN DỰ THẢO"
    assert final.first_page_header.paragraphs[0].text == ""
    assert final.footer.paragraphs[0].text == ""


def test_missing_number_and_date_leave_room_to_write(plan):
    word = opened(replace(plan, number=None, date=None))
    number = paragraph_with(word, "Số:").text
    assert number == f"Số: {' ' * 8}/KH-THHS"
    assert paragraph_with(word, "Mỹ Hòa, ngày").text.count(" " * 6) == 3


def test_long_place_is_written_smaller_to_stay_on_one_line(plan):
    word = opened(replace(plan, place="Thành phố Hồ Chí Minh"))
    line = paragraph_with(word, "Thành phố Hồ Chí Minh, ngày")
    assert look(line)[0] == 13
    assert line.runs[0].font.element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-6"


def test_letter_has_its_title_under_the_number(plan):
    word = opened(replace(plan, kind="công văn", title="mời dự lễ khai giảng"))
    cell = word.tables[0].cell(1, 0)
    assert [paragraph.text for paragraph in cell.paragraphs] == [
        "Số: 05/KH-THHS",
        "V/v mời dự lễ khai giảng",
    ]
    assert "CÔNG VĂN" not in texts(word)


def test_annexes_start_new_pages_numbered_from_one(plan):
    annexes = [Annex("Danh mục biểu mẫu", [TASKS]), Annex("Phụ lục II. Phân công")]
    word = opened(replace(plan, annexes=annexes))
    reference = (
        "(Kèm theo Kế hoạch số 05/KH-THHS ngày 05 tháng 02 năm 2026 "
        "của Trường Tiểu học Hoa Sen)"
    )
    assert texts(word)[-6:] == [
        *("Phụ lục I", "DANH MỤC BIỂU MẪU", reference),
        *("Phụ lục II", "PHÂN CÔNG", reference),
    ]
    first, *later = word.sections
    assert first._sectPr.find(qn("w:pgNumType")) is None
    numbers = [section._sectPr.findall(qn("w:pgNumType")) for section in later]
    assert [[node.get(qn("w:start")) for node in nodes] for nodes in numbers] == [
        ["1"],
        ["1"],
    ]


@pytest.mark.parametrize(
    ("issuer", "lead_in", "said"),
    [
        ("TRƯỜNG TIỂU HỌC HOA SEN", "", "của Trường Tiểu học Hoa Sen)"),
        ("TRƯỜNG TH&THCS XÃ LÈNG", "", "của Trường TH&THCS xã Lèng)"),
        ("CÔNG ĐOÀN HOA SEN", "Công đoàn Hoa Sen đề ra:", "của Công đoàn Hoa Sen)"),
        # Which of its words have capitals only people know.
        ("TRUNG TÂM BỒI DƯỠNG HOA SEN", "", "năm 2026)"),
    ],
)
def test_single_annex_bears_no_number_and_its_line_the_issuer(
    plan, issuer, lead_in, said
):
    annexes = [Annex("Danh mục biểu mẫu")]
    word = opened(
        replace(plan, issuer=issuer, lead_in=[lead_in], body=[], annexes=annexes)
    )
    assert texts(word)[-3] == "Phụ lục"
    assert texts(word)[-1].endswith(said)


def test_an_annex_that_says_itself_what_it_belongs_to_bears_one_such_line(plan):
    own = "(Ban hành kèm theo Kế hoạch của Trường Tiểu học Hoa Sen)"
    word = opened(replace(plan, annexes=[Annex("Phụ lục", [Paragraph(own), TASKS])]))
    assert texts(word)[-2:] == ["Phụ lục", own]
    assert word.paragraphs[-2].style.name == styles.ANNEX_REFERENCE.name


def test_annex_with_a_wide_table_is_printed_in_landscape(plan):
    wide = Table([[f"Cột {number}" for number in range(1, 9)]], header_rows=1)
    annexes = [Annex("Biểu tổng hợp", [wide]), Annex("Ghi chú", [Paragraph("Hết.")])]
    _, landscape, portrait = opened(replace(plan, annexes=annexes)).sections
    assert landscape.orientation == WD_ORIENT.LANDSCAPE
    assert landscape.page_width > landscape.page_height
    assert portrait.page_width < portrait.page_height


@pytest.mark.parametrize("landscape", [True, False])
def test_paper_lies_as_the_author_of_an_annex_asks(plan, landscape):
    tables = [Table([["Cột"] * count], header_rows=1) for count in (2, 8)]
    annexes = [Annex("Biểu", [table], landscape) for table in tables]
    _, *sections = opened(replace(plan, annexes=annexes)).sections
    wanted = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    assert [section.orientation for section in sections] == [wanted, wanted]


def test_properties_describe_the_document(plan):
    properties = opened(plan).core_properties
    title = "Kế hoạch Truyền thông về giáo dục và đào tạo năm 2026"
    assert properties.title == title
    assert properties.author == "Trường Tiểu học Hoa Sen"
    assert properties.created.date() == dt.date(2026, 2, 5)


def test_a_document_without_a_day_is_of_the_day_of_its_last_change(plan):
    day = dt.date(2026, 1, 20)
    undated = docx.Document(io.BytesIO(write(replace(plan, date=None), saved_on=day)))
    dated = docx.Document(io.BytesIO(write(plan, saved_on=day)))
    assert undated.core_properties.modified.date() == day
    assert dated.core_properties.modified.date() == dt.date(2026, 2, 5)


def test_a_title_longer_than_properties_allow_is_no_error(plan):
    assert len(opened(replace(plan, title="đ" * 400)).core_properties.title) == 255


def test_characters_illegal_in_xml_are_left_out(plan):
    body = [
        Paragraph("Giáo\x00 dục\x0b và\ud800 đào\ufffe tạo\x1f"),
        Table([["ô\x08", "hai\x0c"]]),
    ]
    word = opened(replace(plan, title="Truyền\x07 thông", body=body))
    assert paragraph_with(word, "Giáo dục và đào tạo")
    assert word.tables[1].rows[0].cells[1].text == "hai"
    assert word.core_properties.title == "Kế hoạch Truyền thông"


def test_the_same_document_gives_the_same_bytes(plan):
    assert write(plan) == write(plan)


def test_writing_leaves_the_document_alone(plan):
    before = repr(plan)
    write(plan)
    assert repr(plan) == before


@pytest.mark.parametrize("kind", [None, "công văn", "báo cáo"])
def test_an_empty_document_still_opens(kind):
    word = opened(Document(kind=kind))
    assert paragraph_with(word, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_the_demo_plan_is_the_one_that_is_written():
    fresh = docx.Document(io.BytesIO(write(demo.plan(), draft=False)))
    stored = docx.Document(demo.PLAN_FILE)
    assert etree.tostring(stored.element) == etree.tostring(fresh.element)


def test_the_demo_plan_names_a_lead_unit_and_a_time_for_every_task():
    table = docx.Document(demo.PLAN_FILE).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == len(demo.TASKS) + 1
    assert all(all(row) for row in rows)


def test_titles_over_several_rows_or_columns_of_a_head_are_one_cell(plan):
    rows = [
        ["Nội dung", "Đơn vị thực hiện", "", "Thời gian"],
        ["Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["Hội thi", "Tổ Văn", "", "Tháng 3"],
        ["Hội thi", "Tổ Toán", "", "Tháng 4"],
    ]
    written = replace(plan, body=[Table(rows, header_rows=2)])

    table = opened(written).tables[1]
    cells = [[cell.text for cell in row.cells] for row in table.rows]

    assert cells[0] == [
        "Nội dung", "Đơn vị thực hiện", "Đơn vị thực hiện", "Thời gian",
    ]  # fmt: skip
    assert cells[1:] == rows[1:]
    one = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)]
    assert all(table.cell(a, b)._tc is table.cell(c, d)._tc for a, b, c, d in one)
    assert table.cell(2, 0)._tc is not table.cell(3, 0)._tc


def test_an_empty_cell_of_a_head_stays_one_where_nothing_says_what_it_belongs_to(plan):
    rows = [["Nội dung", "", "Thời gian"], ["", "Chủ trì", ""], ["Hội thi", "", ""]]

    table = opened(replace(plan, body=[Table(rows, header_rows=2)])).tables[1]

    assert [[cell.text for cell in row.cells] for row in table.rows] == rows


def test_a_column_with_few_long_texts_does_not_make_their_rows_high(plan):
    rows = [["viết " * 20, ""]] * 8 + [["viết " * 20, "đăng " * 40]] * 2
    table = opened(replace(plan, body=[Table([["Nội dung", "Kết quả"], *rows])]))

    task, result = (column.width for column in table.tables[1].columns)

    assert task / 2 < result < task
