"""Signing authorities that end soon: who is told, and when nobody needs to be."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.users import UserFactory
from wagtail_kehoach.approval.standing import ending_authorities
from wagtail_kehoach.models import SigningAuthority

HEADING = "Thẩm quyền ký sắp hết hạn"


@pytest.fixture
def today(site):
    return timezone.localdate()


@pytest.fixture
def give(today):
    """An authority of ``user`` from and until so many days from today."""

    def create(user, until=None, since=-100, **said):
        return SigningAuthority.objects.create(
            user=user,
            capacity=said.pop("capacity", "KT."),
            starts_on=today + dt.timedelta(days=since),
            ends_on=None if until is None else today + dt.timedelta(days=until),
            **said,
        )

    return create


@pytest.fixture
def holder(site):
    return UserFactory(username="pho", first_name="Phạm", last_name="Thị Hoa")


def home(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("until", [0, 1, 30])
def test_ends_within_thirty_days(until, give, holder, today):
    authority = give(holder, until)

    assert ending_authorities(today) == [authority]


@pytest.mark.parametrize("until", [None, 31, -1])
def test_has_no_end_or_a_late_or_a_past_one(until, give, holder, today):
    give(holder, until)

    assert ending_authorities(today) == []


def test_the_next_to_end_comes_first(give, holder, today):
    later, sooner = give(holder, 20), give(UserFactory(), 2)

    assert ending_authorities(today) == [sooner, later]


@pytest.mark.parametrize("field", ["plans", ""])
def test_goes_on_under_another(field, give, holder, today):
    give(holder, 10, field="plans")
    give(holder, 400, since=11, field=field)

    assert ending_authorities(today) == []


@pytest.mark.parametrize(
    "other", [{"since": 12}, {"since": 11, "field": "stories"}], ids=["gap", "field"]
)
def test_does_not_go_on_after_a_gap_or_in_another_field(other, give, holder, today):
    authority = give(holder, 10, field="plans")
    give(holder, 400, **other)

    assert ending_authorities(today) == [authority]


def test_is_not_renewed_by_somebody_else_s(give, holder, today):
    authority = give(holder, 10)
    give(UserFactory(), 400)

    assert ending_authorities(today) == [authority]


def test_of_an_account_that_is_switched_off_is_left_out(give, today):
    give(UserFactory(is_active=False), 10)

    assert ending_authorities(today) == []


@pytest.mark.parametrize(
    ("role", "told"),
    [("principal", True), ("superuser", True), ("editor", False)],
)
def test_the_home_page_tells_those_who_can_act(role, told, as_role, give, holder):
    authority = give(holder, 10, field="stories")

    html = home(as_role(role))

    assert (HEADING in html) is told
    assert ("Phạm Thị Hoa" in html) is told
    assert (f"{authority.ends_on:%d/%m/%Y}" in html) is told


def test_the_form_is_linked_for_those_who_may_change_it(
    as_role, give, holder, principal
):
    authority = give(holder, 10)
    address = reverse("kehoach_signing_authorities:edit", args=[authority.pk])

    assert address in home(as_role("superuser"))
    assert address not in home(as_role("principal"))

    right = Permission.objects.get(codename="change_signingauthority")
    principal.user_permissions.add(right)
    assert address in home(as_role("principal"))


def test_nothing_is_shown_when_nothing_ends(as_role, give, holder):
    give(holder, 100)

    assert HEADING not in home(as_role("principal"))


def test_costs_the_same_for_many(as_role, give):
    client = as_role("principal")

    def statements():
        with CaptureQueriesContext(connection) as queries:
            home(client)
        return len(queries)

    give(UserFactory(), 3)
    statements()
    few = statements()
    for days in range(10):
        give(UserFactory(), days)

    assert statements() == few
