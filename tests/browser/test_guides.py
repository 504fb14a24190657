"""The steps of the guides in docs/vi, taken as written there, with their pictures."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import PHONE
from .pictures import take
from .test_consent_by_link import ask_about
from .test_plan_journey import choose, plan_file, review, submit_plan

pytestmark = pytest.mark.browser

#: Low enough that a picture of the window shows no empty half.
WINDOW = {"width": 1120, "height": 700}


def open_menu(page, *words: str) -> None:
    """Click through the menu at the left, as the guides say it; from the home page first."""
    if page.url == "about:blank":
        page.goto("/admin/")
    for word in words:
        page.locator(".sidebar-menu-item__link").get_by_text(word, exact=True).click()
        page.wait_for_timeout(400)  # The submenu slides in.


def panel(page, heading: str):
    """The part of a form below this heading."""
    return page.locator("section.w-panel", has=page.get_by_text(heading, exact=True))


def at_the_top(part) -> None:
    """Scroll so far that ``part`` stands below the bar that stays at the top."""
    part.evaluate(
        "part => { part.style.scrollMarginTop = '6rem';"
        " part.scrollIntoView({behavior: 'instant'}); }"
    )


def test_the_readme_shows_the_portal_as_it_is(visit):
    with visit(screen={"width": 1280, "height": 760}) as page:
        page.goto("/")
        take(page, "trang-chu")
    with visit(screen=PHONE) as page:
        page.goto("/ke-hoach/ke-hoach-truyen-thong-2026-2027/")
        take(page, "ke-hoach-dien-thoai")


def test_an_editor_puts_a_file_in_and_submits_it(visit):
    title = "Truyền thông về văn hoá đọc năm học 2026-2027"
    with visit("bientap", screen=WINDOW) as page:
        open_menu(page, "Truyền thông")
        take(page, "bien-tap-danh-muc")
        open_menu(page, "Nhập kế hoạch từ tệp")
        page.wait_for_url("**/upload/")
        page.set_input_files("input[type=file]", plan_file(title))
        page.get_by_role("button", name="Đọc tệp").click()
        page.wait_for_url("**/edit/")
        take(page, "bien-tap-doc-tu-tep")
        for check in (
            panel(page, "Rà soát trước khi trình").get_by_role("checkbox").all()
        ):
            check.check()
        page.locator("footer [data-w-dropdown-target='toggle']").click()
        take(page, "bien-tap-trinh-duyet")
        page.keyboard.press("Escape")
        choose(page, "Trình duyệt (Hiệu trưởng duyệt)")
        page.wait_for_load_state("networkidle")
        page.goto("/admin/")
        expect(page.get_by_text("Nội dung tôi đã trình duyệt")).to_be_visible()
        take(page, "bien-tap-da-trinh")


def test_an_editor_looks_after_the_tasks_of_a_plan(visit):
    with visit("bientap", screen=WINDOW) as page:
        open_menu(page, "Truyền thông", "Kế hoạch truyền thông")
        plan = page.locator(
            "table a[href*='/edit/']", has_text="giáo dục và đào tạo năm"
        )
        plan.last.click()
        page.wait_for_url("**/edit/")
        task = page.get_by_role("region", name="Nhiệm vụ Mở chuyên trang")
        if not task.get_by_text("Thời gian ghi bằng lời").is_visible():
            task.locator("[data-panel-toggle]").first.click()
        at_the_top(task)
        take(page, "bien-tap-nhiem-vu")


def test_an_editor_writes_a_story(visit):
    with visit("bientap", screen=WINDOW) as page:
        open_menu(page, "Truyền thông", "Điển hình tiên tiến")
        page.get_by_role("link", name="Em Khang trả lại").first.click()
        page.wait_for_url("**/edit/")
        take(page, "bien-tap-dien-hinh")
        at_the_top(panel(page, "Gắn với kế hoạch"))
        take(page, "bien-tap-gan-ke-hoach")


def test_a_principal_decides_on_the_phone(visit):
    title = "Truyền thông về phòng, chống bắt nạt năm học 2026-2027"
    with visit("bientap") as page:
        submit_plan(page, title)
    with visit("hieutruong", screen=PHONE) as page:
        page.goto("/admin/")
        take(page, "duyet-khung-cho")
        review(page, title)
        expect(page.get_by_role("button", name="Duyệt và đăng")).to_be_in_viewport()
        take(page, "duyet-man-hinh")
        page.locator("#kh-comment").fill("Thêm chỉ tiêu cho từng khối lớp.")
        page.get_by_role("button", name="Trả lại kèm ý kiến").click()
        expect(page.get_by_text("Đã trả lại")).to_be_visible()
    with visit("bientap", screen=WINDOW) as page:
        page.goto("/admin/kehoach_plans/")
        page.get_by_role("link", name=title).first.click()
        page.wait_for_url("**/edit/")
        take(page, "bien-tap-bi-tra-lai")


def test_a_principal_looks_up_the_record(visit):
    with visit("hieutruong", screen=WINDOW) as page:
        open_menu(page, "Truyền thông", "Hồ sơ duyệt")
        page.wait_for_url("**/record/**")
        take(page, "duyet-ho-so")


def test_an_it_teacher_prepares_the_portal(visit):
    with visit("quantri", screen=WINDOW) as page:
        open_menu(page, "Cài đặt", "Thông tin nhà trường")
        take(page, "cong-nghe-nha-truong")
        page.goto("/admin/")
        open_menu(page, "Truyền thông", "Năm học")
        take(page, "cong-nghe-nam-hoc")
        page.goto("/admin/")
        open_menu(page, "Cài đặt", "Người dùng")
        page.get_by_role("link", name="Thêm người dùng").first.click()
        page.get_by_role("tab", name="Vai trò").first.click()
        take(page, "cong-nghe-vai-tro")
        page.goto("/admin/")
        open_menu(page, "Truyền thông", "Thẩm quyền ký")
        page.get_by_role("link", name="Thêm").first.click()
        take(page, "cong-nghe-tham-quyen-ky")


def test_a_clerk_asks_a_mother(visit, portal):
    with visit("vanthu", screen=WINDOW) as page:
        link = ask_about(page, "Nguyễn Hoàng Minh")
        take(page, "dong-y-lien-ket")
        page.goto("/admin/kehoach_data_requests/")
        page.get_by_role("link", name="Thêm").first.click()
        take(page, "dong-y-yeu-cau")
    with visit(screen=PHONE) as page:
        page.goto(link)
        take(page, "dong-y-phu-huynh")
