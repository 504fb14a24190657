"""Plans of a lesson and of one person are no plans of the school."""

import pytest

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.plans.imports import why_not_plan

from .build import plan_with

BODY = "\nI. MỤC TIÊU\n1. Hiểu truyện.\nII. THIẾT BỊ\n- Máy chiếu.\nIII. TIẾN TRÌNH\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("KẾ HOẠCH BÀI DẠY", "kế hoạch bài dạy"),
        ("KẾ HOẠCH BÀI HỌC", "kế hoạch bài dạy"),
        ("KẾ HOẠCH\nBài dạy môn Ngữ văn 6", "kế hoạch bài dạy"),
        ("KẾ HOẠCH CÁ NHÂN", "kế hoạch cá nhân"),
        ("KẾ HOẠCH GIÁO DỤC CÁ NHÂN", "kế hoạch cá nhân"),
        ("KẾ HOẠCH\nCá nhân năm học 2026-2027", "kế hoạch cá nhân"),
    ],
)
def test_they_are_refused_as_what_they_are(title, kind):
    reading = read("a.txt", f"{title}{BODY}".encode())

    assert not reading.is_plan
    assert reading.document.tasks == []
    assert kind in str(why_not_plan(reading))


@pytest.mark.parametrize(
    "title", ["KẾ HOẠCH\nCá nhân hoá học tập", "KẾ HOẠCH\nBài học kinh nghiệm"]
)
def test_what_only_begins_as_they_do_is_a_plan(title):
    assert read("a.txt", f"{title}{BODY}".encode()).is_plan


def test_a_plan_of_the_school_stays_one():
    assert read("a.txt", plan_with()).is_plan
