"""Tables of persons and their duties: what is work there, and what an office."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.reader.columns import header_rows_of
from wagtail_kehoach.decree30.reader.tables import tasks_in_table

PERSONS = ["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ được phân công"]


def tasks_of(head, *rows):
    found = tasks_in_table([head, *rows], 1, None)
    return [(task.text, task.responsible) for task in found]


def test_the_duties_of_persons_are_work():
    row = ["1", "Mùa Thị Pà", "Phó Hiệu trưởng", "Duyệt tin bài"]

    assert tasks_of(PERSONS, row) == [("Duyệt tin bài", "Mùa Thị Pà")]


@pytest.mark.parametrize(
    "office",
    ["Trưởng ban", "Phó Trưởng ban", "Thành viên", "Ủy viên thường trực", "Thư ký",
     "Phó ban thường trực"],
)  # fmt: skip
def test_the_place_of_somebody_on_a_board_is_none(office):
    row = ["1", "Mùa Thị Pà", "Phó Hiệu trưởng", office]

    assert tasks_of(PERSONS, row) == []


def test_names_beside_anything_else_hand_out_nothing():
    head = ["TT", "Họ và tên", "Lớp", "Nội dung dự thi"]

    assert tasks_of(head, ["1", "Giàng A Súa", "5A", "Hát dân ca"]) == []


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        (["", "Chủ trì", "Phối hợp"], 2),
        (["Nội dung", "Chủ trì", "Phối hợp"], 2),
        (["Tháng 9/2026", "Ngày hội đến trường của bé", "Giáo viên phụ trách"], 1),
        (["Tuyên truyền hoạt động hè", "Người phụ trách", "Cả tháng"], 1),
    ],
)
def test_a_second_row_is_head_only_below_a_title_that_reaches_into_it(second, rows):
    head = ["Nội dung", "Đơn vị thực hiện", "Đơn vị thực hiện"]
    assert header_rows_of([head, second, ["Thi vẽ", "Tổ Mỹ thuật", "Đội"]]) == rows


@pytest.mark.parametrize("group", ["Tháng", "Tuần"])
def test_what_only_groups_the_rows_is_not_their_time(group):
    rows = [
        [group, "Nội dung công việc", "Hạn hoàn thành", "Chủ trì"],
        ["9/2026", "Lễ khai giảng", "05/9/2026", "Ban Giám hiệu"],
        ["10/2026", "Hội thi kể chuyện", "", "Liên đội"],
    ]

    found = tasks_in_table(rows, 1, None)
    assert [task.deadline for task in found] == [dt.date(2026, 9, 5), None]
    assert [task.deadline_text for task in found] == ["05/9/2026", "10/2026"]


@pytest.mark.parametrize(
    "more", [["2026"], ["2026", "2027", "2028"], ["9", "10", "11"]]
)
def test_a_year_or_a_month_may_head_a_column(more):
    rows = [
        ["TT", "Nhiệm vụ", "Chủ trì", *more],
        ["1", "Nâng cấp cổng", "Tổ Tin học", *["x"] * len(more)],
    ]
    assert header_rows_of(rows) == 1

    found = tasks_in_table(rows, 1, None)
    assert [(task.text, task.responsible) for task in found] == [
        ("Nâng cấp cổng", "Tổ Tin học")
    ]


def test_a_figure_before_titles_opens_a_row_of_work():
    row = ["1", "Nội dung tuyên truyền tháng 9", "Người phụ trách trang tin"]

    assert header_rows_of([row, ["2", "Viết bài", "Cô Lan"]]) == 0


@pytest.mark.parametrize("time", ["Thời gian", "Thời điểm", "Tháng"])
@pytest.mark.parametrize("theme", ["Chủ đề", "Chủ đề tuyên truyền"])
@pytest.mark.parametrize("form", ["Hình thức", "Hình thức thực hiện", "Kênh"])
def test_the_theme_says_what_is_done_before_the_form(time, theme, form):
    head = [time, theme, form, "Phụ trách"]

    assert tasks_of(head, ["9/2026", "An toàn giao thông", "Phát thanh", "Đội"]) == [
        ("An toàn giao thông", "Đội")
    ]


def test_how_much_is_owed_says_not_what_is_done():
    head = ["STT", "Đơn vị", "Chỉ tiêu (tin/tháng)", "Thời hạn"]

    assert tasks_of(head, ["1", "Tổ Văn", "2 tin", "Ngày 25 hằng tháng"]) == []
