"""What ended yesterday is gone from everywhere before the first answer of the day."""

import datetime as dt
from pathlib import Path

import pytest
from django.contrib import sitemaps
from django.core import mail
from django.core.signals import request_started
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import daybreak
from wagtail_kehoach.consent.runs import why_not_enforced
from wagtail_kehoach.models import Consent, EnforcementRun, PictureBasis, Takedown
from wagtail_kehoach.pages.models import HonourRollPage, StoryIndexPage, StoryPage

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.urls_api_v2")]

TITLE = "Em Minh nhặt được của rơi"


@pytest.fixture(autouse=True)
def process():
    """A process of the portal that has answered nothing yet."""
    daybreak.connect()
    yield
    request_started.disconnect(dispatch_uid=daybreak.UID)


@pytest.fixture
def get(client):
    """What the public reads at an address; what waits for a commit is done."""

    def read(url):
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = client.get(url)
        if answer["Content-Type"] == "application/json":
            return str(answer.json())
        return b"".join(answer).decode(errors="replace")

    return read


@pytest.fixture
def story(settings, tmp_path, editor, principal):
    """It is public; who is in the picture has agreed until today."""
    settings.MEDIA_ROOT = tmp_path / "media"
    consent = ConsentFactory(ends_on=timezone.localdate())
    picture = Image.objects.create(title="Em Minh", file=get_test_image_file())
    PictureBasis.objects.create(image=picture).people.add(consent.person)
    page = StoryPageFactory(
        title=TITLE,
        picture=picture,
        picture_alt="Em Minh trả ví",
        commended=True,
        parent=StoryIndexPage.objects.get(),
    )
    with TestCase.captureOnCommitCallbacks(execute=True):
        return approved(page, by=editor, principal=principal)


@pytest.fixture
def midnight(monkeypatch):
    """Let it be the next day, and no nightly run have come."""

    def passes():
        later = timezone.now() + dt.timedelta(days=1)
        monkeypatch.setattr(timezone, "now", lambda: later)

    return passes


def address(name):
    if name == "list":
        return StoryIndexPage.objects.get().url
    if name == "roll of honour":
        return HonourRollPage.objects.get().url
    if name == "feed":
        pk = StoryIndexPage.objects.get().pk
        return reverse("wagtail_kehoach:index_feed", args=(pk,))
    return {
        "story": lambda: StoryPage.objects.get().url,
        "search": lambda: "/tim-kiem/?q=nhat+duoc+cua+roi",
        "search as JSON": lambda: "/tim-kiem/?q=nhat+duoc+cua+roi&dang=json",
        "sitemap": lambda: "/sitemap.xml",
        "api": lambda: "/api/v2/pages/?fields=title",
    }[name]()


@pytest.mark.parametrize(
    "road",
    ["story", "list", "roll of honour", "feed", "search", "search as JSON", "api", "sitemap"],
)  # fmt: skip
def test_no_road_shows_it_after_midnight(story, get, midnight, road, settings):
    if road.startswith("search") and connection.vendor == "mysql":
        pytest.skip("MariaDB finds committed rows only.")
    folder = Path(sitemaps.__file__).parent / "templates"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [folder]}]
    said = story.url if road == "sitemap" else TITLE
    url = address(road)
    assert said in get(url)

    midnight()

    assert said not in get(url)


def test_whatever_is_asked_for_first_everything_is_gone(story, get, midnight):
    get(story.url)
    picture = Image.objects.get()
    original = picture.file.name
    rendition = picture.renditions.first()
    storage = picture.file.storage
    assert storage.exists(original)
    assert storage.exists(rendition.file.name)

    midnight()
    get("/khong-co-trang-nay/")

    assert not storage.exists(original)
    assert not storage.exists(rendition.file.name)
    assert Takedown.objects.count() == 2


def test_people_are_told_once_in_the_language_of_the_school(
    story, client, midnight, keeper
):
    midnight()

    with TestCase.captureOnCommitCallbacks(execute=True):
        client.get("/", headers={"accept-language": "en"})
        client.get("/")

    told = [message.subject for message in mail.outbox]
    assert f"Đã gỡ: {TITLE}" in told
    assert told.count(f"Đã gỡ: {TITLE}") == 1
    assert "đã hết" in Takedown.objects.first().reason


def test_the_next_requests_of_the_day_ask_nothing(story, client, midnight):
    midnight()
    client.get("/")

    assert not asked(client, "enforcementrun")
    daybreak.connect()  # another process
    request_started.disconnect(dispatch_uid=daybreak.UID)
    daybreak.connect()
    assert len(asked(client, "enforcementrun")) == 1
    assert not asked(client, "kehoach_consent")


def asked(client, table):
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
    return [query["sql"] for query in queries if table in query["sql"]]


def test_a_clock_that_has_stopped_is_still_told(story, client, midnight):
    ConsentFactory(ends_on=timezone.localdate() + dt.timedelta(days=9))
    midnight()
    client.get("/")

    assert "chưa chạy lần nào" in why_not_enforced()
    assert EnforcementRun.objects.get().day == timezone.localdate()


def test_what_fails_is_logged_closes_nothing_and_is_tried_again(
    story, client, midnight, monkeypatch, caplog
):
    def broken(**kwargs):
        raise OSError

    midnight()
    # Not our own code: a database that does not answer.
    monkeypatch.setattr(EnforcementRun.objects, "update_or_create", broken)
    assert client.get("/").status_code == 200
    assert "was not taken down" in caplog.text

    monkeypatch.undo()
    midnight()
    monkeypatch.setattr(daybreak.time, "monotonic", lambda: 1e12)
    client.get("/")

    assert EnforcementRun.objects.get().day == timezone.localdate()


def test_who_goes_on_stays_public(story, get, midnight):
    ConsentFactory(person=Consent.objects.get().person)

    midnight()

    assert TITLE in get(address("list"))
    assert not Takedown.objects.exists()
