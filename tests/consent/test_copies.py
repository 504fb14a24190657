"""One photo that was uploaded twice; pictures of staff, and pictures until a day."""

import datetime as dt
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Photo
from wagtail.images.models import Image

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.consent.picture_queries import pictures_without_basis
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import PictureBasis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def child():
    return ConsentFactory().person


def upload(title="Em Minh", colour="white"):
    drawn = BytesIO()
    Photo.new("RGB", (64, 48), colour).save(drawn, "PNG")
    drawn.seek(0)
    return Image.objects.create(title=title, file=ImageFile(drawn, f"{title}.png"))


def basis(picture, *people, **facts):
    made = PictureBasis.objects.create(image=picture, **facts)
    made.people.add(*people)
    return made


def people_of(picture):
    return {*picture.kehoach_basis.people.all()}


def story_with(picture):
    return StoryPageFactory(picture=picture, picture_alt="Em Minh trả ví")


def withdraw(person):
    consent = person.consents.get()
    consent.withdrawn_on = timezone.localdate()
    consent.save()


def yesterday():
    return timezone.localdate() - dt.timedelta(days=1)


def test_a_second_upload_has_the_people_of_the_first(child):
    basis(upload(), child)

    second = upload("Ảnh khác tên")

    assert people_of(second) == {child}
    assert pictures_without_basis([second.pk]) == []


def test_another_photo_has_nobody(child):
    basis(upload(), child)

    other = upload(colour="black")

    assert pictures_without_basis([other.pk]) == ["Em Minh"]


def test_what_is_entered_later_counts_for_what_was_uploaded_before(child):
    first, second = upload(), upload()

    made = basis(first, child)
    assert people_of(second) == {child}

    other = ConsentFactory().person
    other.pictures.add(made)
    assert people_of(second) == {child, other}


def test_nobody_said_of_the_first_is_nobody_said_of_the_second():
    PictureBasis.objects.create(image=upload())

    second = upload()

    assert pictures_without_basis([second.pk]) == ["Em Minh"]


def test_a_withdrawal_takes_down_both_and_a_third_upload_is_refused(
    child, editor, principal
):
    first, second = upload(), upload()
    basis(first, child)
    post = approved(story_with(second), by=editor, principal=principal)
    withdraw(child)

    enforce([child.pk])

    post.refresh_from_db()
    assert not post.live
    withheld = PictureBasis.objects.exclude(withheld="")
    assert {b.image_id for b in withheld} == {first.pk, second.pk}
    assert "rút lại" in story_with(upload()).why_not_show()


def test_a_picture_of_staff_needs_no_consent_and_has_a_last_day(client, editor):
    picture = upload("Cô Lan dạy học")
    client.force_login(editor)
    typed = {"image": picture.pk, "basis": "staff_duty", "event": "", "notice": ""}

    html = client.post(reverse("kehoach_picture_bases:add"), typed).content.decode()
    assert "dùng đến ngày nào" in html
    typed["keep_until"] = timezone.localdate() + dt.timedelta(days=365)
    client.post(reverse("kehoach_picture_bases:add"), typed)

    assert PictureBasis.objects.get().basis == "staff_duty"
    assert pictures_without_basis([picture.pk]) == []
    assert story_with(picture).why_not_show() is None


def test_the_database_wants_the_last_day_too():
    with pytest.raises(IntegrityError), transaction.atomic():
        PictureBasis.objects.create(image=upload(), basis="staff_duty")


def test_duty_is_no_basis_for_a_child(client, editor):
    child = PersonFactory(full_name="Trần Thị Nụ")
    client.force_login(editor)
    typed = {
        "image": upload().pk,
        "basis": "staff_duty",
        "people": [sign(child.pk)],
        "event": "",
        "notice": "",
        "keep_until": timezone.localdate() + dt.timedelta(days=365),
    }

    html = client.post(reverse("kehoach_picture_bases:add"), typed).content.decode()

    assert "Không lấy nhiệm vụ của viên chức làm căn cứ dùng ảnh học sinh" in html
    assert "Trần Thị Nụ" in html
    assert not PictureBasis.objects.exists()


def test_after_its_last_day_it_is_refused(editor):
    picture = upload("Cô Lan dạy học")
    basis(picture, basis="staff_duty", keep_until=yesterday())

    reason = story_with(picture).why_not_show()

    assert (
        reason
        == f"Ảnh “Cô Lan dạy học” chỉ được dùng đến hết ngày {yesterday():%d/%m/%Y}."
    )


def test_after_its_last_day_the_run_takes_it_down(client, editor, principal):
    picture = upload("Cô Lan dạy học")
    made = basis(picture, basis="staff_duty", keep_until=timezone.localdate())
    post = approved(story_with(picture), by=editor, principal=principal)
    other = approved(story_with(upload(colour="red")), by=editor, principal=principal)
    call_command("enforce_consents")
    assert client.get(post.url).status_code == 200

    made.keep_until = yesterday()
    made.save()
    call_command("enforce_consents")

    assert client.get(post.url).status_code == 404
    assert PictureBasis.objects.get(pk=made.pk).withheld
    assert client.get(other.url).status_code == 200


def test_a_last_day_that_is_over_when_it_is_entered_acts_at_once(
    client, editor, keeper, principal, django_capture_on_commit_callbacks
):
    picture = upload("Cô Lan dạy học")
    made = basis(picture, basis="staff_duty", keep_until=timezone.localdate())
    post = approved(story_with(picture), by=editor, principal=principal)
    assert client.get(post.url).status_code == 200
    client.force_login(keeper)
    typed = {"image": picture.pk, "basis": "staff_duty", "event": "", "notice": ""}
    typed["keep_until"] = yesterday()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("kehoach_picture_bases:edit", args=(made.pk,)), typed)

    assert client.get(post.url).status_code == 404
    assert PictureBasis.objects.get(pk=made.pk).withheld


def test_an_entry_does_not_go_over_to_another_picture(client, keeper, child):
    made = basis(upload(), child)
    PictureBasis.objects.filter(pk=made.pk).update(withheld="goc.png")
    other = upload(colour="red")
    client.force_login(keeper)
    typed = {"image": other.pk, "basis": "people", "people": [sign(child.pk)]}
    typed |= {"event": "", "notice": ""}

    url = reverse("kehoach_picture_bases:edit", args=(made.pk,))
    html = client.post(url, typed).content.decode()

    assert "Hồ sơ này ghi về ảnh khác" in html
    assert not PictureBasis.objects.filter(image=other).exists()


def take_off(client, user, made):
    """What the form answers when nobody is left in the picture."""
    client.force_login(user)
    typed = {"image": made.image_id, "basis": "nobody", "event": "", "notice": ""}
    url = reverse("kehoach_picture_bases:edit", args=(made.pk,))
    return client.post(url, typed).content.decode()


@pytest.mark.parametrize(
    ("who", "agreed", "stays"),
    [("editor", False, True), ("editor", True, False), ("keeper", False, False)],
)
def test_who_has_not_agreed_is_taken_off_by_a_keeper_alone(
    client, request, child, who, agreed, stays
):
    if not agreed:
        child.consents.all().delete()
    made = basis(upload(), child)

    html = take_off(client, request.getfixturevalue(who), made)

    assert ("hãy nhờ người phụ trách hồ sơ đồng ý" in html) is stays
    assert made.people.exists() is stays


def test_an_earlier_last_day_counts_for_every_copy(keeper):
    today = timezone.localdate()
    soon, later = today + dt.timedelta(days=5), today + dt.timedelta(days=50)
    first, second = upload(), upload()
    made = basis(first, basis="nobody")
    assert last_day_of(second) is None

    made.keep_until = soon
    made.save()
    assert last_day_of(second) == soon

    made.keep_until = later
    made.save()
    assert last_day_of(second) == soon
    assert last_day_of(first) == later
    assert last_day_of(upload()) == soon


def last_day_of(picture):
    return PictureBasis.objects.get(image=picture).keep_until


@pytest.mark.parametrize(
    ("basis_said", "empty"),
    [
        ("staff_duty", {"keep_until"}),
        ("public_event", {"event", "notice"}),
        ("people", {"people"}),
        ("nobody", set()),
    ],
)
def test_what_a_basis_needs_is_said_at_its_field(client, editor, basis_said, empty):
    client.force_login(editor)
    typed = {"image": upload().pk, "basis": basis_said, "event": "", "notice": ""}

    answer = client.post(reverse("kehoach_picture_bases:add"), typed)

    if not empty:
        assert PictureBasis.objects.exists()
        return
    html = BeautifulSoup(answer.content, "html.parser")
    assert set(answer.context["form"].errors) == empty
    links = html.select("[data-kh-errors] a")
    assert {link["href"] for link in links} == {f"#id_{name}" for name in empty}
