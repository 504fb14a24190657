"""Plans from files in the browser: several at once, a phone, and what is still open."""

import re

import pytest
from playwright.sync_api import expect

from tests.decree30.build import plan_with

from .conftest import PHONE

pytestmark = pytest.mark.browser


def files(*contents: bytes) -> list[dict]:
    return [
        {"name": f"tep-{number}.txt", "mimeType": "text/plain", "buffer": data}
        for number, data in enumerate(contents, start=1)
    ]


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
        lines.nth(2).get_by_role("link", name="Đối chiếu với tệp").click()
        expect(page).to_have_title(re.compile("Đối chiếu với tệp"))


def test_fifty_files_at_once_are_too_many(visit):
    with visit("bientap") as page:
        page.goto("/admin/kehoach/upload/")
        page.set_input_files("input[type=file]", files(*[plan_with()] * 50))
        page.get_by_role("button", name="Đọc tệp").click()

        expect(page.get_by_role("alert")).to_contain_text("Mỗi lần nhiều nhất 20 tệp")
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

        expect(page.get_by_text("Đã đưa đề xuất vào bản nháp")).to_be_visible()
        expect(page.get_by_role("button", name="Dùng đề xuất")).to_have_count(0)
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width == 0
