"""Feeds: what everybody may read, at a constant cost, gone when it is taken down."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.pages.models import StoryIndexPage

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def index(site):
    """The list of stories."""
    return StoryIndexPage.objects.get()


def address_of(index):
    return reverse("wagtail_kehoach:index_feed", args=(index.pk,))


def theme_address(theme):
    return reverse("wagtail_kehoach:theme_feed", args=(theme.slug,))


def entries(client, url):
    """The entries of the feed at ``url``, by what a reader shows of each."""
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    return [
        {
            "title": entry.findtext("a:title", namespaces=ATOM),
            "summary": entry.findtext("a:summary", namespaces=ATOM),
            "link": entry.find("a:link", ATOM).get("href"),
            "published": entry.findtext("a:published", namespaces=ATOM),
        }
        for entry in root.findall("a:entry", ATOM)
    ]


def test_the_feed_of_an_index_gives_title_lead_day_and_address(client, publish, index):
    story = publish(
        StoryPageFactory(
            title="Cô Lan & lớp học",
            lead="Tối nào <cũng> sáng đèn.",
            post_date=dt.date(2026, 11, 20),
        )
    )
    StoryPageFactory(title="Bản nháp")

    assert entries(client, address_of(index)) == [
        {
            "title": "Cô Lan & lớp học",
            "summary": "Tối nào &lt;cũng&gt; sáng đèn.",
            "link": story.full_url,
            "published": "2026-11-20T00:00:00+07:00",
        }
    ]


def test_caches_ask_again_before_they_show_a_feed(client, index):
    assert "no-cache" in client.get(address_of(index))["Cache-Control"]


def test_what_is_taken_down_is_gone_from_the_feeds(client, publish, index):
    theme = ThemeFactory()
    story = StoryPageFactory()
    story.themes = [theme]
    story = publish(story)
    urls = [address_of(index), theme_address(theme)]
    assert [len(entries(client, url)) for url in urls] == [1, 1]

    story.unpublish()

    assert [entries(client, url) for url in urls] == [[], []]


@pytest.mark.parametrize("above", [False, True])
def test_what_not_everybody_may_read_is_in_no_feed(client, publish, index, above):
    theme = ThemeFactory()
    story = StoryPageFactory()
    story.themes = [theme]
    story = publish(story)
    PageViewRestriction.objects.create(
        page=index if above else story, restriction_type=PageViewRestriction.LOGIN
    )

    assert entries(client, theme_address(theme)) == []
    if above:
        assert client.get(address_of(index)).status_code == 404
    else:
        assert entries(client, address_of(index)) == []


def test_the_feed_of_a_theme_has_posts_of_every_kind_the_latest_first(client, publish):
    theme = ThemeFactory(name="An toàn trường học")
    made = [
        (StoryPageFactory, "Chuyện cũ", dt.date(2026, 9, 1)),
        (ForeignInfoPageFactory, "Giao lưu", dt.date(2026, 10, 1)),
        (StoryPageFactory, "Chuyện mới", dt.date(2026, 11, 1)),
    ]
    for factory, title, day in made:
        post = factory(title=title, post_date=day)
        post.themes = [theme]
        publish(post)
    publish(StoryPageFactory(title="Chủ đề khác"))

    titles = [entry["title"] for entry in entries(client, theme_address(theme))]

    assert titles == ["Chuyện mới", "Giao lưu", "Chuyện cũ"]


def test_there_is_no_feed_of_what_is_no_index(client, publish, site):
    story = publish(StoryPageFactory())

    for url in (address_of(story), address_of(site.root_page)):
        assert client.get(url).status_code == 404
    missing = reverse("wagtail_kehoach:theme_feed", args=("khong-co",))
    assert client.get(missing).status_code == 404


def test_a_feed_costs_the_same_however_much_it_has(
    client, publish, index, django_assert_max_num_queries
):
    publish(StoryPageFactory())
    client.get(address_of(index))
    with django_assert_max_num_queries(8) as one:
        client.get(address_of(index))
    for _number in range(3):
        publish(StoryPageFactory())

    with django_assert_max_num_queries(len(one)):
        client.get(address_of(index))


def test_the_index_page_names_its_feeds(client, publish, index):
    theme = ThemeFactory()
    story = StoryPageFactory()
    story.themes = [theme]
    publish(story)

    html = client.get(f"{index.url}?chu-de={theme.slug}").content.decode()

    for url in (address_of(index), theme_address(theme)):
        assert 'type="application/atom+xml"' in html
        assert f'href="{url}"' in html
