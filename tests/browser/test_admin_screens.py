"""Our longest screens in the admin; test_every_screen walks through the others."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .barriers import barriers_on
from .conftest import PHONE

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_in_the_review(visit):
    with visit("hieutruong") as page:
        page.goto("/admin/kehoach/approval/")
        page.locator(".kh-queue a").first.click()
        page.wait_for_load_state("networkidle")

        assert barriers_on(page, ".kh-review__decision") == []


@pytest.mark.parametrize("listing", ["kehoach_plans", "kehoach_foreign_info"])
def test_axe_finds_nothing_in_our_forms(visit, listing):
    with visit("bientap") as page:
        page.goto(f"/admin/{listing}/")
        page.goto(page.locator("table a[href*='/edit/']").last.get_attribute("href"))
        page.wait_for_load_state("networkidle")

        assert barriers_on(page) == []


def test_a_country_is_found_by_typing_without_accents(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto("/admin/kehoach_foreign_info/")
        page.goto(page.locator("table a[href*='/edit/']").last.get_attribute("href"))
        find = page.get_by_label("Tìm nước")
        korea, america, other = (
            page.get_by_role("checkbox", name=name, exact=True, include_hidden=True)
            for name in ("Hàn Quốc", "Hoa Kỳ", "Afghanistan")
        )

        find.fill("han quoc")
        expect(korea).to_be_visible()
        expect(other).to_be_hidden()

        korea.check()
        find.fill("my")
        expect(america).to_be_visible()
        expect(korea).to_be_visible()


def test_a_day_that_there_is_not_stays_as_it_was_typed(visit):
    with visit("bientap") as page:
        page.goto("/admin/kehoach_campaigns/new/", wait_until="networkidle")
        day = page.locator("#id_deadline")
        day.click()
        day.press_sequentially("31/02/2027")
        page.keyboard.press("Tab")
        expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
        expect(day).to_have_value("31/02/2027")

        page.get_by_role("button", name="Tạo").click()

        expect(page.get_by_text("Hãy nhập ngày hợp lệ.").first).to_be_visible()
        day.click()
        page.locator(".xdsoft_datetimepicker:visible [data-date='10']").first.click()
        expect(day).not_to_have_value("31/02/2027")
