"""Pages are found by the days they bear, and results show number and day."""

import datetime as dt

import pytest

from tests.committed import searches_uncommitted
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    task,
)
from wagtail_kehoach.organisation.models import SchoolYear

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]
DAY = dt.date(2026, 11, 5)


def listed(client, query):
    answer = client.get("/tim-kiem/", {"q": query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


@pytest.mark.parametrize(
    "query",
    ["05/11/2026", "5-11-2026", "ngày 05 tháng 11 năm 2026", "5/11", "ngay 5 thang 11",
     "11/2026", "tháng 11/2026", "tháng 11 năm 2026", "Cô Lan 05/11/2026",
     "5 November 2026", "November 2026"],
)  # fmt: skip
def test_a_story_is_found_by_its_day_however_it_is_written(client, publish, query):
    publish(StoryPageFactory(title="Cô Lan", post_date=DAY))
    publish(StoryPageFactory(title="Cô Lan hôm sau", post_date=dt.date(2026, 10, 6)))

    assert listed(client, query) == ["Cô Lan"]


def test_the_numbers_of_a_day_are_no_words(client, publish):
    publish(StoryPageFactory(title="Lớp của em", post_date=DAY))

    for query in ("lớp 5", "11", "2026", "11/5/2026"):
        assert listed(client, query) == [], query


def test_a_text_that_says_the_day_comes_before_a_page_that_bears_it(client, publish):
    publish(
        StoryPageFactory(title="Khai giảng 05/11/2026", post_date=dt.date(2026, 9, 1))
    )
    publish(StoryPageFactory(title="Cô Lan", post_date=DAY))

    assert listed(client, "05/11/2026") == ["Khai giảng 05/11/2026", "Cô Lan"]


def test_a_plan_is_found_by_the_days_of_its_document_its_time_and_its_tasks(
    client, publish
):
    due = task("Đọc sách", due_type="on", due_on=dt.date(2026, 12, 24))
    publish(
        PlanPageFactory(
            title="Thư viện mở",
            number="12",
            issued_on=DAY,
            starts_on=dt.date(2026, 9, 1),
            ends_on=dt.date(2027, 5, 31),
            tasks=[due],
        )
    )

    for query in ("05/11/2026", "01/09/2026", "31/05/2027", "24/12/2026"):
        assert listed(client, query) == ["Thư viện mở"], query


def test_a_foreign_item_is_found_by_the_days_of_its_event(client, publish):
    publish(
        ForeignInfoPageFactory(
            title="Đoàn khách",
            post_date=dt.date(2026, 10, 1),
            event_starts_on=DAY,
            event_ends_on=dt.date(2026, 11, 7),
        )
    )

    assert listed(client, "05/11/2026") == listed(client, "7/11/2026") == ["Đoàn khách"]


def test_a_result_shows_kind_number_and_day(client, publish):
    plan = publish(PlanPageFactory(title="Thư viện mở", number="12", issued_on=DAY))

    html = client.get("/tim-kiem/", {"q": "thu vien"}).content.decode()
    answer = client.get("/tim-kiem/", {"q": "thu vien", "dang": "json"}).json()

    assert (
        f'Kế hoạch truyền thông · <span class="kh-whole">Số {plan.number_and_symbol}</span>'
        in html
    )
    assert '<time datetime="2026-11-05">05/11/2026</time>' in html
    [result] = answer["results"]
    assert (result["number"], result["date"]) == (plan.number_and_symbol, "2026-11-05")
    assert "\t" not in result["excerpt"]


def test_the_excerpt_marks_no_number_that_is_none_of_the_day(client, publish):
    publish(StoryPageFactory(title="Cô Lan", lead="Lớp có 11 em.", post_date=DAY))

    html = client.get("/tim-kiem/", {"q": "05/11/2026"}).content.decode()

    assert "Lớp có 11 em." in html


def test_pages_are_found_by_the_school_year_they_belong_to(client, publish):
    this, last = (
        SchoolYear.objects.get_or_create(
            starts_on=dt.date(first, 9, 7),
            defaults={
                "first_term_ends_on": dt.date(first + 1, 1, 16),
                "ends_on": dt.date(first + 1, 5, 31),
            },
        )[0]
        for first in (2026, 2025)
    )
    publish(StoryPageFactory(title="Cô Lan", school_year=this, lead="Năm nay."))
    publish(StoryPageFactory(title="Cô Mai", school_year=last, lead="Năm học nào."))

    for query in ("Năm học 2026-2027", "2026 - 2027", "cô năm học 2026/2027"):
        assert listed(client, query) == ["Cô Lan"], query
    for query in ('"năm học 2026-2027"', "2026", "năm học 2027-2028", "mai 2026-2027"):
        assert listed(client, query) == [], query
