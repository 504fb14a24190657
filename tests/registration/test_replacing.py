"""Chains of documents that replace one another, and what a recall does to them."""

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.factories.registration import registered
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import RegisterEntry, RegisterNotice
from wagtail_kehoach.registration import notices

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
    logged = PageLogEntry.objects.get(action="kehoach.in_force_again")
    assert logged.page_id == old.page_id
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
