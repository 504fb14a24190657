"""A consent is given by link and withdrawn by link: nothing public shows the child then."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import TestCase
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import PersonFactory, asked
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from tests.front_cache import Remembering
from wagtail_kehoach.consent import links
from wagtail_kehoach.models import PictureBasis
from wagtail_kehoach.pages.models import HonourRollPage, StoryIndexPage

TITLE = "Em Minh nhặt được của rơi"


@pytest.fixture
def committed():
    def act(function, *args):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return function(*args)

    return act


@pytest.fixture
def link(client, keeper, committed):
    """The link by which the mother and the pupil said yes."""
    person = PersonFactory(representative="Lê Thị Hoa")
    question = asked(person, by=keeper)
    url = f"/dong-y/{links.issue(question, user=keeper)}/"
    yes = {"representative-portal": "yes", "child-portal": "yes"}
    committed(client.post, url, yes)
    return url, person


@pytest.fixture
def story(link, settings, tmp_path, editor, principal, committed):
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = Image.objects.create(title="Em Minh", file=get_test_image_file())
    PictureBasis.objects.create(image=picture).people.add(link[1])
    page = StoryPageFactory(
        title=TITLE,
        picture=picture,
        picture_alt="Em Minh trả ví",
        commended=True,
        parent=StoryIndexPage.objects.get(),
    )
    return committed(lambda: approved(page, by=editor, principal=principal))


def test_a_withdrawal_by_link_leaves_nothing_public(
    client, link, story, committed, settings
):
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "tests.front_cache.Remembering"}
    }
    Remembering.forgotten.clear()
    index = story.get_parent()
    feed = reverse("wagtail_kehoach:index_feed", args=(index.pk,))
    roll = HonourRollPage.objects.get()
    public = [story.url, index.url, roll.url, feed]
    if connection.vendor != "mysql":  # MariaDB finds committed rows only
        public.append("/tim-kiem/?q=nhat+duoc+cua+roi")
        public.append("/tim-kiem/?q=nhat+duoc+cua+roi&dang=json")
    assert all(TITLE in said(client, url) for url in public)
    picture = Image.objects.get()
    files = [picture.file.name, *(r.file.name for r in picture.renditions.all())]
    assert len(files) > 2
    assert all(map(default_storage.exists, files))
    cached = [page.full_url for page in (index, roll, index.get_parent())]
    cached += [rendition.full_url for rendition in picture.renditions.all()]

    committed(client.post, f"{link[0]}rut-lai/", {"all": "yes"})

    assert client.get(story.url).status_code == 404
    for url in public[1:]:
        assert TITLE not in said(client, url)
    assert not any(map(default_storage.exists, files))
    assert set(cached) <= set(Remembering.forgotten)


def said(client, url):
    """What the public reads at an address."""
    answer = client.get(url)
    if answer["Content-Type"] == "application/json":
        return str(answer.json())
    return answer.content.decode()
