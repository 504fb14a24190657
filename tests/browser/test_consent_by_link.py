"""A mother and her child answer the school on a phone, and later change their minds."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from .barriers import (
    assert_is_accessible,
    assert_main_is_accessible,
    barriers_on,
)
from .conftest import PHONE

pytestmark = pytest.mark.browser
PUPIL = "Nguyễn Hoàng Minh"
TITLE = "Em Minh trả lại ví nhặt được"
ADDRESS = "/guong-dien-hinh/em-minh-tra-lai-vi-nhat-duoc/"
#: Where the public meets a story: lists, feeds, and the search in both its forms.
LISTED = [
    "/guong-dien-hinh/",
    "/nguon-tin/muc/5.xml",
    "/tim-kiem/?q=tra+lai+vi",
    "/tim-kiem/?q=tra+lai+vi&dang=json",
]


def test_a_question_is_asked_answered_and_withdrawn(visit, portal):
    with visit("vanthu", screen=PHONE) as page:
        link = ask_about(page, PUPIL)
        assert barriers_on(page) == []

    with visit(screen=PHONE) as page:
        page.goto(link)
        assert_is_accessible(page)
        page.get_by_role("button", name="Gửi câu trả lời").click()
        # The browser itself shows the first question that is open.
        expect(page.locator("input:invalid").first).to_be_focused()
        agree(page)
        assert_is_accessible(page)
        assert f"Biên nhận câu trả lời về em {PUPIL}" in portal.mails()

        portal.run(
            f"from tests.browser.pictured import publish; publish({TITLE!r}, {PUPIL!r})"
        )
        pictures = pictures_of_story(page)
        assert all(map(is_portrait, pictures.values()))
        assert listing(page) == LISTED

        page.goto(link)
        page.get_by_role("link", name="Rút lại sự đồng ý").click()
        assert_is_accessible(page)
        page.get_by_role("button", name="Rút lại sự đồng ý").click()
        expect(page.get_by_role("status")).to_contain_text("đã được rút lại")

        assert page.goto(ADDRESS).status == 404
        assert listing(page) == []
        now = {url: page.request.get(url) for url in pictures}
        assert [url for url, answer in now.items() if answer.ok] == []


def listing(page) -> list[str]:
    """Where of all the public meets the story."""
    said = {url: page.request.get(url) for url in LISTED[:-1]}
    found = [url for url, answer in said.items() if TITLE in answer.text()]
    results = page.request.get(LISTED[-1]).json()["results"]
    return found + LISTED[-1:] * (TITLE in [entry["title"] for entry in results])


def pictures_of_story(page) -> dict[str, bytes]:
    """Every file by which the public story shows its picture."""
    assert page.goto(ADDRESS).status == 200
    expect(page.get_by_role("img", name="Em Minh trả ví")).to_be_visible()
    shown = re.findall(r"/media/[^\s\"?]+chan-dung[^\s\",?]+", page.content())
    assert len(set(shown)) == 2  # In the page, in two widths; to nobody who shares it.
    return {url: page.request.get(url).body() for url in shown}


def is_portrait(data: bytes) -> bool:
    """Whether this is the picture, and no grey one in its place."""
    red, green, blue = Image.open(BytesIO(data)).convert("RGB").getpixel((9, 9))
    return green - red > 50 and blue - red > 50


def ask_about(page, name: str) -> str:
    """Ask about somebody in the registry; the address of the link that is shown."""
    page.goto("/admin/snippets/wagtail_kehoach/person/")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("link", name="Xin ý kiến bằng liên kết").click()
    page.get_by_label("Cổng thông tin của trường").check()
    page.get_by_label("Mạng xã hội").check()
    page.locator("form[data-edit-form], main form").last.evaluate(
        "form => form.requestSubmit()"
    )
    page.get_by_role("button", name="Tạo liên kết để sao chép").click()
    link = page.get_by_label("Liên kết", exact=True).input_value()
    return re.search(r"/dong-y/[\w-]{43}/$", link)[0]


def agree(page, *, child_to_facebook: str = "Không đồng ý") -> None:
    """Mother and child agree to the portal, she to Facebook too; the child says so or not."""
    mother = page.get_by_role("region", name="Phần trả lời của người đại diện")
    child = page.get_by_role("region", name="Phần em trả lời")
    for part in (mother, child):
        group = part.get_by_role("group", name="Trên trang web của trường")
        group.get_by_text("Đồng ý", exact=True).click()
    for part, said in ((mother, "Đồng ý"), (child, child_to_facebook)):
        group = part.get_by_role("group", name="Trên trang mạng xã hội")
        group.get_by_label(said, exact=True).check()
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_role("status")).to_contain_text("đã nhận câu trả lời")


def test_an_editor_finds_a_pupil_by_typing_a_name(visit):
    with visit("bientap", screen=PHONE) as page:
        page.goto("/admin/kehoach_picture_bases/new/")
        assert "Nguyễn Hoàng Minh" not in page.content()
        page.get_by_label("Tìm theo tên").fill("hoang minh")
        page.get_by_role("button", name="Nguyễn Hoàng Minh (khối 8)").click()

        expect(page.get_by_label("Nguyễn Hoàng Minh (khối 8)")).to_be_checked()
        assert_main_is_accessible(page)
