"""Two people in one form, with Wagtail's own script at work in both browsers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def save(page) -> None:
    page.locator("footer button.action-save").first.click()
    page.wait_for_load_state("networkidle")


def open_story(page) -> None:
    page.goto("/admin/kehoach_stories/")
    page.get_by_role("link", name="Em Khang trả lại").first.click()
    page.wait_for_url("**/edit/")
    page.wait_for_load_state("networkidle")


def test_the_second_editor_decides_and_nothing_decides_for_him(visit):
    with visit("bientap") as first, visit("quantri") as second:
        open_story(first)
        open_story(second)
        first.fill("#id_lead", "Câu của người thứ nhất.")
        save(first)

        # Before Wagtail's script asks the server again whether anybody saved.
        second.fill("#id_lead", "Câu của người thứ hai.")
        save(second)

        told = second.locator(".help-warning", has_text="đã lưu một bản mới hơn")
        expect(told).to_be_visible()
        expect(second.locator("#id_lead")).to_have_value("Câu của người thứ hai.")
        second.wait_for_timeout(3_000)  # Longer than Wagtail's background save waits.
        first.reload()
        expect(first.locator("#id_lead")).to_have_value("Câu của người thứ nhất.")
        save(second)
        expect(told).to_have_count(0)
        first.reload()
        expect(first.locator("#id_lead")).to_have_value("Câu của người thứ hai.")


def test_background_saves_and_the_button_of_one_window_agree(visit):
    with visit("bientap") as page:
        open_story(page)
        for words in ("Một.", "Một, hai.", "Một, hai, ba."):
            page.fill("#id_lead", words)
            page.wait_for_timeout(2_500)
        page.fill("#id_lead", "Cuối cùng.")
        save(page)

        expect(page.locator("#id_lead")).to_have_value("Cuối cùng.")
        expect(page.get_by_text("bản mới hơn")).to_have_count(0)
