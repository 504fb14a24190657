"""The whole life of a story on a phone: from the call for it to the report of its merits."""

from __future__ import annotations

import datetime as dt
import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.consent.test_camera import photo

from .barriers import assert_fits, assert_is_accessible
from .commending import (
    DECIDED,
    NUMBER,
    SUPERIOR,
    commend,
    fill_date,
    read_of_the_commendation,
    report_of,
    send,
)
from .conftest import PHONE, environment, serving
from .test_consent_by_link import PUPIL, agree, ask_about
from .test_plan_journey import review
from .verifying import refusal, refuse_and_verify, submit

pytestmark = pytest.mark.browser

CALL = "Tấm lòng mùa lũ"
TITLE = "Em Minh chèo xuồng đưa bạn đến lớp"
SUBJECT = "Em Minh, học sinh khối 8"


@pytest.fixture(scope="module")
def portal(demo, tmp_path_factory):
    """A demo school of its own."""
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("life") / "var")
    with serving(environment(folder)) as found:
        yield found


def test_a_call_leads_to_a_public_story_and_to_a_commendation(visit):
    draft = lead_to_publication(visit)
    with visit("bientap", screen=PHONE) as editor:
        commend(editor, draft)
    refuse_and_verify(visit, draft)
    with visit(screen=PHONE) as reader:
        reader.goto("/guong-dien-hinh/")
        reader.get_by_role("link", name=TITLE).first.click()
        expect(reader.get_by_role("heading", name=TITLE)).to_be_visible()
        expect(reader.get_by_text(NUMBER)).to_have_count(0)
    approve(visit, draft)

    with visit(screen=PHONE) as reader:
        read_of_the_commendation(reader, SUBJECT)
    with visit("bientap", screen=PHONE) as editor:
        said = report_of(editor, draft)
    for words in (f"của e{SUBJECT[1:]}", DECIDED, "Đã được khen thưởng"):
        assert words in said
    assert f"Đề nghị {SUPERIOR} xét khen thưởng" not in said  # It was granted.


def lead_to_publication(visit) -> str:
    """From the call for stories to the public page; the address of the draft's form."""
    with visit("bientap", screen=PHONE) as editor:
        call_for_stories(editor)
        link = invite(editor, "Tổ Ngữ văn")
    with visit(screen=PHONE) as teacher:
        propose(teacher, link)

    with visit("bientap", screen=PHONE) as editor:
        draft = complete(editor)
        submit(editor, draft)
        expect(refusal(editor)).to_contain_text(f"Chưa có sự đồng ý cho “{PUPIL}")
    with visit("vanthu", screen=PHONE) as keeper:
        question = ask_about(keeper, PUPIL)
    with visit(screen=PHONE) as parent:
        parent.goto(question)
        agree(parent, child_to_facebook="Đồng ý")

    refuse_and_verify(visit, draft)
    approve(visit, draft)

    with visit(screen=PHONE) as reader:
        reader.goto("/guong-dien-hinh/")
        reader.get_by_role("link", name=TITLE).first.click()
        expect(reader.get_by_role("heading", name=TITLE)).to_be_visible()
        assert_is_accessible(reader)
    return draft


def call_for_stories(editor) -> None:
    """A call with limits and a last day."""
    editor.goto("/admin/kehoach_campaigns/new/")
    editor.fill("#id_topic", CALL)
    editor.fill("#id_details", "Kể việc giúp nhau mùa nước nổi.")
    editor.select_option("#id_audience", label="học sinh")
    editor.fill("#id_max_words", "600")
    editor.fill("#id_max_photos", "2")
    fill_date(editor, "#id_deadline", f"31/12/{dt.date.today().year + 1}")
    editor.get_by_role("button", name="Tạo").click()
    expect(editor.get_by_text(CALL).first).to_be_visible()


def invite(editor, name: str) -> str:
    """Ask somebody without an account to answer the call; the address of the link."""
    editor.goto("/admin/kehoach_proposals/new/")
    editor.fill("#id_asked_name", name)
    editor.select_option("#id_campaign", label=CALL)
    editor.locator("main form").last.evaluate("form => form.requestSubmit()")
    editor.get_by_role("button", name="Tạo liên kết để sao chép").click()
    link = editor.get_by_label("Liên kết", exact=True).input_value()
    return re.search(r"/de-xuat/[\w-]{43}/$", link)[0]


def propose(teacher, link: str) -> None:
    """Tell the story with a photo, as somebody who has nothing but the link."""
    teacher.goto(link)
    expect(teacher.get_by_text(CALL).first).to_be_visible()
    teacher.get_by_label("Tiêu đề").fill(TITLE)
    teacher.get_by_label("Bài viết về ai").fill(SUBJECT)
    teacher.get_by_label("Tóm tắt một câu").fill("Mùa lũ, em đưa năm bạn đi học.")
    teacher.get_by_label("Nội dung bài").fill("Sáng nào em cũng dậy sớm chèo xuồng.")
    teacher.get_by_label("Thành tích").fill("Năm bạn không nghỉ buổi học nào.")
    picture = {"name": "xuong.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    teacher.get_by_label("Ảnh", exact=False).first.set_input_files([picture])
    teacher.get_by_label("Trong ảnh có ai").fill("Em Minh")
    teacher.get_by_role("button", name="Gửi bài").click()
    expect(teacher.get_by_role("heading", name="Đã nhận được bài")).to_be_visible()


def complete(editor) -> str:
    """Take the photo, name the child, save; the address of the draft's form."""
    editor.goto("/admin/kehoach_proposals/")
    editor.get_by_role("link", name="Tổ Ngữ văn").click()
    editor.wait_for_url(re.compile(r"/kehoach_proposals/\d+/$"))
    editor.get_by_label("Ảnh thể hiện gì").fill("Em Minh trên chiếc xuồng")
    editor.get_by_role("button", name="Đưa các ảnh đã chọn vào bài").click()
    editor.get_by_role("link", name="Mở bản nháp").click()
    editor.wait_for_url("**/edit/")
    expect(editor.locator("#id_campaign option:checked")).to_have_text(CALL)
    editor.get_by_label("Tìm theo tên").fill("hoang minh")
    editor.get_by_role("button", name=f"{PUPIL} (khối 8)").click()
    assert_fits(editor)
    send(editor, "Lưu bản nháp")
    return editor.url


def approve(visit, draft: str) -> None:
    """Submit it once more and let the principal approve it."""
    with visit("bientap", screen=PHONE) as editor:
        submit(editor, draft)
    with visit("hieutruong", screen=PHONE) as principal:
        review(principal, TITLE)
        expect(principal.get_by_text("đã kiểm chứng").first).to_be_visible()
        principal.get_by_role("button", name="Duyệt và đăng").click()
        expect(principal.get_by_text("Đã duyệt và đăng")).to_be_visible()
