"""The principal's review after a refusal: what moved on since the form was opened."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Revision

from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import submit_again, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.models import Approval

SINCE = "Những gì đã đổi từ lúc thầy/cô mở"


@pytest.fixture
def review(client, principal):
    """Opens the review of a submission; approves with what was shown; what follows."""

    class Review:
        def open(self, submission):
            client.force_login(principal)
            self.url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
            self.token = client.get(self.url).context["token"]

        def approve(self):
            data = {"decision": "approve", "token": self.token}
            return client.post(self.url, data, follow=True)

    return Review()


def text_of(response):
    return " ".join(response.content.decode().split())


def test_shows_what_another_wrote_meanwhile(review, editor):
    story = StoryPageFactory(lead="Cô dạy chữ cho cả xóm.")
    review.open(submit_for_approval(story, by=editor))
    story.lead = "Cô dạy chữ cho cả tỉnh."
    story.save_revision(user=editor)

    after = review.approve()

    html = text_of(after)
    assert SINCE in html
    assert '<span class="deletion">xóm.</span>' in html
    assert '<span class="addition">tỉnh.</span>' in html
    assert "đã sửa nội dung sau khi trình" in str(*get_messages(after.wsgi_request))
    assert not Approval.objects.of(story).exists()


def test_shows_what_changed_in_a_snippet(review, editor):
    person = SpokespersonFactory(position="Phó Hiệu trưởng")
    review.open(submit_for_approval(person, by=editor))
    person.position = "Quyền Hiệu trưởng"
    person.save_revision(user=editor)

    html = text_of(review.approve())

    assert SINCE in html
    assert "Quyền" in html


def test_shows_the_principal_his_own_later_change(review, editor, principal):
    story = StoryPageFactory(title="Cô Lan")
    review.open(submit_for_approval(story, by=editor))
    story.title = "Cô giáo Lan"
    story.save_revision(user=principal)

    refused = review.approve()

    assert '<span class="addition">giáo' in text_of(refused)
    review.token = refused.context["token"]
    review.approve()
    assert Approval.objects.of(story).get().title == "Cô giáo Lan"


def test_says_that_only_a_file_changed(review, editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(
        title="Quyết định", file=ContentFile(b"ban goc", name="qd.txt")
    )
    link = f'<p><a linktype="document" id="{document.pk}">Quyết định</a></p>'
    story = StoryPageFactory(body=[("paragraph", link)])
    review.open(submit_for_approval(story, by=editor))
    document.file = ContentFile(b"ban khac", name="qd2.txt")
    document.file_hash = ""
    document.save()

    refused = review.approve()

    assert SINCE in text_of(refused)
    assert "Chỉ có một ảnh hoặc tài liệu" in text_of(refused)
    assert not Approval.objects.of(story).exists()
    review.token = refused.context["token"]
    review.approve()
    assert Approval.objects.of(story).exists()


def test_says_that_what_he_saw_is_not_kept(review, editor, principal):
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=editor)
    story.lead = "Hiệu trưởng sửa."
    own = story.save_revision(user=principal)
    review.open(submission)
    story.lead = "Hiệu trưởng sửa lần nữa."
    story.save_revision(user=principal, overwrite_revision=own)

    assert "đọc lại toàn bộ" in text_of(review.approve())


def test_says_that_it_was_only_saved_again(review, editor):
    story = StoryPageFactory()
    review.open(submit_for_approval(story, by=editor))
    story.save_revision(user=editor)

    assert "chỉ được lưu lại, không có gì thay đổi" in text_of(review.approve())


@pytest.mark.parametrize("seen", ["", "khac", "1", ":", "99999999:abc", "²:x"])
def test_an_address_of_something_else_shows_nothing(seen, client, editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))

    page = client.get(url, {"seen": seen})

    assert page.context["since"] is None
    assert SINCE not in text_of(page)


def test_a_revision_of_another_text_is_not_shown(client, editor, principal):
    other = StoryPageFactory(lead="Chuyện của lớp khác.").save_revision()
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))

    page = client.get(url, {"seen": f"{other.pk}:abc"})

    assert Revision.objects.filter(pk=other.pk).exists()
    assert "lớp khác" not in text_of(page)


def test_an_untouched_text_shows_nothing(review, editor, client):
    review.open(submit_for_approval(StoryPageFactory(), by=editor))

    page = client.get(review.url, {"seen": review.token})

    assert SINCE not in text_of(page)


def test_a_text_that_has_just_come_waits_since_a_moment_ago(client, editor, principal):
    submit_for_approval(StoryPageFactory(), by=editor)
    client.force_login(principal)

    html = text_of(client.get(reverse("wagtail_kehoach_approval:queue")))

    assert "Trần Minh Quân trình, vừa xong" in html
    assert "0\N{NO-BREAK SPACE}phút" not in html


def test_a_text_that_comes_back_shows_what_was_asked_and_what_was_done(
    review, editor, principal, client
):
    story = StoryPageFactory(lead="Cô dạy chữ cho cả xóm.")
    first = submit_for_approval(story, by=editor)
    decisions.send_back(first, user=principal, comment="Xóm nào? Hãy ghi rõ.")
    story.lead = "Cô dạy chữ cho cả tỉnh."
    review.open(submit_again(story, by=editor))

    html = text_of(client.get(review.url))

    assert "Những gì đã sửa từ lúc trả lại" in html
    assert "Xóm nào? Hãy ghi rõ." in html
    assert '<span class="addition">tỉnh.' in html


def test_what_was_returned_before_an_approval_is_settled(
    review, editor, principal, client
):
    story = StoryPageFactory(lead="Cô dạy chữ cho cả xóm.")
    first = submit_for_approval(story, by=editor)
    decisions.send_back(first, user=principal, comment="Xóm nào?")
    decisions.approve(submit_again(story, by=editor), user=principal)
    story.refresh_from_db()
    story.lead = "Câu khác."
    review.open(submit_for_approval(story, by=editor))

    assert "Xóm nào?" not in client.get(review.url).content.decode()


def test_an_approved_page_is_one_click_away(review, editor):
    story = StoryPageFactory()
    review.open(submit_for_approval(story, by=editor))

    after = review.approve().content.decode()

    assert f'href="{story.url}"' in after
    assert "Xem trang" in after
