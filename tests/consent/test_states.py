"""What keepers read of each consent: what it covers, whether it holds, who is missing."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/wagtail_kehoach/person/"


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


def d(day):
    return day.strftime("%d/%m/%Y")


@pytest.fixture(autouse=True)
def signed_in(client, keeper):
    client.force_login(keeper)


@pytest.fixture
def read(client):
    def page(person=None):
        path = f"{LIST}edit/{person.pk}/" if person else LIST
        return client.get(path).content.decode()

    return page


STATES = [
    ({}, "Cổng thông tin của trường: còn hiệu lực, không ghi ngày cuối"),
    ({"ends_on": 9}, "còn hiệu lực đến hết ngày {day}"),
    ({"starts_on": 9}, "có hiệu lực từ ngày {day}"),
    ({"ends_on": -9}, "đã hết hiệu lực sau ngày {day}"),
    ({"withdrawn_on": -9}, "đã rút lại ngày {day}"),
    ({"child_agreed": False}, "chưa có hiệu lực: từ bảy tuổi"),
    ({"representative_agreed": False}, "chưa có hiệu lực: còn phải có"),
]


@pytest.mark.parametrize(("facts", "said"), STATES)
def test_the_list_and_the_entry_say_what_holds(read, facts, said):
    days = {k: ahead(v) for k, v in facts.items() if k.endswith("_on")}
    consent = ConsentFactory(**{**facts, **days})
    said = said.format(day=d(next(iter(days.values()), ahead(0))))

    assert said in read()
    assert said in read(consent.person)


def test_the_list_says_what_holds_rather_than_what_ended(read):
    person = PersonFactory()
    ConsentFactory(person=person, for_portal=False, for_press=True, ends_on=ahead(-9))
    assert "Báo chí: đã hết" in read()

    ConsentFactory(person=person)

    assert "Báo chí: đã hết" not in read()
    assert "Báo chí: đã hết" in read(person)


def test_the_list_costs_as_much_for_many(client):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        return len(queries)

    ConsentFactory()
    statements()
    one = statements()
    ConsentFactory.create_batch(4)

    assert statements() == one


def test_electronic_is_offered_for_an_answer_by_link_only(read):
    consent = ConsentFactory()
    assert 'value="electronic"' not in read(consent.person)

    ConsentFactory(person=consent.person, basis="electronic", agreed_at=timezone.now())

    assert read(consent.person).count('value="electronic" selected') == 1


def test_the_list_says_where_nobody_agreed_to_anything(read):
    PersonFactory()

    assert "chưa có sự đồng ý" in read()
