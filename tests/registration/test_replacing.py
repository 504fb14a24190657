"""Chains of documents that replace one another, and what a recall does to them."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.factories.registration import registered
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import RegisterEntry, RegisterNotice
from wagtail_kehoach.registration import notices
from wagtail_kehoach.registration.correcting import correct_date
from wagtail_kehoach.registration.documents import replaceable, unconfirmed_notices

IN_FORCE, REPLACED, RECALLED = RegisterEntry.State.values


@pytest.fixture
def chain(publish, clerk):
    """Entries of which each replaces the one before."""

    def chain(length):
        made = []
        for _ in range(length):
            older = made[-1] if made else None
            made.append(registered(publish(), by=clerk, replaces=older))
        return made

    return chain


@pytest.fixture
def recall(clerk, principal):
    def recall(entry):
        said = RegisterNotice(
            kind="recall", document="9/TB", issued_on=timezone.localdate(), text="Nhầm."
        )
        notices.confirm(notices.write(entry, said, user=clerk), user=principal)

    return recall


def states(entries):
    return [RegisterEntry.objects.get(pk=entry.pk).state for entry in entries]


def read(client, entry):
    return client.get(entry.page.url).content.decode()


def test_a_recalled_replacement_replaces_nothing(client, chain, recall):
    entries = old, new = chain(2)
    assert "Đã được thay thế" in read(client, old)

    recall(new)

    assert states(entries) == [IN_FORCE, RECALLED]
    assert "thay thế" not in read(client, old)
    listing = client.get(old.page.get_parent().url).content.decode()
    assert "Đã được thay thế" not in listing
    assert "Đã thu hồi" in read(client, new)
    assert "thay thế văn bản" not in read(client, new)
    logged = PageLogEntry.objects.get(page=old.page, action="kehoach.in_force_again")
    assert logged.data["recalled"] == "02/KH-THCSBM"


def test_what_came_back_is_replaced_by_another_one(
    client, chain, recall, publish, clerk
):
    old, new = chain(2)
    recall(new)

    third = registered(publish(), by=clerk, replaces=old)

    old = RegisterEntry.objects.get(pk=old.pk)
    assert (old.state, old.replaced_by) == (REPLACED, third)
    assert third.page.url in read(client, old)
    with pytest.raises(RegistrationRefused, match="không còn hiệu lực"):
        registered(publish(), by=clerk, replaces=old)


@pytest.mark.parametrize(
    ("recalled", "expected"),
    [
        ([1], [REPLACED, RECALLED, IN_FORCE]),
        ([0], [RECALLED, REPLACED, IN_FORCE]),
        ([2], [REPLACED, IN_FORCE, RECALLED]),
        ([1, 2], [IN_FORCE, RECALLED, RECALLED]),
        ([2, 1], [IN_FORCE, RECALLED, RECALLED]),
        ([0, 2], [RECALLED, IN_FORCE, RECALLED]),
        ([2, 1, 0], [RECALLED] * 3),
        ([0, 1, 2], [RECALLED] * 3),
    ],
)
def test_recalls_along_a_chain(recalled, expected, chain, recall):
    entries = chain(3)

    for place in recalled:
        recall(entries[place])

    assert states(entries) == expected


def test_the_pages_of_a_chain_name_what_stands(client, chain, recall):
    first, second, third = chain(3)

    recall(second)

    assert third.page.url in read(client, first)
    assert second.page.url not in read(client, first)
    assert third.page.url in read(client, second)


def test_whoever_recalls_reads_what_comes_back(chain, client, principal):
    _old, new = chain(2)
    client.force_login(principal)
    said = "Số 01/KH-THCSBM mà văn bản này thay thế sẽ có hiệu lực trở lại"

    form = client.get(f"/admin/kehoach/register/{new.pk}/recall/").content.decode()

    assert said in form


def test_what_replaces_is_not_older(publish, clerk):
    old = registered(publish(issued_on=timezone.localdate()), by=clerk)
    day = timezone.localdate() - dt.timedelta(days=1)
    past = publish(number="9", issued_on=day)

    with pytest.raises(RegistrationRefused, match="không thể sớm hơn"):
        registered(past, by=clerk, replaces=old)

    assert RegisterEntry.objects.count() == 1


def test_dates_are_not_corrected_across_a_replacement(chain, clerk):
    old, new = chain(2)
    day = timezone.localdate() - dt.timedelta(days=2)
    RegisterEntry.objects.update(date=day, page=None)
    new.refresh_from_db()
    old.refresh_from_db()

    with pytest.raises(RegistrationRefused, match="không thể sớm hơn"):
        correct_date(new, day - dt.timedelta(days=1), reason="Gõ nhầm", user=clerk)
    with pytest.raises(RegistrationRefused, match="Văn bản thay thế"):
        correct_date(old, day + dt.timedelta(days=1), reason="Gõ nhầm", user=clerk)


def test_a_recalled_document_cannot_be_replaced(publish, chain, recall, clerk):
    [entry] = chain(1)
    recall(entry)

    with pytest.raises(RegistrationRefused, match="không còn hiệu lực"):
        registered(publish(), by=clerk, replaces=entry)
    assert entry not in replaceable(entry.register.body)


def test_the_form_of_a_recalled_plan_offers_what_can_be_done(
    client, chain, recall, principal
):
    [entry] = chain(1)
    client.force_login(principal)
    where = f"/admin/pages/{entry.page_id}/edit/"
    assert "Lập kế hoạch mới để thay thế" in client.get(where).content.decode()

    recall(entry)

    html = client.get(where).content.decode()
    assert "Lập kế hoạch mới để thay thế" not in html
    assert "Đính chính hoặc thu hồi" not in html


def test_what_cannot_be_released_any_more_does_not_wait(chain, recall, clerk):
    [entry] = chain(1)
    today = timezone.localdate()
    said = RegisterNotice(kind="correction", document="8", issued_on=today, text="-")
    notices.write(entry, said, user=clerk)
    assert unconfirmed_notices().count() == 1

    recall(entry)

    assert not unconfirmed_notices().exists()
