"""Below "Chế độ báo cáo:" the reader knows the writer's form, and other people's as ever."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, ReportingDuty
from wagtail_kehoach.decree30.reader.reporting import reports_in
from wagtail_kehoach.decree30.reader.tasks import tasks_in
from wagtail_kehoach.decree30.report_items import item

DAY = dt.date(2027, 1, 10)


def below(*lines, lead_in="Chế độ báo cáo:"):
    """A section with a list below this line."""
    items = [Paragraph(line, "-", 1) for line in lines]
    return [Heading("IV", "TỔ CHỨC THỰC HIỆN", 1), Paragraph(lead_in), *items]


@pytest.mark.parametrize("due", [None, DAY, "cuối học kỳ I", "đợt 1, gửi kèm đợt 2"])
@pytest.mark.parametrize("to", [None, "UBND xã", "Phòng Văn hoá (qua Văn phòng)"])
@pytest.mark.parametrize("text", ["Báo cáo sơ kết", "Báo cáo nhanh (nếu có)"])
def test_what_is_printed_for_a_duty_is_read_as_the_duty(text, due, to):
    line = item(text, due, to)

    assert reports_in(below(f"{line};"), None) == [ReportingDuty(text, due, to)]
    assert tasks_in(below(f"{line}."), None) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Các trường gửi báo cáo kết quả về Phòng GD&ĐT trước ngày 20/12/2026.",
            ("báo cáo kết quả về Phòng GD&ĐT trước ngày 20/12/2026", "Phòng GD&ĐT"),
        ),
        (
            "Báo cáo sơ kết (gửi về Phòng GD&ĐT trước ngày 10/01/2027);",
            (
                "Báo cáo sơ kết (gửi về Phòng GD&ĐT trước ngày 10/01/2027)",
                "Phòng GD&ĐT",
            ),
        ),
    ],
)
def test_another_wording_in_the_list_is_read_as_anywhere(line, expected):
    duties = reports_in(below(line), None)

    assert [(duty.text, duty.to) for duty in duties] == [expected]
    assert all(isinstance(duty.due, dt.date) for duty in duties)


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện nghiêm túc chế độ báo cáo.",
        "Báo cáo phải trung thực, đầy đủ.",
        "Báo cáo gồm: kết quả, khó khăn, kiến nghị.",
        "Hình thức: bằng văn bản.",
        "Đoàn trường tổng hợp tin bài.",
    ],
)
def test_how_reports_are_made_is_no_report(line):
    assert reports_in(below(line), None) == []


def test_who_does_something_in_the_list_has_a_task():
    found = tasks_in(below("Giao Tổ Văn phòng tổng hợp, tham mưu báo cáo."), None)

    assert [task.responsible for task in found] == ["Tổ Văn phòng"]


def test_without_that_line_above_a_report_that_is_only_named_is_none():
    blocks = below("Báo cáo nhanh.", lead_in="Các tổ lưu ý:")

    assert reports_in(blocks, None) == []


def test_a_day_that_no_calendar_has_stays_in_words():
    (duty,) = reports_in(below("Báo cáo sơ kết (trước ngày 31/02/2027)."), None)

    assert duty == ReportingDuty("Báo cáo sơ kết", "trước ngày 31/02/2027")
