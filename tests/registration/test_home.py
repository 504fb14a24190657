"""What the admin's home page says to the clerk: what waits, what is missing, or nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.registration import registered, signed_file
from wagtail_kehoach.registration import originals
from wagtail_kehoach.registration.panels_home import UNSIGNED_LIMIT


@pytest.fixture
def home(as_role):
    """The home page as this role reads it."""

    def get(role):
        return as_role(role).get(reverse("wagtailadmin_home")).content.decode()

    return get


def address(entry):
    return reverse("wagtail_kehoach_register:entry", args=[entry.pk])


NONE_WAITS = "Không có văn bản nào chờ vào sổ."


@pytest.mark.parametrize(("role", "told"), [("clerk", True), ("principal", False)])
def test_the_clerk_is_told_when_nothing_waits(role, told, home, publish, clerk):
    assert (NONE_WAITS in home(role)) is told

    publish()

    assert NONE_WAITS not in home(role)


def test_the_clerk_sees_which_documents_have_no_signed_file(
    home, plan, principal, clerk, private_folder
):
    unsigned = registered(plan, by=clerk)
    where = address(unsigned)
    assert where in home("clerk")
    assert where not in home("principal")

    originals.attach(unsigned, signed_file(), user=clerk)

    assert where not in home("clerk")


def test_many_documents_without_a_signed_file_are_shown_in_the_register(
    home, publish, clerk
):
    all_of_them = "?state=in_force&amp;signed=no"
    entries = [registered(publish(), by=clerk) for _ in range(UNSIGNED_LIMIT)]
    assert all_of_them not in home("clerk")
    with CaptureQueriesContext(connection) as few:
        home("clerk")

    entries += [registered(publish(), by=clerk) for _ in range(2)]

    with CaptureQueriesContext(connection) as many:
        html = home("clerk")
    assert all_of_them in html
    assert sum(address(e) in html for e in entries) == UNSIGNED_LIMIT
    assert len(many) == len(few)
