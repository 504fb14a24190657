"""A public post from whose list somebody was taken off, and that is otherwise the same."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def consent():
    return ConsentFactory(person=PersonFactory(full_name="Lê Thị Hoà"))


@pytest.fixture
def picture():
    return Image.objects.create(title="Ảnh lớp", file=get_test_image_file())


@pytest.fixture
def story(consent, picture, editor, principal):
    """Public; the child was on its list when it was published first."""
    story = StoryPageFactory(
        title="Nhặt được của rơi", picture=picture, picture_alt="Một em"
    )
    story.people = [consent.person]
    story = approved(story, by=editor, principal=principal)
    draft = story.get_latest_revision_as_object()
    draft.people = []
    return approved(draft, by=editor, principal=principal)


def withdraw(consent, run):
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    with run(execute=True):
        enforce([consent.person_id])


@pytest.fixture
def mailed(keeper):
    keeper.email = "vanthu@truong.example"
    keeper.save()
    mail.outbox.clear()


def test_keepers_are_told_to_look_at_it_with_its_pictures(
    story, consent, mailed, django_capture_on_commit_callbacks
):
    withdraw(consent, django_capture_on_commit_callbacks)

    (message,) = mail.outbox
    said = " ".join(message.body.split())
    assert story.title in said
    assert "đã bỏ khỏi danh sách" in said
    assert "Ảnh lớp" in said
    story.refresh_from_db()
    assert story.live


def test_a_keeper_takes_it_down_with_its_pictures(
    story, consent, picture, keeper, client, django_capture_on_commit_callbacks
):
    withdraw(consent, django_capture_on_commit_callbacks)
    client.force_login(keeper)
    address = reverse("wagtail_kehoach_mentions", args=(consent.person_id,))
    assert story.title in client.get(address).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"page": story.pk})

    story.refresh_from_db()
    assert not story.live
    assert not picture.file.storage.exists(picture.file.name)
    (record,) = Takedown.objects.all()
    assert "Lê Thị Hoà" in record.reason


def test_nobody_is_asked_to_look_at_a_post_whose_draft_alone_listed_the_person(
    consent, editor, principal, mailed, django_capture_on_commit_callbacks
):
    story = StoryPageFactory(title="Bài khác")
    story.people = [consent.person]
    story.save_revision(user=editor)
    story.people = []
    approved(story, by=editor, principal=principal)

    withdraw(consent, django_capture_on_commit_callbacks)

    assert mail.outbox == []
