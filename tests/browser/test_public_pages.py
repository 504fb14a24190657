"""What the public gets: no barrier that axe can see, light, readable on a phone."""

from __future__ import annotations

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "plans": "/ke-hoach/",
    "plan": "/ke-hoach/ke-hoach-truyen-thong-2026-2027/",
    "stories": "/guong-dien-hinh/",
    "honour roll": "/bang-vang/",
    "story": "/guong-dien-hinh/co-lan-va-nhung-la-thu-tay/",
    "foreign": "/thong-tin-doi-ngoai/",
    "foreign item": "/thong-tin-doi-ngoai/nhip-cau-huu-nghi-viet-lao/",
    "spokespersons": "/nguoi-phat-ngon/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What stands around every page and is not printed with ours.
FURNITURE = (".site-header", ".menu", ".site-footer", ".skip")


def _sent(answer):
    """The body as a web server sends it: texts compressed, fonts as they are."""
    body = answer.body()
    return body if answer.request.resource_type == "font" else gzip.compress(body)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier_is_light_and_prints_alone(visit, portal, name):
    answers = []
    with visit(screen=PHONE) as page:
        page.on("response", lambda response: answers.append(response))
        assert page.goto(PAGES[name]).status == 200
        for screen in (PHONE, DESKTOP):
            page.set_viewport_size(screen)
            page.wait_for_load_state("networkidle")
            found = Axe().run(page, options={"runOnly": RULES})
            assert found.response["violations"] == [], found.generate_report()
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= screen["width"]
        weight = {
            answer.url: len(_sent(answer))
            for answer in answers
            if answer.request.resource_type != "image"
        }
        page.emulate_media(media="print")
        printed = [part for part in FURNITURE if page.locator(part).first.is_visible()]
        assert page.locator("h1").first.is_visible()

    assert sum(weight.values()) < 100_000, weight
    strangers = [a.url for a in answers if not a.url.startswith((portal.url, "data:"))]
    assert strangers == []
    assert printed == [] or name == "home"


def test_filters_work_without_javascript(chromium, portal):
    context = chromium.new_context(java_script_enabled=False, base_url=portal.url)
    page = context.new_page()
    page.goto("/thong-tin-doi-ngoai/")
    link = page.locator('a[href*="nuoc=LA"]').first
    assert link.text_content() == "Lào"
    page.goto("/thong-tin-doi-ngoai/" + link.get_attribute("href"))

    assert "nuoc=LA" in page.url
    assert page.get_by_text("Nhịp cầu hữu nghị").count()
    assert page.get_by_text("đồng nghiệp Úc").count() == 0
    context.close()


def test_the_menu_of_a_phone_opens_below_its_button(visit):
    with visit(screen=PHONE) as page:
        page.goto("/")
        button = page.locator(".menu-phone summary")
        before = button.bounding_box()

        button.click()

        assert button.bounding_box() == before
        page.locator(".menu-phone").get_by_text("Người phát ngôn").click()
        page.wait_for_url("**/nguoi-phat-ngon/")


def test_a_form_that_is_refused_is_told_in_plain_vietnamese(visit):
    with visit(screen=PHONE) as page:
        answer = page.request.post("/admin/login/")
        assert answer.status == 403
        page.set_content(answer.text())

        assert page.locator("h1").inner_text() == "Chưa gửi được"
        assert "CSRF" not in page.locator("main").inner_text()
