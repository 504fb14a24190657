"""Pictures and documents of a post that somebody deletes."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.consent.conftest import LINK, is_hidden
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def delete(client, principal, django_capture_on_commit_callbacks):
    """By the screen of a principal, for one post or for several."""

    def by(road, *stories):
        client.force_login(principal)
        if road == "taken down before":
            stories[0].unpublish()
        if road == "in bulk":
            address = reverse(
                "wagtail_bulk_action", args=("wagtailcore", "page", "delete")
            )
            address += "?" + "&".join(f"id={story.pk}" for story in stories)
        else:
            address = reverse("wagtailadmin_pages:delete", args=(stories[0].pk,))
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address)
        client.logout()
        for story in stories:
            assert not type(story).objects.filter(pk=story.pk).exists()

    return by


@pytest.mark.parametrize("road", ["its screen", "in bulk", "taken down before"])
def test_they_go_behind_the_gate_and_people_are_told(
    published, delete, client, picture, document, road
):
    address = document.url
    delete(road, published(title="Em Minh vui"))

    assert is_hidden(picture)
    assert is_hidden(document)
    assert client.get(address).status_code != 200
    (record,) = Takedown.objects.all()
    assert record.title == "Em Minh vui"
    assert "Ảnh lớp" in record.reason
    assert "Quyết định 318" in record.reason
    assert any("Em Minh vui" in message.subject for message in mail.outbox)


def test_two_posts_that_are_deleted_together_keep_nothing_for_each_other(
    published, delete, picture, document
):
    delete("in bulk", published(title="Bài một"), published(title="Bài hai"))

    assert is_hidden(picture)
    assert is_hidden(document)


def test_what_another_post_shows_stays_until_the_consent_ends(
    published, delete, picture, document, withdraw, editor, principal, consent
):
    other = StoryPageFactory(
        title="Bài khác",
        picture=picture,
        picture_alt="Một lớp",
        body=[("paragraph", LINK.format(document.pk))],
    )
    other = approved(other, by=editor, principal=principal)
    delete("its screen", published(title="Em Minh vui"))
    assert not is_hidden(picture)
    assert not is_hidden(document)
    assert not Takedown.objects.exists()

    other.unpublish()
    withdraw()

    assert is_hidden(picture)
    assert is_hidden(document)
    (record,) = Takedown.objects.all()
    assert record.title == "Em Minh vui"
    assert consent.person.full_name in record.reason

    withdraw()
    assert Takedown.objects.count() == 1


def test_of_a_post_without_people_they_stay(
    picture, document, delete, editor, principal
):
    body = [("paragraph", LINK.format(document.pk))]
    story = StoryPageFactory(picture=picture, picture_alt="Sân", body=body)
    delete("its screen", approved(story, by=editor, principal=principal))

    assert not is_hidden(picture)
    assert not is_hidden(document)


def test_whom_it_showed_is_kept_without_names(published, delete, consent):
    delete("its screen", published(title="Em Minh vui"))

    (entry,) = PageLogEntry.objects.filter(action="kehoach.post_deleted")
    assert entry.data["people"] == [consent.person_id]
    assert consent.person.full_name not in str(entry.data)
