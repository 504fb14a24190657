"""The form of a guarded page: its address."""

import pytest

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import StoryPageFactory


@pytest.fixture
def send(client, editor):
    """Save the form of a story as the editor; returns the story as it was written."""
    client.force_login(editor)

    def send(story, **changes):
        answer = client.post(edit_url(story), form_data(story, editor, **changes))
        assert answer.status_code == 302
        return story.revisions.latest("pk").as_object()

    return send


@pytest.fixture
def story(site):
    return StoryPageFactory(title="Cũ", slug="cu")


def test_an_address_left_empty_is_made_of_the_title(send, story):
    written = send(story, slug="", title="Người đưa đò ở bến Đình")

    assert written.slug == "nguoi-dua-do-o-ben-dinh"


def test_an_address_made_of_the_title_is_one_that_nobody_has(send, story):
    StoryPageFactory(slug="nguoi-dua-do")

    assert send(story, slug="", title="Người đưa đò").slug == "nguoi-dua-do-2"


def test_an_address_that_was_typed_stays(send, story):
    assert send(story, slug="rieng", title="Người đưa đò").slug == "rieng"


def test_a_page_without_a_title_is_told_of_the_title_only(client, editor, story):
    client.force_login(editor)

    answer = client.post(edit_url(story), form_data(story, editor, slug="", title=""))

    assert list(answer.context["form"].errors) == ["title"]
