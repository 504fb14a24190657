"""The principal approves from the e-mail, on a phone, without signing in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .barriers import assert_is_accessible
from .conftest import PHONE
from .test_plan_journey import submit_plan

pytestmark = pytest.mark.browser


def test_the_principal_approves_by_the_link_of_the_e_mail(visit, portal):
    title = "Truyền thông về phòng, chống đuối nước năm học 2026-2027"
    with visit("bientap") as page:
        submit_plan(page, title)

    with visit(screen=PHONE) as page:
        page.goto(link_to(portal, title))
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        approve = page.get_by_role("button", name="Duyệt và đăng")
        expect(approve).to_be_in_viewport(ratio=1)
        assert_is_accessible(page)

        page.get_by_role("button", name="Trả lại kèm ý kiến").click()
        expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
        assert_nothing_is_covered(page)

        approve.click()
        expect(page.get_by_role("status")).to_contain_text("đã duyệt")
        assert_is_accessible(page)

        page.get_by_role("link", name="Xem nội dung đã đăng").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("đuối nước")


def link_to(portal, title: str) -> str:
    """The last link about ``title`` that was sent."""
    about = portal.mails().rpartition(f"Chờ duyệt: {title}")[2]
    return re.search(r"/duyet/[\w-]{43}/", about)[0]


def assert_nothing_is_covered(page) -> None:
    """At the end of the page, the form stands below the text and not on it."""
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    text = page.locator("iframe").bounding_box()
    form = page.locator("form").bounding_box()
    assert text["y"] + text["height"] <= form["y"]
