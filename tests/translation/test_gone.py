"""The source is taken down or deleted: its translations stay, and everybody is told."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from tests.approval import roads

from .conftest import fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
LIST = "wagtail_kehoach_translations"
SCREEN = "wagtail_kehoach_translation"
TO_READERS = "That text is not public any more."
TAKEN_DOWN = "Bản gốc của bản dịch này không còn công khai."
DELETED = "Bản gốc của bản dịch này đã bị xoá."


@pytest.fixture
def source(languages):
    return languages.source()


@pytest.fixture
def english(languages, source):
    return languages.translated(source)


def take_down(source):
    type(source).objects.get(pk=source.pk).unpublish()


def delete(source):
    type(source).objects.get(pk=source.pk).delete()


def read(client, url, user=None):
    if user:
        client.force_login(fresh(user))
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


ENDS = pytest.mark.parametrize(
    ("end", "said"), [(take_down, TAKEN_DOWN), (delete, DELETED)]
)


@ENDS
def test_readers_are_told(client, source, english, end, said):
    assert TO_READERS not in read(client, english.url)

    end(source)

    html = read(client, english.url)
    assert TO_READERS in html
    assert "Read the current text" not in html


@pytest.mark.parametrize("who", ["editor", "principal"])
@ENDS
def test_list_home_page_form_and_screen_say_so(
    client, request, source, english, end, said, who
):
    user = request.getfixturevalue(who)
    home = reverse("wagtailadmin_home")
    assert said not in read(client, home, user)

    end(source)

    screen = reverse(SCREEN, args=(english.pk,))
    down = reverse("wagtailadmin_pages:unpublish", args=(english.pk,))
    for url in (home, reverse(LIST), f"{reverse(LIST)}?only=stale"):
        html = read(client, url)
        assert said in html
        assert screen in html
    assert said in read(client, roads.edit_url(english))
    html = read(client, screen)
    assert said in html
    assert (down in html) is (who == "principal")


@ENDS
def test_who_approves_the_next_version_is_told(source, english, end, said):
    end(source)

    english = type(english).objects.get(pk=english.pk)
    assert TAKEN_DOWN in english.points_to_check()


def test_a_draft_without_its_source_needs_nobody(client, editor, languages, source):
    languages.draft(source)
    take_down(source)

    assert TAKEN_DOWN not in read(client, reverse(LIST), editor)


def test_a_source_that_was_never_public_is_not_gone(client, editor, languages):
    from tests.factories.pages import ForeignInfoPageFactory

    section = languages.source().get_parent()
    draft = ForeignInfoPageFactory(parent=section, live=False)
    draft.save_revision()
    english = languages.translated(draft)

    assert TO_READERS not in read(client, english.url)
    assert TAKEN_DOWN not in read(client, reverse(LIST), editor)


def test_a_page_without_a_source_is_no_translation(client, editor, languages, english):
    Page.objects.get(pk=english.pk).kehoach_translation_basis.delete()
    delete(type(english).objects.get(locale=languages.locale("vi")))

    assert english.title not in read(client, reverse(LIST), editor)
    assert client.get(reverse(SCREEN, args=(english.pk,))).status_code == 404


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_whoever_takes_the_source_down_is_told_what_stays(
    client, principal, source, english, action
):
    client.force_login(fresh(principal))

    answer = client.post(
        reverse(f"wagtailadmin_pages:{action}", args=(source.pk,)), follow=True
    )

    html = answer.content.decode()
    assert f"Bản dịch “{english.title}” (English) vẫn công khai." in html
    assert reverse(SCREEN, args=(english.pk,)) in html


def test_without_its_source_it_does_not_go_over_to_passages(
    client, editor, source, english
):
    delete(source)
    client.force_login(fresh(editor))

    url = reverse(SCREEN, args=(english.pk,))
    answer = client.post(url, {"action": "start"}, follow=True)

    assert DELETED in answer.content.decode()
    assert client.post(url, {"action": "follow"}).status_code == 404


def test_the_home_page_costs_the_same_however_many_there_are(
    client, editor, languages, source, english
):
    take_down(source)
    client.force_login(fresh(editor))
    home = reverse("wagtailadmin_home")

    def cost():
        client.get(home)
        with CaptureQueriesContext(connection) as asked:
            client.get(home)
        return len(asked)

    one = cost()
    for number in range(2):
        other = languages.source()
        languages.translated(other, title=f"Another exchange {number}")
        take_down(other)

    assert cost() == one
