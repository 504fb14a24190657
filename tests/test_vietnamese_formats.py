"""Dates, numbers and times read as a Vietnamese school writes them."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.forms import DateField, DecimalField
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from tests.factories.spokespersons import SpokespersonFactory

DAY = dt.date(2026, 11, 5)


def shown(said, **context):
    """What a template shows."""
    loaded = "{% load humanize wagtail_kehoach_tags wagtailadmin_tags %}"
    return Template(loaded + said).render(Context(context)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{{ day|vi_date }}", "ngày 05 tháng 11 năm 2026"),
        ("{{ day|vi_date_short }}", "05/11/2026"),
        ("{{ share|floatformat:1 }}", "3,5"),
        ('{{ count|floatformat:"g" }}', "2.500"),
        ("{{ count }}", "2500"),
    ],
)
def test_dates_and_numbers(said, expected):
    assert shown(said, day=DAY, share=3.5, count=2500) == expected


def test_a_first_month_has_two_digits_in_a_document():
    assert shown("{{ day|vi_date }}", day=dt.date(2026, 2, 5)) == (
        "ngày 05 tháng 02 năm 2026"
    )


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (dt.timedelta(seconds=3), "vừa xong"),
        (dt.timedelta(minutes=5), "5 phút trước"),
        (dt.timedelta(hours=3, minutes=10), "3 giờ trước"),
        (dt.timedelta(days=2), "2 ngày trước"),
    ],
)
def test_times_ago(ago, expected):
    assert shown("{{ when|timesince_simple }}", when=timezone.now() - ago) == expected


def test_a_typed_date_is_day_and_month():
    assert DateField().clean("05/11/2026") == DAY
    assert DecimalField(localize=True).clean("3,5") == Decimal("3.5")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_list_has_a_name_that_windows_takes(client, superuser, kind):
    SpokespersonFactory(name="Lê Thị Nhung")
    client.force_login(superuser)
    listing = reverse("wagtailsnippets_wagtail_kehoach_spokesperson:list")

    named = client.get(listing, {"export": kind})["Content-Disposition"]

    assert named == f'attachment; filename="nguoi-phat-ngon.{kind}"'


def test_screens_of_others_write_dates_like_ours():
    when = dt.datetime(2026, 11, 5, 4, 9)
    assert (
        shown("{{ when }}; {{ day }}", when=when, day=DAY)
        == "04:09 05/11/2026; 05/11/2026"
    )
    assert shown('{{ day|date:"SHORT_DATE_FORMAT" }}', day=DAY) == "05/11/2026"


def test_weeks_begin_on_monday():
    assert AdminDateInput().get_config()["dayOfWeekStart"] == 1


@pytest.mark.django_db
def test_a_sign_in_a_listing_is_read_out_in_vietnamese(client, superuser):
    SpokespersonFactory(name="Lê Thị Nhung")
    client.force_login(superuser)
    listing = reverse("wagtailsnippets_wagtail_kehoach_spokesperson:list")

    html = client.get(listing).content.decode()

    assert re.search(r">\s*(Có|Không)\s*<", html)
    assert not re.search(r">\s*(True|False)\s*<", html)
