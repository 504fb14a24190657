"""What people in the admin type into a field for searching, and what comes of it."""

import unicodedata

import pytest
from django.urls import reverse

from tests.committed import searches_uncommitted
from tests.factories.consent import PersonFactory
from tests.factories.organisation import UnitFactory
from tests.factories.pages import PlanPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from wagtail_kehoach.models import StoryCampaign

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]

LISTINGS = {
    "pages": "wagtailadmin_pages:search",
    "plans": "kehoach_plans:index",
    "chooser": "wagtailadmin_choose_page_search",
    "images": "wagtailimages:index",
    "documents": "wagtaildocs_chooser:choose_results",
    "spokespersons": "wagtailsnippets_wagtail_kehoach_spokesperson:list",
    "people": "wagtailsnippets_wagtail_kehoach_person:list",
    "units": "kehoach_units:index",
    "bodies": "kehoach_bodies:index",
    "themes": "kehoach_themes:index",
    "calls": "kehoach_campaigns:index",
    "takedowns": "kehoach_takedowns:index",
}
HOSTILE = ["xyzxyz", '"', "(", "*", "a AND", "NEAR(", "😀", "\x00", "12/kh", "x" * 1000]


@pytest.fixture
def search(client, superuser):
    """What the listing of that name shows for a query."""
    client.force_login(superuser)

    def search(listing, query):
        answer = client.get(reverse(LISTINGS[listing]), {"q": query})
        assert answer.status_code == 200
        return answer.content.decode()

    return search


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_query_that_finds_nothing_is_no_fault(search, listing):
    for query in HOSTILE:
        search(listing, query)


def test_how_many_pages_were_found_is_said_without_english(search):
    PlanPageFactory(title="Chuyện lạ trong vườn trường")

    page = " ".join(search("pages", "chuyen la trong").split())

    assert "1–1 trong tổng số 1 <" in page


@pytest.mark.parametrize(
    "query", ["dang thi", "ĐẶNG", unicodedata.normalize("NFD", "đặng")]
)
def test_people_in_the_registry_are_found_without_accents(search, query):
    PersonFactory(full_name="Đặng Thị Bích Vân")
    PersonFactory(full_name="Trần Minh Quân")

    page = search("people", query)

    assert "Đặng Thị Bích Vân" in page
    assert "Trần Minh Quân" not in page


def test_accents_that_were_typed_count_in_the_registry(search):
    PersonFactory(full_name="Lê Hoà")
    PersonFactory(full_name="Lê Hoa")

    assert "Lê Hoà" in search("people", "hòa")
    assert "Lê Hoa<" not in search("people", "hòa")


def test_a_call_for_stories_is_found_by_its_topic(search):
    StoryCampaign.objects.create(topic="Gương sáng quanh em")

    assert "Gương sáng quanh em" in search("calls", "guong SANG")


def test_a_unit_is_found_by_its_other_names(search):
    UnitFactory(name="Tổ Khoa học tự nhiên", other_names="Tổ Lý – Hoá")

    assert "Tổ Khoa học tự nhiên" in search("units", "to li")


def test_a_spokesperson_is_found_by_the_position(search):
    SpokespersonFactory(name="Nguyễn Văn Thành", position="Hiệu trưởng")

    assert "Nguyễn Văn Thành" in search("spokespersons", "hieu tr")


@pytest.mark.parametrize("query", ["31/KH-THCSBM", "31/kh", "31 thcsbm"])
@pytest.mark.parametrize("listing", ["pages", "plans", "chooser"])
def test_a_plan_is_found_by_its_number_while_it_is_typed(search, listing, query):
    PlanPageFactory(title="Truyền thông năm học", number="31", symbol="KH-THCSBM")

    assert "Truyền thông năm học" in search(listing, query)
