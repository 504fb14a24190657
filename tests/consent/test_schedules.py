"""A consent that ends before a post goes live: nothing waits for the hour."""

import datetime as dt
import logging

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.consent.ending import ending_soon
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Consent, PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(consent, settings, tmp_path):
    """A picture of the child."""
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = Image.objects.create(title="Em Minh", file=get_test_image_file())
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    return picture


@pytest.fixture
def schedule(editor, principal):
    """An approved post that goes live tomorrow and names ``people``."""

    def make(*people, factory=StoryPageFactory, **said):
        hour = timezone.now() + dt.timedelta(days=1)
        page = factory(go_live_at=hour, **said)
        page.people = people
        page = approved(page, by=editor, principal=principal)
        assert waits(page)
        return page

    return make


def withdraw(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()


def waits(page):
    """Whether a version of ``page`` has an hour at which it goes live."""
    return page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.fixture
def come_to_the_hour(monkeypatch):
    """Two days later by every clock."""
    later = timezone.now() + dt.timedelta(days=2)

    def go():
        monkeypatch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")

    return go


def test_the_schedule_is_cancelled_at_once_recorded_and_told_once(
    schedule, consent, django_capture_on_commit_callbacks
):
    story = schedule(consent.person, title="Nhặt được của rơi")
    hour = timezone.localtime(story.go_live_at)
    withdraw(consent)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        enforce([consent.person_id])
        enforce()

    assert not waits(story)
    record = Takedown.objects.get()
    assert record.title == story.title
    assert "rút lại" in record.reason
    assert f"Bài không đăng lúc {hour:%H:%M %d/%m/%Y} như đã hẹn." in record.reason
    assert [m.subject for m in mail.outbox] == [f"Đã huỷ hẹn giờ: {story.title}"]
    assert "trở lại bản nháp" in mail.outbox[0].body
    assert "mạng xã hội" not in mail.outbox[0].body
    assert find_problems().problems == []


def test_nothing_goes_live_at_the_hour(schedule, consent, come_to_the_hour):
    story = schedule(consent.person)
    withdraw(consent)
    enforce()

    come_to_the_hour()

    story.refresh_from_db()
    assert not story.live


def test_the_keeper_who_enters_a_withdrawal_sees_what_was_cancelled(
    client, keeper, schedule, consent
):
    story = schedule(consent.person)
    client.force_login(keeper)
    address = f"/admin/snippets/wagtail_kehoach/person/edit/{consent.person_id}/"
    data = {
        "full_name": consent.person.full_name,
        "child": "on",
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "signed",
        "consents-0-for_portal": "on",
        "consents-0-starts_on": "2020-01-01",
        "consents-0-withdrawn_on": timezone.localdate().isoformat(),
    }

    html = client.post(address, data, follow=True).content.decode()

    assert story.title in html
    assert not waits(story)
    listing = client.get(reverse("kehoach_takedowns:index")).content.decode()
    assert story.title in listing


@pytest.mark.parametrize("block", [False, True])
def test_the_picture_is_replaced_now_and_not_at_the_hour(
    block, picture, schedule, consent, django_capture_on_commit_callbacks
):
    image = {"image": picture.pk, "alt_text": "Em Minh", "decorative": False}
    shown = (
        {"body": [{"type": "picture", "value": {"image": image, "caption": ""}}]}
        if block
        else {"picture": picture, "picture_alt": "Em Minh"}
    )
    story = schedule(**shown)
    small = picture.get_rendition("width-100").file.name
    storage, old = picture.file.storage, picture.file.name
    withdraw(consent)

    with django_capture_on_commit_callbacks(execute=True):
        report = enforce()

    assert report.refused == []
    assert not waits(story)
    assert PictureBasis.objects.get().withheld
    assert not storage.exists(old)
    assert not storage.exists(small)


def test_what_is_public_stays_when_only_the_coming_version_shows_the_child(
    schedule, consent, editor, principal
):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    story.people = [consent.person]
    story.go_live_at = timezone.now() + dt.timedelta(days=1)
    story = approved(story, by=editor, principal=principal)
    withdraw(consent)

    enforce()

    story.refresh_from_db()
    assert story.live
    assert not waits(story)


def test_an_item_abroad_is_cancelled_for_the_purpose_abroad(schedule):
    consent = ConsentFactory(for_foreign=True)
    item = schedule(consent.person, factory=ForeignInfoPageFactory)
    Consent.objects.update(for_foreign=False)

    enforce()

    assert not waits(item)
    assert "tiếng nước ngoài" in Takedown.objects.get().reason


def test_a_consent_that_holds_cancels_nothing(schedule, consent, come_to_the_hour):
    story = schedule(consent.person)
    withdraw(ConsentFactory())

    enforce()

    assert not Takedown.objects.exists()
    come_to_the_hour()
    story.refresh_from_db()
    assert story.live


def test_the_hour_itself_refuses_with_the_reason_and_names_nobody_in_the_log(
    schedule, consent, come_to_the_hour, caplog
):
    story = schedule(consent.person)
    other = schedule()
    withdraw(consent)

    with caplog.at_level(logging.INFO):
        come_to_the_hour()

    story.refresh_from_db()
    other.refresh_from_db()
    assert not story.live
    assert other.live
    assert "rút lại" in Takedown.objects.get().reason
    said = " ".join(r.getMessage() for r in caplog.records if "kehoach" in r.name)
    assert "was dropped" in said
    assert consent.person.full_name not in said


def test_nobody_leaves_the_registry_while_a_scheduled_post_names_him(
    client, superuser, schedule, consent
):
    story = schedule(consent.person)
    client.force_login(superuser)
    person = consent.person
    url = reverse(person.snippet_viewset.get_url_name("delete"), args=(person.pk,))

    html = client.post(url, follow=True).content.decode()

    assert story.title in html
    assert Consent.objects.exists()


def test_a_scheduled_post_is_among_what_ends_soon(schedule, consent):
    story = schedule(consent.person)
    today = timezone.localdate()
    Consent.objects.update(ends_on=today + dt.timedelta(days=5))

    assert [e.titles for e in ending_soon(today)] == [[story.title]]


def test_what_ends_before_the_hour_is_refused_with_the_day(consent, editor):
    day = timezone.localdate() + dt.timedelta(days=9)
    Consent.objects.update(ends_on=day - dt.timedelta(days=1))
    page = StoryPageFactory(go_live_at=timezone.now() + dt.timedelta(days=9))
    page.people = [consent.person]

    assert f"Bài hẹn đăng ngày {day:%d/%m/%Y}." in page.why_not_show()
    page.go_live_at = timezone.now() + dt.timedelta(days=1)
    assert page.why_not_show() is None


@pytest.mark.parametrize("days", [0, 1])
def test_a_picture_that_may_not_be_used_any_more_at_the_hour(
    schedule, settings, tmp_path, days
):
    settings.MEDIA_ROOT = tmp_path / "media"
    image = Image.objects.create(title="Cô Lan", file=get_test_image_file())
    basis = PictureBasis.objects.create(image=image, basis="nobody")
    story = schedule(picture=image, picture_alt="Cô Lan dạy học")
    basis.keep_until = timezone.localdate() + dt.timedelta(days=days)
    basis.save()

    enforce()

    cancelled = days == 0
    assert waits(story) is not cancelled
    if cancelled:
        assert "chỉ được dùng đến hết ngày" in Takedown.objects.get().reason


def test_looking_costs_the_same_however_many_wait(schedule, consent):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            enforce([consent.person_id])
        return len(queries)

    schedule(consent.person)
    statements()
    before = statements()
    for _ in range(3):
        schedule(ConsentFactory().person)

    assert statements() == before
