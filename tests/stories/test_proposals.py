"""A story proposed by a link: once, as a draft, and of nothing that is public."""

import datetime as dt
import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.users import UserFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.exceptions import ProposalRefused
from wagtail_kehoach.models import StoryCampaign, StoryProposal
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage
from wagtail_kehoach.stories import proposals

pytestmark = pytest.mark.django_db

SAID = {
    "title": "Cô Lan và lớp học buổi tối",
    "subject": "Cô Nguyễn Thị Lan",
    "subject_kind": "individual",
    "audience": "teacher",
    "lead": "Tối nào nhà cô cũng sáng đèn.",
    "text": "Bà Tư kể.\n\n<script>x()</script> Mỗi tối một giờ.",
    "achievement": "Ba mươi hai người lớn đã biết đọc.",
}


@pytest.fixture
def campaign(site):
    return StoryCampaign.objects.create(
        topic="Gương sáng quanh em", max_words=2500, details="Kể chuyện thật."
    )


@pytest.fixture
def proposal(editor, campaign):
    return proposals.ask("Tổ Ngữ văn", campaign=campaign, user=editor)


@pytest.fixture
def url(proposal, editor):
    secret = proposals.issue(proposal, user=editor)
    return reverse("wagtail_kehoach:propose", args=(secret,))


def test_the_page_says_what_is_asked_for_and_takes_nothing_by_being_opened(client, url):
    for _time in range(2):
        response = client.get(url)

    page = response.content.decode()
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    for words in ("Gương sáng quanh em", "Kể chuyện thật.", "Tổ Ngữ văn", "2.500 chữ"):
        assert words in page
    assert not StoryPage.objects.exists()


def test_what_is_sent_becomes_a_draft_of_whoever_asked(client, url, editor, proposal):
    response = client.post(url, SAID)

    assert "Đã nhận được bài" in response.content.decode()
    story = StoryPage.objects.get()
    assert not story.live
    assert story.owner == editor
    assert story.get_parent().specific == StoryIndexPage.objects.get()
    assert (story.title, story.lead) == (SAID["title"], SAID["lead"])
    assert story.campaign == proposal.campaign
    assert story.school_year is not None
    assert story.body[0].value.source == (
        "<p>Bà Tư kể.</p><p>&lt;script&gt;x()&lt;/script&gt; Mỗi tối một giờ.</p>"
    )
    assert story.get_latest_revision().user == editor
    proposal.refresh_from_db()
    assert proposal.draft_id == story.pk


def test_the_link_works_once(client, url):
    client.post(url, SAID)

    assert client.post(url, SAID).status_code == 410
    assert StoryPage.objects.count() == 1
    assert "Đã nhận được bài" in client.get(url).content.decode()


def test_whoever_asked_hears_of_it(
    client, url, editor, django_capture_on_commit_callbacks
):
    editor.email = "quan@truong.example"
    editor.save()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, SAID)

    (message,) = mail.outbox
    assert message.to == ["quan@truong.example"]
    assert message.subject == "Tổ Ngữ văn đã đề xuất một bài viết"
    assert f"/pages/{StoryPage.objects.get().pk}/edit/" in message.body


def test_what_is_missing_is_said_and_what_was_typed_stays(client, url):
    response = client.post(url, {**SAID, "title": ""})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Còn thiếu thông tin." in page
    assert "Mỗi tối một giờ." in page
    assert not StoryPage.objects.exists()


def test_a_text_with_a_secrecy_mark_is_not_taken_in(client, url):
    response = client.post(url, {**SAID, "text": "Bà Tư kể.\nMẬT"})

    assert response.status_code == 422
    assert "có dấu chỉ độ mật “MẬT”" in response.content.decode()
    assert not StoryPage.objects.exists()


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"revoked_at": timezone.now()}, "Nhà trường đã thu hồi liên kết này."),
        (
            {"expires_at": timezone.now() - dt.timedelta(minutes=1)},
            "Liên kết này đã hết hạn.",
        ),
    ],
)
def test_a_link_that_ended_says_why(client, url, facts, reason):
    StoryProposal.objects.update(**facts)

    for response in (client.get(url), client.post(url, SAID)):
        assert response.status_code == 410
        assert reason in response.content.decode()
    assert not StoryPage.objects.exists()


def test_a_newer_link_ends_the_older_one(client, url, proposal, editor):
    proposals.issue(proposal, user=editor)

    assert client.get(url).status_code == 404


def test_a_form_of_another_site_is_refused(url):
    assert Client(enforce_csrf_checks=True).post(url, SAID).status_code == 403


def test_the_link_lasts_until_the_end_of_the_call(proposal, editor):
    day = timezone.localdate() + dt.timedelta(days=40)
    StoryCampaign.objects.update(deadline=day)

    proposals.issue(proposal, user=editor)

    proposal.refresh_from_db()
    assert timezone.localtime(proposal.expires_at).date() == day


def test_the_secret_is_shown_once_and_not_stored(client, editor, proposal):
    client.force_login(editor)
    detail = reverse("kehoach_proposals:detail", args=(proposal.pk,))

    page = client.post(detail, {"action": "copy"}).content.decode()

    (secret,) = re.findall(r"/de-xuat/([\w-]{43})/", page)
    assert secret not in client.get(detail).content.decode()
    proposal.refresh_from_db()
    assert proposal.secret_hash != secret


def test_asking_ending_and_opening_the_draft_in_the_admin(client, editor, campaign):
    client.force_login(editor)
    said = {"asked_name": "Cô Lan", "campaign": campaign.pk}

    response = client.post(reverse("kehoach_proposals:add"), said, follow=True)
    assert "chưa tạo liên kết" in response.content.decode()

    proposal = StoryProposal.objects.get()
    detail = reverse("kehoach_proposals:detail", args=(proposal.pk,))
    client.post(detail, {"action": "revoke"})
    proposal.refresh_from_db()
    assert proposal.state == "revoked"
    page = client.post(detail, {"action": "copy"}, follow=True).content.decode()
    assert "Nhà trường đã thu hồi liên kết này." in page


def test_only_those_who_write_stories_ask(client, campaign, proposal):
    stranger = UserFactory(username="nguoi-khac")

    with pytest.raises(ProposalRefused) as refusal:
        proposals.ask("Cô Lan", campaign=campaign, user=stranger)
    assert "không có quyền viết bài" in refusal.value.reason
    with pytest.raises(ProposalRefused):
        proposals.issue(proposal, user=stranger)

    client.force_login(stranger)
    for name, args in (("index", ()), ("add", ()), ("detail", (proposal.pk,))):
        url = reverse(f"kehoach_proposals:{name}", args=args)
        assert client.get(url).status_code in (302, 403)


def home_of(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_writers_read_on_their_home_page_what_came_until_it_is_submitted(
    client, url, editor, proposal, principal
):
    assert "Bài được gửi qua liên kết" not in home_of(client, editor)

    Client().post(url, SAID)

    detail = reverse("kehoach_proposals:detail", args=(proposal.pk,))
    page = home_of(client, editor)
    assert "Bài được gửi qua liên kết" in page
    assert SAID["title"] in page
    assert "Tổ Ngữ văn gửi lúc" in page
    assert f'href="{detail}"' in page
    keeper = UserFactory(username="vanthu")
    keeper.groups.add(Group.objects.get(name=kehoach_settings.CONSENT_GROUP))
    assert "Bài được gửi qua liên kết" not in home_of(client, keeper)

    submit_for_approval(StoryPage.objects.get(), by=editor)

    assert "Bài được gửi qua liên kết" not in home_of(client, editor)


def statements(client, user):
    home_of(client, user)  # Whatever is cached.
    with CaptureQueriesContext(connection) as taken:
        home_of(client, user)
    return len(taken)


def test_the_home_page_costs_the_same_for_many(client, editor, site):
    def come(count):
        for number in range(count):
            proposal = proposals.ask("Tổ Toán", campaign=None, user=editor)
            Client().post(
                reverse(
                    "wagtail_kehoach:propose",
                    args=(proposals.issue(proposal, user=editor),),
                ),
                {**SAID, "title": f"Chuyện {number}"},
            )

    come(1)
    one = statements(client, editor)
    come(4)

    assert statements(client, editor) == one


def test_an_invitation_without_a_link_has_no_link_to_end(client, editor, proposal):
    client.force_login(editor)
    detail = reverse("kehoach_proposals:detail", args=(proposal.pk,))

    fresh = client.get(detail).content.decode()
    made = client.post(detail, {"action": "copy"}).content.decode()

    assert "Thu hồi liên kết" not in fresh
    assert "Rút lại lời đề nghị này" in fresh
    assert "Thu hồi liên kết" in made

    other = proposals.ask("Tổ Toán", campaign=None, user=editor)
    detail = reverse("kehoach_proposals:detail", args=(other.pk,))
    ended = client.post(detail, {"action": "revoke"}, follow=True).content.decode()
    assert "Đã rút lại." in ended
    assert "không dùng được nữa" not in ended
