"""A text that bears a secrecy mark goes nowhere, and its editor is told where it is."""

import unicodedata

import pytest
from django.urls import reverse

from tests.approval.roads import form_data
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.approval.secrecy import mark_in
from wagtail_kehoach.exceptions import ApprovalRefused


@pytest.mark.parametrize(
    "text",
    [
        "MẬT",
        "Tối mật",
        unicodedata.normalize("NFD", "<p>TUYỆT MẬT</p>"),
        "TỐI\N{NO-BREAK SPACE}MẬT",
        "M\N{ZERO WIDTH SPACE}ẬT",
        "MẬT/KHẨN",
        "<p>Mở đầu.</p><p><b>TUYỆT MẬT</b></p>",
        "Độ mật: Tối mật",
        "Kế hoạch phòng thủ (MẬT)",
        "TỐI MẬT – Kế hoạch phòng thủ",
        "TUYỆT MẬT kế hoạch phòng thủ",
        "<p>MẬT Bản số 01</p>",
        "DẤU MẬT",
        "TÀI LIỆU MẬT",
        "Độ mật: Mật",
    ],
)
def test_a_stamp_is_found(text):
    assert mark_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tuyên truyền về bảo vệ bí mật nhà nước",
        "<p>Không đăng tài liệu mật.</p>",
        "NUÔI ONG LẤY MẬT",
        "Mật ong của xóm Đình",
        "Mật khẩu đặt đủ mạnh",
        "MẬT ĐỘ DÂN SỐ",
        "Bảo mật thông tin",
        "Tài liệu mật không đăng",
        "Độ mật: Thường",
        "",
        None,
        7,
    ],
)
def test_speaking_of_secrets_is_no_stamp(text):
    assert mark_in(text) is None


def test_a_marked_text_cannot_be_submitted(editor):
    story = StoryPageFactory(achievement="Thành tích.\nTỐI MẬT\nBa năm.")

    with pytest.raises(ApprovalRefused, match="TỐI MẬT"):
        submit_for_approval(story, by=editor)

    assert queries.submission_of(story) is None


def test_the_refusal_names_the_field(editor):
    plan = PlanPageFactory(body=[section("I", "MỤC ĐÍCH", "<p>Mật</p>")])

    with pytest.raises(ApprovalRefused) as refusal:
        submit_for_approval(plan, by=editor)

    name = str(type(plan)._meta.get_field("body").verbose_name)
    assert f"“{name[:1].upper()}{name[1:]}”" in refusal.value.reason


def test_a_marked_text_cannot_be_published_by_a_principal(principal):
    story = StoryPageFactory(lead="MẬT")

    with pytest.raises(ApprovalRefused, match="MẬT"):
        decisions.approve_directly(story, story.save_revision(), user=principal)


def test_the_form_says_it_at_the_field(client, editor):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    client.force_login(editor)

    data = form_data(story, editor, lead="TỐI MẬT") | {"action-submit": "1"}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=(story.pk,)), data)

    assert "TỐI MẬT" in str(answer.context["form"].errors["lead"])
    assert queries.submission_of(story) is None
