"""Somebody whom only the source of a translation lists, and then lists no more."""

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from wagtail_kehoach.consent.takedown import enforce

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"),
        reason="Run with --ds=tests.settings_localize.",
    ),
]


@pytest.fixture
def consent():
    return ConsentFactory(
        person=PersonFactory(full_name="Nguyễn Hoàng Minh"), for_foreign=True
    )


@pytest.fixture
def source(languages):
    return languages.source()


@pytest.fixture
def english(languages, source, consent):
    """Public, and approved before its source listed the child."""
    page = languages.translated(source, lead="Minh, grade 8, met friends from Laos.")
    listed = type(source).objects.get(pk=source.pk)
    listed.people = [consent.person]
    languages.publish(listed)
    return page


def take_off(languages, source):
    draft = source.get_latest_revision_as_object()
    draft.people = []
    languages.publish(draft)


def withdraw(consent, committed):
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    committed(lambda: enforce([consent.person_id]))


@pytest.mark.parametrize("road", ["deleted", "taken off"])
def test_a_withdrawal_finds_the_translation_all_the_same(
    languages, source, english, consent, client, principal, committed, road
):
    source = type(source).objects.get(pk=source.pk)
    if road == "deleted":
        client.force_login(principal)
        client.post(reverse("wagtailadmin_pages:delete", args=(source.pk,)))
        client.logout()
        assert not type(source).objects.filter(pk=source.pk).exists()
    else:
        take_off(languages, source)
    assert client.get(english.url).status_code == 200

    withdraw(consent, committed)

    assert client.get(english.url).status_code == 404


def test_the_next_version_is_approved_for_itself(
    languages, source, english, consent, client, committed
):
    take_off(languages, type(source).objects.get(pk=source.pk))
    english = type(english).objects.get(pk=english.pk)
    draft = english.get_latest_revision_as_object()
    draft.lead = "Pupils met friends from Laos."
    name = consent.person.full_name
    assert any(name in warning for warning in draft.privacy_warnings())

    english = languages.publish(draft)
    withdraw(consent, committed)

    assert client.get(english.url).status_code == 200
    assert not any(name in warning for warning in english.privacy_warnings())
