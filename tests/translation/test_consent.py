"""A post in another language is foreign-language information: that has to be agreed to."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.approval import roads
from tests.factories.consent import ConsentFactory
from tests.factories.organisation import ThemeFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.consent import findings
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.consent.public import posts_to_ask
from wagtail_kehoach.consent.scheduled import scheduled_showing, schedules_to_ask
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.languages.queries import source_of
from wagtail_kehoach.models import SharedPost
from wagtail_kehoach.pages.models import StoryIndexPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"),
        reason="Run with --ds=tests.settings_localize.",
    ),
]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SAID = {"subject": "Minh, grade 8", "lead": "Minh gave back a purse."}


def ids_in(client, url):
    root = ElementTree.fromstring(client.get(url).content)
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    found = root.findall("a:entry", ATOM)
    return language, [entry.findtext("a:id", namespaces=ATOM) for entry in found]


@pytest.fixture
def consent():
    return ConsentFactory(for_foreign=False)


@pytest.fixture
def story(site, languages, consent):
    page = StoryPageFactory(parent=StoryIndexPage.objects.get())
    page.people = [consent.person]
    page.themes = [ThemeFactory(slug="guong-sang")]
    return languages.publish(page)


def test_a_story_for_the_portal_is_not_translated_without_the_purpose(
    languages, consent, story
):
    draft = languages.draft(story, title="Minh", **SAID)
    assert [person.pk for person in draft.people.all()] == [consent.person_id]

    with pytest.raises(ApprovalRefused, match="Chưa có sự đồng ý"):
        languages.publish(draft)

    consent.for_foreign = True
    consent.save()
    assert languages.publish(draft).live


def test_the_translation_goes_and_the_source_stays(client, languages, consent, story):
    consent.for_foreign = True
    consent.save()
    english = languages.translated(story, **SAID)
    consent.for_foreign = False
    consent.save()

    call_command("enforce_consents")

    story.refresh_from_db()
    english.refresh_from_db()
    assert (story.live, english.live) == (True, False)


@pytest.fixture
def english(languages, consent):
    """Public, and made before anybody was listed."""
    page = StoryPageFactory(
        parent=StoryIndexPage.objects.get(locale__language_code="vi")
    )
    return languages.translated(languages.publish(page), **SAID)


def list_in_the_source(languages, english, person):
    source = source_of(english)
    source.people = [person]
    return languages.publish(source)


def test_a_child_listed_later_is_asked_in_the_translation_too(
    languages, consent, english, committed
):
    consent.for_foreign = True
    consent.save()

    source = committed(lambda: list_in_the_source(languages, english, consent.person))
    english.refresh_from_db()
    assert english.live
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    enforce([consent.person_id])

    source.refresh_from_db()
    english.refresh_from_db()
    assert (source.live, english.live) == (False, False)


def test_a_child_listed_later_without_the_purpose_ends_the_translation_at_once(
    languages, consent, english, committed
):
    source = committed(lambda: list_in_the_source(languages, english, consent.person))

    english.refresh_from_db()
    assert (source.live, english.live) == (True, False)


def test_a_draft_of_a_public_source_changes_nothing_until_it_is_published(
    client, languages, consent, english, editor, committed
):
    source = source_of(english)
    source.people = [consent.person]
    committed(lambda: source.save_revision(user=editor))
    call_command("enforce_consents")

    english.refresh_from_db()
    assert english.live


def test_a_source_that_is_not_public_counts_as_its_draft_lists_at_once(
    client, languages, consent, english, editor, principal, committed
):
    source = source_of(english)
    committed(source.unpublish)
    english.refresh_from_db()
    assert english.live
    source.refresh_from_db()
    draft = source.get_latest_revision_as_object()
    client.force_login(editor)
    data = roads.form_data(draft, editor) | {"people": [sign(consent.person_id)]}

    committed(lambda: client.post(roads.edit_url(source), data))

    assert [*source_of(english).people.all()] == [consent.person]
    english.refresh_from_db()
    assert not english.live


def test_the_translation_waiting_for_its_hour_is_asked_too(
    languages, consent, english, editor, principal
):
    consent.for_foreign = True
    consent.save()
    list_in_the_source(languages, english, consent.person)
    english.refresh_from_db()
    english.unpublish()
    english.go_live_at = timezone.now() + dt.timedelta(hours=1)
    languages.publish(english)
    assert scheduled_showing([consent.person_id])[0].people == {consent.person_id}

    consent.for_foreign = False
    consent.save()

    assert schedules_to_ask(timezone.localdate(), [consent.person_id])


def test_the_translator_is_told_whom_only_the_source_lists(languages, consent, english):
    consent.for_foreign = True
    consent.save()
    list_in_the_source(languages, english, consent.person)

    said = f"Bản gốc còn ghi tên {consent.person}."
    assert any(said in point for point in english.points_to_check())


def test_what_the_portal_holds_has_the_translation_that_only_the_source_lists(
    languages, consent, english
):
    consent.for_foreign = True
    consent.save()
    place = SharedPost.objects.create(
        page_id=english.pk, title=english.title, place="Facebook"
    )
    before = {found.text for found in findings.about(consent.person)}
    assert not any(english.title in text for text in before)

    source = list_in_the_source(languages, english, consent.person)

    found = {(row.text, row.perhaps) for row in findings.about(consent.person)}
    assert (f"{source.title} (đang đăng)", False) in found
    assert (f"{english.title} (đang đăng)", False) in found
    assert any(place.place in text for text, _perhaps in found)


def test_whom_the_source_lists_costs_the_same_however_many_there_are(
    languages, consent, english
):
    consent.for_foreign = True
    consent.save()
    list_in_the_source(languages, english, consent.person)
    day = timezone.localdate()

    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert not list(posts_to_ask(day))
        return len(asked)

    cost()
    one = cost()
    for _number in range(2):
        source = source_of(english)
        page = StoryPageFactory(parent=source.get_parent())
        languages.translated(languages.publish(page), **SAID)

    assert cost() == one


def test_feeds_speak_one_language_and_name_each_version_apart(
    client, languages, consent, story
):
    consent.for_foreign = True
    consent.save()
    section = story.get_parent().specific.copy_for_translation(
        languages.locale("en"), copy_parents=True
    )
    section.title, section.intro = "Good examples", ""
    decisions.approve_setup(section)
    english = languages.translated(story, **SAID)
    own = reverse("wagtail_kehoach:index_feed", args=(story.get_parent().pk,))
    there = reverse("wagtail_kehoach:index_feed", args=(english.get_parent().pk,))
    theme = reverse("wagtail_kehoach:theme_feed", args=("guong-sang",))

    language, ids = ids_in(client, own)
    assert (language, ids) == ("vi", [f"urn:uuid:{story.translation_key}"])
    assert ids_in(client, theme) == (language, ids)
    language, others = ids_in(client, there)
    assert language == "en"
    assert len(others) == 1
    assert others != ids


@pytest.mark.parametrize("scheduled", [False, True])
def test_a_translation_with_the_full_name_goes_when_that_ends(languages, scheduled):
    """The source has the first name, and the translation the whole one without accents."""
    minh = ConsentFactory(
        person__full_name="Nguyễn Hoàng Minh", for_foreign=True, for_full_name=True
    )
    source = StoryPageFactory(parent=StoryIndexPage.objects.get())
    source.people = [minh.person]
    source.themes = [ThemeFactory(slug="guong-sang")]
    source = languages.publish(source)
    hour = timezone.now() + dt.timedelta(days=1)
    said = {"subject": "Nguyen Hoang Minh, grade 8", "lead": "Minh gave back a purse."}
    if scheduled:
        said["go_live_at"] = hour
    english = languages.translated(source, **said)
    waiting = english.revisions.filter(approved_go_live_at__isnull=False)
    english.refresh_from_db()
    assert (english.live, waiting.exists()) == (not scheduled, scheduled)

    minh.for_full_name = False
    minh.save()
    enforce([minh.person_id])

    source.refresh_from_db()
    english.refresh_from_db()
    assert (source.live, english.live, waiting.exists()) == (True, False, False)
