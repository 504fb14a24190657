"""An ended consent acts at once, once, and leaves a record."""

import datetime as dt
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from tests.factories.consent import ConsentFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section
from tests.factories.workflows import approved
from tests.front_cache import Remembering
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.consent.takedown import _take_down_post, enforce
from wagtail_kehoach.models import Consent, PictureBasis, Takedown
from wagtail_kehoach.pages.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Image.objects.create(title="Em Minh", file=get_test_image_file())


@pytest.fixture
def story(consent, editor, principal):
    page = StoryPageFactory(title="Em Minh nhặt được của rơi")
    page.people = [consent.person]
    return approved(page, by=editor, principal=principal)


def end(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()


def test_the_post_is_gone_recorded_and_told_once(
    client, story, consent, django_capture_on_commit_callbacks
):
    assert client.get(story.url).status_code == 200
    end(consent)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")
        call_command("enforce_consents")

    assert client.get(story.url).status_code == 404
    record = Takedown.objects.get()
    assert story.title == record.title
    assert "rút lại" in record.reason
    told = [m.subject for m in mail.outbox if m.subject.startswith("Đã gỡ")]
    assert told == [f"Đã gỡ: {story.title}"]
    assert find_problems().problems == []


def another_language(story):
    """Make ``story`` a translation that repeats its source: it could not be approved."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    source = story.copy(update_attrs={"slug": "ban-goc"}, keep_live=False)
    StoryPage.objects.filter(pk=story.pk).update(
        locale=english, translation_key=source.translation_key
    )
    return StoryPage.objects.get(pk=story.pk)


def test_the_record_gives_the_consent_as_reason_and_nothing_else(
    story, consent, settings
):
    settings.WAGTAIL_I18N_ENABLED = True
    story = another_language(story)
    assert "chưa dịch" in story.why_not_show()
    end(consent)

    [record] = enforce().done

    assert "rút lại" in record.reason
    assert "chưa dịch" not in record.reason


def test_a_post_with_consent_is_not_taken_down_for_something_else(
    story, consent, settings
):
    settings.WAGTAIL_I18N_ENABLED = True
    consent.for_foreign = True
    consent.save()
    story = another_language(story)
    assert story.why_not_show()

    assert _take_down_post(StoryPage, story.pk) is None

    story.refresh_from_db()
    assert story.live


def test_what_still_has_consent_stays(client, story):
    call_command("enforce_consents")

    assert client.get(story.url).status_code == 200
    assert not Takedown.objects.exists()


def test_the_picture_is_replaced_and_its_renditions_are_gone(
    picture, consent, editor, principal, django_capture_on_commit_callbacks
):
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    story = StoryPageFactory(picture=picture, picture_alt="Em Minh")
    approved(story, by=editor, principal=principal)
    rendition = picture.get_rendition("width-100")
    storage, old, small = picture.file.storage, picture.file.name, rendition.file.name
    end(consent)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")

    picture.refresh_from_db()
    assert picture.file.name != old
    assert not storage.exists(old)
    assert not storage.exists(small)
    assert not picture.renditions.exists()
    assert PictureBasis.objects.get(image=picture).withheld
    assert story.title in Takedown.objects.get(title="Em Minh").address


def test_a_grey_picture_is_not_filled_again_while_the_consent_is_withdrawn(
    client, superuser, picture, consent
):
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    end(consent)
    enforce()
    client.force_login(superuser)
    url = reverse("wagtailimages:edit", args=(picture.pk,))
    grey = Image.objects.get().file.name

    def upload():
        photo = get_test_image_file(size=(320, 240)).file.getvalue()
        file = SimpleUploadedFile("em-minh.png", photo)
        data = {"title": "Em Minh", "file": file}
        html = client.post(url, data, follow=True).content.decode()
        return html, Image.objects.get().file.name

    html, name = upload()
    assert "rút lại" in html
    assert name == grey

    consent = ConsentFactory(person=consent.person)
    assert upload()[1] != grey
    assert PictureBasis.objects.get().file_hash == Image.objects.get().file_hash
    end(consent)
    enforce()
    assert PictureBasis.objects.get().withheld
    assert Takedown.objects.count() == 2


def test_a_writer_is_told_of_a_grey_picture_though_all_have_agreed_since(
    picture, consent
):
    """Who is in it was entered before anybody was asked; the night took the file away."""
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    end(consent)
    enforce()
    ConsentFactory(person=consent.person)
    page = StoryPageFactory(picture=picture)

    assert page.why_not_agreed() is None
    assert any("ảnh màu xám" in said for said in page.privacy_warnings())


def test_caches_in_front_of_the_portal_forget_picture_and_list(
    picture, consent, story, settings, django_capture_on_commit_callbacks
):
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "tests.front_cache.Remembering"}
    }
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    rendition = picture.get_rendition("width-100")
    original = picture.file.url
    end(consent)
    told = Remembering.forgotten
    told.clear()

    with django_capture_on_commit_callbacks(execute=True):
        enforce()

    assert any(address.endswith(original) for address in told)
    assert rendition.full_url in told
    assert story.get_parent().full_url in told


def test_nobody_leaves_the_registry_while_a_post_names_him(
    client, superuser, story, consent
):
    client.force_login(superuser)
    person = consent.person
    url = reverse(person.snippet_viewset.get_url_name("delete"), args=(person.pk,))

    html = client.post(url, follow=True).content.decode()

    assert f"{person}” còn được nêu tên" in html
    assert story.title in html
    assert Consent.objects.exists()

    story.delete()
    client.post(url)
    assert not Consent.objects.exists()


def test_the_scan_goes_with_its_entry(consent, django_capture_on_commit_callbacks):
    name = private_storage().save("giay.pdf", ContentFile(b"%PDF-1.7"))
    Consent.objects.update(evidence=name)

    with django_capture_on_commit_callbacks(execute=True):
        consent.person.delete()

    assert not private_storage().exists(name)


def test_a_picture_that_must_stay_stops_nothing_and_people_are_told(
    picture, consent, story, client, editor, principal, capsys
):
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    text = f'<embed embedtype="image" format="left" id="{picture.pk}" alt="Em"/>'
    plan = PlanPageFactory(
        title="Kế hoạch có ảnh", body=[section("I", "MỤC ĐÍCH", text)]
    )
    approved(plan, by=editor, principal=principal)
    end(consent)
    mail.outbox.clear()

    with pytest.raises(SystemExit):
        call_command("enforce_consents")

    assert client.get(story.url).status_code == 404
    printed = capsys.readouterr().out
    assert f"CHƯA gỡ được: một ảnh, /admin/images/{picture.pk}/" in printed
    assert "Em Minh" not in printed
    assert [m.subject for m in mail.outbox] == ["Cần gỡ: Em Minh"]
    assert not PictureBasis.objects.get().withheld
    assert not (Path(private_storage().location)).exists()


def test_only_posts_of_that_person_are_looked_at(story, consent, editor, principal):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            enforce([consent.person_id])
        return len(queries)

    statements()
    before = statements()
    other = ConsentFactory()
    for _ in range(2):
        page = StoryPageFactory()
        page.people = [other.person]
        approved(page, by=editor, principal=principal)
    end(other)

    assert statements() == before
    assert not Takedown.objects.exists()
    assert len(enforce().done) == 2


def test_a_child_that_turned_seven_has_to_agree_itself(consent, story, client):
    Consent.objects.update(child_agreed=False)

    call_command("enforce_consents")

    assert client.get(story.url).status_code == 404


def test_withdrawing_in_the_registry_takes_down_at_once(client, story, keeper, consent):
    client.force_login(keeper)
    address = f"/admin/snippets/wagtail_kehoach/person/edit/{consent.person_id}/"
    data = {
        "full_name": consent.person.full_name,
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "signed",
        "consents-0-for_portal": "on",
        "consents-0-starts_on": "2020-01-01",
        "consents-0-withdrawn_on": timezone.localdate().isoformat(),
        "child": "on",
    }

    html = client.post(address, data, follow=True).content.decode()

    assert story.title in html
    assert client.get(story.url).status_code == 404


@pytest.mark.parametrize(
    ("role", "opens"), [("keeper", True), ("principal", True), ("editor", False)]
)
def test_who_reads_what_was_taken_down(client, request, role, opens):
    Takedown.objects.create(
        happened_at=timezone.now(), title="Em Minh", reason="Đã rút lại."
    )
    client.force_login(request.getfixturevalue(role))

    response = client.get(reverse("kehoach_takedowns:index"))

    assert (response.status_code == 200) is opens
    assert ("Đã rút lại." in response.content.decode()) is opens


@pytest.mark.parametrize(
    ("role", "reads"), [("keeper", True), ("principal", True), ("editor", False)]
)
def test_the_home_page_names_what_was_taken_down_of_late(client, request, role, reads):
    now = timezone.now()
    Takedown.objects.create(
        happened_at=now - dt.timedelta(days=30), title="Bài đã lâu", reason="Rút."
    )
    for number in range(6):
        Takedown.objects.create(
            happened_at=now, title=f"Bài {number}", reason="Đã rút lại ngày 5/11."
        )
    client.force_login(request.getfixturevalue(role))

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert ("Bài 5" in home) is reads
    assert ("Đã rút lại ngày 5/11." in home) is reads
    assert (reverse("kehoach_takedowns:index") + '">Tất cả' in home) is reads
    assert "Bài 0" not in home
    assert "Bài đã lâu" not in home


def test_a_takedown_is_shown_with_the_time_of_the_school(client, principal):
    night = dt.datetime(2026, 11, 5, 18, 30, tzinfo=dt.UTC)
    record = Takedown.objects.create(happened_at=night, title="Em Minh", reason="Rút.")
    client.force_login(principal)

    page = client.get(reverse("kehoach_takedowns:inspect", args=(record.pk,)))

    assert "01:30 06/11/2026" in page.content.decode()


@pytest.mark.parametrize("address", ["new/", "edit/{}/", "delete/{}/"])
def test_nobody_writes_the_record_by_hand(client, superuser, address):
    record = Takedown.objects.create(
        happened_at=timezone.now(), title="Em Minh", reason="Đã rút lại."
    )
    client.force_login(superuser)
    index = reverse("kehoach_takedowns:index")

    assert client.get(index).status_code == 200
    assert client.get(f"{index}inspect/{record.pk}/").status_code == 200
    assert client.get(index + address.format(record.pk)).status_code == 404


def test_the_list_of_takedowns_costs_the_same_however_long(client, principal):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("kehoach_takedowns:index"))
        return len(queries)

    def take_down(count):
        for n in range(count):
            Takedown.objects.create(
                happened_at=timezone.now(), title=f"Bài {n}", reason="Đã rút lại."
            )

    client.force_login(principal)
    take_down(2)
    statements()
    before = statements()
    take_down(8)

    assert statements() == before
