"""Requests about personal data keep their clocks, and late ones are in the keepers' way."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import PersonFactory
from wagtail_kehoach.consent import answer_reports, sentences
from wagtail_kehoach.models import ConsentRequest, DataRequest

pytestmark = pytest.mark.django_db
MONDAY, FRIDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 27)


def received(day, kind="view", **facts):
    return DataRequest.objects.create(
        asked_by="Lê Thị Hoa", kind=kind, received_on=day, **facts
    )


def ago(days):
    return timezone.localdate() - dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "days"), [("view", 10), ("correct", 10), ("delete", 20), ("withdraw", 15)]
)
def test_each_kind_has_its_days(kind, days):
    request = received(MONDAY, kind)

    assert request.due_on == MONDAY + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "due"),
    [(MONDAY, dt.date(2026, 11, 26)), (FRIDAY, dt.date(2026, 12, 1))],
)
def test_an_answer_is_due_in_two_working_days(day, due):
    assert received(day).answer_due_on == due


def test_the_days_are_a_setting(settings):
    settings.WAGTAIL_KEHOACH = {"DATA_REQUEST_DAYS": {"view": 5}}

    request = received(MONDAY)

    assert request.due_on == dt.date(2026, 11, 28)
    # The 24th is the Day of Vietnamese Culture.
    assert request.answer_due_on == dt.date(2026, 11, 26)


def test_a_corrected_day_moves_what_is_due():
    request = received(MONDAY)
    request.received_on = FRIDAY
    request.save()

    request.refresh_from_db()
    assert request.due_on == FRIDAY + dt.timedelta(days=10)


@pytest.mark.parametrize(
    ("facts", "late"),
    [
        ({"received_on": ago(9)}, True),
        ({"received_on": ago(9), "answered_on": ago(8)}, False),
        ({"received_on": ago(11), "answered_on": ago(8)}, True),
        ({"received_on": ago(11), "answered_on": ago(8), "done_on": ago(1)}, False),
        ({"received_on": ago(10), "answered_on": ago(8)}, False),
        ({"received_on": ago(0)}, False),
    ],
)
def test_late_is_what_is_neither_answered_nor_done_in_time(facts, late):
    request = DataRequest.objects.create(asked_by="Hoa", **facts)

    assert request.is_late is late


def test_nothing_is_answered_before_it_came():
    with pytest.raises(IntegrityError), transaction.atomic():
        received(FRIDAY, answered_on=MONDAY)


def test_the_request_outlives_the_person_it_is_about():
    person = PersonFactory()
    request = received(MONDAY, "delete", person=person)

    person.delete()

    request.refresh_from_db()
    assert request.person is None


def test_the_home_page_shows_keepers_what_is_late_first(client, keeper):
    received(ago(1), "delete", details="Hôm qua")
    late = DataRequest.objects.create(asked_by="Trần Văn Ba", received_on=ago(30))
    received(ago(30), answered_on=ago(29), done_on=ago(28)).delete()
    client.force_login(keeper)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert html.index("Trần Văn Ba") < html.index("Lê Thị Hoa")
    assert html.count("Quá hạn") == 1
    late.answered_on = late.done_on = timezone.localdate()
    late.save()
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Trần Văn Ba" not in html


def test_requests_of_one_parent_are_told_apart_by_the_child(client, keeper):
    for name in ("Nguyễn Văn Minh", "Nguyễn Thị Mai"):
        DataRequest.objects.create(
            asked_by="Lê Thị Hoa", kind="withdraw", person=PersonFactory(full_name=name)
        )
    client.force_login(keeper)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Lê Thị Hoa: rút lại sự đồng ý (Nguyễn Văn Minh)" in html
    assert "Lê Thị Hoa: rút lại sự đồng ý (Nguyễn Thị Mai)" in html


def test_two_partial_withdrawals_are_told_apart_by_the_purpose(client, keeper):
    person = PersonFactory(full_name="Nguyễn Văn Minh")
    question = ConsentRequest(asked_name="Lê Thị Hoa", person=person)
    for purpose in ("portal", "social"):
        answer_reports.enter_request(question, [purpose], timezone.localdate())
    client.force_login(keeper)

    for name in ("wagtailadmin_home", "kehoach_data_requests:index"):
        html = client.get(reverse(name)).content.decode()
        for purpose in ("portal", "social"):
            named = sentences.purpose_name(purpose)
            assert f"Rút lại qua liên kết: {named}" in html


@pytest.mark.parametrize("role", ["editor", "principal"])
def test_others_neither_see_nor_open_it(client, request, role):
    received(ago(30))
    client.force_login(request.getfixturevalue(role))

    home = client.get(reverse("wagtailadmin_home")).content.decode()
    listing = client.get(reverse("kehoach_data_requests:index"))

    assert "Lê Thị Hoa" not in home
    assert listing.status_code == 302
    assert listing.url == reverse("wagtailadmin_home")


def test_a_keeper_enters_and_closes_a_request(client, keeper):
    client.force_login(keeper)
    data = {"asked_by": "Lê Thị Hoa", "kind": "delete", "received_on": MONDAY}
    client.post(reverse("kehoach_data_requests:add"), data)
    request = DataRequest.objects.get()
    edit = reverse("kehoach_data_requests:edit", args=(request.pk,))

    wrong = client.post(edit, {**data, "done_on": dt.date(2026, 11, 1)})
    open_ = client.post(edit, {**data, "answered_on": FRIDAY, "done_on": FRIDAY})
    said = {"answered_on": FRIDAY, "done_on": FRIDAY, "outcome": "Đã xoá hồ sơ."}
    client.post(edit, {**data, **said, "handled_by": keeper.pk})

    assert "không thể trước ngày nhận" in wrong.content.decode()
    assert "Hãy ghi đã làm gì." in open_.content.decode()
    request.refresh_from_db()
    assert request.done_on == FRIDAY
    assert (request.outcome, request.handled_by) == ("Đã xoá hồ sơ.", keeper)


def test_the_list_is_filtered_by_what_is_open(client, keeper):
    received(ago(3))
    DataRequest.objects.create(
        asked_by="Trần Văn Ba", received_on=ago(3), done_on=ago(1)
    )
    client.force_login(keeper)
    listing = reverse("kehoach_data_requests:index")

    still_open = client.get(f"{listing}?done=no").content.decode()

    assert "Lê Thị Hoa" in still_open
    assert "Trần Văn Ba" not in still_open


def test_nobody_deletes_from_the_register(client, superuser):
    request = received(MONDAY)
    client.force_login(superuser)

    client.post(f"/admin/kehoach_data_requests/delete/{request.pk}/")

    assert DataRequest.objects.exists()


@pytest.mark.parametrize("name", ["received_on", "answered_on", "done_on"])
def test_a_day_to_come_stops_no_clock(name):
    days = {"received_on": ago(1), name: ago(-9)}
    request = DataRequest(asked_by="Lê Thị Hoa", outcome="Đã gửi.", **days)

    with pytest.raises(ValidationError) as refusal:
        request.full_clean()

    assert "Ngày này chưa đến." in refusal.value.message_dict[name]
