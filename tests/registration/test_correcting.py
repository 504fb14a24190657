"""A date that was typed wrongly is put right on the record; the number stays."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.registration import kept_elsewhere, registered, yesterday
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import DateCorrection, RegisterEntry
from wagtail_kehoach.registration.correcting import correct_date

TODAY = timezone.localdate


@pytest.fixture
def entry(clerk):
    """An entry of the middle of last year: no rule about today is near."""
    day = dt.date(TODAY().year - 1, 6, 15)
    return kept_elsewhere(1, 1, by=clerk, day=day)[0]


def address(entry, name="date"):
    return reverse(f"wagtail_kehoach_register:{name}", args=[entry.pk])


def test_a_clerk_corrects_a_date_and_the_one_before_is_kept(client, clerk, entry):
    before, right = entry.date, entry.date - dt.timedelta(days=3)
    client.force_login(clerk)

    client.post(address(entry), {"date": right.isoformat(), "reason": "Gõ nhầm ngày"})

    entry.refresh_from_db()
    kept = DateCorrection.objects.get()
    assert (entry.date, entry.number) == (right, 1)
    assert (kept.date_before, kept.date_after) == (before, right)
    page = client.get(address(entry, "entry")).content.decode()
    assert f"Trước đó: {before:%d/%m/%Y}" in page
    assert "Gõ nhầm ngày" in page


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (0, "đã ghi ngày đó"),
        (900, "không được sau ngày hôm nay"),
        (-200, "nên ngày phải trong năm đó"),
    ],
)
def test_a_date_that_cannot_be_is_refused(clerk, entry, days, reason):
    with pytest.raises(RegistrationRefused, match=reason):
        correct_date(
            entry, entry.date + dt.timedelta(days=days), reason="Sửa", user=clerk
        )

    assert not DateCorrection.objects.exists()


def test_a_document_is_not_older_than_its_approval(publish, clerk):
    entry = registered(publish(), by=clerk)

    with pytest.raises(RegistrationRefused, match="được duyệt ngày"):
        correct_date(entry, yesterday(), reason="Sửa", user=clerk)


def test_a_date_of_the_approved_text_stays(publish, clerk):
    entry = registered(publish(number="3", issued_on=yesterday()), by=clerk)

    with pytest.raises(RegistrationRefused, match="nội dung đã duyệt"):
        correct_date(entry, TODAY(), reason="Sửa", user=clerk)


def test_a_date_that_only_the_register_says_is_corrected(publish, clerk):
    # The number was printed on the paper, the date was written by hand.
    entry = registered(publish(number="3"), by=clerk)

    correct_date(entry, yesterday(), reason="Ngày trên bản giấy", user=clerk)

    entry.refresh_from_db()
    assert entry.date == yesterday()


def test_numbers_given_here_keep_their_order(clerk, entry):
    RegisterEntry.objects.update(kind=RegisterEntry.Kind.ISSUED)
    later = RegisterEntry.objects.create(
        register=entry.register,
        number=2,
        date=entry.date + dt.timedelta(days=2),
        title="Sau",
    )

    with pytest.raises(RegistrationRefused, match="số sau không thể ghi ngày sớm hơn"):
        correct_date(entry, later.date + dt.timedelta(days=1), reason="Sửa", user=clerk)


def test_only_who_writes_the_register_corrects(client, editor, entry):
    right = entry.date - dt.timedelta(days=3)
    client.force_login(editor)

    response = client.post(address(entry), {"date": right.isoformat(), "reason": "Sửa"})

    assert response.status_code == 302
    assert not DateCorrection.objects.exists()
    with pytest.raises(RegistrationRefused):
        correct_date(entry, right, reason="Sửa", user=editor)
