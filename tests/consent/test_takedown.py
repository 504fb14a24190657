"""An ended consent acts at once, once, and leaves a record."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Image.objects.create(title="Em Minh", file=get_test_image_file())


@pytest.fixture
def consent():
    return ConsentFactory()


@pytest.fixture
def story(consent, editor, principal):
    page = StoryPageFactory(title="Em Minh nhặt được của rơi")
    page.people = [consent.person]
    return approved(page, by=editor, principal=principal)


def end(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()


def test_the_post_is_gone_recorded_and_told_once(
    client, story, consent, django_capture_on_commit_callbacks
):
    assert client.get(story.url).status_code == 200
    end(consent)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")
        call_command("enforce_consents")

    assert client.get(story.url).status_code == 404
    record = Takedown.objects.get()
    assert story.title == record.title
    assert "rút lại" in record.reason
    told = [m.subject for m in mail.outbox if m.subject.startswith("Đã gỡ")]
    assert told == [f"Đã gỡ: {story.title}"]
    assert find_problems().problems == []


def test_what_still_has_consent_stays(client, story):
    call_command("enforce_consents")

    assert client.get(story.url).status_code == 200
    assert not Takedown.objects.exists()


def test_the_picture_is_replaced_and_its_renditions_are_gone(
    picture, consent, editor, principal, django_capture_on_commit_callbacks
):
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    story = StoryPageFactory(picture=picture, picture_alt="Em Minh")
    approved(story, by=editor, principal=principal)
    rendition = picture.get_rendition("width-100")
    storage, old, small = picture.file.storage, picture.file.name, rendition.file.name
    end(consent)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")

    picture.refresh_from_db()
    assert picture.file.name != old
    assert not storage.exists(old)
    assert not storage.exists(small)
    assert not picture.renditions.exists()
    assert PictureBasis.objects.get(image=picture).withheld
    assert story.title in Takedown.objects.get(title="Em Minh").address
