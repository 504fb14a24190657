"""Somebody who keeps the registry of consents, and a post that rests on one."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings

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
