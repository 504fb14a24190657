"""Our pages answer who may read them as Wagtail does, with fewer statements."""

import pytest
from wagtail.models import Page, PageViewRestriction

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.indexes.restrictions import paths_restricted
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage


@pytest.fixture
def story(editor, principal):
    """A public story."""
    return approved(StoryPageFactory(), by=editor, principal=principal)


def restrict(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


def asked(page):
    """What our page answers, after comparing it with what Wagtail's would."""
    found = set(page.get_view_restrictions())
    assert found == set(Page.objects.get(pk=page.pk).get_view_restrictions())
    return found


def test_a_public_page_takes_one_statement(story, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert not list(story.get_view_restrictions())


def test_its_own_and_those_above_it_hold(story, site):
    made = [restrict(p) for p in (story, story.get_parent(), site.root_page)]

    assert asked(story) == set(made)


def test_those_beside_it_do_not(story):
    beside = StoryPageFactory()
    restrict(beside)

    assert asked(story) == set()


def test_an_alias_takes_those_of_its_source(story):
    alias = story.create_alias(parent=story.get_parent(), update_slug="ban-hai")
    made = restrict(story)

    assert asked(StoryPage.objects.get(pk=alias.pk)) == {made}


def test_a_page_below_an_alias_takes_those_of_the_source_above(story, site):
    index = StoryIndexPage.objects.get()
    alias = index.create_alias(
        parent=site.root_page, update_slug="gioi-thieu", recursive=True
    )
    made = restrict(index)

    below = StoryPage.objects.child_of(alias).get()
    assert asked(below) == {made}
    moved = StoryPageFactory(parent=Page.objects.get(pk=alias.pk))
    assert asked(moved) == {made}


@pytest.mark.parametrize("where", [lambda s: s, lambda s: s.get_parent()])
def test_a_visitor_of_a_private_page_is_sent_to_log_in(client, story, where):
    restrict(where(story))

    response = client.get(story.url)

    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_story_takes_six_statements(client, story, django_assert_num_queries):
    client.get(story.url)

    with django_assert_num_queries(6):
        client.get(story.url)


def test_a_restriction_elsewhere_leaves_the_page_open(client, story):
    restrict(StoryPageFactory())

    assert client.get(story.url).status_code == 200


def test_paths_that_not_everybody_may_read_take_one_statement(
    story, django_assert_num_queries
):
    restrict(story.get_parent())
    restrict(story)

    with django_assert_num_queries(1):
        assert set(paths_restricted()) == {story.path, story.get_parent().path}


@pytest.mark.parametrize("where", [lambda s: s, lambda s: s.get_parent()])
def test_an_alias_of_a_private_page_is_in_no_listing(story, site, where):
    elsewhere = site.root_page.add_child(
        instance=StoryIndexPage(title="Gương sáng", slug="guong-sang")
    )
    alias = story.create_alias(parent=elsewhere)
    assert list(elsewhere.get_entries()) == [alias]

    restrict(where(story))

    assert alias.path in paths_restricted()
    assert list(StoryIndexPage.objects.get(pk=elsewhere.pk).get_entries()) == []


def test_what_lies_below_a_private_page_is_in_no_listing(story, site):
    restrict(site.root_page)
    index = StoryIndexPage.objects.get()

    assert list(index.get_entries()) == [story]


def test_who_may_read_a_private_index_finds_its_entries(client, story, editor):
    restrict(StoryIndexPage.objects.get())
    client.force_login(editor)

    page = client.get(StoryIndexPage.objects.get().url).content.decode()

    assert story.title in page
