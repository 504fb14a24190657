"""What a portal's API lists to everybody: no picture and no document of a draft."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.checks import run_checks
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from tests.committed import searches_uncommitted
from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import PictureBasis

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.urls_api_v2")]

V3 = pytest.param(
    "v3",
    marks=pytest.mark.skipif(
        not apps.is_installed("wagtail.api.v3"),
        reason="Wagtail's API v3 is not installed: run with --ds=tests.settings_api.",
    ),
)
versions = pytest.mark.parametrize("version", ["v2", V3])
NAME = "Em Nguyễn Hoàng Minh"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def files():
    """A picture and a document that somebody has uploaded, with a child's name."""
    document = Document(title=NAME)
    document.file.save("giay-khen.pdf", ContentFile(b"%PDF-1.4"))
    return Image.objects.create(title=NAME, file=get_test_image_file()), document


def story_with(files):
    picture, document = files
    link = f'<p><a linktype="document" id="{document.pk}">Giấy khen</a></p>'
    body = [("paragraph", link)]
    return StoryPageFactory(picture=picture, picture_alt="Trao giải", body=body)


def told(client, version, files, **headers):
    """Of picture and document: how many are listed and found, and the state of each alone."""
    said = []
    for name, item in zip(("images", "documents"), files, strict=True):
        listed = client.get(f"/api/{version}/{name}/", **headers).json()
        one = client.get(f"/api/{version}/{name}/{item.pk}/", **headers)
        rows = listed["items"]
        count = listed["meta"]["total_count"] if version == "v2" else listed["count"]
        said.append((len(rows), count, one.status_code))
    return said


HIDDEN = [(0, 0, 404), (0, 0, 404)]
SHOWN = [(1, 1, 200), (1, 1, 200)]


@versions
def test_nobody_reads_what_only_a_draft_has(client, version, files, editor):
    assert told(client, version, files) == HIDDEN

    story = story_with(files)
    story.live = False
    story.save()
    story.save_revision(user=editor)

    assert told(client, version, files) == HIDDEN


@versions
def test_what_a_public_text_shows_is_listed_until_it_goes(
    client, version, files, editor, principal
):
    story = approved(story_with(files), by=editor, principal=principal)
    assert told(client, version, files) == SHOWN

    story.unpublish()

    assert told(client, version, files) == HIDDEN


@versions
def test_what_only_members_read_is_listed_to_nobody(
    client, version, files, editor, principal
):
    story = approved(story_with(files), by=editor, principal=principal)
    PageViewRestriction.objects.create(page=story, restriction_type="login")

    assert told(client, version, files) == HIDDEN


@versions
def test_a_picture_that_was_taken_down_is_not_named(
    client, version, files, editor, principal
):
    consent = ConsentFactory()
    story = approved(story_with(files), by=editor, principal=principal)
    PictureBasis.objects.create(image=files[0]).people.add(consent.person)
    type(story).objects.filter(pk=story.pk).update(live=True)
    enforce()
    consent.person.consents.all().delete()
    enforce()

    assert PictureBasis.objects.get().withheld
    assert told(client, version, files)[0] == HIDDEN[0]


def test_whoever_has_the_admin_sees_all_of_them(client, files, editor):
    client.force_login(editor)

    assert told(client, "v2", files) == SHOWN


@pytest.mark.parametrize("version", [V3])
def test_with_a_token_of_the_admin_all_is_read_and_written(
    client, version, files, editor
):
    from wagtail.models import APIToken

    _token, value = APIToken.create_token(user=editor, name="ảnh")
    headers = {"headers": {"Authorization": f"Bearer {value}"}}
    picture = get_test_image_file(filename="hoi-trai.png")
    upload = SimpleUploadedFile("hoi-trai.png", picture.file.getvalue(), "image/png")

    assert told(client, version, files, **headers) == SHOWN
    made = client.post(
        "/api/v3/images/",
        {"title": "Hội trại", "collection_id": files[0].collection_id, "file": upload},
        **headers,
    )
    changed = client.patch(
        f"/api/v3/images/{made.json()['id']}/",
        {"title": "Hội trại 2026"},
        content_type="application/json",
        **headers,
    )

    assert (made.status_code, changed.status_code) == (201, 200)
    assert client.post("/api/v3/images/", {"title": "Lạ"}).status_code == 401
    assert Image.objects.filter(title="Hội trại 2026").exists()


@searches_uncommitted
@versions
@pytest.mark.parametrize("order", ["", "&order=-title"])
def test_a_search_finds_what_is_public_and_nothing_else(
    client, version, files, order, editor, principal
):
    Image.objects.create(title=f"{NAME} ở nhà", file=get_test_image_file())
    address = f"/api/{version}/images/?search=Minh{order}"
    assert client.get(address).json()["items"] == []

    approved(story_with(files), by=editor, principal=principal)

    found = client.get(address).json()
    assert [item["title"] for item in found["items"]] == [NAME]


def warnings():
    return [found for found in run_checks() if found.id == "wagtail_kehoach.W006"]


def test_a_portal_that_lists_drafts_is_warned(settings):
    settings.ROOT_URLCONF = "tests.urls_api_open"
    found = warnings()

    assert len(found) == (4 if apps.is_installed("wagtail.api.v3") else 2)
    assert "ImagesAPIViewSet" in str([warning.msg for warning in found])
    assert "PublicImagesAPIViewSet" in found[0].hint


@pytest.mark.parametrize("urls", ["tests.urls", "tests.urls_api_v2"])
def test_a_portal_that_does_not_is_not(urls, settings):
    settings.ROOT_URLCONF = urls

    assert warnings() == []


def test_the_ordinary_portal_of_these_tests_is_protected():
    assert settings.ROOT_URLCONF.startswith("tests.")
    assert warnings() == []
