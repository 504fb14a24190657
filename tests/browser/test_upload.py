"""Plans from files in the browser: several at once, a phone, and what is still open."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.decree30.build import close, plan_with, word_plan

from .barriers import barriers_on
from .conftest import PHONE

pytestmark = pytest.mark.browser


def files(*contents: bytes) -> list[dict]:
    return [
        {"name": f"tep-{number}.txt", "mimeType": "text/plain", "buffer": data}
        for number, data in enumerate(contents, start=1)
    ]


def with_loose_ends() -> dict:
    """A Word file with a note in its margin, a wrong day and a unit that nobody knows."""
    document = word_plan(
        "I. MỤC ĐÍCH",
        "- Giúp cha mẹ học sinh hiểu việc học của con.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Tổ Văn phòng",
        "- Đăng lịch tuần lên trang tin trước thứ Hai, ngày 26/5/2026.",
    )
    document.sections[0].footer.paragraphs[0].text = "Bản này thay bản ngày 01/9"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "le.docx", "mimeType": word, "buffer": close(document)}


def compare(page, file: dict) -> None:
    """Put a file in, as often as it takes, and open its comparison."""
    page.goto("/admin/kehoach/upload/")
    page.set_input_files("input[type=file]", [file])
    page.get_by_role("button", name="Đọc tệp").click()
    again = page.get_by_role("button", name="Tạo thêm một bản nháp từ tệp này")
    link = page.get_by_role("link", name="Đối chiếu với tệp").first
    again.or_(link).first.wait_for()
    if again.is_visible():
        again.click()
    link.click()
    page.wait_for_url("**/file/")


def test_axe_finds_nothing_in_the_comparison(visit):
    with visit("bientap") as page:
        compare(page, with_loose_ends())
        for part in ("Cần kiểm tra", "Chưa hiểu", "Đơn vị và cơ quan"):
            expect(page.get_by_role("heading", name=part)).to_be_visible()
        assert barriers_on(page) == []

        page.set_viewport_size(PHONE)
        page.get_by_role("link", name="Tệp", exact=True).click()
        expect(page.locator(".kh-file")).to_be_visible()
        assert barriers_on(page) == []

        page.get_by_role("link", name="Huỷ lần nhập này").click()
        page.wait_for_url("**/undo/")
        assert barriers_on(page) == []


def test_a_field_shows_its_passage_in_the_file(visit):
    with visit("bientap", screen=PHONE) as page:
        compare(page, with_loose_ends())

        page.locator("#kh-row-tasks-1 .kh-compare__links a").first.click()

        expect(page.locator(".kh-file :target")).to_contain_text("Đăng lịch tuần")
        expect(page.locator(".kh-file :target")).to_be_in_viewport()
        expect(page.locator("#kh-row-tasks-1")).to_be_hidden()

        page.locator(".kh-file :target .kh-file__from").first.click()

        expect(page.locator("#kh-row-tasks-1")).to_be_in_viewport()
        expect(page.locator(".kh-file")).to_be_hidden()


def test_file_and_draft_take_turns_on_a_phone(visit):
    with visit("bientap", screen=PHONE) as page:
        compare(page, with_loose_ends())
        expect(page.get_by_role("heading", name="Chưa hiểu")).to_be_visible()
        expect(page.locator(".kh-file")).to_be_hidden()

        switch = page.locator(".kh-compare__switch")
        switch.get_by_role("link", name="Tệp").click()
        expect(page.locator("#kh-file")).to_be_in_viewport()
        expect(page.get_by_role("heading", name="Chưa hiểu")).to_be_hidden()

        switch.get_by_role("link", name="Bản nháp").click()
        expect(page.get_by_role("heading", name="Cần kiểm tra")).to_be_in_viewport()


def test_file_and_draft_stand_side_by_side_on_a_desktop(visit):
    with visit("bientap") as page:
        compare(page, with_loose_ends())

        expect(page.locator(".kh-file")).to_be_in_viewport()
        expect(page.get_by_role("heading", name="Cần kiểm tra")).to_be_in_viewport()
        expect(page.locator(".kh-compare__switch")).to_be_hidden()


def test_a_refusal_is_read_where_the_button_was_pressed(visit):
    with visit("bientap", screen=PHONE) as page:
        compare(page, with_loose_ends())
        page.select_option("#kh-target", "basis")

        page.get_by_role("button", name="Đưa vào bản nháp").click()

        expect(page.locator(".kh-told")).to_have_text("Hãy đánh dấu ít nhất một dòng.")
        expect(page.locator(".kh-told")).to_be_in_viewport()


def test_a_file_may_be_dropped(visit):
    with visit("bientap") as page:
        page.goto("/admin/kehoach/upload/")
        page.evaluate(
            """() => {
                const carried = new DataTransfer();
                carried.items.add(new File(["Tin"], "tha.txt", { type: "text/plain" }));
                const form = document.querySelector("[data-kh-upload]");
                form.dispatchEvent(new DragEvent("drop", {
                    dataTransfer: carried, bubbles: true, cancelable: true,
                }));
            }"""
        )
        page.get_by_role("button", name="Đọc tệp").click()

        refused = page.locator("[data-field-errors]").first
        expect(refused).to_contain_text("Tệp này trống")


def test_one_bad_file_does_not_stop_the_others(visit):
    with visit("bientap") as page:
        page.goto("/admin/kehoach/upload/")
        page.set_input_files(
            "input[type=file]",
            files(
                plan_with("Số: 12/", "Số: 71/"),
                b"Tin ngan",
                plan_with("Số: 12/", "Số: 72/"),
            ),
        )
        page.get_by_role("button", name="Đọc tệp").click()

        lines = page.locator(".kh-upload__results > li")
        expect(lines).to_have_count(3)
        expect(lines.nth(2)).to_contain_text("Đã tạo bản nháp:")
        expect(lines.nth(0)).to_contain_text("Đã tạo bản nháp:")
        expect(lines.nth(1)).to_have_class("kh-upload__failed")
        expect(page.get_by_text("Đã xử lý: 3/3")).to_be_visible()
        lines.nth(2).get_by_role("link", name="Đối chiếu với tệp").click()
        expect(page).to_have_title(re.compile("Đối chiếu với tệp"))


def test_more_than_fifty_files_at_once_are_too_many(visit):
    with visit("bientap") as page:
        page.goto("/admin/kehoach/upload/")
        page.set_input_files("input[type=file]", files(*[plan_with()] * 51))
        page.get_by_role("button", name="Đọc tệp").click()

        expect(page.get_by_role("alert")).to_contain_text("Mỗi lần nhiều nhất 50 tệp")
        expect(page.locator(".kh-upload__results > li")).to_have_count(0)


def test_a_suggestion_is_used_on_a_phone(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto("/admin/kehoach/upload/")
        wrong = plan_with("trước ngày 25/5/2026", "trước thứ Hai, ngày 26/5/2026")
        page.set_input_files("input[type=file]", files(wrong))
        page.get_by_role("button", name="Đọc tệp").click()
        page.wait_for_url("**/edit/")
        page.get_by_role("link", name="Đối chiếu với tệp").first.click()

        page.get_by_role("button", name="Dùng đề xuất").click()

        told = page.locator(".kh-told")
        expect(told).to_contain_text("Đã đưa đề xuất vào bản nháp")
        expect(told).to_be_in_viewport()
        expect(page.get_by_role("button", name="Dùng đề xuất")).to_have_count(0)
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width == 0


HOLD = """
import os, sys
from contextlib import ExitStack
from wagtail_kehoach.uploads.turns import a_turn
places = max((os.cpu_count() or 1) // 2, 1)
with ExitStack() as held:
    for _ in range(places):
        held.enter_context(a_turn(places, patience=30))
    print("in", flush=True)
    sys.stdin.read()
"""


def test_a_file_waits_for_its_turn_and_says_so(visit, portal):
    others = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=portal.env,
    )
    try:
        assert others.stdout.readline() == b"in\n"
        with visit("bientap") as page:
            page.goto("/admin/kehoach/upload/")
            page.set_input_files("input[type=file]", files(plan_with(), plan_with()))
            page.get_by_role("button", name="Đọc tệp").click()
            first = page.locator(".kh-upload__results > li").first
            expect(first).to_contain_text("đang chờ đến lượt")

            others.communicate()

            expect(first).to_have_class(re.compile("kh-upload__(done|failed)"))
            expect(first).not_to_contain_text("đang chờ đến lượt")
    finally:
        others.communicate()
