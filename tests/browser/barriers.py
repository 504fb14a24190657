"""Barriers that axe finds, and what makes a phone scroll sideways."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

from .conftest import DESKTOP, PHONE
from .pictures import STILL

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
#: Of Wagtail's own, the editor of rich text has no name, the button of the contents at the
#: side is too small, and their list scrolls but takes no focus.
WAGTAILS = [[".Draftail-Editor"], ["#w-minimap-toggle"], [".w-minimap__list"]]
MAIN = {"include": [["main"]], "exclude": WAGTAILS}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def assert_is_accessible(page) -> None:
    """A public page as it stands on a phone."""
    page.wait_for_load_state("networkidle")
    results = Axe().run(page, options=RULES)
    assert results.response["violations"] == [], results.generate_report()
    assert_fits(page)


def assert_main_is_accessible(page) -> None:
    """A screen of the admin, without what Wagtail puts around it."""
    page.wait_for_load_state("networkidle")
    results = Axe().run(page, context="main", options=RULES)
    assert results.response["violations"] == [], results.generate_report()


def assert_fits(page) -> None:
    """Nothing makes the phone scroll sideways."""
    assert page.evaluate(TOO_WIDE) <= 0


def barriers_on(page, context: dict | str = MAIN) -> list[str]:
    """What axe finds in a part of the screen on a phone and on a desktop, loaded once."""
    found = []
    # What is fading in has the contrast of nothing yet.
    page.add_style_tag(content=STILL)
    for screen in (PHONE, DESKTOP):
        page.set_viewport_size(screen)
        results = Axe().run(page, context=context, options=RULES)
        if results.response["violations"]:
            found.append(results.generate_report())
    return found
