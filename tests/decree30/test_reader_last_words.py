"""What the last sentences and the introduction of a plan say, each for itself."""

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.reporting import reports_in
from wagtail_kehoach.decree30.reader.tasks import tasks_in

from .build import PLAN

YEAR = Period("nam_hoc", 2026, 2027, "năm học 2026-2027")
SHARED = Heading("III", "TỔ CHỨC THỰC HIỆN", 1)
LAST = (
    "Các chủ điểm học kỳ II sẽ có kế hoạch riêng. Giao Tổng phụ trách Đội theo dõi và "
    "báo cáo Hiệu trưởng kết quả thực hiện vào ngày 28 hằng tháng./."
)


def test_the_last_sentence_of_a_plan_may_give_work():
    [task] = tasks_in([SHARED, Paragraph(LAST)], YEAR)

    assert task.responsible == "Tổng phụ trách Đội"
    assert task.text.startswith("Giao Tổng phụ trách Đội theo dõi")


def test_a_report_is_what_its_own_sentence_says():
    [duty] = reports_in([SHARED, Paragraph(LAST)], YEAR)

    assert duty.text.startswith("Giao Tổng phụ trách Đội")
    assert (duty.due, duty.to) == ("vào ngày 28 hằng tháng", "Hiệu trưởng")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Định kỳ trước ngày 30/5 hằng năm, các tổ báo cáo kết quả về Hội đồng Thi đua.",
         "trước ngày 30/5 hằng năm"),
        ("Nhắc nhở các lớp. Chậm nhất ngày 25 hằng tháng, GVCN báo cáo kết quả về Đội.",
         "ngày 25 hằng tháng"),
    ],
)  # fmt: skip
def test_the_time_of_a_report_may_stand_before_it(text, due):
    [duty] = reports_in([SHARED, Paragraph(text)], YEAR)

    assert due in duty.due


@pytest.mark.parametrize("said", ["Nay trường", "Nay, Trường", "Nay Trường"])
def test_who_speaks_may_begin_with_now(said):
    start = PLAN.index("KẾ HOẠCH")
    text = PLAN[start:].replace(
        "Trường Tiểu học Hoa Ban xây dựng kế hoạch",
        f"{said} Tiểu học Hoa Ban lập kế hoạch",
    )

    found = read("a.txt", text.encode())
    assert found.document.issuer == "Trường Tiểu học Hoa Ban"
    assert "issuer-inferred" in {warning.code for warning in found.warnings}
