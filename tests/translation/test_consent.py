"""A post in another language is foreign-language information: that has to be agreed to."""

from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from tests.factories.consent import ConsentFactory
from tests.factories.organisation import ThemeFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.exceptions import ApprovalRefused
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


def test_who_is_listed_in_the_source_later_counts_for_its_translation(
    client, languages, consent, story
):
    consent.for_foreign = True
    consent.save()
    english = languages.translated(story, **SAID)
    later = ConsentFactory(person__full_name="Trần Bảo An", for_foreign=True)
    story = type(story).objects.get(pk=story.pk)
    story.people = [consent.person, later.person]
    story = languages.publish(story)
    assert [person.pk for person in english.people.all()] == [consent.person_id]
    assert type(english).objects.get(pk=english.pk).why_not_agreed() is None
    later.for_foreign = False
    later.save()

    assert "Trần Bảo An" in type(english).objects.get(pk=english.pk).why_not_agreed()
    call_command("enforce_consents")

    story.refresh_from_db()
    english.refresh_from_db()
    assert (story.live, english.live) == (True, False)


def test_the_source_itself_is_asked_for_its_own_draft_alone(languages, consent, story):
    consent.for_portal = False
    consent.save()
    draft = type(story).objects.get(pk=story.pk)
    assert draft.why_not_agreed()

    draft.people = []

    assert draft.why_not_agreed() is None


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
