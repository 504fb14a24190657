"""Every screen that a school's people can reach by its links is in Vietnamese.

Those of ours have no barrier that axe sees either, on a phone and on a desktop.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlparse

import pytest
from playwright.sync_api import Error

from .barriers import barriers_on
from .english import english_in, english_on, read

pytestmark = pytest.mark.browser

#: Addresses that are no screens, end the session, or belong to the browser.
NO_SCREEN = re.compile(
    r"logout|/download|register/\d+/file|/file/(?:pdf|docx)/|/serve|/export|/jsi18n|\.\w+$|userbar"
)
MOST = 120
#: What no link leads to: somebody types a word there.
SEARCHES = ["/admin/pages/search/?q=t", "/admin/images/?q=t", "/admin/pages/?q=t"]
#: Ours, but for those that Wagtail draws for every register.
OURS = re.compile(
    r"/admin/(kehoach|(snippets|settings)/wagtail_kehoach)"
    r"(?!.*/(copy|delete|history|usage|workflow_history|preview|unpublish)/)"
)
KNOWN = {
    # Wagtail writes Python's None where nobody published: the index pages of set-up.
    "/admin/reports/aging-pages/": ["none"],
    # Wagtail reads out its column of flags so.
    "/admin/users/": ["true"],
    # The heads of these columns are names in Wagtail's code.
    "/admin/sites/": ["port", "site name", "root page"],
}


def screens(page, start: str = "/admin/"):
    """Open every screen that links lead to, one of each kind; the path of each."""
    waiting, seen = [start, *SEARCHES], {_kind(start)}
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
        for target in _leading_on(page.url, read(page)["links"]):
            if _kind(target) not in seen:
                seen.add(_kind(target))
                waiting.append(target)


def fetched(page, start: str = "/admin/"):
    """As ``screens``, but only ``start`` is opened: path and texts of each."""
    page.goto(start, wait_until="networkidle")
    waiting, seen = [start], {_kind(start)}
    links = read(page)["links"]
    while waiting:
        path = waiting.pop(0)
        answer = page.request.get(path)
        if answer.status == 200 and "text/html" in answer.headers["content-type"]:
            found = read(page, answer.text())
            yield path, found["texts"]
            links += found["links"]
        for target in _leading_on(answer.url, links):
            if _kind(target) not in seen:
                seen.add(_kind(target))
                waiting.append(target)
        links = []


def _leading_on(here: str, links: list[str]) -> list[str]:
    """Where these links lead from ``here``, as far as those are screens of the admin."""
    there = [urlparse(urljoin(here, link)) for link in links]
    return [
        parts.path
        for parts in there
        if parts.netloc == urlparse(here).netloc
        and parts.path.startswith("/admin/")
        and not NO_SCREEN.search(parts.path)
    ]


def _kind(path: str) -> str:
    """Screens that differ in a number only are of one kind."""
    return re.sub(r"\d+", "N", path)


@pytest.fixture(scope="module")
def looked_at():
    """The kinds of screens that axe has seen: it reads no names, so once is enough."""
    return set()


@pytest.mark.parametrize(
    ("user", "at_least"),
    [("bientap", 40), ("hieutruong", 50), ("vanthu", 15)],
)
def test_no_screen_speaks_english_or_has_a_barrier(visit, user, at_least, looked_at):
    found, count = {}, 0
    with visit(user) as page:
        for path in screens(page):
            count += 1
            said = english_on(page)
            if said and said != KNOWN.get(path):
                found[path] = said
            if OURS.match(path) and _kind(path) not in looked_at:
                looked_at.add(_kind(path))
                if seen := barriers_on(page):
                    found[f"{path} (axe)"] = seen
    assert found == {}
    assert at_least <= count <= MOST


def test_no_screen_of_a_superuser_speaks_english_or_has_a_barrier(visit, looked_at):
    """His screens are many, and most are Wagtail's: they are read as the server sends them."""
    found, ours, count = {}, [], 0
    with visit("quantri") as page:
        for path, texts in fetched(page):
            count += 1
            said = english_in(texts)
            if said and said != KNOWN.get(path):
                found[path] = said
            if OURS.match(path) and _kind(path) not in looked_at:
                ours.append(path)
        for path in ours:
            page.goto(path)
            if seen := barriers_on(page):
                found[f"{path} (axe)"] = seen
    assert found == {}
    assert 150 <= count <= 250


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


@pytest.mark.parametrize(
    "listing", ["kehoach_plans", "kehoach_stories", "kehoach_foreign_info"]
)
def test_a_form_that_is_filled_in_is_vietnamese_too(visit, listing):
    """To the walk above, the forms of all types are one screen."""
    with visit("bientap") as page:
        page.goto(f"/admin/{listing}/")
        page.locator("main a[href*='/edit/']").first.click()
        page.locator("[name=title]").wait_for()
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
    assert english_in(["1–2 trong 2 None"]) != []
    assert english_in(["True", '"Lê Hà" at 2026-11-29 09:26:53.1+00:00']) != []
    assert english_in(["Trần Minh Quân", "Email", "2026-2027"]) == []
