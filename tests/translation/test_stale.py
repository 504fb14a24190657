"""The source moved on: its translation says so, to editors and to readers."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import Revision

from tests.approval import roads
from tests.factories.consent import PersonFactory
from wagtail_kehoach.models import Approval

from .conftest import fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
LIST = "wagtail_kehoach_translations"
SCREEN = "wagtail_kehoach_translation"
STALE = "That text has changed since"


def move_on(languages, source, lead="Học sinh hai nước cùng trồng cây."):
    """The source with another text that the principal approved."""
    source = type(source).objects.get(pk=source.pk)
    source.lead = lead
    return languages.publish(source)


def read(client, page):
    return client.get(page.url).content.decode()


def open_screen(client, page, user):
    client.force_login(fresh(user))
    response = client.get(reverse(SCREEN, args=(page.pk,)))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def source(languages):
    return languages.source()


@pytest.fixture
def english(languages, source):
    return languages.translated(source)


def test_a_reader_reads_which_text_was_translated(client, source, english):
    html = read(client, english)

    day = localtime(source.last_published_at)
    assert f"Translated from the text of {day.day} {day:%B %Y}." in html
    assert STALE not in html
    assert "Translated from" not in read(client, source)


def test_a_reader_is_told_that_the_source_moved_on(client, languages, source, english):
    source = move_on(languages, source)

    html = read(client, english)

    assert STALE in html
    assert f'href="{source.url}" hreflang="vi">Read the current text</a>' in html


def test_the_same_text_published_again_changes_nothing(
    client, languages, source, english
):
    move_on(languages, source, lead=source.lead)

    assert STALE not in read(client, english)


def test_a_draft_of_the_source_changes_nothing(client, editor, source, english):
    roads.add_draft(source, by=editor)

    assert STALE not in read(client, english)


def test_what_no_reader_reads_changes_nothing(
    client, editor, languages, source, english
):
    source = type(source).objects.get(pk=source.pk)
    source.people = [PersonFactory(child=False, born_on=None)]
    source.search_description = "Học sinh hai nước"
    languages.publish(source)

    assert STALE not in read(client, english)
    client.force_login(fresh(editor))
    html = client.get(reverse(LIST), {"only": "stale"}).content.decode()
    assert "kh-queue__title" not in html


def test_a_version_that_is_kept_no_more_counts_as_another_text(
    client, languages, source, english
):
    followed = source.live_revision_id
    move_on(languages, source, lead=source.lead)
    source = type(source).objects.get(pk=source.pk)
    source.people = [PersonFactory(child=False, born_on=None)]
    languages.publish(source)
    Revision.objects.filter(pk=followed).delete()

    assert STALE in read(client, english)


def test_the_record_keeps_what_was_translated(source, english):
    kept = Approval.objects.of(english).first().checks["source"]

    assert kept["revision"] == source.live_revision_id


def test_the_screen_shows_what_changed_in_the_source(
    client, editor, languages, source, english
):
    move_on(languages, source)

    html = open_screen(client, english, editor)

    assert "Bản gốc đã thay đổi những gì" in html
    assert "trồng cây" in html


def test_the_form_says_that_the_source_moved_on(
    client, editor, languages, source, english
):
    move_on(languages, source)
    client.force_login(fresh(editor))

    html = client.get(roads.edit_url(english)).content.decode()

    assert "Bản gốc đã thay đổi từ đó." in html
    assert reverse(SCREEN, args=(english.pk,)) in html


def test_a_translator_who_worked_it_in_says_so(
    client, editor, languages, source, english
):
    move_on(languages, source)
    client.force_login(fresh(editor))

    client.post(reverse(SCREEN, args=(english.pk,)), {"action": "follow"})

    assert STALE in read(client, english)  # the public text was approved before
    english.refresh_from_db()
    english.lead = "Pupils planted trees together."
    languages.publish(english)
    assert STALE not in read(client, english)


def test_the_list_has_the_stale_ones_first_and_alone(
    client, editor, languages, source, english
):
    other = languages.translated(languages.source(), title="Another exchange")
    move_on(languages, source)
    client.force_login(fresh(editor))

    everything = client.get(reverse(LIST)).content.decode()
    stale = client.get(reverse(LIST), {"only": "stale"}).content.decode()

    titles = re.findall(r'kh-queue__title"[^>]*>([^<]+)<', everything)
    assert titles == [english.title, other.title]
    assert re.findall(r'kh-queue__title"[^>]*>([^<]+)<', stale) == [english.title]


def test_the_list_costs_the_same_however_many_there_are(
    client, editor, languages, english
):
    client.force_login(fresh(editor))

    def cost():
        client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(LIST))
        return len(asked)

    one = cost()
    for title in ("Second", "Third"):
        languages.draft(languages.source(), "lo", title=title)

    assert cost() == one


@pytest.mark.parametrize("action", ["get", "post"])
def test_whoever_may_not_edit_the_page_sees_nothing(client, english, action):
    from tests.factories.users import UserFactory

    stranger = UserFactory()
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    response = getattr(client, action)(
        reverse(SCREEN, args=(english.pk,)), {"action": "follow"}
    )

    assert response.status_code in (302, 403)


def test_a_source_has_no_such_screen(client, editor, source):
    client.force_login(fresh(editor))

    assert client.get(reverse(SCREEN, args=(source.pk,))).status_code == 404


def test_wagtail_localize_s_copy_follows_the_public_source(
    languages, source, editor, committed
):
    from wagtail_localize.operations import translate_object

    languages.section_of(source)

    committed(lambda: translate_object(source, [languages.locale()], user=editor))

    page = source.get_translation(languages.locale())
    assert page.kehoach_translation_basis.revision_id == source.live_revision_id
