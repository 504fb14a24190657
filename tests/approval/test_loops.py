"""A page whose title went from A to B and back leads nowhere, once it is taken down."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def redirects(settings):
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    ]


@pytest.fixture
def rename(editor, principal, django_capture_on_commit_callbacks):
    def to(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            return approved(page, by=editor, principal=principal)

    return to


@pytest.fixture
def story(rename):
    return rename(StoryPageFactory(title="Em Minh"), "em-minh")


def test_there_and_back_answers_404(client, story, rename):
    story = rename(rename(story, "em-minh-lop-8"), "em-minh")

    story.unpublish()

    assert client.get(story.url).status_code == 404


def test_what_was_left_from_before_goes_when_the_page_is_taken_down(client, story):
    Redirect.add_redirect(story.url, redirect_to=story, automatically_created=True)

    story.unpublish()

    assert client.get(story.url).status_code == 404


def test_an_older_address_still_leads_to_the_page(client, story, rename):
    before = story.url
    story = rename(story, "em-minh-lop-8")

    assert client.get(before).url == story.get_url()
