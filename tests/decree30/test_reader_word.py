"""Word files: what Word prints is what is read, in the order of the page."""

from __future__ import annotations

import shutil
import subprocess

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from wagtail_kehoach.decree30.parts import Annex, Heading, Paragraph, Signatory, Table
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.writer import write

from .build import PLAN, close, docx_of, plan_with, word_plan

LEVELS = [
    ("upperRoman", "%1."),
    ("decimal", "%2."),
    ("decimal", "%2.%3."),
    ("bullet", "\uf0b7"),
]
NUMBERING = (
    '<w:abstractNum {ns} w:abstractNumId="90">'
    + "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(LEVELS)
    )
    + "</w:abstractNum>"
)


def numbered(document: docx.document.Document, text: str, level: int) -> None:
    """Add a paragraph with an automatic number."""
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'
    properties.append(parse_xml(xml))


@pytest.fixture
def plan() -> docx.document.Document:
    """A plan whose numbering is Word's own."""
    document = word_plan("Trường Tiểu học Hoa Ban xây dựng kế hoạch như sau:")
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'
        )
    )
    return document


def test_automatic_numbers_are_read_as_they_are_printed(plan):
    for text, level in [
        ("MỤC ĐÍCH", 0),
        ("Đưa tin đúng và đủ.", 3),
        ("NỘI DUNG", 0),
        ("Kênh truyền thông", 1),
        ("Trang tin", 2),
        ("Đăng tin hằng tuần.", 3),
        ("Bảng tin", 2),
        ("Thay tin hằng tháng.", 3),
    ]:
        numbered(plan, text, level)
    assert read("a.docx", close(plan)).document.body == [
        Heading("I", "MỤC ĐÍCH", 1),
        Paragraph("Đưa tin đúng và đủ.", "-", 1),
        Heading("II", "NỘI DUNG", 1),
        Heading("1", "Kênh truyền thông", 2),
        Heading("1.1", "Trang tin", 3),
        Paragraph("Đăng tin hằng tuần.", "-", 1),
        Heading("1.2", "Bảng tin", 3),
        Paragraph("Thay tin hằng tháng.", "-", 1),
    ]


def test_header_and_footer_tables_are_taken_apart():
    document = read("a.docx", close(word_plan("I. NỘI DUNG"))).document
    assert (document.issuer_parent, document.issuer) == (
        "UBND XÃ SUỐI TRĂNG",
        "TRƯỜNG TIỂU HỌC HOA BAN",
    )
    assert [recipient.text for recipient in document.recipients] == [
        "Như trên",
        "Lưu: VT",
    ]
    assert document.signatory == Signatory(
        "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Thị Mai"
    )
    assert document.body == [Heading("I", "NỘI DUNG", 1)]


def test_names_of_bodies_may_run_over_two_lines():
    left = "ỦY BAN NHÂN DÂN\nXÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC\nHOA BAN\nSố:     /KH-THHB"
    document = read("a.docx", close(word_plan("I. NỘI DUNG", left=left))).document
    assert (document.issuer_parent, document.issuer, document.number) == (
        "ỦY BAN NHÂN DÂN XÃ SUỐI TRĂNG",
        "TRƯỜNG TIỂU HỌC HOA BAN",
        None,
    )


def test_merged_cells_of_a_table_are_filled_and_its_tasks_read():
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(4, 4)
    rows = [
        ["Nội dung", "Đơn vị thực hiện", "", "Thời gian"],
        ["", "Chủ trì", "Phối hợp", ""],
        ["Ngày hội đọc sách", "Thư viện", "Các lớp", "23/4/2026"],
        ["Lễ tổng kết", "", "Công đoàn", "30/5/2026"],
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 1).merge(table.cell(3, 1))
    reading = read("a.docx", close(document))
    read_back = reading.document
    found = [
        (t.text, t.responsible, t.supporting, t.deadline.isoformat())
        for t in read_back.tasks
    ]
    assert found == [
        ("Ngày hội đọc sách", "Thư viện", ["Các lớp"], "2026-04-23"),
        ("Lễ tổng kết", "Thư viện", ["Công đoàn"], "2026-05-30"),
    ]
    assert isinstance(read_back.body[1], Table)
    assert read_back.body[1].header_rows == 2
    said = [w.original for w in reading.warnings if w.code == "merged-cells"]
    assert said == ["Nội dung | Đơn vị thực hiện | Thời gian"]


def test_nothing_is_said_of_a_head_of_two_rows_which_is_merged_again():
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(3, 3)
    rows = [("Nội dung", "Đơn vị", ""), ("", "Chủ trì", "Phối hợp"), ("Thi", "Tổ", "")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))

    reading = read("a.docx", close(document))

    assert reading.document.body[1].header_rows == 2
    assert "merged-cells" not in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    ("texts", "merged", "told"),
    [
        # A title of the rows below, with its number or without one.
        (("A. Học kỳ I", "", ""), (0, 2), False),
        (("I", "Công tác truyền thông", ""), (1, 2), False),
        # "Tổng cộng" names its row.
        (("Tổng cộng", "", "12 bài"), (0, 1), False),
        # Whose is the empty cell?
        (("Thi kể chuyện", "Tổ Văn và Thư viện", ""), (1, 2), True),
    ],
)
def test_merged_cells_are_told_where_they_said_more(texts, merged, told):
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(3, 3)
    head, below = ("Nội dung", "Chủ trì", "Sản phẩm"), ("Thi vẽ", "Đội", "Tranh")
    for row, said in zip(table.rows, (head, texts, below), strict=True):
        for cell, text in zip(row.cells, said, strict=True):
            cell.text = text
    table.cell(1, merged[0]).merge(table.cell(1, merged[1]))

    warnings = read("a.docx", close(document)).warnings

    assert ("merged-cells" in {warning.code for warning in warnings}) is told


def test_nothing_is_said_of_merged_cells_that_only_place_the_header():
    document = word_plan("I. NỘI DUNG")
    header = document.tables[0]
    header.add_row()
    header.cell(1, 0).merge(header.cell(1, 1))
    document.add_table(2, 2)

    warnings = read("a.docx", close(document)).warnings

    assert "merged-cells" not in {warning.code for warning in warnings}


def test_page_headers_are_kept_and_page_numbers_counted():
    document = word_plan("I. NỘI DUNG")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Dự thảo lần 2"
    section.footer.paragraphs[0].text = "Trang 3"
    reading = read("a.docx", close(document))
    assert reading.not_understood == ["Dự thảo lần 2"]
    assert reading.furniture == 2


def test_a_written_plan_is_read_back_as_it_was():
    plan = read("a.txt", plan_with()).document
    again = read("a.docx", write(plan)).document
    assert (again.number, again.symbol, again.date, again.title) == (
        plan.number,
        plan.symbol,
        plan.date,
        plan.title,
    )
    assert again.body == plan.body
    assert again.tasks == plan.tasks
    assert again.recipients == plan.recipients
    assert again.signatory == plan.signatory
    assert [basis.number for basis in again.bases] == ["77/KH-UBND"]


def test_the_line_that_ties_an_annex_to_its_plan_is_not_kept_twice():
    plan = read("a.txt", plan_with()).document
    plan.annexes = [Annex("Phụ lục. LỊCH ĐĂNG TIN", [Paragraph("Đăng tin mỗi tuần.")])]

    again = read("a.docx", write(plan))

    assert again.document.annexes[0].body == [Paragraph("Đăng tin mỗi tuần.")]
    assert again.not_understood == []
    assert (
        again.document.annexes == read("a.docx", write(again.document)).document.annexes
    )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_an_old_word_file_is_converted(tmp_path):
    original = tmp_path / "plan.docx"
    original.write_bytes(close(word_plan("I. NỘI DUNG", "- Đưa tin.")))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "doc", "--outdir", str(tmp_path), str(original)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    plan = read("plan.doc", (tmp_path / "plan.doc").read_bytes()).document
    assert (plan.kind, plan.number, plan.headings) == (
        "kế hoạch",
        "12",
        [Heading("I", "NỘI DUNG", 1)],
    )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_pdf_of_a_word_file_is_read_like_it(tmp_path):
    original = tmp_path / "plan.docx"
    body = PLAN[PLAN.index("Căn cứ") : PLAN.index("\nNơi nhận")].split("\n")
    original.write_bytes(close(word_plan(*filter(None, body))))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(original)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    from_word = read("plan.docx", original.read_bytes()).document
    from_pdf = read("plan.pdf", (tmp_path / "plan.pdf").read_bytes()).document
    assert from_pdf == from_word


@pytest.mark.parametrize("start", ["2147483647", "99999999999", "²", "x", ""])
@pytest.mark.parametrize("style", ["lowerRoman", "upperLetter", "decimal"])
def test_an_absurd_number_is_no_label(plan, start, style):
    level = plan.part.numbering_part.element.find(".//" + qn("w:lvl"))
    level.find(qn("w:start")).set(qn("w:val"), start)
    level.find(qn("w:numFmt")).set(qn("w:val"), style)
    numbered(plan, "MỤC ĐÍCH", 0)

    document = read("a.docx", close(plan)).document

    assert all(
        len(part.label or "") < 10
        for part in document.body
        if isinstance(part, Heading)
    )


@pytest.mark.parametrize("landscape", [None, True, False])
@pytest.mark.parametrize("columns", [2, 8])
def test_how_the_paper_of_an_annex_lies_is_kept(landscape, columns):
    table = Table([["x"] * columns, ["y"] * columns], header_rows=1)
    annexes = [
        Annex("Phụ lục I LỊCH TIN", [table], landscape),
        Annex("Phụ lục II NGƯỜI VIẾT", [Paragraph("Tổ Ngữ văn.")]),
    ]
    plan = read("a.docx", close(word_plan("I. NỘI DUNG", "Việc làm."))).document
    plan.annexes = annexes

    again = read("a.docx", write(plan)).document

    first, second = again.annexes
    assert first.lies_across == annexes[0].lies_across
    assert (first.landscape is None) == (first.lies_across == first.is_wide)
    assert second.landscape is None


def test_an_annex_that_stands_with_the_text_says_nothing_about_its_paper():
    document = word_plan("I. NỘI DUNG", "Việc làm.")
    close(document)
    document.add_paragraph("PHỤ LỤC")
    document.add_table(2, 8)

    [annex] = read("a.docx", docx_of(document)).document.annexes

    assert annex.landscape is None


def test_a_heading_that_stands_alone_keeps_its_colon_or_full_stop():
    document = word_plan(
        "I. NỘI DUNG:",
        "1. Tuyên truyền.",
        "- Viết tin.",
        "2. Ban Giám đốc:",
        "- Duyệt.",
    )

    body = read("a.docx", close(document)).document.body

    assert [block for block in body if isinstance(block, Heading)] == [
        Heading("I", "NỘI DUNG", 1, end=":"),
        Heading("1", "Tuyên truyền", 2, end="."),
        Heading("2", "Ban Giám đốc", 2, end=":"),
    ]


def test_a_bold_beginning_of_a_numbered_line_is_its_heading():
    document = word_plan("I. NỘI DUNG")
    for label, title, text in (
        ("1.", "Hình thức nêu gương.", "Phát thanh, bảng tin và tập san."),
        ("2.", "Đối tượng nêu gương.", "Học viên đang học tại trường."),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label} {title}").bold = True
        paragraph.add_run(f" {text}")
    document.add_paragraph("3. Mỗi lớp nêu một gương. Gương phải có thật.")

    body = read("a.docx", close(document)).document.body
    assert body[1:] == [
        Heading("1", "Hình thức nêu gương", 2, "."),
        Paragraph("Phát thanh, bảng tin và tập san."),
        Heading("2", "Đối tượng nêu gương", 2, "."),
        Paragraph("Học viên đang học tại trường."),
        Paragraph("Mỗi lớp nêu một gương. Gương phải có thật.", "3.", 1),
    ]
