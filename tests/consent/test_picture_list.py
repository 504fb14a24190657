"""The list of who is in pictures: found by what people know of a photo, and by a look at it."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import PersonFactory
from wagtail_kehoach.models import PictureBasis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def picture(title, *names, **facts):
    file = get_test_image_file(filename=f"{title}.png")
    image = Image.objects.create(title=title, file=file)
    # No two are the same photo.
    Image.objects.filter(pk=image.pk).update(file_hash=title)
    made = PictureBasis.objects.create(image=image, file_hash=title, **facts)
    made.people.add(*(PersonFactory(full_name=name) for name in names))
    return made


def rows(client, **asked):
    html = client.get(reverse("kehoach_picture_bases:index"), asked).content
    table = BeautifulSoup(html, "html.parser").select("table.listing tbody tr")
    return [" ".join(row.text.split()) for row in table], table


def titles(client, **asked):
    said, _table = rows(client, **asked)
    return [
        title for title in ("IMG_01", "IMG_02", "IMG_03") for s in said if title in s
    ]


def test_a_keeper_sees_the_picture_who_is_in_it_and_until_when(client, keeper):
    last = timezone.localdate() + dt.timedelta(days=5)
    picture("IMG_01", "Lê Thị Hoa", "Trần Nụ", keep_until=last)
    client.force_login(keeper)

    [said], [row] = rows(client)

    assert "Lê Thị Hoa (khối 8); Trần Nụ (khối 8)" in said
    assert f"{last:%d/%m/%Y}" in said
    assert row.img["src"].startswith("/media/images/")
    assert row.img["alt"] == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoa", ["IMG_01"]),
        ("hoa nu", ["IMG_01"]),
        ("khai giang", ["IMG_02"]),
        ("img_03", ["IMG_03"]),
        ("không ai", []),
    ],
)
def test_it_is_found_by_people_event_and_title(client, keeper, typed, found):
    picture("IMG_01", "Lê Thị Hoa", "Trần Nụ")
    picture("IMG_02", basis="public_event", event="Lễ khai giảng", notice="Biển ở cổng")
    picture("IMG_03", basis="nobody")
    client.force_login(keeper)

    assert titles(client, q=typed) == found


def test_who_does_not_read_the_registry_finds_nobody_by_name(client, editor):
    picture("IMG_01", "Lê Thị Hoa", "Trần Nụ")
    client.force_login(editor)

    [said], _table = rows(client)

    assert "2 người" in said
    assert "Hoa" not in said
    assert titles(client, q="hoa") == []
    assert titles(client, q="img") == ["IMG_01"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"basis": "nobody"}, ["IMG_02"]),
        ({"state": "soon"}, ["IMG_01"]),
        ({"state": "down"}, ["IMG_03"]),
        ({"event_on_from": "2026-09-01", "event_on_to": "2026-09-30"}, ["IMG_02"]),
    ],
)
def test_the_list_is_narrowed(client, keeper, asked, found):
    soon = timezone.localdate() + dt.timedelta(days=5)
    picture("IMG_01", "Lê Thị Hoa", keep_until=soon)
    picture("IMG_02", basis="nobody", event_on=dt.date(2026, 9, 5))
    picture("IMG_03", "Trần Nụ", withheld="x.png", keep_until=soon)
    client.force_login(keeper)

    assert titles(client, **asked) == found


def test_from_the_form_of_a_picture_one_comes_to_its_entry(client, superuser):
    image = Image.objects.create(title="Lễ khai giảng", file=get_test_image_file())
    add = f"{reverse('kehoach_picture_bases:add')}?image={image.pk}"
    client.force_login(superuser)
    form = client.get(reverse("wagtailimages:edit", args=(image.pk,)))
    assert BeautifulSoup(form.content, "html.parser").select_one(f'a[href="{add}"]')

    html = BeautifulSoup(client.get(add).content, "html.parser")

    chosen = html.select_one('input[name="image"]')
    assert chosen["value"] == str(image.pk)
    assert "Lễ khai giảng" in html.text

    entry = PictureBasis.objects.create(image=image, basis="nobody")
    edit = reverse("kehoach_picture_bases:edit", args=(entry.pk,))
    assert client.get(add).url == edit


@pytest.mark.parametrize("wanted", ["", "20", "x", "9" * 30])
def test_a_picture_that_is_not_there_is_left_empty(client, editor, wanted):
    client.force_login(editor)

    response = client.get(reverse("kehoach_picture_bases:add"), {"image": wanted})

    html = BeautifulSoup(response.content, "html.parser")
    assert not html.select_one('input[name="image"]').get("value")


def test_it_costs_the_same_however_many_there_are(client, keeper):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            assert rows(client)[0]
        return len(queries)

    client.force_login(keeper)
    picture("IMG_01", "Lê Thị Hoa")
    statements()
    before = statements()
    for number in range(2, 6):
        picture(f"IMG_0{number}", f"Trần Nụ {number}", f"Lê Ba {number}")
    statements()  # makes their renditions

    assert statements() == before
