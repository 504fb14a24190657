"""What the form of a person refuses: consents that say nothing, and days that cannot be."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from wagtail_kehoach.models import Consent, Person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def add(client, keeper):
    client.force_login(keeper)
    url = reverse(Person.snippet_viewset.get_url_name("add"))

    def send(born_on="", **consent):
        facts = {"basis": "signed", "starts_on": "2026-09-05", "for_portal": "on"}
        facts = {k: v for k, v in {**facts, **consent}.items() if v}
        data = {
            "full_name": "Trần Bảo An",
            "child": "on",
            "born_on": born_on,
            "consents-TOTAL_FORMS": "1",
            "consents-INITIAL_FORMS": "0",
            **{f"consents-0-{name}": value for name, value in facts.items()},
        }
        return client.post(url, data, follow=True).content.decode()

    return send


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"for_portal": ""}, "Hãy đánh dấu việc được đồng ý."),
        ({"basis": "staff_duty"}, "không áp dụng cho trẻ em"),
        ({"withdrawn_on": "1990-01-01"}, "Ngày rút lại không được trước ngày bắt đầu."),
        ({"born_on": (TODAY + dt.timedelta(days=500)).isoformat()}, "chưa đến"),
    ],
)
def test_what_says_nothing_is_refused_with_its_reason(add, facts, reason):
    assert reason in add(**facts)
    assert not Person.objects.exists()


def test_an_ordinary_consent_is_taken(add):
    add(representative_agreed="on", child_agreed="on", born_on="2014-01-01")

    assert Consent.objects.get().person.full_name == "Trần Bảo An"
