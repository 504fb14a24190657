"""Who leads and who helps: names on lines of one cell, and those of a sentence."""

import docx
import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.cells import rows_in_one_line
from wagtail_kehoach.decree30.reader.parties import helpers_in, parties_in_cell
from wagtail_kehoach.decree30.reader.tasks import tasks_in

from .build import close, word_plan

YEAR = Period("nam", 2026, 2026, "năm 2026")


def table_plan(head, *rows):
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(len(rows) + 1, len(head))
    for row, texts in zip(table.rows, (head, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return read("a.docx", close(document)).document


HEAD = ["STT", "Nội dung", "Người thực hiện", "Thời gian"]


@pytest.mark.parametrize(
    ("cell", "who", "helpers"),
    [
        ("Tổ Ngữ văn\nĐoàn trường", "Tổ Ngữ văn; Đoàn trường", []),
        ("- BGH\n- Tổ Văn phòng", "BGH; Tổ Văn phòng", []),
        ("Nguyễn Văn An\nTrần Thị Bình", "Nguyễn Văn An; Trần Thị Bình", []),
        ("Cô Hạnh\nThầy Sơn", "Cô Hạnh; Thầy Sơn", []),
        ("Chủ trì: Tổ Toán\nPhối hợp: Thư viện, Đoàn trường", "Tổ Toán",
         ["Thư viện", "Đoàn trường"]),
        ("Tổ Toán (chủ trì)\nThư viện\nĐoàn trường (phối hợp)", "Tổ Toán",
         ["Đoàn trường", "Thư viện"]),
        ("Tổ Toán chủ trì\nThư viện phối hợp", "Tổ Toán", ["Thư viện"]),
        ("Tổ Toán chủ trì, phối hợp với Thư viện", "Tổ Toán", ["Thư viện"]),
        # One name in two lines stays one.
        ("Tổ\nVăn phòng", "Tổ Văn phòng", []),
        ("Ban đại diện\ncha mẹ học sinh", "Ban đại diện cha mẹ học sinh", []),
        ("Hiệu trưởng\nLò Thị Mai", "Hiệu trưởng Lò Thị Mai", []),
        ("Tổng phụ trách", "Tổng phụ trách", []),
        ("Nhà trường và gia đình phối hợp", "Nhà trường và gia đình", []),
        ("Tổ Ngữ văn,\nTổ Lịch sử", "Tổ Ngữ văn, Tổ Lịch sử", []),
    ],
)  # fmt: skip
def test_names_on_lines_of_one_cell_are_not_joined(cell, who, helpers):
    plan = table_plan(HEAD, ["1", "Ngày hội đọc sách", cell, "23/4/2026"])

    [task] = plan.tasks
    assert (task.responsible, task.supporting) == (who, helpers)


def test_names_that_help_stand_apart_too():
    head = ["Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]
    row = ["Ngày hội đọc sách", "Thư viện", "Tổ Ngữ văn\nĐoàn trường", "23/4/2026"]

    [task] = table_plan(head, row).tasks
    assert task.supporting == ["Tổ Ngữ văn", "Đoàn trường"]


@pytest.mark.parametrize(
    ("cell", "helpers"),
    [
        ("GVCN khối 6, 7", ["GVCN khối 6, 7"]),
        ("GVCN khối 6, 7 và 8; Đoàn trường", ["GVCN khối 6, 7 và 8", "Đoàn trường"]),
        ("GVCN lớp 6A, 6B1, Đoàn trường", ["GVCN lớp 6A, 6B1", "Đoàn trường"]),
        ("Công đoàn, 02 giáo viên", ["Công đoàn", "02 giáo viên"]),
    ],
)
def test_a_bare_number_is_no_name(cell, helpers):
    head = ["Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]

    [task] = table_plan(head, ["Đọc sách", "Thư viện", cell, "23/4/2026"]).tasks
    assert task.supporting == helpers


def test_a_bare_number_behind_who_helps_in_a_sentence_is_no_name():
    said = "Tổ Văn phối hợp với GVCN khối 6, 7, Đoàn trường viết bài về sách."

    assert helpers_in(said, "Tổ Văn") == ["GVCN khối 6, 7", "Đoàn trường"]


@pytest.mark.parametrize("cell", ["Thư viện\nTổ Ngữ văn", "Thư viện, Tổ Ngữ văn"])
def test_a_column_for_both_begins_with_who_leads(cell):
    head = ["Nội dung", "Đơn vị chủ trì, phối hợp", "Thời gian"]

    [task] = table_plan(head, ["Ngày hội đọc sách", cell, "23/4/2026"]).tasks
    assert (task.responsible, task.supporting) == ("Thư viện", ["Tổ Ngữ văn"])


def test_lines_that_the_page_may_have_broken_are_not_taken_for_names():
    wrapped = [["Người thực hiện"], ["Ban đại diện cha mẹ học sinh\nTrưởng các khối"]]
    short = [["Người thực hiện và phối hợp"], ["Cô Hạnh\nThầy Sơn"]]

    assert rows_in_one_line(wrapped, whole=False)[1] == [
        "Ban đại diện cha mẹ học sinh Trưởng các khối"
    ]
    assert rows_in_one_line(short, whole=False)[1] == ["Cô Hạnh; Thầy Sơn"]


def test_lines_of_work_are_one_text():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Tổ chức lễ phát động\nTuần lễ học tập suốt đời"

    assert rows_in_one_line([[cell.text]], whole=True) == [
        ["Tổ chức lễ phát động Tuần lễ học tập suốt đời"]
    ]


@pytest.mark.parametrize(
    ("sentence", "who", "helpers"),
    [
        ("Tổ Lịch sử phối hợp với Đoàn trường, tổ Ngữ văn tổ chức triển lãm.",
         "Tổ Lịch sử", ["Đoàn trường", "tổ Ngữ văn"]),
        ("Giao cho Thư viện chủ trì, phối hợp với Tổ Ngữ văn và Liên đội tổ chức ngày hội.",
         "Thư viện", ["Tổ Ngữ văn", "Liên đội"]),
        ("Làm bảng tin, giao cho Chi đoàn giáo viên chủ trì, phối hợp với Tổ Mỹ thuật.",
         "Chi đoàn giáo viên", ["Tổ Mỹ thuật"]),
        ("Dọn bãi biển do Đoàn trường phối hợp với Đồn biên phòng thực hiện.",
         "Đoàn trường", ["Đồn biên phòng"]),
        ("Tổ chức ngoại khóa (Tổ Sinh chủ trì, Trạm Y tế phối hợp).",
         "Tổ Sinh", ["Trạm Y tế"]),
        ("Tổ Ngữ văn viết bài theo quy chế phối hợp với Báo tỉnh.", "Tổ Ngữ văn", []),
        ("Công đoàn phối hợp với Đài Phát thanh, Truyền hình tỉnh làm phim.",
         "Công đoàn", []),
        ("Công đoàn phối hợp với lãnh đạo các phòng và đơn vị vận động đoàn viên.",
         "Công đoàn", ["lãnh đạo các phòng và đơn vị"]),
        ("Công đoàn vận động đoàn viên phối hợp chặt chẽ với nhau.", "Công đoàn", []),
    ],
)  # fmt: skip
def test_a_sentence_names_who_helps(sentence, who, helpers):
    blocks = [Heading("III", "TỔ CHỨC THỰC HIỆN", 1), Paragraph(sentence, "-", 1)]

    [task] = tasks_in(blocks, YEAR)
    assert (task.responsible, task.supporting) == (who, helpers)


def test_whom_a_section_addresses_leads_and_the_item_names_who_helps():
    blocks = [
        Heading("III", "TỔ CHỨC THỰC HIỆN", 1),
        Heading("1", "Đoàn trường", 2),
        Paragraph("Phối hợp với Công an phường tuyên truyền luật giao thông.", "-", 1),
    ]

    [task] = tasks_in(blocks, YEAR)
    assert (task.responsible, task.supporting) == ("Đoàn trường", ["Công an phường"])


def test_a_cell_of_nothing_but_helpers_names_nobody_who_leads():
    assert parties_in_cell("Phối hợp: Đoàn trường") == (None, ["Đoàn trường"])
