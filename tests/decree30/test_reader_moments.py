"""Until when a sentence wants something done: in all its words, a date only where it is sure."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period
from wagtail_kehoach.decree30.reader.dates import deadlines_in
from wagtail_kehoach.decree30.reader.tasks import tasks_in

YEAR = Period("nam_hoc", 2026, 2027, "năm học 2026-2027")


def due(sentence):
    blocks = [
        Heading("I", "TỔ CHỨC THỰC HIỆN", 1),
        Heading("1", "Tổ Văn", 2),
        Paragraph(sentence, "-", 1),
    ]
    [task] = tasks_in(blocks, YEAR)
    return task.deadline, task.deadline_text


@pytest.mark.parametrize(
    "when",
    [
        "chậm nhất ngày 10/12 và ngày 25/4",
        "trước ngày 10/12, ngày 25/2 và ngày 25/4",
        "trước ngày 15/3 và 30/3",
        "trước ngày 15 và 30/3",
        "trước ngày 5, 15 và ngày 25/3",
    ],
)
def test_several_days_are_kept_in_words_and_are_no_one_date(when):
    assert due(f"Gửi bài viết về nhà trường {when}.") == (None, when)


def test_of_the_days_of_an_event_the_last_is_taken_where_they_are_in_order():
    said = "Tổ chức ngày hội đọc sách vào ngày {} và ngày {}."

    assert due(said.format("10/12", "25/4"))[0] == dt.date(2027, 4, 25)
    assert due(said.format("25/4", "10/12"))[0] is None


def test_days_in_two_clauses_are_not_taken_together():
    said = "Gửi đề cương trước ngày 10/12 và gửi bài trước ngày 25/4."

    assert due(said) == (dt.date(2026, 12, 10), "trước ngày 10/12")


def test_a_report_is_owed_on_each_of_the_days():
    found = deadlines_in("Báo cáo trước ngày 15/12, ngày 15/3 và 30/5.", YEAR)

    assert [moment.date for moment in found] == [
        dt.date(2026, 12, 15),
        dt.date(2027, 3, 15),
        dt.date(2027, 5, 30),
    ]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Nhận hồ sơ trước khi kết thúc học kỳ I hai tuần.",
         "trước khi kết thúc học kỳ I hai tuần"),
        ("Gửi bài chậm nhất 02 tuần sau khi kết thúc học kỳ I.",
         "chậm nhất 02 tuần sau khi kết thúc học kỳ I"),
        ("Trang trí lớp trước khi nghỉ Tết Nguyên đán để đón xuân.",
         "trước khi nghỉ Tết Nguyên đán"),
        ("Họp phụ huynh vào đầu năm học.", "đầu năm học"),
        ("Tự đánh giá trang tin vào tháng 5 hằng năm.", "vào tháng 5 hằng năm"),
        ("Cuối học kỳ I, tổng hợp các bài đã đăng.", "Cuối học kỳ I"),
        ("Tuyên truyền về học phí, thu chi đầu năm học.", None),
        ("Đăng tin về kỳ kiểm tra cuối học kỳ I.", None),
    ],
)  # fmt: skip
def test_a_moment_of_the_school_year_is_told_in_all_its_words(sentence, when):
    assert due(sentence) == (None, when)
