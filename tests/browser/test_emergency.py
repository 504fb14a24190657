"""An emergency on the phone: named, published while it waits, confirmed by the principal."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .barriers import assert_is_accessible
from .conftest import PHONE
from .test_plan_journey import submit_plan

pytestmark = pytest.mark.browser

TITLE = "Truyền thông ứng phó bão số 9 năm học 2026-2027"


def test_an_emergency_from_the_form_to_its_confirmation(visit, portal):
    with visit("bientap") as page:
        submit_plan(page, TITLE)
    with visit("quantri") as page:
        name_for_emergencies(page, "bientap")
    with visit("hieutruong") as page:
        page.goto("/admin/kehoach/approval/")
        page.get_by_role("link", name=TITLE).click()
        form = page.get_by_role("link", name="Mở màn hình soạn thảo")
        edit = form.get_attribute("href")

    with visit("bientap", screen=PHONE) as page:
        page.goto(edit)
        page.locator("footer [data-w-dropdown-target=toggle]").last.click()
        page.get_by_role("link", name="Đăng khẩn cấp").click()
        page.wait_for_load_state("networkidle")
        assert_is_accessible(page)
        page.get_by_label("Vì sao không thể chờ duyệt").fill("Bão đổ bộ đêm nay.")
        for check in page.get_by_role("checkbox").all():
            check.check()
        page.get_by_role("button", name="Đăng khẩn cấp").click()
        expect(page.get_by_text("Ban Giám hiệu được báo ngay")).to_be_visible()

    assert f"Đăng khẩn cấp: {TITLE}" in portal.mails()
    with visit("hieutruong", screen=PHONE) as page:
        page.goto("/admin/")
        emergency = page.locator("a[href*='/emergency/']", has_text=TITLE)
        emergency.click()
        page.wait_for_load_state("networkidle")
        confirm = page.get_by_role("button", name="Xác nhận")
        expect(confirm).to_be_in_viewport(ratio=1)
        assert_is_accessible(page)
        confirm.click()
        expect(page.get_by_text(f"Đã xác nhận “{TITLE}”.")).to_be_visible()
        page.goto("/admin/")
        expect(emergency).to_have_count(0)


def name_for_emergencies(page, username: str) -> None:
    page.goto("/admin/kehoach_signing_authorities/new/")
    people = page.locator("select[name=user]")
    option = people.locator("option", has_text=re.compile("Quân|" + username))
    people.select_option(option.first.get_attribute("value"))
    page.locator("select[name=capacity]").select_option("emergency")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(lambda url: not url.endswith("/new/"))
