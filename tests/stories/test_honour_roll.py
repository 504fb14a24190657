"""The roll of honour lists what is public and commended, year by year, at one cost."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import SchoolYear
from wagtail_kehoach.pages.models import HonourRollPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def roll(site):
    """The roll of honour that setting up makes."""
    return HonourRollPage.objects.get()


@pytest.fixture
def commended(publish):
    """A public story with a commendation."""

    def make(**said):
        return publish(StoryPageFactory(commended=True, **said))

    return make


def read(client, roll, query=""):
    response = client.get(roll.url + query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_who_was_commended_with_what(client, roll, commended):
    story = commended(
        subject="Cô Nguyễn Thị Lan",
        commendation_body="UBND xã Suối Trăng",
    )

    html = read(client, roll)

    for words in (
        "Cô Nguyễn Thị Lan",
        "Giấy khen",
        "318/QĐ-UBND",
        "18/11/2026",
        story.url,
    ):
        assert words in html


def test_drafts_private_stories_and_those_without_are_not_on_it(
    client, roll, commended, publish
):
    publish(StoryPageFactory(subject="Không khen"))
    StoryPageFactory(subject="Bản nháp", commendation_title="Giấy khen")
    private = commended(subject="Riêng tư")
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.LOGIN
    )
    gone = commended(subject="Đã gỡ")
    gone.unpublish()

    html = read(client, roll)

    for name in ("Không khen", "Bản nháp", "Riêng tư", "Đã gỡ"):
        assert name not in html
    assert "Chưa có mục nào được đăng." in html


def test_the_latest_school_year_comes_first_and_one_can_be_chosen(
    client, roll, commended
):
    latest, before = SchoolYear.objects.order_by("-starts_on")[:2]
    commended(subject="Thầy Hải", school_year=before)
    commended(subject="Cô Lan", school_year=latest)

    html = read(client, roll)
    places = [html.index(f">Năm học {latest.name}<"), html.index("Cô Lan"),
              html.index(f">Năm học {before.name}<"), html.index("Thầy Hải")]  # fmt: skip
    assert places == sorted(places)

    html = read(client, roll, f"?nam-hoc={before.name}")
    assert "Thầy Hải" in html
    assert "Cô Lan" not in html


def test_it_costs_the_same_however_long_it_is(
    client, roll, commended, django_assert_max_num_queries
):
    commended()
    read(client, roll)
    with django_assert_max_num_queries(8) as one:
        read(client, roll)
    years = SchoolYear.objects.all()
    for number in range(4):
        commended(school_year=years[number % 2])

    with django_assert_max_num_queries(len(one)):
        read(client, roll)
