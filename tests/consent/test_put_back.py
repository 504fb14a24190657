"""A grey picture, once everybody has agreed again; and what is not made grey at all."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import PictureBasis, Takedown

pytestmark = pytest.mark.django_db


def days(number):
    return timezone.localdate() + dt.timedelta(days=number)


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Image.objects.create(title="Em Minh", file=get_test_image_file())


@pytest.fixture
def person():
    return PersonFactory(representative="Lê Thị Hoa")


@pytest.fixture
def grey(picture, person, django_capture_on_commit_callbacks):
    """A picture that was taken down; what it was."""
    consent = ConsentFactory(person=person)
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(person)
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    with django_capture_on_commit_callbacks(execute=True):
        enforce()
    basis.refresh_from_db()
    assert basis.withheld
    return basis


def read(image):
    image.refresh_from_db()
    with image.file.storage.open(image.file.name) as file:
        return file.read()


def url(basis):
    return reverse("wagtail_kehoach_put_back", args=(basis.pk,))


def test_it_comes_back_as_it_was_at_a_new_address_once_all_agree(
    client, editor, picture, person, grey, django_capture_on_commit_callbacks
):
    kept = grey.withheld
    with private_storage().open(kept) as file:
        original = file.read()
    grey_name = picture.file.storage.path(Image.objects.get().file.name)
    ConsentFactory(person=person)
    client.force_login(editor)
    form = reverse("kehoach_picture_bases:edit", args=(grey.pk,))
    assert url(grey) in client.get(form).content.decode()
    assert "Em Minh" in client.get(url(grey)).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        html = client.post(url(grey), follow=True).content.decode()

    assert "Ảnh đã được đặt lại" in html
    assert read(picture) == original
    assert picture.file_hash == picture.get_file_hash() == grey.file_hash
    assert picture.file.storage.path(picture.file.name) != grey_name
    assert not private_storage().exists(kept)
    grey.refresh_from_db()
    assert grey.withheld == ""
    logged = ModelLogEntry.objects.get(action="kehoach.picture_put_back")
    assert logged.user == editor


def test_while_somebody_has_not_agreed_it_stays_grey_and_says_for_whom(
    client, editor, picture, person, grey
):
    other = PersonFactory(full_name="Trần Bảo An")
    grey.people.add(other)
    ConsentFactory(person=person)
    client.force_login(editor)
    form = reverse("kehoach_picture_bases:edit", args=(grey.pk,))

    assert url(grey) not in client.get(form).content.decode()
    html = client.post(url(grey), follow=True).content.decode()

    assert "Trần Bảo An" in html
    grey.refresh_from_db()
    assert grey.withheld


def test_an_original_that_is_gone_is_said_to_be_gone(client, editor, person, grey):
    ConsentFactory(person=person)
    private_storage().delete(grey.withheld)
    client.force_login(editor)

    html = client.post(url(grey), follow=True).content.decode()

    assert "không còn trong kho riêng" in html
    grey.refresh_from_db()
    assert grey.withheld


def test_the_keeper_who_enters_a_new_consent_is_offered_the_picture(
    client, keeper, person, grey
):
    client.force_login(keeper)
    edit = reverse(person.snippet_viewset.get_url_name("edit"), args=(person.pk,))
    consent = person.consents.get()
    data = {
        "full_name": person.full_name,
        "child": "on",
        "consents-TOTAL_FORMS": "2",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "signed",
        "consents-0-for_portal": "on",
        "consents-0-representative_agreed": "on",
        "consents-0-child_agreed": "on",
        "consents-0-starts_on": "2020-01-01",
        "consents-0-withdrawn_on": consent.withdrawn_on.isoformat(),
        "consents-1-basis": "signed",
        "consents-1-for_portal": "on",
        "consents-1-representative_agreed": "on",
        "consents-1-child_agreed": "on",
        "consents-1-starts_on": timezone.localdate().isoformat(),
    }

    html = client.post(edit, data, follow=True).content.decode()

    assert person.consents.count() == 2
    assert url(grey) in html


@pytest.mark.parametrize(("role", "allowed"), [("keeper", True), ("principal", False)])
def test_only_who_says_who_is_in_pictures_puts_one_back(
    client, request, person, grey, role, allowed
):
    ConsentFactory(person=person)
    client.force_login(request.getfixturevalue(role))

    client.post(url(grey))

    grey.refresh_from_db()
    assert bool(grey.withheld) is not allowed


def test_a_picture_of_a_draft_waits_for_the_answer_and_stays(
    picture, person, django_capture_on_commit_callbacks
):
    """Written with a photo today; the parent answers the day after tomorrow."""
    PictureBasis.objects.create(image=picture).people.add(person)
    page = StoryPageFactory(picture=picture, picture_alt="Em", live=False)
    page.people = [person]
    page.save_revision()
    before = read(picture)

    with django_capture_on_commit_callbacks(execute=True):
        enforce()
        enforce([person.pk])

    assert read(picture) == before
    assert not Takedown.objects.exists()
    assert not mail.outbox
    assert "Chưa có sự đồng ý" in page.why_not_show()


@pytest.mark.parametrize(
    "said",
    [
        {"starts_on": days(-700), "ends_on": days(-300)},
        {"for_portal": False, "for_social": True},
        {"starts_on": days(1)},
    ],
    ids=["ended last year", "social only", "from tomorrow"],
)
@pytest.mark.parametrize("drafted", [True, False])
def test_nobody_has_seen_a_new_picture_whatever_was_agreed_to_before(
    picture, person, said, drafted
):
    ConsentFactory(person=person, **said)
    PictureBasis.objects.create(image=picture).people.add(person)
    if drafted:
        StoryPageFactory(picture=picture, picture_alt="Em", live=False)

    enforce([person.pk])

    assert not PictureBasis.objects.get().withheld


def test_a_picture_of_a_draft_alone_stays_when_the_consent_is_withdrawn(
    picture, person
):
    ConsentFactory(person=person, withdrawn_on=timezone.localdate())
    PictureBasis.objects.create(image=picture).people.add(person)
    StoryPageFactory(picture=picture, picture_alt="Em", live=False)

    enforce([person.pk])

    assert not PictureBasis.objects.get().withheld


def test_a_picture_that_a_post_showed_once_goes_though_only_a_draft_has_it_now(
    picture, person, editor, principal
):
    page = StoryPageFactory(picture=picture, picture_alt="Em")
    page = approved(page, by=editor, principal=principal)
    page.picture, page.picture_alt = None, ""
    approved(page, by=editor, principal=principal)
    StoryPageFactory(picture=picture, picture_alt="Em", live=False)
    PictureBasis.objects.create(image=picture).people.add(person)

    enforce([person.pk])

    assert PictureBasis.objects.get().withheld


def test_a_picture_that_is_public_goes_though_nobody_ever_agreed(
    picture, person, editor, principal, django_capture_on_commit_callbacks
):
    page = StoryPageFactory(picture=picture, picture_alt="Em")
    with django_capture_on_commit_callbacks(execute=True):
        approved(page, by=editor, principal=principal)
    PictureBasis.objects.create(image=picture).people.add(person)

    enforce([person.pk])

    assert PictureBasis.objects.get().withheld
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("seen_grey", [True, False])
def test_readers_see_it_again_though_renditions_are_cached(
    client,
    settings,
    picture,
    person,
    editor,
    django_capture_on_commit_callbacks,
    seen_grey,
):
    """Wagtail's cache of renditions must not outlive the files that it names."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {
        **settings.CACHES,
        "renditions": {"BACKEND": memory, "LOCATION": f"put-back-{seen_grey}"},
    }
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(person)
    client.force_login(editor)

    def shown():
        """The file that a page shows to its readers."""
        made = Image.objects.get(pk=picture.pk).get_rendition("width-400")
        assert made.file.storage.exists(made.file.name)
        return made.file.name

    def withdraw_and_agree_again(consent):
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        with django_capture_on_commit_callbacks(execute=True):
            enforce([person.pk])
        if seen_grey:
            assert shown() not in seen
        new = ConsentFactory(person=person)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url(basis))
        return new

    consent = ConsentFactory(person=person)
    seen = {shown()}
    for _time in range(2):
        consent = withdraw_and_agree_again(consent)
        assert shown() not in seen
        seen.add(shown())


@pytest.mark.parametrize("how", ["withdrawn", "never asked"])
def test_a_draft_keeps_a_picture_that_may_go_to_social_networks_only(
    picture, person, editor, how
):
    """Nobody has seen it; for the portal the gate refuses it, whatever else is agreed to."""
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(person)
    page = StoryPageFactory(picture=picture, picture_alt="Em Minh", live=False)
    page.save_revision(user=editor)
    if how == "withdrawn":
        ConsentFactory(person=person, withdrawn_on=timezone.localdate())
    ConsentFactory(person=person, for_portal=False, for_social=True)
    name = Image.objects.get().file.name

    report = enforce([person.pk])

    assert not report.done
    basis.refresh_from_db()
    assert basis.withheld == ""
    assert Image.objects.get().file.name == name
    reason = page.why_not_show()
    assert "cổng thông tin" in reason
    assert "mạng xã hội" not in reason
