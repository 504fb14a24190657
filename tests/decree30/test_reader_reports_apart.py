"""Reports in one paragraph: each that has its own time, or its own author, stands alone."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Table
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.reporting import reports_in

from .build import plan_with

OLD = "- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026."
MONTHLY = "Các tổ báo cáo Hiệu trưởng vào ngày 25 hằng tháng"


WORK = "- Đăng lịch tuần lên trang tin trước ngày 15/9."


def reports_of(line, *, instead=OLD):
    plan = read("a.txt", plan_with(instead, line)).document
    return [(duty.text, duty.due, duty.to) for duty in plan.reporting]


def test_a_report_on_request_is_one_beside_those_with_a_day():
    line = (
        "Các thôn báo cáo kết quả về Ủy ban nhân dân xã: báo cáo sơ kết trước ngày 10/01/2026; "
        "báo cáo tổng kết trước ngày 20/5/2026; báo cáo đột xuất khi có yêu cầu."
    )

    assert [(text, due) for text, due, _to in reports_of(line)][1:] == [
        ("báo cáo tổng kết trước ngày 20/5/2026", dt.date(2026, 5, 20)),
        ("báo cáo đột xuất khi có yêu cầu", "đột xuất khi có yêu cầu"),
    ]


@pytest.mark.parametrize(
    ("units", "due"),
    [
        (MONTHLY, "vào ngày 25 hằng tháng"),
        ("Các lớp báo cáo Tổ Văn phòng cuối mỗi học kỳ", "cuối mỗi học kỳ"),
    ],
)
@pytest.mark.parametrize("between", ["; nhà trường", ". Nhà trường"])
def test_what_is_reported_again_and_again_is_a_report_beside_that_of_the_school(
    units, due, between
):
    line = f"{units}{between} báo cáo UBND xã trước ngày 28/5/2026."

    (first, said, _to), (second, day, to) = reports_of(line)

    assert (first, said) == (units, due)
    assert (second[1:], day) == (
        "hà trường báo cáo UBND xã trước ngày 28/5/2026",
        dt.date(2026, 5, 28),
    )
    assert to == "UBND xã"


def test_what_units_owe_once_for_the_report_of_the_school_is_still_their_work():
    line = (
        "Các tổ gửi báo cáo về nhà trường trước ngày 20/5/2026; nhà trường tổng hợp báo cáo "
        "UBND xã trước ngày 28/5/2026."
    )

    assert [due for _text, due, _to in reports_of(line)] == [dt.date(2026, 5, 28)]


def test_a_report_that_is_written_for_a_body_is_one():
    line = "- Tổng hợp số liệu, viết báo cáo gửi Sở Y tế trước ngày 15/5/2026."

    assert reports_of(line, instead=WORK)[0] == (
        line.strip("- ."),
        dt.date(2026, 5, 15),
        "Sở Y tế",
    )


@pytest.mark.parametrize(
    ("line", "to"),
    [
        (
            "Các tổ báo cáo kết quả thí điểm với Giám đốc trước ngày 15/5/2026.",
            "Giám đốc",
        ),
        (
            "Các thôn báo cáo kết quả về Ủy ban nhân dân xã trước ngày 15/5/2026.",
            "Ủy ban nhân dân xã",
        ),
        (
            "Các tổ báo cáo về UBND xã định kỳ 6 tháng trước ngày 15/5/2026.",
            "UBND xã",
        ),
    ],
)
def test_to_whom_a_report_goes_ends_where_it_says_when(line, to):
    assert [receiver for _text, _due, receiver in reports_of(line)] == [to]


ROWS = """
| TT | Nội dung | Thực hiện | Thời gian |
|---|---|---|---|
| 1 | {} | Văn thư | Trong năm học |
| 2 | Viết tin về hội giảng | Tổ Văn | Tháng 11/2025 |
"""


def test_a_report_in_a_table_of_work_is_one_with_its_receiver_and_its_time():
    row = ROWS.format("Tổng hợp báo cáo gửi UBND xã trước ngày 25 hằng tháng")

    assert reports_of(row, instead=WORK)[0] == (
        "Tổng hợp báo cáo gửi UBND xã trước ngày 25 hằng tháng",
        "trước ngày 25 hằng tháng",
        "UBND xã",
    )


@pytest.mark.parametrize(
    "work",
    [
        "Viết báo cáo tổng kết trước ngày 25/5/2026",
        "Đăng bài lên trang tin trước ngày 25/5/2026",
    ],
)
def test_work_in_a_table_that_goes_to_nobody_is_no_report(work):
    assert len(reports_of(ROWS.format(work), instead=WORK)) == len(
        reports_of(WORK, instead=WORK)
    )


def test_a_report_that_nobody_owes_is_none():
    line = "- Các tổ không phải gửi báo cáo sơ kết về UBND xã trước ngày 10/01/2026."

    assert reports_of(line) == []


@pytest.mark.parametrize(
    ("work", "when", "due"),
    [
        ("Báo cáo tổng kết gửi UBND xã", "25/5/2026", dt.date(2026, 5, 25)),
        ("Báo cáo sơ kết gửi UBND xã", "Cuối học kỳ I", "Cuối học kỳ I"),
        (
            "Báo cáo tổng kết gửi UBND xã trước ngày 20/5/2026",
            "Tháng 5",
            dt.date(2026, 5, 20),
        ),
    ],
)
def test_a_report_in_a_row_is_owed_by_the_time_of_the_row(work, when, due):
    table = Table(
        [["Nội dung", "Thực hiện", "Thời gian"], [work, "Văn phòng", when]], 1
    )

    assert [(d.due, d.to) for d in reports_in([table], None)] == [(due, "UBND xã")]


def test_a_report_in_a_row_that_goes_to_nobody_is_only_a_task():
    row = ["Viết báo cáo tổng kết", "Văn phòng", "25/5/2026"]

    assert (
        reports_in([Table([["Nội dung", "Thực hiện", "Thời gian"], row], 1)], None)
        == []
    )


def test_a_report_on_what_happens_says_what_that_is():
    line = "- Báo cáo đột xuất khi có sự cố truyền thông."

    assert [due for _text, due, _to in reports_of(line)] == [
        "đột xuất khi có sự cố truyền thông"
    ]


def test_a_report_goes_to_the_pupils_union_too():
    line = "- Các chi đội báo cáo kết quả về Liên đội trước ngày 15/01/2026."

    assert [to for _text, _due, to in reports_of(line)] == ["Liên đội"]


@pytest.mark.parametrize(
    ("line", "due", "to"),
    [
        ("Báo cáo đột xuất: khi có yêu cầu", "khi có yêu cầu", None),
        (
            "Giáo viên chủ nhiệm báo cáo Ban Chỉ đạo vào ngày cuối tháng",
            "ngày cuối tháng",
            "Ban Chỉ đạo",
        ),
        (
            "Các tổ báo cáo tiến độ với Ban Tổ chức vào ngày 25 hằng tháng, bắt đầu từ tháng "
            "6/2026",
            "vào ngày 25 hằng tháng, bắt đầu từ tháng 6/2026",
            "Ban Tổ chức",
        ),
    ],
)
def test_a_rhythm_is_kept_in_all_its_words_and_the_name_of_a_report_is_none(
    line, due, to
):
    assert reports_of(f"- {line}.") == [(line, due, to)]


@pytest.mark.parametrize("to", ["Phó Hiệu trưởng", "Đảng ủy xã", "Chi bộ"])
def test_a_report_goes_to_a_deputy_or_to_the_party_too(to):
    [(_text, due, said)] = reports_of(
        f"- Các tổ nộp báo cáo về {to} trước ngày 20/5/2026."
    )

    assert (due, said) == (dt.date(2026, 5, 20), to)


@pytest.mark.parametrize(
    "when", ["trong tháng 12/2025", "cuối học kỳ I", "sau mỗi học kỳ", "đầu tháng 5"]
)
def test_until_when_is_no_part_of_to_whom(when):
    [(_text, due, to)] = reports_of(
        f"- Công đoàn báo cáo kết quả về Công đoàn xã {when}."
    )

    assert to == "Công đoàn xã"
    assert due in when
