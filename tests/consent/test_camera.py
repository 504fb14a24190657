"""Photos from a phone: upright, smaller, and silent about where they were taken."""

import struct
from io import BytesIO
from zlib import crc32

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from wagtail.images import get_image_model

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from tests.renditions import assert_not_to_be_guessed
from wagtail_kehoach.consent import camera
from wagtail_kehoach.exceptions import ApprovalRefused

ORIENTATION, MODEL, GPS = 0x0112, 0x0110, 0x8825


def photo(size=(400, 300), kind="JPEG", *, gps=True, orientation=6):
    """What a phone held upright saves: turned by 90°, with place and model."""
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MODEL] = "Điện thoại của cô Lan"
    if gps:
        exif[GPS] = {1: "N", 2: (10.0, 21.0, 36.0), 3: "E", 4: (105.0, 40.0, 12.0)}
    file = BytesIO()
    image.save(file, kind, exif=exif)
    return file.getvalue()


def heic():
    pytest.importorskip("pillow_heif").register_heif_opener()
    file = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "HEIF")
    return file.getvalue()


@pytest.fixture
def upload(client, editor):
    """Upload a file as an editor does; the image that was made, or the answer."""
    client.force_login(editor)

    def send(name, data):
        file = SimpleUploadedFile(name, data, "image/jpeg")
        said = {"title": name, "file": file}
        response = client.post(reverse("wagtailimages:add"), said)
        return get_image_model().objects.order_by("-pk").first(), response

    return send


def stored(image):
    with image.file.storage.open(image.file.name) as file:
        return file.read()


def test_an_uploaded_photo_is_upright_and_its_public_original_tells_nothing(upload):
    image, _response = upload("lop-hoc.jpg", photo())

    public = stored(image)

    assert (image.width, image.height) == (300, 400)
    assert not camera.tells_where(BytesIO(public))
    assert not Image.open(BytesIO(public)).getexif()
    assert b"Lan" not in public


@pytest.mark.parametrize(
    "name",
    ["PXL_20261101_080000123.jpg", "Nguyen Hoang Minh 8A1 khai giang.jpg", "anh.png"],
)
def test_nobody_guesses_where_an_upload_lies_and_its_address_says_nothing(upload, name):
    """A file is public by its address before anybody agreed, and cameras count."""
    kind = "PNG" if name.endswith("png") else "JPEG"
    image, _response = upload(name, photo(kind=kind))
    again, _response = upload(name, photo(kind=kind))

    assert_not_to_be_guessed(image)
    assert image.file.name != again.file.name


def test_nor_where_a_picture_lies_that_stays_as_it_is(upload):
    file = BytesIO()
    Image.new("RGB", (1400, 800)).save(file, "PNG")

    image, _response = upload("Nguyen Hoang Minh 8A1.png", file.getvalue())

    assert stored(image) == file.getvalue()
    assert_not_to_be_guessed(image)


@pytest.mark.parametrize("spec", ["width-200|format-jpeg", "width-200|format-webp"])
def test_no_rendition_tells_where(upload, spec):
    image, _response = upload("lop-hoc.jpg", photo())

    rendition = image.get_rendition(spec)

    with rendition.file.storage.open(rendition.file.name) as file:
        assert not Image.open(file).getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_device_go_from_every_format(kind):
    made = camera.made_ready(BytesIO(photo(kind=kind)))

    image = Image.open(BytesIO(made.data))
    assert image.format == kind
    assert image.size == (300, 400)
    assert not image.getexif()
    assert not any(image.info.get(name) for name in camera.TELLING)


def test_a_large_photo_is_made_smaller():
    made = camera.made_ready(BytesIO(photo((4000, 3000), orientation=1)))

    assert Image.open(BytesIO(made.data)).size == (2560, 1920)


@pytest.mark.parametrize("key", ["Comment", "Author", "Title"])
@pytest.mark.parametrize("kind", ["add_text", "add_itxt"])
def test_no_text_stays_in_a_png(key, kind):
    info = PngInfo()
    getattr(info, kind)(key, "Nguyen Hoang Minh, 8A1, 10.36 105.67")
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG", pnginfo=info)

    made = camera.made_ready(file)

    kept = Image.open(BytesIO(made.data))
    assert kept.size == (40, 30)
    assert not kept.text
    assert b"Minh" not in made.data


def test_a_text_behind_the_picture_goes_too():
    file = BytesIO()
    Image.new("RGB", (40, 30)).save(file, "PNG")
    said = b"tEXtComment\0Nguyen Hoang Minh"
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", crc32(said))
    data = file.getvalue()

    made = camera.made_ready(BytesIO(data[:-12] + chunk + data[-12:]))

    assert b"Minh" not in made.data


def test_a_damaged_png_is_left_alone():
    file = BytesIO()
    Image.effect_noise((200, 200), 50).save(file, "PNG")

    assert camera.made_ready(BytesIO(file.getvalue()[:2000])) is None


def test_a_small_picture_that_tells_nothing_stays_as_it_is():
    file = BytesIO()
    Image.new("RGB", (400, 300)).save(file, "PNG")

    assert camera.made_ready(file) is None


def test_an_animation_and_what_is_no_picture_stay_as_they_are():
    frames = [Image.new("P", (20, 20), colour) for colour in (1, 2)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])

    assert camera.made_ready(file) is None
    assert camera.made_ready(BytesIO(b"<svg/>")) is None
    assert not camera.tells_where(BytesIO(b"<svg/>"))


def test_a_photo_of_an_iphone_becomes_a_jpeg(upload, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["jpg", "heic"]

    image, _response = upload("IMG_0001.HEIC", heic())

    assert image.file.name.endswith(".jpg")
    assert Image.open(BytesIO(stored(image))).format == "JPEG"


def test_of_a_series_of_an_iphone_the_picture_is_kept_that_the_phone_shows():
    pytest.importorskip("pillow_heif").register_heif_opener()
    shown = Image.new("RGB", (400, 300), "red")
    file = BytesIO()
    Image.new("RGB", (400, 300), "blue").save(
        file, "HEIF", save_all=True, append_images=[shown], primary_index=1
    )
    assert Image.open(file).n_frames == 2

    for made in (camera.made_ready(file), camera.redrawn(file)):
        kept = Image.open(BytesIO(made.data))
        assert (made.extension, kept.format) == ("jpg", "JPEG")
        red, _green, blue = kept.getpixel((200, 150))
        assert red > 200 > 50 > blue


def test_where_heic_is_not_read_the_message_says_what_to_do(upload):
    _image, response = upload("IMG_0001.HEIC", heic())

    page = response.content.decode()
    assert "Cổng này chưa đọc được ảnh HEIC." in page
    assert "Tương thích nhất" in page


def test_editing_the_title_leaves_the_file_alone(upload, client):
    image, _response = upload("lop-hoc.jpg", photo())
    before = stored(image)

    client.post(
        reverse("wagtailimages:edit", args=(image.pk,)),
        {"title": "Lớp học", "tags": ""},
    )

    image.refresh_from_db()
    assert image.title == "Lớp học"
    assert stored(image) == before


def test_a_post_with_a_photo_that_tells_where_is_refused(editor, principal, site):
    image = get_image_model().objects.create(
        title="Nhà em Minh", file=ContentFile(photo(), name="nha.jpg")
    )
    story = StoryPageFactory(picture=image, picture_alt="Nhà")

    with pytest.raises(ApprovalRefused) as refusal:
        approved(story, by=editor, principal=principal)

    assert "Ảnh “Nhà em Minh”: tệp ảnh còn ghi nơi chụp." in refusal.value.reason


def test_a_photo_whose_file_is_gone_refuses_nothing(editor, principal, site):
    image = get_image_model().objects.create(
        title="Mất tệp", file=ContentFile(photo(gps=False), name="mat.jpg")
    )
    image.file.storage.delete(image.file.name)

    story = StoryPageFactory(picture=image, picture_alt="Mất")
    assert story.why_not_show() is None
