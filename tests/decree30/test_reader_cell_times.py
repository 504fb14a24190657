"""When work in a table is due: columns of begin and end, groups of rows, several days."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Document, Period, Task
from wagtail_kehoach.decree30.reader.tables import tasks_in_table
from wagtail_kehoach.decree30.reader.task_hints import hints_on_tasks

SCHOOL_YEAR = Period("nam_hoc", 2025, 2026, "năm học 2025-2026")
YEAR = Period("nam", 2026, 2026, "năm 2026")
END = dt.date(2025, 9, 15)


def due(head, row, period=SCHOOL_YEAR):
    [task] = tasks_in_table([head, row], 1, period)
    return task.deadline, task.deadline_text


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("01/9", "15/9", (END, "từ 01/9 đến 15/9")),
        ("Từ 01/9/2025", "Đến hết 15/9/2025", (END, "từ 01/9/2025 đến hết 15/9/2025")),
        ("15/9", "15/9", (END, "15/9")),
        ("", "15/9", (END, "15/9")),
        ("01/9", "", (None, "từ 01/9")),
        ("Tháng 9", "Tháng 10", (None, "từ tháng 9 đến tháng 10")),
    ],
)
@pytest.mark.parametrize(
    "titles",
    [
        ("Bắt đầu", "Kết thúc"),
        ("Từ ngày", "Đến ngày"),
        ("Thời gian bắt đầu", "Thời gian kết thúc"),
    ],
)
def test_the_begin_is_kept_and_the_end_is_the_last_day(titles, begin, end, said):
    assert due(["Nội dung", "Chủ trì", *titles], ["Thi", "Tổ Văn", begin, end]) == said


def test_a_group_of_rows_is_no_end_of_what_begins_on_a_day():
    head = ["Tháng", "Nội dung", "Chủ trì", "Bắt đầu"]

    assert due(head, ["9", "Thi", "Tổ Văn", "01/9"]) == (None, "từ 01/9")


@pytest.mark.parametrize(
    ("title", "said", "when"),
    [("Quý", "I", "Quý I"), ("QUÝ", "Quý 2", "Quý 2"), ("Học kỳ", "II", "Học kỳ II")],
)
def test_quarters_and_terms_group_rows(title, said, when):
    head = [title, "Nội dung", "Chủ trì", "Hạn hoàn thành"]

    assert due(head, [said, "Thi", "Tổ Văn", ""]) == (None, when)
    assert due(head, [said, "Thi", "Tổ Văn", "15/9"]) == (END, "15/9")


@pytest.mark.parametrize("title", ["Quy mô", "Quy định"])
def test_what_only_begins_like_a_quarter_is_none(title):
    head = [title, "Nội dung", "Chủ trì"]

    assert due(head, ["I", "Thi", "Tổ Văn"]) == (None, None)


@pytest.mark.parametrize(
    ("period", "day"), [(SCHOOL_YEAR, dt.date(2026, 4, 25)), (YEAR, None)]
)
@pytest.mark.parametrize(
    "when",
    [
        "vào ngày 10/12 và ngày 25/4",
        "10/12; 25/4",
        "Đợt 1: 10/12, đợt 2: 25/4",
    ],
)
def test_the_last_of_several_days_is_taken_where_they_are_in_order(when, period, day):
    head = ["Nội dung", "Chủ trì", "Thời gian"]

    assert due(head, ["Thi", "Tổ Văn", when], period) == (day, when)


def warned(when):
    task = Task("Thi", "Tổ Văn", deadline_text=when)
    return [w.original for w in hints_on_tasks(Document(kind="kế hoạch", tasks=[task]))]


@pytest.mark.parametrize(
    "when",
    [
        "vào ngày 10/12 và ngày 25/4",
        "10/12; 25/4",
        "10/3 hoặc 15/3",
        "trước 10/3 và trước 10/9",
        "Đợt 1: 10/12, đợt 2: 25/4",
        "các ngày 14/3, 11/4 và 09/5/2026",
    ],
)
def test_several_days_are_told(when):
    assert warned(when) == [when]


@pytest.mark.parametrize(
    "when",
    [
        "từ 01/9 đến 15/9",
        "01/9 - 15/9",
        "từ 01/9, hoàn thành trước 15/9",
        "sáng 14/9, chiều 15/9",
        "16-18/11/2026",
        "tháng 9 và tháng 10",
    ],
)
def test_nothing_is_told_of_one_day_and_of_one_span(when):
    assert warned(when) == []
