"""Our own screens in the admin, as axe sees them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("user", "address"),
    [("bientap", "/admin/kehoach/upload/"), ("hieutruong", "/admin/kehoach/approval/")],
)
def test_axe_finds_nothing_in_our_screens(visit, user, address, screen):
    with visit(user, screen=screen) as page:
        page.goto(address)
        results = Axe().run(page, context="main", options=RULES)

    assert results.response["violations"] == [], results.generate_report()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_the_review(visit, screen):
    with visit("hieutruong", screen=screen) as page:
        page.goto("/admin/kehoach/approval/")
        page.locator(".kh-queue a").first.click()
        page.wait_for_load_state("networkidle")
        results = Axe().run(page, context=".kh-review__decision", options=RULES)

    assert results.response["violations"] == [], results.generate_report()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("listing", ["kehoach_plans", "kehoach_foreign_info"])
def test_axe_finds_nothing_in_our_forms(visit, listing, screen):
    with visit("bientap", screen=screen) as page:
        page.goto(f"/admin/{listing}/")
        page.goto(page.locator("table a[href*='/edit/']").last.get_attribute("href"))
        page.wait_for_load_state("networkidle")
        # Wagtail's editor of rich text has no name of its own.
        form = {
            "include": [["form[data-edit-form]"]],
            "exclude": [[".Draftail-Editor"]],
        }
        results = Axe().run(page, context=form, options=RULES)

    assert results.response["violations"] == [], results.generate_report()


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
