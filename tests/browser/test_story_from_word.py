"""A story that a teacher wrote in Word, on a phone: the file, the photos, words, submission."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.manuscripts.build import TITLE, WORD, story

from .conftest import PHONE
from .test_plan_journey import choose
from .verifying import refuse_and_verify, submit

pytestmark = pytest.mark.browser
ADDRESS = "/admin/kehoach/stories/upload/"


def put_in(page, data: bytes, name: str = "bai-co-lan.docx") -> None:
    page.set_input_files(
        "input[type=file]", [{"name": name, "mimeType": WORD, "buffer": data}]
    )
    page.get_by_role("button", name="Đọc tệp").click()


def test_a_story_from_word_is_completed_and_submitted_on_a_phone(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto(ADDRESS)
        page.get_by_label("Đợt viết bài").select_option(index=1)
        put_in(page, story().file())
        page.wait_for_url("**/edit/")

        told = page.get_by_text("Đã tạo bản nháp từ “bai-co-lan.docx”")
        expect(told).to_contain_text("Còn 1 ảnh chưa có mô tả.")
        expect(page.locator("[data-kh-length] p").first).to_have_text(
            "71/2500 chữ · 2/5 ảnh"
        )
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
        page.get_by_role("link", name="Ảnh 2 trong bài").click()
        field = page.locator("#body-4-value-image-alt_text")
        expect(field).to_be_focused()
        field.fill("Bà Tư đọc chữ trên bảng")
        page.get_by_role("textbox", name="Nhân vật").fill("Cô Nguyễn Thị Lan")
        choose(page, "Lưu bản nháp")
        page.wait_for_load_state("networkidle")
        draft = page.url
    refuse_and_verify(visit, draft)
    with visit("bientap", screen=PHONE) as page:
        submit(page, draft)
        page.wait_for_url(lambda url: not url.endswith("/edit/"))

    with visit("hieutruong", screen=PHONE) as principal:
        principal.goto("/admin/")
        expect(principal.get_by_role("link", name=TITLE).first).to_be_visible()


def test_a_file_that_is_none_is_refused_at_its_field(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto(ADDRESS)
        put_in(page, b"MZ\x90\x00" * 99, "bai.docx")

        expect(page.get_by_text("Bài được tạo từ tệp Word (.docx)")).to_be_visible()
