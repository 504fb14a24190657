"""Somebody who keeps the registry of consents, and a post that rests on one."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent.takedown import enforce

LINK = '<p><a linktype="document" id="{}">Xem</a></p>'


@pytest.fixture
def keeper(site):
    user = UserFactory(username="vanthu")
    user.groups.add(Group.objects.get(name=kehoach_settings.CONSENT_GROUP))
    return user


@pytest.fixture
def consent():
    return ConsentFactory()


@pytest.fixture
def picture():
    return Image.objects.create(title="Ảnh lớp", file=get_test_image_file())


@pytest.fixture
def document():
    file = ContentFile(b"Khen em Minh", name="qd-318.txt")
    return Document.objects.create(title="Quyết định 318", file=file)


@pytest.fixture
def published(consent, picture, document, editor, principal):
    """Publishes a story with a child on its list, the picture and the document."""

    def publish(**said):
        story = StoryPageFactory(
            picture=picture,
            picture_alt="Một em",
            body=[("paragraph", LINK.format(document.pk))],
            **said,
        )
        story.people = [consent.person]
        return approved(story, by=editor, principal=principal)

    return publish


@pytest.fixture
def withdraw(consent, django_capture_on_commit_callbacks):
    """Takes back what was agreed to, and lets the portal act on it."""

    def end():
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        with django_capture_on_commit_callbacks(execute=True):
            enforce([consent.person_id])

    return end


def is_hidden(item):
    """Whether the file of ``item`` is at its address no more."""
    return not item.file.storage.exists(item.file.name)
