"""Titles and descriptions of pictures are public: who is called there in full, and why."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def minh():
    return PersonFactory(full_name="Nguyễn Hoàng Minh", class_level="khối 8")


def content():
    return get_test_image_file(size=(64, 48)).file.getvalue()


def story(*people, **said):
    file = ImageFile(ContentFile(content()), name="x.png")
    picture = Image.objects.create(**{"title": "Trao giải", "file": file, **said})
    page = StoryPageFactory(title="Nhặt ví", picture=picture, picture_alt="Trao giải")
    page.people = people
    return page


@pytest.mark.parametrize("field", ["title", "description"])
def test_a_picture_calls_nobody_in_full_who_has_not_agreed(minh, field):
    said = {field: "Em Nguyễn Hoàng Minh 8A1"}
    assert "“Nguyễn Hoàng Minh (khối 8)”" in story(**said).why_not_show()

    consent = ConsentFactory(person=minh)
    assert "họ tên đầy đủ" in story(minh, **said).why_not_show()

    consent.for_full_name = True
    consent.save()
    assert story(minh, **said).why_not_show() is None


@pytest.fixture
def title_of(client, superuser):
    client.force_login(superuser)

    def uploaded(file, title):
        file = SimpleUploadedFile(file, content(), "image/png")
        said = {"title": title, "file": file}
        client.post(reverse("wagtailimages:add"), said)
        return Image.objects.latest("pk").title

    return uploaded


@pytest.mark.parametrize(
    "name",
    [
        "Nguyen Hoang Minh 8A1",
        "nguyen_hoang_minh",
        "Nguyễn Hoàng Minh",
        "giaykhennguyenhoangminh",
        "IMG_2034",
        "DSC00012",
        "20260905_071502",
        "IMG-20260905-WA0007",
        "z5123456789012_0a1b2c3d4e5f",
    ],
)
def test_the_name_of_a_file_that_tells_nothing_or_too_much_is_no_title(
    minh, title_of, name
):
    assert title_of(f"{name}.png", name).startswith("Ảnh ngày ")
    assert title_of(f"{name}.png", f"{name}.png").startswith("Ảnh ngày ")


@pytest.mark.parametrize("name", ["Khai giảng 2026", "lop-hoc", "Lớp 8A1 - 2026", "P"])
def test_any_other_name_of_a_file_stays(minh, title_of, name):
    assert title_of(f"{name}.png", name) == name


def test_a_title_that_somebody_typed_stays(minh, title_of):
    assert title_of("IMG_2034.png", "Trao giải") == "Trao giải"
