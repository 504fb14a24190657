"""What is proof stays proof, and who withdraws or is not named is shown no longer."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import links
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.consent.picture_queries import pictures_without_basis
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.exceptions import ConsentRefused
from wagtail_kehoach.models import Consent, DataRequest, PictureBasis

pytestmark = pytest.mark.django_db

YES = {"representative-portal": "yes", "child-portal": "yes"}
NO = {"representative-portal": "no", "child-portal": "no"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def pupil():
    born = timezone.localdate() - dt.timedelta(days=10 * 366)
    return PersonFactory(
        full_name="Trần Thị Nụ", representative="Lê Thị Hoa", born_on=born
    )


@pytest.fixture
def picture():
    return Image.objects.create(
        title="Em Nụ", file=get_test_image_file(size=(1400, 800))
    )


def a_story(people, editor, principal, **facts):
    page = StoryPageFactory(title="Em Nụ học giỏi", **facts)
    page.people = people
    return approved(page, by=editor, principal=principal)


def a_link(pupil, keeper):
    until = timezone.localdate() + dt.timedelta(days=300)
    question = links.ask(
        pupil, user=keeper, school="Trường", purposes=["portal"], until=until
    )
    return f"/dong-y/{links.issue(question, user=keeper)}/"


def test_who_withdraws_by_link_withdraws_the_paper_as_well(
    client, keeper, pupil, editor, principal
):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    paper = ConsentFactory(person=pupil)
    to_come = ConsentFactory(person=pupil, starts_on=tomorrow)
    address = a_link(pupil, keeper)
    client.post(address, YES)
    page = a_story([pupil], editor, principal)
    assert client.get(page.url).status_code == 200

    client.post(f"{address}rut-lai/", {"all": "yes"})

    assert client.get(page.url).status_code == 404
    for consent in (paper, to_come):
        consent.refresh_from_db()
        assert consent.withdrawn_on == timezone.localdate()
    assert DataRequest.objects.filter(person=pupil).count() == 1


def test_a_no_ends_what_begins_tomorrow(client, keeper, pupil):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    to_come = ConsentFactory(person=pupil, starts_on=tomorrow)
    client.post(a_link(pupil, keeper), NO)
    to_come.refresh_from_db()
    assert to_come.withdrawn_on == timezone.localdate()


def test_that_people_agreed_names_them(client, editor, picture):
    client.force_login(editor)
    typed = {"image": picture.pk, "basis": "people", "event": "", "notice": ""}
    response = client.post(reverse("kehoach_picture_bases:add"), typed)
    assert not PictureBasis.objects.exists()
    assert "Chọn người có trong ảnh" in response.content.decode()


def test_a_basis_without_people_is_none(picture):
    PictureBasis.objects.create(image=picture)
    assert pictures_without_basis([picture.pk]) == ["Em Nụ"]


def test_who_is_found_in_a_public_picture_is_shown_no_longer(
    client,
    keeper,
    editor,
    principal,
    pupil,
    picture,
    django_capture_on_commit_callbacks,
):
    page = a_story([], editor, principal, picture=picture, picture_alt="Em Nụ cười")
    client.force_login(keeper)
    typed = {
        "image": picture.pk,
        "basis": "people",
        "people": [sign(pupil.pk)],
        "event": "",
        "notice": "",
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("kehoach_picture_bases:add"), typed, follow=True)
    assert client.get(page.url).status_code == 404
    assert (
        "Không có sự đồng ý" in response.content.decode()
        or PictureBasis.objects.get().withheld
    )


@pytest.mark.parametrize("social", [True, False])
def test_messengers_get_a_picture_only_where_social_networks_were_agreed_to(
    client, editor, principal, pupil, picture, social
):
    ConsentFactory(person=pupil, for_social=social)
    PictureBasis.objects.create(image=picture).people.add(pupil)
    page = a_story(
        [pupil], editor, principal, picture=picture, picture_alt="Em Nụ cười"
    )
    html = client.get(page.url).content.decode()
    assert "<img" in html
    assert ("og:image" in html) is social
    assert ("ImageObject" in html) is social


def test_a_scan_proves_no_more_than_was_signed(pupil):
    scan = ContentFile(b"%PDF-1.4 a", name="a.pdf")
    last = timezone.localdate() + dt.timedelta(days=30)
    consent = ConsentFactory(person=pupil, evidence=scan, ends_on=last)
    for changed in (
        {"for_social": True},
        {"ends_on": None},
        {"ends_on": last + dt.timedelta(days=1)},
        {"starts_on": consent.starts_on - dt.timedelta(days=1)},
    ):
        wider = Consent.objects.get(pk=consent.pk)
        for name, value in changed.items():
            setattr(wider, name, value)
        with pytest.raises(ConsentRefused, match="bản quét"):
            wider.save()
    narrower = Consent.objects.get(pk=consent.pk)
    narrower.ends_on = last - dt.timedelta(days=1)
    narrower.save()


def test_what_no_longer_proves_anything_is_deleted(
    client, superuser, pupil, picture, django_capture_on_commit_callbacks
):
    scan = ContentFile(b"%PDF-1.4 a", name="a.pdf")
    consent = ConsentFactory(person=pupil, evidence=scan)
    first = consent.evidence.name
    assert consent.evidence.storage.exists(first)
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(pupil)
    with django_capture_on_commit_callbacks(execute=True):
        consent.evidence = ContentFile(b"%PDF-1.4 b", name="b.pdf")
        consent.save()
    assert not consent.evidence.storage.exists(first)
    assert consent.evidence.storage.exists(consent.evidence.name)

    consent.withdrawn_on = timezone.localdate()
    consent.save()
    with django_capture_on_commit_callbacks(execute=True):
        enforce()
    basis.refresh_from_db()
    original = basis.withheld
    assert private_storage().exists(original)

    basis.people.clear()
    client.force_login(superuser)
    other = SimpleUploadedFile(
        "moi.png", get_test_image_file().file.getvalue(), "image/png"
    )
    typed = {
        "title": "Ảnh khác",
        "collection": picture.collection_id,
        "file": other,
        "tags": "",
        "description": "",
    }
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailimages:edit", args=(picture.pk,)), typed)
    assert not private_storage().exists(original)


def test_a_newer_scan_outlives_a_withdrawal_that_has_not_seen_it(
    pupil, django_capture_on_commit_callbacks
):
    scan = ContentFile(b"%PDF-1.4 a", name="a.pdf")
    seen = ConsentFactory(person=pupil, evidence=scan)
    newer = Consent.objects.get(pk=seen.pk)
    newer.evidence = ContentFile(b"%PDF-1.4 b", name="b.pdf")
    newer.save()
    with django_capture_on_commit_callbacks(execute=True):
        seen.withdrawn_on = timezone.localdate()
        seen.save(update_fields=["withdrawn_on"])
    assert newer.evidence.storage.exists(newer.evidence.name)


def test_the_name_goes_with_the_entry(keeper, pupil):
    a_link(pupil, keeper)
    entries = ModelLogEntry.objects.for_instance(pupil)
    assert entries.filter(label__contains="Nụ").exists()
    pk = pupil.pk
    pupil.delete()
    left = ModelLogEntry.objects.filter(object_id=str(pk))
    assert left.exists()
    assert not left.filter(label__contains="Nụ").exists()


def test_nobody_is_entered_twice_by_copying(client, keeper, pupil):
    client.force_login(keeper)
    registry = reverse("wagtailsnippets_wagtail_kehoach_person:list")
    assert client.get(f"{registry}copy/{pupil.pk}/").status_code == 404


def test_only_a_link_makes_a_consent_electronic(client, keeper):
    client.force_login(keeper)
    typed = {
        "full_name": "Phạm Văn Tí",
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "0",
        "consents-MIN_NUM_FORMS": "0",
        "consents-MAX_NUM_FORMS": "1000",
        "consents-0-basis": "electronic",
        "consents-0-for_portal": "on",
        "consents-0-starts_on": "2026-11-01",
    }
    add = reverse("wagtailsnippets_wagtail_kehoach_person:add")
    response = client.post(add, typed)
    assert not Consent.objects.exists()
    assert "trả lời qua liên kết" in response.content.decode()

    typed["consents-0-basis"] = "signed"
    response = client.post(add, typed, follow=True)
    assert Consent.objects.exists()
    assert "chưa có bản quét" in response.content.decode()
