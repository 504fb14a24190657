"""The main job, by clicking: a file becomes a draft, is approved on a phone, is read."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import expect

from wagtail_kehoach.decree30.parts import (
    Basis,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    Signatory,
)
from wagtail_kehoach.decree30.writer import write

from .conftest import PHONE

pytestmark = pytest.mark.browser


def plan_file(title: str) -> dict:
    """A plan as Word, the way a clerk has it."""
    document = Document(
        kind="kế hoạch",
        issuer_parent="UBND XÃ TÂN PHÚ TRUNG",
        issuer="TRƯỜNG THCS BÌNH MINH",
        symbol="KH-THCSBM",
        place="Tân Phú Trung",
        title=title,
        period=Period("nam_hoc", 2026, 2027, "năm học 2026-2027"),
        bases=[Basis("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019")],
        lead_in=["Trường THCS Bình Minh xây dựng kế hoạch như sau:"],
        body=[
            Heading("I", "MỤC ĐÍCH, YÊU CẦU", 1),
            Paragraph("Giúp học sinh yêu sách và đọc mỗi ngày.", "-", 1),
            Heading("II", "TỔ CHỨC THỰC HIỆN", 1),
            Heading("1", "Thư viện", 2),
            Paragraph("Trưng bày sách mới trước ngày 15/12/2026.", "-", 1),
        ],
        recipients=[Recipient("UBND xã (để báo cáo)"), Recipient("Lưu: VT")],
        signatory=Signatory(position="HIỆU TRƯỞNG", name="Nguyễn Văn Thành"),
    )
    return {
        "name": "ke-hoach-doc-sach.docx",
        "mimeType": "application/octet-stream",
        "buffer": write(document, draft=False),
    }


def choose(page, words: str) -> None:
    """Open the menu of the form's footer and choose the entry with these words."""
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("footer").get_by_text(words).first.click()


def submit_plan(page, title: str) -> None:
    """Upload a plan and send it to the principal."""
    page.goto("/admin/kehoach/upload/")
    page.set_input_files("input[type=file]", plan_file(title))
    page.get_by_role("button", name="Đọc tệp").click()
    page.wait_for_url("**/edit/")
    for check in page.locator("[name=kehoach_checks]").all():
        check.check()
    choose(page, "Trình")
    page.wait_for_load_state("networkidle")


def review(page, title: str) -> None:
    """Find the text in the queue on the home page and open it."""
    page.goto("/admin/")
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url("**/kehoach/approval/*/")


def test_a_file_becomes_a_public_plan(visit):
    title = "Truyền thông về ngày đọc sách năm học 2026-2027"

    with visit("bientap") as editor:
        submit_plan(editor, title)

    with visit("hieutruong", screen=PHONE) as principal:
        review(principal, title)
        text = principal.frame_locator("iframe[data-kh-autosize]")
        expect(text.get_by_text("Giúp học sinh yêu sách").first).to_be_visible()
        button = principal.get_by_role("button", name="Duyệt và đăng")
        expect(button).to_be_in_viewport()
        button.click()
        expect(principal.get_by_text("Đã duyệt và đăng")).to_be_visible()

    with visit(screen=PHONE) as reader:
        reader.goto("/ke-hoach/")
        reader.get_by_role("link", name=title).first.click()
        expect(reader.get_by_role("heading", name=title)).to_be_visible()
        expect(reader.get_by_text("Trưng bày sách mới").first).to_be_visible()
        expect(reader.get_by_text("Nguyễn Văn Thành").first).to_be_visible()


def test_a_returned_plan_tells_its_author_why(visit, portal):
    title = "Truyền thông bị trả lại năm học 2026-2027"
    with visit("bientap") as editor:
        submit_plan(editor, title)

    with visit("hieutruong", screen=PHONE) as principal:
        review(principal, title)
        principal.get_by_role("button", name="Trả lại kèm ý kiến").click()
        expect(principal.get_by_text("Hãy ghi rõ cần sửa điều gì.")).to_be_visible()
        principal.locator("#kh-comment").fill("Thiếu chỉ tiêu số sách.")
        principal.get_by_role("button", name="Trả lại kèm ý kiến").click()
        expect(principal.get_by_text("Đã trả lại")).to_be_visible()

    assert "Thiếu chỉ tiêu số sách." in portal.mails()
    with visit() as reader:
        reader.goto("/ke-hoach/")
        expect(reader.get_by_text(title)).to_have_count(0)


def test_an_editor_has_no_way_to_publish(visit):
    with visit("bientap") as editor:
        editor.goto("/admin/kehoach_plans/")
        editor.get_by_role("link", name="năm học 2025-2026").first.click()
        editor.locator("footer [data-w-dropdown-target='toggle']").click()
        footer = editor.locator("footer")
        expect(footer.get_by_text("Trình", exact=False).first).to_be_visible()
        expect(footer.get_by_text("Đăng", exact=True)).to_have_count(0)
        expect(footer.get_by_text("Gỡ xuống")).to_have_count(0)
        answer = editor.goto("/admin/kehoach/approval/")
        editor.wait_for_load_state("networkidle")
        assert answer.status == 200
        expect(editor.get_by_text("Chờ thầy/cô duyệt")).to_have_count(0)


def test_an_unusable_file_is_explained(visit):
    with visit("bientap") as editor:
        editor.goto("/admin/kehoach/upload/")
        junk = {
            "name": "ke-hoach.docx",
            "mimeType": "application/octet-stream",
            "buffer": io.BytesIO(b"\x00\x01\x02 khong phai Word").getvalue(),
        }
        editor.set_input_files("input[type=file]", junk)
        editor.get_by_role("button", name="Đọc tệp").click()
        message = editor.locator(".error-message, .w-field__errors").first
        expect(message).to_contain_text("Tệp này")


def test_an_incomplete_plan_cannot_be_submitted(visit):
    with visit("bientap") as editor:
        editor.goto("/admin/kehoach_plans/")
        editor.get_by_role("link", name="Thêm").first.click()
        editor.fill("#id_title", "Kế hoạch còn dở")
        editor.locator("#id_title").blur()
        expect(editor.locator("#id_slug")).to_have_value("ke-hoach-con-do")
        choose(editor, "Trình")
        expect(editor.locator(".messages")).to_contain_text("còn lỗi nhập liệu")
        expect(editor.get_by_text("Không được để trống ô này.").first).to_be_visible()
        expect(editor.locator("#id_slug")).to_have_value("ke-hoach-con-do")
