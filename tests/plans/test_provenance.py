"""The editor sees beside the draft where in the file each field was read."""

import pytest
from django.urls import reverse

from tests.decree30.build import PLAN, close, plan_with, word_plan
from wagtail_kehoach.pages.models import PlanIndexPage
from wagtail_kehoach.plans.imports import make_draft, read_file, reading_json
from wagtail_kehoach.plans.provenance import place_words, rows_of


def rows(name="a.txt", data=None):
    """The rows of a file, by their labels."""
    reading = reading_json(read_file(name, data or plan_with()))
    return {row.label: row for row in rows_of(reading)}


def test_a_row_says_what_was_read_where_and_how_sure():
    found = rows()

    number = found["Số"]
    assert (number.value, number.text) == ("12/KH-THHB", "Số: 12/KH-THHB")
    assert number.place == f"dòng {PLAN.splitlines().index('Số: 12/KH-THHB') + 1}"
    assert (number.level, number.percent) == ("sure", 98)
    assert found["Người ký"].value == "HIỆU TRƯỞNG, Lò Thị Mai"
    assert found["Nơi nhận"].value == "UBND xã (để b/c); Lưu: VT"


def test_every_task_has_a_row_of_its_own():
    found = rows()

    assert found["Nhiệm vụ 1"].value == "Duyệt nội dung trước khi đăng"
    assert found["Nhiệm vụ 2"].text.startswith("- Đăng lịch tuần")
    assert {found[f"Nhiệm vụ {n}"].level for n in (1, 2)} == {"likely"}


def test_a_cell_of_a_table_is_named():
    found = rows("a.docx", close(word_plan("I. NỘI DUNG")))

    assert found["Số"].place == "bảng 1, hàng 1, ô 1"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"text": "x", "paragraph": 3}, "đoạn 3"),
        ({"text": "x", "page": 2, "line": 5}, "trang 2, dòng 5"),
        ({"text": "x", "line": 5}, "dòng 5"),
        ({"text": "x"}, ""),
    ],
)
def test_places_in_words(place, words):
    assert place_words(place) == words


def test_a_reading_of_before_has_no_rows():
    reading = reading_json(read_file("a.txt", plan_with()))
    del reading["source"]
    for name in ("bases", "tasks", "reporting"):
        for item in reading[name]:
            del item["source"]

    assert rows_of(reading) == []


def test_the_form_of_the_draft_shows_the_rows(client, site, editor):
    reading = read_file("a.txt", plan_with("Đăng lịch tuần", "Đăng <b>lịch</b> tuần"))
    plan = make_draft(reading, parent=PlanIndexPage.objects.get(), user=editor)
    client.force_login(editor)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    page = form.content.decode()
    assert "Đọc được gì, ở đâu" in page
    assert "Đăng &lt;b&gt;lịch&lt;/b&gt; tuần" in page
    assert "<b>lịch</b>" not in page
