"""What a keeper of the registry finds on the home page: what waits, and what may come back."""

import datetime as dt
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory, asked
from wagtail_kehoach.consent import links
from wagtail_kehoach.consent.panels_home import SHOWN
from wagtail_kehoach.models import ConsentRequest, PictureBasis

pytestmark = pytest.mark.django_db

QUESTIONS = "Phiếu gửi qua liên kết chưa được trả lời"
GREY = "Ảnh màu xám có thể đặt lại"
_WIDTHS = itertools.count(64)


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def home(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def ask(keeper, name, **facts):
    person = PersonFactory(full_name=name, representative="Lê Thị Hoa")
    question = asked(person, by=keeper)
    ConsentRequest.objects.filter(pk=question.pk).update(**facts)
    return question


def grey_picture(title, *, agreed, **facts):
    # No two are the same photo.
    file = get_test_image_file(size=(next(_WIDTHS), 48))
    image = Image.objects.create(title=title, file=file)
    basis = PictureBasis.objects.create(image=image, withheld="kept.png", **facts)
    person = PersonFactory()
    basis.people.add(person)
    if agreed:
        ConsentFactory(person=person)
    return basis


def test_questions_that_nobody_answered_are_listed_with_what_became_of_the_link(
    client, keeper
):
    now = timezone.now()
    question = ask(keeper, "Lê Thị Mở")
    links.issue(question, user=keeper)
    ask(keeper, "Lê Thị Chưa Gửi")
    ask(keeper, "Lê Thị Hết Hạn", expires_at=now - dt.timedelta(days=1))
    ask(keeper, "Lê Thị Trả Lời", answered_at=now)
    ask(keeper, "Lê Thị Thu Hồi", revoked_at=now)
    ask(keeper, "Lê Thị Quá Ngày", until=timezone.localdate() - dt.timedelta(days=1))
    client.force_login(keeper)

    html = home(client)

    assert QUESTIONS in html
    assert reverse("kehoach_consent_requests:detail", args=(question.pk,)) in html
    for said in ("Mở", "Chưa Gửi", "Hết Hạn", "chờ trả lời", "chưa gửi"):
        assert said in html
    for name in ("Trả Lời", "Thu Hồi", "Quá Ngày"):
        assert f"Lê Thị {name}" not in html


def test_grey_pictures_are_listed_once_everybody_has_agreed(client, keeper):
    past = timezone.localdate() - dt.timedelta(days=1)
    ready = grey_picture("Lễ khai giảng", agreed=True)
    waiting = grey_picture("Ngày hội đọc sách", agreed=True)
    waiting.people.add(PersonFactory())
    grey_picture("Hội thao", agreed=False)
    grey_picture("Tham quan", agreed=True, keep_until=past)
    shown = grey_picture("Văn nghệ", agreed=True)
    PictureBasis.objects.filter(pk=shown.pk).update(withheld="")
    client.force_login(keeper)

    html = home(client)

    assert GREY in html
    assert "Lễ khai giảng" in html
    assert reverse("wagtail_kehoach_put_back", args=(ready.pk,)) in html
    for title in ("Ngày hội đọc sách", "Hội thao", "Tham quan", "Văn nghệ"):
        assert title not in html


def test_where_nothing_waits_nothing_is_said(client, keeper):
    client.force_login(keeper)

    html = home(client)

    assert QUESTIONS not in html
    assert GREY not in html


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
def test_nobody_else_reads_it(client, request, keeper, role):
    ask(keeper, "Lê Thị Mở")
    grey_picture("Lễ khai giảng", agreed=True)
    client.force_login(request.getfixturevalue(role))

    html = home(client)

    assert "Lê Thị Mở" not in html
    assert GREY not in html


def test_it_costs_the_same_however_many_there_are_and_shows_the_first(client, keeper):
    client.force_login(keeper)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            home(client)
        return len(queries)

    def add(number):
        for n in range(number):
            ask(keeper, f"Lê Thị Số {n}")
            grey_picture(f"Ảnh {n}", agreed=True)

    add(1)
    cost()
    before = cost()
    add(SHOWN + 1)

    assert cost() == before
    html = home(client)
    assert html.count("Lê Thị Số") == SHOWN
    assert "Xem tất cả phiếu" in html
    assert "Xem tất cả ảnh màu xám" in html
