"""A named person verifies a story before it goes on, where the portal asks for it."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.approval.roads import edit_url, form_data
from tests.factories.consent import PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.exceptions import ApprovalRefused, VerificationRefused
from wagtail_kehoach.models import Approval, StoryProposal, StoryVerification
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.stories import verification

pytestmark = pytest.mark.django_db
ALL = ["facts", "names", "figures"]


@pytest.fixture
def asked(settings):
    """The portal asks for a verification."""
    settings.WAGTAIL_KEHOACH = {"VERIFY_STORIES": True}


@pytest.fixture
def colleague(editor):
    """Another editor, who did not write the story."""
    user = UserFactory(username="colleague", first_name="Lê Thị", last_name="Hoa")
    user.groups.add(*editor.groups.all())
    return user


@pytest.fixture
def story(editor, site):
    """A draft of the editor."""
    story = StoryPageFactory(title="Cô Lan", body=[("paragraph", "<p>Chuyện.</p>")])
    story.save_revision(user=editor)
    return StoryPage.objects.get(pk=story.pk)


def address_of(story):
    return reverse("wagtail_kehoach_verify", args=(story.pk,))


def read_and_tick(client, story, points=ALL):
    """What somebody sends who read the screen."""
    seen = client.get(address_of(story)).context["seen"]
    said = {"seen": seen, "points": points, "note": "Sổ đầu bài"}
    return client.post(address_of(story), said, follow=True)


def test_without_the_setting_nobody_has_to(story, editor, principal):
    assert approved(story, by=editor, principal=principal).live
    assert "verified" not in Approval.objects.latest("pk").checks


def test_an_unverified_story_is_not_submitted(asked, client, story, editor):
    client.force_login(editor)
    sent = form_data(story, editor, **{"action-submit": "1"})

    page = client.post(edit_url(story), sent).content.decode()

    assert "Chưa ai kiểm chứng sự việc, tên và số liệu" in page
    assert not story.workflow_states.exists()


def test_a_verified_story_is_submitted_from_its_form_and_approved_with_the_name(
    asked, client, story, editor, colleague, principal
):
    client.force_login(editor)
    client.post(edit_url(story), form_data(story, editor))

    client.force_login(colleague)
    page = read_and_tick(client, story).content.decode()
    assert "Lê Thị Hoa đã kiểm chứng bài này" in page

    client.force_login(editor)
    sent = form_data(story, editor, **{"action-submit": "1"})
    client.post(edit_url(story), sent)

    decisions.approve(queries.submission_of(story), user=principal)
    kept = Approval.objects.latest("pk").checks["verified"]
    assert kept["by"] == "Lê Thị Hoa"
    assert len(kept["points"]) == 3


def test_another_text_needs_another_verification(
    asked, client, story, editor, colleague
):
    client.force_login(colleague)
    read_and_tick(client, story)
    draft = story.get_latest_revision_as_object()
    assert draft.why_not_show() is None
    assert "Lê Thị Hoa đã kiểm chứng" in draft.points_in_order()[0]
    assert not draft.points_to_check()

    draft.lead = "Ba trăm người đã biết đọc."

    assert "Chưa ai kiểm chứng" in draft.why_not_show()
    with pytest.raises(ApprovalRefused):
        submit_for_approval(draft, by=editor)


def test_who_wrote_the_text_does_not_verify_it(asked, client, story, editor):
    client.force_login(editor)

    page = read_and_tick(client, story).content.decode()

    assert "Thầy/cô đã viết hoặc sửa bài này. Hãy nhờ người khác kiểm chứng." in page
    assert not StoryVerification.objects.exists()


def test_a_colleague_who_saves_it_makes_nobody_somebody_else(
    asked, story, editor, colleague, principal
):
    story.lead = "Đồng nghiệp đã sửa."
    story.save_revision(user=colleague)
    latest = story.get_latest_revision()

    for writer in (editor, colleague):
        assert "viết hoặc sửa" in verification.why_not_verify(latest, writer)
    assert verification.why_not_verify(latest, principal) is None


def test_what_was_approved_since_makes_writers_readers_again(
    story, editor, colleague, principal
):
    story = approved(story, by=editor, principal=principal)
    story.lead = "Đồng nghiệp đã sửa."
    latest = story.save_revision(user=colleague)

    assert verification.why_not_verify(latest, editor) is None
    assert verification.why_not_verify(latest, colleague)


@pytest.mark.parametrize(
    ("name", "refused"), [("cô Lê Thị Hoa", True), ("Tổ Ngữ văn", False)]
)
def test_who_proposed_it_does_not_verify_it(story, editor, colleague, name, refused):
    StoryProposal.objects.create(
        asked_name=name, parent=story.get_parent(), asked_by=editor, draft=story
    )

    reason = verification.why_not_verify(story.get_latest_revision(), colleague)

    assert ("đề xuất" in (reason or "")) is refused


@pytest.mark.parametrize("known_by", ["asked_user", "sent_by"])
def test_an_account_is_known_whatever_name_was_written(
    story, editor, colleague, known_by
):
    StoryProposal.objects.create(
        asked_name="Tổ Ngữ văn",
        parent=story.get_parent(),
        draft=story,
        **{known_by: colleague},
    )

    reason = verification.why_not_verify(story.get_latest_revision(), colleague)

    assert "đề xuất" in reason


def test_a_namesake_of_a_known_account_verifies(story, editor, colleague):
    proposer = UserFactory(first_name="Lê Thị", last_name="Hoa")
    StoryProposal.objects.create(
        asked_name="cô Lê Thị Hoa",
        asked_user=proposer,
        parent=story.get_parent(),
        draft=story,
    )

    assert not verification.why_not_verify(story.get_latest_revision(), colleague)
    assert verification.points_of(story.pk) == verification.POINTS


def test_behind_a_unit_nobody_is_known_and_that_is_said(
    asked, client, story, editor, colleague
):
    StoryProposal.objects.create(
        asked_name="Tổ Ngữ văn", parent=story.get_parent(), draft=story
    )
    client.force_login(colleague)

    page = read_and_tick(client, story).content.decode()

    assert "“Tổ Ngữ văn” đã đề xuất bài này" in page
    assert "Còn thiếu: Tôi không đề xuất" in page
    assert not StoryVerification.objects.exists()

    read_and_tick(client, story, [*ALL, "apart"])

    assert "Tôi không đề xuất" in StoryVerification.objects.get().points[-1]


def test_everything_that_stands_in_the_way_is_said_at_once(
    asked, client, story, editor
):
    children = [PersonFactory(full_name=name) for name in ("Lê Văn Tám", "Võ Thị Sáu")]
    story.people = children
    story.commendation_title = "Giấy khen"
    story.save_revision(user=editor)
    client.force_login(editor)
    sent = form_data(story, editor, **{"action-submit": "1"})
    sent["people"] = [sign(child.pk) for child in children]

    response = client.post(edit_url(story), sent)

    errors = response.context["form"].errors
    said = [line.split(":")[0].partition(" của bài")[0] for line in errors["__all__"]]
    assert said == [
        "Chưa có sự đồng ý cho “Võ Thị Sáu (khối 8)” xuất hiện hoặc được nêu tên",
        "Chưa có sự đồng ý cho “Lê Văn Tám (khối 8)” xuất hiện hoặc được nêu tên",
        "Chưa ai kiểm chứng sự việc, tên và số liệu",
    ]
    assert "commendation_number" in errors


def test_every_point_is_ticked_and_the_text_is_the_one_that_was_read(
    asked, client, story, colleague
):
    client.force_login(colleague)
    page = read_and_tick(client, story, ["facts", "names"]).content.decode()
    assert "Còn thiếu: Số liệu đúng và có nguồn." in page

    with pytest.raises(VerificationRefused) as refusal:
        verification.verify(
            story.get_latest_revision(), user=colleague, points=ALL, seen="0" * 64
        )
    assert "Bài đã được sửa" in refusal.value.reason
    assert not StoryVerification.objects.exists()


def test_strangers_verify_nothing(asked, client, story):
    client.force_login(UserFactory(username="nguoi-khac"))

    assert client.get(address_of(story)).status_code in (302, 403)


def test_the_button_stands_at_a_draft_where_it_is_asked_for(
    client, story, editor, settings
):
    client.force_login(editor)
    assert address_of(story) not in client.get(edit_url(story)).content.decode()

    settings.WAGTAIL_KEHOACH = {"VERIFY_STORIES": True}

    assert address_of(story) in client.get(edit_url(story)).content.decode()


def test_the_screen_shows_the_page_with_all_that_is_verified(
    asked, client, editor, colleague, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    file = ContentFile(b"%PDF-1.4", name="quyet-dinh.pdf")
    image = get_image_model().objects.create(title="Lan", file=get_test_image_file())
    story = StoryPageFactory(
        picture=image,
        picture_alt="Cô Lan bên bảng đen",
        picture_caption="Lớp học buổi tối",
        post_date=dt.date(2026, 11, 20),
        nominated_to="UBND tỉnh Đồng Tháp",
        commendation_title="Giấy khen",
        commendation_document=get_document_model().objects.create(
            title="Quyết định", file=file
        ),
        live=False,
    )
    story.save_revision(user=editor)
    client.force_login(colleague)
    text = reverse("wagtail_kehoach_verify_text", args=(story.pk,))

    assert f'src="{text}"' in client.get(address_of(story)).content.decode()
    frame = client.get(text)

    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    html = frame.content.decode()
    for words in (
        'alt="Cô Lan bên bảng đen"',
        "Lớp học buổi tối",
        "20/11/2026",
        "UBND tỉnh Đồng Tháp",
        story.commendation_document.url,
    ):
        assert words in html


def test_the_text_is_shown_to_nobody_else(asked, client, story):
    client.force_login(UserFactory(username="nguoi-khac"))
    text = reverse("wagtail_kehoach_verify_text", args=(story.pk,))

    assert client.get(text).status_code in (302, 403)


def test_that_it_is_verified_is_told_in_green(
    asked, client, story, colleague, principal
):
    client.force_login(colleague)
    read_and_tick(client, story)
    client.force_login(principal)

    told = client.get(edit_url(story)).context["messages"]

    [level] = [m.level_tag for m in told if "đã kiểm chứng ngày" in m.message]
    assert level == "success"
