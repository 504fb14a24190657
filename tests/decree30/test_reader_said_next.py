"""Who does a piece of work, where the next sentence or labels behind it say so."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period, Table
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.citations import split_speaker
from wagtail_kehoach.decree30.reader.said_next import said_next
from wagtail_kehoach.decree30.reader.tasks import tasks_in

from .build import PLAN

YEAR = Period("nam", 2026, 2026, "năm 2026")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mở hội sách hai năm một lần. Thư viện chủ trì, phối hợp với Đoàn.",
         "Thư viện"),
        ("Tập hát dân ca trước ngày 20/11/2026. Tổ Âm nhạc chịu trách nhiệm tổ chức.",
         "Tổ Âm nhạc"),
        ("Phát bản tin sáng thứ Hai. Giao Đội tuyên truyền măng non phụ trách.",
         "Đội tuyên truyền măng non"),
        ("Thi vẽ tranh biển. Trung tâm Giáo dục thường xuyên huyện làm đầu mối.",
         "Trung tâm Giáo dục thường xuyên huyện"),
        ("Mua sách từ nguồn quỹ. Kế toán chịu trách nhiệm quyết toán.", None),
        ("Tổ Văn soạn đề. Tổ Toán phụ trách.", None),
        ("Chấm báo tường. Cô Hạnh phụ trách.", "Cô Hạnh"),
        ("Thư viện phụ trách.", None),
        ("Mở hội sách. Hội sách có ba gian.", None),
    ],
)  # fmt: skip
def test_a_sentence_that_says_only_whose_it_is_belongs_to_the_work_before(text, who):
    found = said_next(text)

    assert (found and found[1]) == who


@pytest.mark.parametrize(
    ("sentence", "works"),
    [
        ("Giao đồng chí Nguyễn Thị Lan chịu trách nhiệm chính.", 0),
        ("Phân công cô Lan phụ trách chung.", 0),
        ("Giao đồng chí Nguyễn Thị Lan chịu trách nhiệm chính việc đăng tin.", 1),
    ],
)
def test_a_sentence_that_names_no_work_is_no_task(sentence, works):
    blocks = [Heading("I", "TỔ CHỨC THỰC HIỆN", 1), Paragraph(sentence, "-", 1)]

    assert len(tasks_in(blocks, None)) == works


def test_the_work_keeps_its_day_and_gets_its_doer():
    heading = Heading("1", "Trong nhà trường", 2)
    text = "Mở hội sách trước ngày 20/11/2026. Thư viện chủ trì, phối hợp với Đoàn."

    [task] = tasks_in([heading, Paragraph(text)], YEAR)

    assert (task.responsible, task.deadline) == ("Thư viện", dt.date(2026, 11, 20))
    assert task.text == "Mở hội sách trước ngày 20/11/2026"


def test_particulars_behind_the_work_are_told_apart():
    text = (
        "Mở một lớp học viết tin. Thời gian: tháng 5/2026. Đơn vị chủ trì: Văn phòng. "
        "Đơn vị phối hợp: Thư viện."
    )

    [task] = tasks_in([Heading("3", "Bồi dưỡng", 2), Paragraph(text)], YEAR)

    assert (task.text, task.responsible) == ("Mở một lớp học viết tin", "Văn phòng")
    assert (task.supporting, task.deadline_text) == (["Thư viện"], "tháng 5/2026")


def test_a_hall_does_nothing():
    heading = Heading("1", "Hội thi cắm hoa", 2)

    assert tasks_in([heading, Paragraph("Địa điểm: Hội trường lớn.", "-")], YEAR) == []


def test_the_title_that_a_portal_prints_above_is_not_the_document():
    above = (
        "Trang chủ » Văn bản\n"
        "Kế hoạch truyền thông của nhà trường năm học 2025-2026\n"
        "Ngày đăng: 21/9/2025 | Lượt xem: 153\n\n"
    )

    page = read("trang.txt", (above + PLAN).encode()).document
    file = read("tep.txt", PLAN.encode()).document

    assert page.title == file.title
    assert (page.number, page.symbol, page.issuer) == ("12", "KH-THHB", file.issuer)
    assert page.bases == file.bases


def test_what_work_consists_in_belongs_to_the_work_above():
    heading = Heading("1", "Tuyên truyền dưới cờ", 2)
    said = [
        Paragraph("Nội dung: nhận diện tin giả.", "a)", 1),
        Paragraph("Đơn vị thực hiện: Liên đội. Thời gian: 16/11/2026.", "b)", 1),
    ]

    [task] = tasks_in([heading, *said], YEAR)

    assert task.text == "Tuyên truyền dưới cờ: nhận diện tin giả"
    assert (task.responsible, task.deadline) == ("Liên đội", dt.date(2026, 11, 16))


@pytest.mark.parametrize(
    ("title", "cell", "when"),
    [
        ("Tuần", "1", "Tuần 1"),
        ("TUẦN", "1-2", "Tuần 1-2"),
        ("Tháng", "9", "Tháng 9"),
        ("Thời gian", "Tuần 1", "Tuần 1"),
        ("Tháng", "9/2026", "9/2026"),
    ],
)
def test_a_number_below_its_week_says_that_it_is_one(title, cell, when):
    rows = [[title, "Nội dung", "Phụ trách"], [cell, "Phát thanh", "Liên đội"]]

    [task] = tasks_in([Table(rows, 1)], YEAR)

    assert task.deadline_text == when


@pytest.mark.parametrize(
    "who", ["nhà trường", "trường THCS Hoa Ban", "trường tiểu học Hoa Ban"]
)
def test_a_school_that_is_written_small_speaks_all_the_same(who):
    spoken = f"{who} xây dựng kế hoạch như sau:"

    bases, sentence = split_speaker(f"Xét điều kiện thực tế của năm học, {spoken}")

    assert (bases, sentence) == ("Xét điều kiện thực tế của năm học", spoken)
