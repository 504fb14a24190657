"""One body has one register, under whatever name and spelling its documents are issued."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories.registration import kept_elsewhere, registered, yesterday
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import Body, Register, RegisterEntry
from wagtail_kehoach.organisation.queries import name_key
from wagtail_kehoach.registration import sequences
from wagtail_kehoach.registration.correcting import correct_date
from wagtail_kehoach.registration.documents import replaceable
from wagtail_kehoach.registration.forms import known_bodies

SHORT, LONG = "TRƯỜNG THPT X", "Trường Trung học phổ thông X"


def missing():
    return [spans for _book, spans in sequences.gaps(Register.objects.all())]


def test_two_spellings_share_one_register(publish, clerk):
    first = registered(publish(issuing_body=SHORT), by=clerk)
    second = registered(publish(issuing_body=LONG), by=clerk, replaces=first)

    assert (first.number, second.number) == (1, 2)
    assert second.register == first.register
    assert list(replaceable(LONG)) == list(replaceable(SHORT)) == [second]
    assert known_bodies() == [SHORT]


def test_a_body_that_is_renamed_in_the_middle_of_the_year(publish, clerk):
    body = Body.objects.create(name="Trường THPT Cũ")
    first = registered(publish(issuing_body="TRƯỜNG THPT CŨ"), by=clerk)
    body.name, body.other_names = "Trường THPT Mới", "Trường THPT Cũ"
    body.save()

    second = registered(publish(issuing_body="TRƯỜNG THPT MỚI"), by=clerk)
    third = registered(publish(issuing_body="TRƯỜNG THPT CŨ"), by=clerk)

    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert Register.objects.count() == 1


def test_the_clerk_is_told_that_a_second_register_begins(client, publish, clerk):
    registered(publish(), by=clerk)
    other = publish(issuing_body="TRƯỜNG THPT MỚI")
    client.force_login(clerk)

    where = reverse("wagtail_kehoach_register:register", args=[other.pk])

    assert "Số này mở sổ mới" in client.get(where).content.decode()


def test_another_year_begins_anew_under_either_name(publish, clerk):
    past = {"number": "41", "issued_on": dt.date(2025, 12, 30)}
    registered(publish(issuing_body=LONG, **past), by=clerk)

    entry = registered(publish(issuing_body=SHORT), by=clerk)

    assert (entry.number, entry.register.year) == (1, yesterday().year)


# Registers that were begun under two spellings, by a version that kept them apart


@pytest.fixture
def twins(clerk):
    """SHORT has 1 to 3 and 6, LONG has 1, 2 and 4."""

    def begin(body, *numbers):
        year = yesterday().year
        said = {"body": body, "body_key": name_key(body), "year": year, "series": "KH"}
        register = Register.objects.create(**said, last_number=max(numbers))
        for number in numbers:
            RegisterEntry.objects.create(
                register=register, number=number, date=yesterday(), title=f"{number}"
            )
        return register

    return begin(SHORT, 1, 2, 3, 6), begin(LONG, 1, 2, 4)


def test_a_corrected_date_keeps_the_order_of_both(clerk, twins):
    entry = twins[0].entries.get(number=3)
    after = {"number": 4, "register": twins[1]}
    RegisterEntry.objects.filter(**after).update(date=yesterday() - dt.timedelta(2))

    with pytest.raises(RegistrationRefused, match="số sau không thể ghi ngày sớm hơn"):
        correct_date(entry, yesterday() - dt.timedelta(1), reason="Gõ nhầm", user=clerk)


@pytest.mark.parametrize("body", [SHORT, LONG])
def test_numbers_go_on_after_the_highest(body, publish, clerk, twins):
    entries = [registered(publish(issuing_body=body), by=clerk) for _ in range(2)]

    assert [entry.number for entry in entries] == [7, 8]
    assert {entry.register for entry in entries} == {twins[0]}
    assert missing() == [[(5, 5)]]


@pytest.mark.parametrize("body", [SHORT, LONG])
@pytest.mark.parametrize("number", [3, 4])
def test_a_number_of_either_is_not_given_again(number, body, publish, clerk, twins):
    with pytest.raises(RegistrationRefused, match="đã cấp cho"):
        registered(
            publish(issuing_body=body, number=str(number), issued_on=yesterday()),
            by=clerk,
        )
    with pytest.raises(RegistrationRefused, match="đã cấp cho"):
        kept_elsewhere(number, number, by=clerk, body=body)

    assert kept_elsewhere(5, 5, by=clerk, body=body)
    assert missing() == []


def test_the_bodies_are_asked_for_once(plan, clerk, django_assert_num_queries):
    registered(plan, by=clerk)
    book = Register.objects.get()

    with django_assert_num_queries(5):
        assert sequences.last_entry(book).number == 1
        assert sequences.entry_with(book, 1, "").page_id == plan.pk
        assert sequences.numbers_between(book, 1, 3) == [(2, 3)]
