"""A story on a phone, from the teacher who proposes it to the text that is shared."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.consent.test_camera import photo

from .conftest import DESKTOP, PHONE
from .test_consent_by_link import assert_is_accessible, assert_main_is_accessible
from .test_plan_journey import review
from .verifying import refuse_and_verify, submit

pytestmark = pytest.mark.browser
TITLE = "Cô Hạnh và bốn mươi chiếc áo ấm"


def test_a_story_is_proposed_completed_approved_and_shared(visit, portal):
    with visit("bientap", screen=PHONE) as editor:
        link = invite(editor, "Tổ Ngữ văn")

    with visit(screen=PHONE) as teacher:
        teacher.goto(link)
        assert_is_accessible(teacher)
        teacher.get_by_label("Tiêu đề").fill(TITLE)
        teacher.get_by_label("Bài viết về ai").fill("Cô Nguyễn Mỹ Hạnh")
        teacher.get_by_label("Tóm tắt một câu").fill("Cô khâu áo ấm cho cả lớp.")
        teacher.get_by_label("Nội dung bài").fill("Mùa đông năm ấy.\nCô bắt đầu khâu.")
        expect(teacher.locator("#kh-word-count")).to_have_text("8/2.500 chữ")
        send_photos(teacher)
        expect(teacher.get_by_role("heading", name="Đã nhận được bài")).to_be_visible()
        assert_is_accessible(teacher)

    with visit("bientap", screen=PHONE) as editor:
        editor.goto("/admin/kehoach_proposals/")
        editor.get_by_role("link", name="Tổ Ngữ văn").click()
        editor.wait_for_url(re.compile(r"/kehoach_proposals/\d+/$"))
        assert_main_is_accessible(editor)
        take_photos(editor)
        editor.get_by_role("link", name="Mở bản nháp").click()
        expect(editor.locator("[data-kh-length-words]")).to_have_text("15")
        expect(editor.get_by_label(re.compile("“Cô Hạnh khâu áo”"))).to_be_visible()
        draft = editor.url
    refuse_and_verify(visit, draft)
    with visit("bientap", screen=PHONE) as editor:
        submit(editor, draft)

    with visit("hieutruong", screen=PHONE) as principal:
        review(principal, TITLE)
        principal.get_by_role("button", name="Duyệt và đăng").click()
        expect(principal.get_by_text("Đã duyệt và đăng")).to_be_visible()

    with visit("bientap", screen=PHONE) as editor:
        editor.goto("/admin/kehoach_stories/")
        editor.get_by_role("link", name=TITLE).first.click()
        editor.wait_for_url(re.compile(r"/pages/\d+/"))
        number = re.search(r"/pages/(\d+)/", editor.url)[1]
        editor.goto(f"/admin/kehoach/share/{number}/")
        assert_main_is_accessible(editor)
        text = editor.get_by_label("Zalo").input_value()
        assert text.startswith(f"{TITLE}\n\nCô khâu áo ấm cho cả lớp.\n\nhttp")

    with visit(screen=PHONE) as reader:
        reader.goto("/guong-dien-hinh/")
        reader.get_by_role("link", name=TITLE).first.click()
        expect(reader.get_by_role("heading", name=TITLE)).to_be_visible()
        feed = reader.request.get("/nguon-tin/muc/5.xml").text()
        assert TITLE in feed


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "address",
    [
        "/admin/kehoach_campaigns/",
        "/admin/kehoach_campaigns/new/",
        "/admin/kehoach_proposals/new/",
        "/admin/kehoach_recognition_titles/",
    ],
)
def test_axe_finds_nothing_in_the_screens_around_stories(visit, address, screen):
    with visit("hieutruong", screen=screen) as page:
        assert page.goto(address).status == 200
        assert_main_is_accessible(page)


def send_photos(teacher) -> None:
    """A bad file loses neither the text nor the good photo; then all of it is sent."""
    files = [
        {"name": "ao-am.jpg", "mimeType": "image/jpeg", "buffer": photo()},
        {"name": "bai.jpg", "mimeType": "image/jpeg", "buffer": b"not a photo"},
    ]
    teacher.get_by_label("Ảnh", exact=False).first.set_input_files(files)
    teacher.get_by_label("Trong ảnh có ai").fill("Cô Hạnh")
    teacher.get_by_role("button", name="Gửi bài").click()
    expect(teacher.get_by_text("“bai.jpg” không phải là ảnh")).to_be_visible()
    expect(teacher.get_by_label("Nội dung bài")).to_have_value(re.compile("Mùa đông"))
    expect(teacher.get_by_label("Bỏ ảnh 1")).to_be_visible()
    assert_is_accessible(teacher)
    assert_fits(teacher)
    teacher.get_by_role("button", name="Gửi bài").click()


def take_photos(editor) -> None:
    expect(editor.get_by_text("Cô Hạnh")).to_be_visible()
    assert_fits(editor)
    editor.get_by_label("Ảnh thể hiện gì").fill("Cô Hạnh khâu áo")
    editor.get_by_role("button", name="Đưa các ảnh đã chọn vào bài").click()
    expect(editor.get_by_text("Đã đưa 1 ảnh vào bản nháp.")).to_be_visible()


def assert_fits(page) -> None:
    """Nothing makes the phone scroll sideways."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def invite(page, name: str) -> str:
    """Ask ``name`` for a story for the call of the demo school; the address of the link."""
    page.goto("/admin/kehoach_proposals/new/")
    page.fill("#id_asked_name", name)
    page.select_option("#id_campaign", index=1)
    page.locator("main form").last.evaluate("form => form.requestSubmit()")
    page.get_by_role("button", name="Tạo liên kết để sao chép").click()
    link = page.get_by_label("Liên kết", exact=True).input_value()
    return re.search(r"/de-xuat/[\w-]{43}/$", link)[0]
