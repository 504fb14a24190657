"""The search at the address of another language: its pages, its words, and the way back."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.committed import searches_uncommitted
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import Mandate
from wagtail_kehoach.pages.models import SpokespersonIndexPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"),
        reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
    ),
    searches_uncommitted,
]


@pytest.fixture
def item(languages, committed):
    """A public item in Vietnamese, with an English translation."""
    source = committed(lambda: languages.source(title="Học sinh hai nước gặp nhau"))
    committed(lambda: languages.translated(source))
    return source


def listed(client, address, **query):
    answer = client.get(address, {**query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


def test_it_finds_the_pages_of_its_language_only(client, item):
    assert listed(client, "/en/tim-kiem/", q="countries meet") == [
        "Pupils of two countries meet"
    ]
    assert listed(client, "/en/tim-kiem/", q="hoc sinh hai nuoc") == []
    assert listed(client, "/lo/tim-kiem/", q="countries meet") == []
    assert "Học sinh hai nước gặp nhau" in listed(
        client, "/tim-kiem/", q="hoc sinh hai nuoc"
    )


def test_it_speaks_its_language(client, item):
    page = client.get("/en/tim-kiem/", {"q": "countries"}).content.decode()

    assert '<html lang="en">' in page
    assert "1 result" in page
    assert "Foreign-information item" in page


def test_where_it_finds_nothing_it_leads_to_the_vietnamese_search(client, item):
    for code, words in {
        "en": "Nothing in English has all of these words.",
        "lo": "ບໍ່ມີເນື້ອໃນເປັນພາສາລາວ",
    }.items():
        page = client.get(f"/{code}/tim-kiem/", {"q": "hai nước"}).content.decode()

        assert words in page
        assert 'href="/tim-kiem/?q=hai+n%C6%B0%E1%BB%9Bc"' in page
        assert "Không có trang nào" not in page


def test_before_anything_was_asked_it_shows_its_own_pages(client, item):
    page = client.get("/en/tim-kiem/").content.decode()

    assert "Recently added" in page
    assert "Pupils of two countries meet" in page
    assert "Học sinh hai nước gặp nhau" not in page
    assert client.get("/km/tim-kiem/").status_code == 200


def test_who_speaks_is_said_there_without_vietnamese_words(
    languages, editor, principal
):
    today = timezone.localdate()
    mandate = Mandate(
        role=Mandate.Role.AUTHORISED,
        scope="Tuyển sinh lớp 6",
        starts_on=today,
        ends_on=today,
    )
    person = SpokespersonFactory(
        name="Lê Thị Nhung", position="Phó Hiệu trưởng", mandates=[mandate]
    )
    approved(person, by=editor, principal=principal)
    page = SpokespersonIndexPage.objects.get(locale=languages.locale("vi"))
    there = SpokespersonIndexPage(locale=languages.locale("en"), path=page.path)

    [said], [abroad] = page.search_texts(), there.search_texts()
    assert said.startswith("Lê Thị Nhung, Phó Hiệu trưởng: Tuyển sinh lớp 6. Được uỷ")
    assert abroad.startswith("Lê Thị Nhung. Authorised for one matter. Until ")


@pytest.mark.parametrize("address", ["/tim-kiem/", "/en/tim-kiem/"])
@pytest.mark.parametrize(
    "query", ["countries meet", "xyz abc countries", "pupilss", ""]
)
def test_no_search_takes_more_than_six_statements(client, item, address, query):
    client.get(address, {"q": query})

    with CaptureQueriesContext(connection) as asked:
        client.get(address, {"q": query})

    assert len(asked) <= 6, [one["sql"][:150] for one in asked]
