"""Who may speak to the press is found by name, on the page that says so."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.committed import searches_uncommitted
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Mandate
from wagtail_kehoach.pages.models import StoryIndexPage
from wagtail_kehoach.search.documents import entry_of

pytestmark = searches_uncommitted

PAGE = ["Người phát ngôn"]


@pytest.fixture
def speaking(site, editor, principal, django_capture_on_commit_callbacks):
    """An approved spokesperson with a mandate that ends today."""
    today = timezone.localdate()
    mandate = Mandate(
        role=Mandate.Role.AUTHORISED,
        scope="Tuyển sinh lớp 6",
        starts_on=today,
        ends_on=today,
    )
    person = SpokespersonFactory(
        name="Lê Thị Nhung",
        position="Phó Hiệu trưởng",
        phone="024 3826 1234",
        email="pho@thcsbinhminh.edu.vn",
        mandates=[mandate],
    )
    with django_capture_on_commit_callbacks(execute=True):
        return approved(person, by=editor, principal=principal)


def listed(client, query):
    answer = client.get("/tim-kiem/", {"q": query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


@pytest.mark.parametrize(
    "query",
    ["le thi nhung", "Phó Hiệu trưởng", "tuyển sinh", "Nhung phát ngôn",
     "024 3826 1234", "02438261234", "024.3826.1234", "(024) 3826 1234", "3826 1234",
     "pho@thcsbinhminh.edu.vn", "uỷ quyền phát ngôn", "uy quyen",
     f"{timezone.localdate():%d/%m/%Y}"],
)  # fmt: skip
def test_the_page_is_found_by_who_is_on_it(client, speaking, query):
    assert listed(client, query) == PAGE


def test_the_result_says_who_may_speak_about_what(client, speaking):
    answer = client.get("/tim-kiem/", {"q": "tuyển sinh", "dang": "json"}).json()

    [result] = answer["results"]
    today = f"{timezone.localdate():%d/%m/%Y}"
    assert result["excerpt"] == (
        "Lê Thị Nhung, Phó Hiệu trưởng: Tuyển sinh lớp 6. "
        f"Được uỷ quyền phát ngôn về một việc. Đến hết ngày {today}. "
        "024 3826 1234, pho@thcsbinhminh.edu.vn"
    )


def test_whoever_is_only_proposed_is_not_found(client, site):
    SpokespersonFactory(name="Lê Thị Nhung")

    assert listed(client, "le thi nhung") == []


def test_a_mandate_that_has_ended_is_found_no_longer(
    client, speaking, django_capture_on_commit_callbacks
):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Mandate.objects.update(starts_on=yesterday, ends_on=yesterday)

    with django_capture_on_commit_callbacks(execute=True):
        enforce()

    assert listed(client, "le thi nhung") == []


def test_whoever_is_withdrawn_is_found_no_longer(
    client, speaking, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        speaking.unpublish()

    assert listed(client, "le thi nhung") == []


def test_other_pages_cost_nothing_more(client, speaking, django_assert_num_queries):
    page = StoryIndexPage.objects.get()
    entry_of(page)
    with django_assert_num_queries(0):
        entry_of(page)
