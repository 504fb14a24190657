"""The form of a guarded page: its address."""

import pytest
from django.urls import reverse

from tests.approval.roads import edit_url, form_data
from tests.factories.consent import PersonFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.pages.models import StoryPage


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


def test_a_new_page_takes_no_address_that_another_has(client, editor, story):
    """The browser writes the address while the title is typed, and cannot know."""
    StoryPageFactory(parent=story.get_parent(), slug="nguoi-dua-do")
    client.force_login(editor)
    add = reverse(
        "wagtailadmin_pages:add",
        args=("wagtail_kehoach_pages", "storypage", story.get_parent().pk),
    )

    client.post(
        add, form_data(story, editor, title="Người đưa đò", slug="nguoi-dua-do")
    )

    new = StoryPage.objects.latest("pk")
    assert (new.title, new.slug) == ("Người đưa đò", "nguoi-dua-do-2")


def test_an_address_that_was_typed_stays(send, story):
    assert send(story, slug="rieng", title="Người đưa đò").slug == "rieng"


def test_a_page_without_a_title_is_told_of_the_title_only(client, editor, story):
    client.force_login(editor)

    answer = client.post(edit_url(story), form_data(story, editor, slug="", title=""))

    assert list(answer.context["form"].errors) == ["title"]


def test_everything_that_stands_in_the_way_is_said_at_once(client, editor, story):
    """A title that is missing, somebody without consent, and a passage on private life."""
    person = PersonFactory(full_name="Lê Minh An")
    client.force_login(editor)
    changes = {
        "title": "",
        "lead": "Em mồ côi từ nhỏ.",
        "people": [sign(person.pk)],
        "action-submit": "1",
        "kehoach_seen": [],
    }

    answer = client.post(edit_url(story), form_data(story, editor) | changes)

    errors = answer.context["form"].errors
    assert set(errors) == {"title", "kehoach_seen", "kehoach_checks", "__all__"}
    assert person.full_name in str(errors["__all__"])


def test_a_title_is_one_line(send, story):
    assert send(story, title="Người đưa đò\n  ở bến Đình ").title == (
        "Người đưa đò ở bến Đình"
    )


def test_a_draft_with_the_title_of_another_page_gets_an_address_of_its_own(send, story):
    StoryPageFactory(slug="khai-giang")
    draft = StoryPageFactory(slug="nhap", live=False)

    written = send(draft, title="Khai giảng", slug="khai-giang")

    assert written.slug == "khai-giang-2"


def test_an_address_that_was_chosen_and_is_taken_is_refused(client, editor, story):
    StoryPageFactory(slug="khai-giang")
    client.force_login(editor)

    said = form_data(story, editor, title="Khác", slug="khai-giang")
    answer = client.post(edit_url(story), said)

    assert list(answer.context["form"].errors) == ["slug"]


def test_a_preview_that_lost_its_form_is_told_kindly(client, editor):
    story = StoryPageFactory()
    client.force_login(editor)

    answer = client.get(reverse("wagtailadmin_pages:preview_on_edit", args=(story.pk,)))

    assert answer.status_code == 200
    assert "Chưa xem trước được" in answer.content.decode()
