"""The register as a list: order, filters, gaps, export, cost."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime
from openpyxl import load_workbook

from tests.factories.registration import (
    kept_elsewhere,
    registered,
    signed_file,
    yesterday,
)
from wagtail_kehoach.registration import originals

URL = "/admin/kehoach/register/"


@pytest.fixture
def read(client, clerk):
    """The list as the clerk sees it, with these filters."""

    def read(**filters):
        client.force_login(clerk)
        return client.get(URL, filters)

    return read


def numbers(response):
    return [row.number for row in response.context["object_list"]]


def test_the_latest_number_stands_first(read, publish, clerk):
    for _ in range(3):
        registered(publish(), by=clerk)

    assert numbers(read()) == [3, 2, 1]


def test_filters(read, publish, clerk, private_folder):
    old = registered(publish(), by=clerk)
    new = registered(publish(), by=clerk, replaces=old)
    union = registered(publish(issuing_body="CÔNG ĐOÀN"), by=clerk)
    kept_elsewhere(3, 4, by=clerk)
    originals.attach(new, signed_file(), user=clerk)

    assert numbers(read(register=union.register_id)) == [1]
    assert numbers(read(state="replaced")) == [1]
    assert numbers(read(kind="elsewhere")) == [4, 3]
    assert numbers(read(signed="yes")) == [2]
    assert sorted(numbers(read(signed="no"))) == [1, 1]
    assert numbers(read(date_to=yesterday().isoformat())) == []


def test_gaps_are_told_until_they_are_closed(read, publish, clerk):
    registered(publish(number="15", issued_on=yesterday()), by=clerk)
    assert "<strong>1–14</strong>" in read().content.decode()

    kept_elsewhere(1, 14, by=clerk)

    assert "Sổ còn thiếu số" not in read().content.decode()


def test_what_waits_for_a_number_stands_above(read, plan):
    assert reverse("wagtail_kehoach_register:register", args=[plan.pk]) in (
        read().content.decode()
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_export(read, plan, clerk, kind):
    entry = registered(plan, by=clerk)

    response = read(export=kind)

    data = (
        b"".join(response.streaming_content)
        if response.streaming
        else (response.content)
    )
    if kind == "csv":
        text = data.decode()
    else:
        rows = load_workbook(BytesIO(data)).active.values
        text = "\n".join(str(cell) for row in rows for cell in row)
    assert entry.number_and_symbol in text
    assert plan.title in text
    assert "Số" in text
    assert "còn hiệu lực" in text
    written = "%d/%m/%Y %H:%M" if kind == "csv" else "%Y-%m-%d %H:%M"
    assert localtime(entry.registered_at).strftime(written) in text


def test_it_costs_the_same_for_one_and_five(read, publish, clerk):
    def count():
        read()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read()
        return len(queries)

    registered(publish(), by=clerk)
    publish()
    alone = count()
    for _ in range(4):
        registered(publish(), by=clerk)
    publish()

    assert count() == alone
