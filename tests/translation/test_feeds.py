"""The feed of a theme in another language: its own posts, under its own name."""

from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.urls import reverse

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.models import GlossaryTerm
from wagtail_kehoach.pages.models import StoryIndexPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"),
        reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
    ),
]

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def theme():
    return ThemeFactory(
        name="Giao lưu quốc tế", description="Học sinh các nước gặp nhau."
    )


@pytest.fixture
def item(theme, languages):
    """A public story of the theme, with a translation."""
    page = StoryPageFactory(
        parent=StoryIndexPage.objects.get(locale=languages.locale("vi")),
        title="Giao lưu với bạn Lào",
    )
    page.themes = [theme]
    page = languages.publish(page)
    languages.translated(page, subject="Ms Lan")
    return page


@pytest.fixture
def name_in_english(theme, languages):
    return GlossaryTerm.objects.create(
        term=theme.name,
        locale=languages.locale("en"),
        translation="Exchange with other countries",
        source="Sở Ngoại vụ",
    )


def address_in(code, theme):
    return reverse("wagtail_kehoach:theme_feed_in", args=(theme.slug, code))


def read(client, url):
    """Language, title and titles of the entries of a feed, and all of its text."""
    response = client.get(url)
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    lang = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return lang, root.findtext(f"{ATOM}title"), titles, response.content.decode()


def test_each_feed_has_the_posts_of_its_language(client, item, theme, name_in_english):
    own = reverse("wagtail_kehoach:theme_feed", args=(theme.slug,))

    assert read(client, own)[2] == ["Giao lưu với bạn Lào"]
    language, title, titles, text = read(client, address_in("en", theme))
    assert language == "en"
    assert title.startswith("Exchange with other countries")
    assert titles == ["Pupils of two countries meet"]
    assert "Học sinh các nước" not in text


def test_without_a_name_in_the_glossary_there_is_no_feed(client, item, theme):
    assert client.get(address_in("en", theme)).status_code == 404


@pytest.mark.parametrize("code", ["vi", "lo", "khong-co"])
def test_there_is_none_of_the_source_or_of_a_language_without_pages(
    client, item, theme, name_in_english, code
):
    assert client.get(address_in(code, theme)).status_code == 404


def test_the_list_in_that_language_names_its_feed(
    client, item, theme, languages, name_in_english
):
    section = item.get_parent().specific.get_translation(languages.locale("en"))
    if section.alias_of_id:
        section.alias_of = None
    section.title, section.intro = "Good examples", ""
    decisions.approve_setup(section)

    html = client.get(f"{section.url}?chu-de={theme.slug}").content.decode()

    assert f'href="{address_in("en", theme)}"' in html
    assert 'title="Exchange with other countries"' in html
