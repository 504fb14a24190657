"""A mother and her child answer the school on a phone, and later change their minds."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE
from .test_admin_screens import RULES

pytestmark = pytest.mark.browser


def test_a_question_is_asked_answered_and_withdrawn(visit, portal):
    with visit("vanthu", screen=PHONE) as page:
        link = ask_about(page, "Nguyễn Hoàng Minh")

    with visit(screen=PHONE) as page:
        page.goto(link)
        assert_is_accessible(page)
        send = page.get_by_role("button", name="Gửi câu trả lời")
        send.click()
        # The browser itself shows the first question that is open.
        expect(page.locator("input:invalid").first).to_be_focused()

        mother = page.get_by_role("region", name="Phần trả lời của người đại diện")
        child = page.get_by_role("region", name="Phần em trả lời")
        for part in (mother, child):
            group = part.get_by_role("group", name="Trên trang web của trường")
            group.get_by_text("Đồng ý", exact=True).click()
        facebook = "Trên trang mạng xã hội"
        mother.get_by_role("group", name=facebook).get_by_label(
            "Đồng ý", exact=True
        ).check()
        child.get_by_role("group", name=facebook).get_by_label("Không đồng ý").check()
        send.click()

        expect(page.get_by_role("status")).to_contain_text("đã nhận câu trả lời")
        assert_is_accessible(page)

        page.get_by_role("link", name="Rút lại sự đồng ý").click()
        assert_is_accessible(page)
        page.get_by_role("button", name="Rút lại sự đồng ý").click()
        expect(page.get_by_role("status")).to_contain_text("đã được rút lại")

    assert "Biên nhận câu trả lời về Nguyễn Hoàng Minh" in portal.mails()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_the_keeper_s_screens(visit, screen):
    with visit("vanthu", screen=screen) as page:
        ask_about(page, "Trần Bảo An")
        assert_main_is_accessible(page)
        page.goto("/admin/kehoach_consent_requests/")
        assert_main_is_accessible(page)


def ask_about(page, name: str) -> str:
    """Ask about somebody in the registry; the address of the link that is shown."""
    page.goto("/admin/snippets/wagtail_kehoach/person/")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("link", name="Hỏi ý kiến bằng liên kết").click()
    page.get_by_label("Cổng thông tin của trường").check()
    page.get_by_label("Mạng xã hội").check()
    page.locator("form[data-edit-form], main form").last.evaluate(
        "form => form.requestSubmit()"
    )
    page.get_by_role("button", name="Tạo liên kết để sao chép").click()
    link = page.get_by_label("Liên kết", exact=True).input_value()
    return re.search(r"/dong-y/[\w-]{43}/$", link)[0]


def assert_is_accessible(page) -> None:
    results = Axe().run(page, options=RULES)
    assert results.response["violations"] == [], results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def assert_main_is_accessible(page) -> None:
    page.wait_for_load_state("networkidle")
    results = Axe().run(page, context="main", options=RULES)
    assert results.response["violations"] == [], results.generate_report()


def test_an_editor_finds_a_pupil_by_typing_a_name(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto("/admin/kehoach_picture_bases/new/")
        assert "Nguyễn Hoàng Minh" not in page.content()
        page.get_by_label("Tìm theo tên").fill("hoang minh")
        page.get_by_role("button", name="Nguyễn Hoàng Minh (khối 8)").click()

        expect(page.get_by_label("Nguyễn Hoàng Minh (khối 8)")).to_be_checked()
        assert_main_is_accessible(page)
