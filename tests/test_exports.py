"""Tables that leave the admin, opened as a school opens them."""

import codecs

import pytest

pytestmark = pytest.mark.django_db
TABLES = [
    "kehoach/approval/record/",
    "kehoach/register/",
    "snippets/wagtail_kehoach/spokesperson/",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_csv_says_that_it_is_unicode(client, principal, table):
    client.force_login(principal)

    lines = b"".join(client.get(f"/admin/{table}", {"export": "csv"}).streaming_content)

    assert lines.startswith(codecs.BOM_UTF8)
    assert codecs.BOM_UTF8 not in lines[3:]
