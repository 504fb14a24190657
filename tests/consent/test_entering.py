"""What a keeper may not enter, because it says nothing or has not happened."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from wagtail_kehoach.consent import rules
from wagtail_kehoach.models import Consent, DataRequest, Person

pytestmark = pytest.mark.django_db

ADD = "/admin/snippets/wagtail_kehoach/person/add/"
#: A consent as it is entered from paper.
PAPER = {
    "basis": "signed",
    "for_portal": "on",
    "representative_agreed": "on",
    "child_agreed": "on",
    "starts_on": "2026-09-01",
}


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


@pytest.fixture
def enter(client, keeper):
    """Enter a pupil of ten with one consent; what the form says."""
    client.force_login(keeper)

    def post(person=(), without=(), **consent):
        said = {k: v for k, v in {**PAPER, **consent}.items() if k not in without}
        data = {
            "full_name": "Nguyễn Văn Minh",
            "child": "on",
            "born_on": ahead(-10 * 366),
            "consents-TOTAL_FORMS": "1",
            "consents-INITIAL_FORMS": "0",
            "consents-0-ORDER": "1",
            **{f"consents-0-{name}": value for name, value in said.items()},
            **dict(person),
        }
        return client.post(ADD, data).content.decode()

    return post


def test_a_whole_consent_is_taken(enter):
    enter()

    assert Consent.objects.get().for_portal


@pytest.mark.parametrize(
    ("without", "said", "reason"),
    [
        (["for_portal"], {}, "Hãy đánh dấu đồng ý cho việc nào"),
        (["representative_agreed", "child_agreed"], {}, "Hãy đánh dấu ai đã đồng ý"),
        ([], {"basis": "staff_duty"}, "Nhiệm vụ chỉ là căn cứ đối với cán bộ"),
        ([], {"withdrawn_on": "1990-01-01"}, "Không thể rút lại trước ngày bắt đầu"),
    ],
)
def test_what_says_nothing_is_refused_with_its_reason(enter, without, said, reason):
    html = enter(without=without, **said)

    assert reason in html
    assert not Person.objects.exists()


def test_whatever_is_wrong_is_said_at_once(enter):
    html = enter(without=["for_portal"], ends_on="2020-01-01")

    assert "Hãy đánh dấu đồng ý cho việc nào" in html
    assert "Ngày kết thúc không thể" in html


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [("child_agreed", "từ bảy tuổi, chính em"), ("representative_agreed", "đại diện")],
)
def test_who_still_has_to_agree_is_told_when_it_is_saved(
    client, enter, left_out, missing
):
    enter(without=[left_out])

    assert Consent.objects.exists()
    html = client.get("/admin/").content.decode()
    assert "chưa có hiệu lực" in html
    assert missing in html


def test_a_whole_consent_is_no_warning(client, enter):
    enter()

    assert "chưa có hiệu lực" not in client.get("/admin/").content.decode()


def test_a_birth_that_has_not_come_is_refused(enter):
    assert "Ngày này chưa đến" in enter({"born_on": ahead(500)})
    assert not Person.objects.exists()


def test_a_birth_ahead_drops_no_question():
    unborn = Person(full_name="Minh", born_on=ahead(500))

    assert rules.needs_own_agreement(unborn, ahead(0))


def test_an_adult_on_duty_is_taken(enter):
    enter(
        {"full_name": "Trần Văn Hải", "born_on": "1980-01-01", "child": ""},
        without=["representative_agreed", "child_agreed"],
        basis="staff_duty",
    )

    assert Consent.objects.get().basis == "staff_duty"


def test_what_begins_tomorrow_can_be_withdrawn_today(client, keeper):
    client.force_login(keeper)
    person = PersonFactory()
    consent = ConsentFactory(person=person, starts_on=ahead(1))
    data = {
        "full_name": person.full_name,
        "born_on": person.born_on,
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-ORDER": "1",
        **{f"consents-0-{name}": value for name, value in PAPER.items()},
        "consents-0-starts_on": ahead(1),
        "consents-0-withdrawn_on": ahead(0),
    }

    client.post(f"/admin/snippets/wagtail_kehoach/person/edit/{person.pk}/", data)

    consent.refresh_from_db()
    assert consent.withdrawn_on == ahead(0)


def test_nothing_stands_in_the_way_of_a_withdrawal(client, keeper):
    client.force_login(keeper)
    empty = {"for_portal": False, "representative_agreed": False, "child_agreed": False}
    consent = ConsentFactory(**empty)
    person = consent.person
    data = {
        "full_name": person.full_name,
        "born_on": person.born_on,
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-ORDER": "1",
        "consents-0-basis": "signed",
        "consents-0-starts_on": "2020-01-01",
        "consents-0-withdrawn_on": ahead(0),
    }

    client.post(f"/admin/snippets/wagtail_kehoach/person/edit/{person.pk}/", data)

    consent.refresh_from_db()
    assert consent.withdrawn_on == ahead(0)


@pytest.mark.parametrize("name", ["received_on", "answered_on", "done_on"])
def test_no_clock_is_stopped_by_a_day_to_come(client, keeper, name):
    client.force_login(keeper)
    data = {
        "asked_by": "Lê Thị Hoa",
        "kind": "delete",
        "received_on": ahead(0),
        "outcome": "Đã xoá hồ sơ.",
        name: ahead(1),
    }

    html = client.post(reverse("kehoach_data_requests:add"), data).content.decode()

    assert "Ngày này chưa đến" in html
    assert not DataRequest.objects.exists()
