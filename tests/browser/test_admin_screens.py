"""Our own screens in the admin, as axe sees them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

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
