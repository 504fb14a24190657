"""Sentences that only say who reports to whom until when: reports, not tasks as well."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import plan_with

LAST = "Trên đây là kế hoạch của nhà trường./."
HEADING = "3. Chế độ báo cáo"
OLD = "- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026."


def read_with(old, new):
    plan = read("a.txt", plan_with(old, new)).document
    return [(t.text, t.responsible) for t in plan.tasks], [
        (duty.text, duty.due) for duty in plan.reporting
    ]


def at_the_end(sentence):
    """Read a plan that ends, below what its last unit does, with a sentence."""
    old = f"{HEADING}\n\n{OLD}\n\n{LAST}"
    work = "Tổ chức cuộc thi viết về quê hương."
    return read_with(old, f"3. Chi đoàn giáo viên\n\n{work}\n\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Các tổ chuyên môn nộp báo cáo về Phó Hiệu trưởng trước ngày 25/12/2025.",
        "Các chi đội nộp báo cáo kết quả cho Tổng phụ trách Đội trước ngày 25/12/2025./.",
        "Chi ủy tổng hợp, báo cáo Đảng ủy xã kết quả thực hiện trước ngày 25/12/2025.",
        "Trước ngày 25/12/2025, các tổ nộp báo cáo về Văn phòng.",
        "Tổ Văn phòng có trách nhiệm lập báo cáo gửi Ban Giám hiệu trước ngày 25/12/2025.",
    ],
)
def test_who_reports_to_whom_by_when_is_a_report_and_no_task(sentence):
    tasks, reports = at_the_end(sentence)

    assert not [text for text, _who in tasks if "báo cáo" in text]
    assert [due for _text, due in reports] == [dt.date(2025, 12, 25)]


def test_which_report_may_be_named_before_who_owes_it():
    line = (
        "- Báo cáo tháng: Tổ Văn phòng gửi về Ban Giám hiệu trước ngày 28 hằng tháng."
    )

    tasks, reports = read_with(OLD, line)

    assert not [text for text, _who in tasks if "áo cáo" in text]
    assert [due for _text, due in reports] == ["trước ngày 28 hằng tháng"]


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        # No report is read of either: it says no time, or that of something else.
        (
            "Tổ Văn phòng có trách nhiệm nộp báo cáo đúng mẫu.",
            "có trách nhiệm nộp báo cáo",
        ),
        (
            "Các tổ nộp báo cáo về Ban Giám hiệu trước ngày 25/12/2025 và tổ chức rút kinh "
            "nghiệm.",
            "rút kinh nghiệm",
        ),
    ],
)
def test_what_is_more_than_a_report_or_is_read_as_none_stays_a_task(sentence, work):
    tasks, _reports = at_the_end(sentence)

    assert [text for text, _who in tasks if work in text]


def test_a_report_in_the_list_of_what_a_unit_does_is_its_work_too():
    item = "- Tổng hợp, gửi báo cáo kết quả về UBND xã trước ngày 25/12/2025."
    old = "- Đăng lịch tuần lên trang tin trước ngày 15/9."

    tasks, _reports = read_with(old, item)

    assert (item[2:-1], "Tổ Văn phòng") in tasks


@pytest.mark.parametrize("when", ["Định kỳ hằng tháng", "Cuối mỗi tuần", "Sau mỗi lớp"])
def test_a_rhythm_before_who_reports_is_when_the_report_is_owed(when):
    sentence = f"{when}, các tổ báo cáo kết quả về Ban Giám hiệu"

    tasks, [(text, due)] = at_the_end(f"{sentence}.")

    assert not [said for said, _who in tasks if "báo cáo" in said]
    assert text == sentence
    assert due in when
