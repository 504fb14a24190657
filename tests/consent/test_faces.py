"""A face that a local program saw is a hint for people: said, looked for once, no refusal."""

import logging
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent import face_detector
from wagtail_kehoach.models import FaceHint, PictureBasis

HINT = "Có vẻ có khuôn mặt trong ảnh"
seen = []


def bright(picture: bytes) -> int:
    """A detector for tests: a bright picture is a face."""
    seen.append(picture)
    with Image.open(BytesIO(picture)) as image:
        return int(image.convert("L").getpixel((0, 0)) > 128)


def fails(picture: bytes) -> int:
    raise RuntimeError("no model")


@pytest.fixture(autouse=True)
def _detector(settings):
    seen.clear()
    settings.WAGTAIL_KEHOACH = {"FACE_DETECTOR": f"{__name__}.bright"}


@pytest.fixture
def add(db, django_capture_on_commit_callbacks):
    """Add a picture of one colour."""

    def make(title, colour="white", size=(3000, 400)):
        file = BytesIO()
        Image.new("RGB", size, colour).save(file, "PNG")
        with django_capture_on_commit_callbacks(execute=True):
            return get_image_model().objects.create(
                title=title, file=ContentFile(file.getvalue(), name="anh.png")
            )

    return make


def test_the_form_of_a_picture_says_so_until_somebody_says_who_it_is(
    client, superuser, add
):
    image = add("Em Minh")
    client.force_login(superuser)
    form = reverse("wagtailimages:edit", args=(image.pk,))
    assert HINT in client.get(form).content.decode()

    PictureBasis.objects.create(image=image, basis=PictureBasis.Basis.NOBODY)

    assert HINT not in client.get(form).content.decode()


def test_a_post_is_warned_and_not_refused(add, editor, principal, client):
    face, none = add("Em Minh"), add("Sân trường", "black")
    for image in (face, none):
        story = StoryPageFactory(picture=image, picture_alt=image.title)
        (warning,) = story.privacy_warnings()
        assert (HINT in warning) == (image is face)
        assert f"“{image.title}”" in warning

    assert client.get(approved(story, by=editor, principal=principal).url).status_code


def test_a_file_is_looked_at_once_small_and_remembered_by_its_hash(
    add, django_capture_on_commit_callbacks
):
    first = add("Một")
    add("Hai")
    with django_capture_on_commit_callbacks(execute=True):
        first.title = "Ba"
        first.save()

    assert len(seen) == 1
    with Image.open(BytesIO(seen[0])) as given:
        assert (given.format, max(given.size)) == ("JPEG", 1024)
    assert FaceHint.objects.get().faces == 1


def test_a_detector_that_fails_stops_no_upload(add, settings, caplog):
    settings.WAGTAIL_KEHOACH = {"FACE_DETECTOR": f"{__name__}.fails"}

    with caplog.at_level(logging.ERROR):
        image = add("Em Minh")

    assert image.pk
    assert "was not looked through for faces" in caplog.text
    assert not FaceHint.objects.exists()


def test_without_a_detector_nobody_looks(add, settings):
    settings.WAGTAIL_KEHOACH = {"FACE_DETECTOR": ""}

    image = add("Em Minh")

    assert not FaceHint.objects.exists()
    (warning,) = StoryPageFactory(picture=image, picture_alt="Em").privacy_warnings()
    assert HINT not in warning


def test_opencv_is_the_detector_where_it_is_installed(settings):
    pytest.importorskip("cv2")
    settings.WAGTAIL_KEHOACH = {}

    assert (
        kehoach_settings.FACE_DETECTOR == "wagtail_kehoach.consent.face_detector.opencv"
    )
    assert face_detector.opencv(drawn(face=True)) == 1
    assert face_detector.opencv(drawn(face=False)) == 0


def drawn(*, face: bool) -> bytes:
    """A face as the classic detector knows it: eyes and brows darker than what is around."""
    from PIL import ImageDraw, ImageFilter

    image = Image.new("L", (400, 400), 90)
    if face:
        pen = ImageDraw.Draw(image)
        pen.ellipse((110, 80, 290, 330), fill=205)
        pen.pieslice((105, 60, 295, 250), 180, 360, fill=40)
        pen.ellipse((118, 110, 282, 320), fill=205)
        for x in (160, 240):
            pen.rectangle((x - 28, 160, x + 28, 170), fill=70)
            pen.ellipse((x - 20, 176, x + 20, 196), fill=60)
        pen.polygon([(200, 185), (185, 240), (215, 240)], fill=170)
        pen.rectangle((185, 238, 215, 244), fill=110)
        pen.ellipse((165, 262, 235, 284), fill=95)
        image = image.filter(ImageFilter.GaussianBlur(4))
    file = BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()
