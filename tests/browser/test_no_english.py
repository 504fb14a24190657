"""Every screen that a school's people can reach by its links is in Vietnamese."""

from __future__ import annotations

import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Error

from .english import english_in, english_on

pytestmark = pytest.mark.browser

#: Addresses that are no screens, end the session, or belong to the browser.
NO_SCREEN = re.compile(
    r"logout|/download|register/\d+/file|/file/(?:pdf|docx)/|/serve|/export|/jsi18n|\.\w+$|userbar"
)
MOST = 120
#: Wagtail writes Python's None where nobody published: the index pages of set-up.
KNOWN = {"/admin/reports/aging-pages/": ["none"]}


def screens(page, start: str = "/admin/"):
    """Open every screen that links lead to, one of each kind; the path of each."""
    waiting, seen = [start], {_kind(start)}
    while waiting:
        path = waiting.pop(0)
        try:
            answer = page.goto(path)
        except Error as error:
            if "Download is starting" in str(error):
                continue  # A file is no screen.
            raise
        if answer.status != 200 or "text/html" not in answer.headers["content-type"]:
            continue
        if path == start:
            # The side bar is drawn by a script; it is the same on every other screen.
            page.wait_for_load_state("networkidle")
        yield path
        for target in _links(page):
            if _kind(target) not in seen:
                seen.add(_kind(target))
                waiting.append(target)


def _links(page) -> list[str]:
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
    here = urlparse(page.url).netloc
    paths = [urlparse(link) for link in links]
    return [
        parts.path
        for parts in paths
        if parts.netloc == here
        and parts.path.startswith("/admin/")
        and not NO_SCREEN.search(parts.path)
    ]


def _kind(path: str) -> str:
    """Screens that differ in a number only are of one kind."""
    return re.sub(r"\d+", "N", path)


@pytest.mark.parametrize(
    ("user", "at_least"), [("bientap", 40), ("hieutruong", 50), ("vanthu", 15)]
)
def test_no_screen_says_a_word_of_wagtail_in_english(visit, user, at_least):
    found, count = {}, 0
    with visit(user) as page:
        for path in screens(page):
            count += 1
            said = english_on(page)
            if said and said != KNOWN.get(path):
                found[path] = said
    assert found == {}
    assert at_least <= count <= MOST


@pytest.mark.parametrize(
    ("listing", "button"),
    [
        ("kehoach_stories", "Chọn hình ảnh"),
        ("snippets/wagtail_kehoach/spokesperson", "Chọn người phát ngôn"),
    ],
)
def test_what_opens_over_a_form_is_vietnamese_too(visit, listing, button):
    with visit("bientap") as page:
        page.goto(f"/admin/{listing}/")
        page.get_by_role("link", name="Thêm").first.click()
        page.wait_for_load_state("networkidle")
        page.get_by_text(button).first.evaluate("button => button.click()")
        page.get_by_role("dialog").first.wait_for()
        page.wait_for_load_state("networkidle")

        assert english_on(page) == []


def test_an_english_word_is_found(visit):
    with visit("bientap") as page:
        page.goto("/admin/")
        assert english_on(page) == []
        page.evaluate("document.querySelector('h1').textContent = 'Dashboard'")
        assert english_on(page) == ["dashboard"]

    # Said with somebody's words in it, and folded away.
    assert english_in(["Trang chủ", "Page 'X' has been updated."]) != []
    assert english_in(["Trần Minh Quân", "Email", "2026-2027"]) == []
