"""A child taken off a public picture while it agreed, and withdrawing later."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.findings import about
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.consent.withholding import put_back, why_not_put_back
from wagtail_kehoach.models import PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(consent):
    return consent.person


@pytest.fixture
def basis(person, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = Image.objects.create(title="Sân trường", file=get_test_image_file())
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(person, ConsentFactory().person)
    return basis


@pytest.fixture
def story(basis, editor, principal):
    page = StoryPageFactory(picture=basis.image, picture_alt="Các em trên sân")
    return approved(page, by=editor, principal=principal)


def withdraw(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    enforce([consent.person_id])


def test_the_withdrawal_reaches_the_picture_and_tells_the_keeper(
    story, basis, consent, person
):
    basis.people.remove(person)

    withdraw(consent)

    story.refresh_from_db()
    assert not story.live
    basis.refresh_from_db()
    assert basis.withheld
    record = Takedown.objects.get(title="Sân trường")
    assert person.full_name in record.reason
    assert "chưa ai xác nhận trong ảnh không có" in record.reason
    assert ModelLogEntry.objects.filter(action="kehoach.person_relisted").exists()


def test_so_does_a_consent_whose_last_day_is_over(story, basis, consent, person):
    basis.people.remove(person)
    consent.ends_on = timezone.localdate() - dt.timedelta(days=1)
    consent.save()

    enforce()

    basis.refresh_from_db()
    assert basis.withheld


def test_it_is_held_back_until_somebody_says_that_the_child_is_not_in_it(
    story, basis, consent, person, keeper
):
    basis.people.remove(person)
    withdraw(consent)
    basis.refresh_from_db()
    assert person.full_name in why_not_put_back(basis)

    basis.people.remove(person)
    enforce([person.pk])
    enforce()
    put_back(basis, user=keeper)
    enforce([person.pk])

    basis.refresh_from_db()
    assert not basis.withheld
    assert person not in basis.people.all()


def test_whoever_still_agrees_is_not_listed_again(story, basis, person):
    basis.people.remove(person)

    enforce([person.pk])
    enforce()

    story.refresh_from_db()
    assert story.live
    assert person not in basis.people.all()


def test_the_entry_is_not_deleted_meanwhile(basis, person, client, admin_user):
    basis.people.clear()
    client.force_login(admin_user)
    url = reverse("kehoach_picture_bases:delete", args=(basis.pk,))

    client.post(url)

    assert PictureBasis.objects.filter(pk=basis.pk).exists()


def test_what_the_portal_holds_about_the_child_names_the_picture(basis, person):
    basis.people.remove(person)

    said = [found.text for found in about(person)]

    assert [text for text in said if "Sân trường" in text and "có thể vẫn" in text]
