"""The public search page."""

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor == "mysql",
        reason="MariaDB finds committed rows only: see tests/evaluate/search.py",
    ),
]


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


def listed(client, **query):
    answer = client.get("/tim-kiem/", {**query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


def test_a_visitor_finds_a_page_and_sees_where(client, publish):
    page = publish(
        StoryPageFactory(title="Cô Lan", lead="Tấm gương <vượt khó> của tổ Toán.")
    )

    html = client.get("/tim-kiem/", {"q": "vuot kho"}).content.decode()

    assert f'href="{page.url}"' in html
    assert "&lt;<mark>vượt khó</mark>&gt;" in html
    assert "1 kết quả" in html


def test_drafts_private_and_unpublished_pages_never_appear(client, publish):
    StoryPageFactory(title="Nháp vượt khó")
    private = publish(StoryPageFactory(title="Riêng vượt khó"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    publish(StoryPageFactory(title="Gỡ vượt khó")).unpublish()

    assert listed(client, q="vuot kho") == []


def test_results_can_be_narrowed_to_a_kind(client, publish):
    publish(StoryPageFactory(title="Gương vượt khó"))

    assert listed(client, q="guong", loai="storypage") == ["Gương vượt khó"]
    assert "Gương vượt khó" not in listed(client, q="guong", loai="storyindexpage")


@pytest.mark.parametrize(
    "query", [{}, {"q": "…"}, {"q": "xyzkhongco"}, {"q": "a", "trang": "x"}]
)
def test_an_empty_result_is_no_error(client, site, query):
    assert client.get("/tim-kiem/", query).status_code == 200


def test_the_number_of_statements_is_constant(
    client, publish, django_assert_max_num_queries
):
    for number in range(3):
        publish(StoryPageFactory(title=f"Vượt khó {number}"))
    listed(client, q="vuot kho")

    with django_assert_max_num_queries(6):
        assert len(listed(client, q="vuot kho")) == 3
