"""Photos that come with a proposed story: private, bounded, cleaned, and deleted in time."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model

from tests.consent.test_camera import heic, photo
from tests.renditions import assert_not_to_be_guessed
from tests.stories.test_proposals import SAID
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.exceptions import ProposalRefused
from wagtail_kehoach.models import ProposedPhoto, StoryCampaign, StoryProposal
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.stories import photos, proposals

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch):
    """The storage of a field is made once, with the media folder of that time."""
    settings.MEDIA_ROOT = tmp_path / "media"
    field = ProposedPhoto._meta.get_field("file")
    monkeypatch.setattr(field, "storage", private_storage())


@pytest.fixture
def campaign(site):
    return StoryCampaign.objects.create(topic="Gương sáng", max_photos=2)


@pytest.fixture
def proposal(editor, campaign):
    return proposals.ask("Tổ Ngữ văn", campaign=campaign, user=editor)


@pytest.fixture
def url(proposal, editor):
    secret = proposals.issue(proposal, user=editor)
    return reverse("wagtail_kehoach:propose", args=(secret,))


@pytest.fixture
def detail(proposal):
    return reverse("kehoach_proposals:detail", args=(proposal.pk,))


def jpeg(name="anh.jpg", data=None):
    return SimpleUploadedFile(name, photo() if data is None else data, "image/jpeg")


def send(client, url, *files, **said):
    return client.post(url, {**SAID, "photos": list(files), **said})


def files_in(tmp_path):
    return [p for p in tmp_path.rglob("*") if p.is_file()]


def test_photos_are_kept_privately_upright_and_without_their_place(
    client, url, tmp_path
):
    response = send(client, url, jpeg(), who_is_shown="Cô Lan, em Minh lớp 8")

    assert response.status_code == 200
    (kept,) = ProposedPhoto.objects.all()
    (file,) = files_in(tmp_path)
    assert file.parent.name == "kehoach-private"
    with Image.open(file) as image:
        assert image.size == (300, 400)
        assert not image.getexif()
    with pytest.raises(ValueError, match="not accessible via a URL"):
        _ = kept.file.url
    assert not get_image_model().objects.exists()
    assert kept.proposal.who_is_shown == "Cô Lan, em Minh lớp 8"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_a_phone_sends_is_drawn_anew(client, url, kind, tmp_path):
    send(client, url, jpeg(f"anh.{kind.lower()}", photo(kind=kind) + b"<script>"))

    (file,) = files_in(tmp_path)
    assert b"<script>" not in file.read_bytes()
    with Image.open(file) as image:
        assert (image.format, image.size) == (kind, (300, 400))


def test_an_iphone_photo_becomes_a_jpeg(client, url, tmp_path):
    send(client, url, jpeg("IMG_1.HEIC", heic()))

    (file,) = files_in(tmp_path)
    assert file.suffix == ".jpg"


def test_a_photo_with_a_second_one_inside_keeps_the_first(client, url, tmp_path):
    file = BytesIO()
    first, second = (Image.new("RGB", (400, 300), c) for c in ("teal", "red"))
    first.save(file, "MPO", save_all=True, append_images=[second])

    send(client, url, jpeg("IMG_2.jpg", file.getvalue()))

    (stored,) = files_in(tmp_path)
    with Image.open(stored) as image:
        assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("thu.jpg", b"<svg onload='x()'/>", "không phải là ảnh"),
        ("thu.gif", b"GIF89a" + b"\0" * 40, "không phải là ảnh"),
        ("hong.jpg", photo()[:900], "không phải là ảnh"),
        ("IMG_3.HEIC", b"ftypheic", "Tương thích nhất"),
    ],
)
def test_a_bad_file_is_named_and_neither_text_nor_good_photos_are_lost(
    client, url, name, data, words
):
    response = send(client, url, jpeg("tot.jpg"), jpeg(name, data))

    page = response.content.decode()
    assert response.status_code == 422
    assert f"“{name}”" in page
    assert words in page
    assert "Mỗi tối một giờ." in page
    assert "Đã nhận 1 ảnh" in page
    assert "data:image/jpeg;base64," in page
    assert not StoryPage.objects.exists()

    assert send(client, url).status_code == 200
    assert ProposedPhoto.objects.get().proposal.draft is not None


def test_a_photo_that_is_too_large_is_refused(client, url, settings):
    settings.WAGTAIL_KEHOACH = {"PROPOSAL_PHOTO_MAX_MB": 1}

    response = send(client, url, jpeg("to.jpg", photo() + b"\0" * 1024 * 1024))

    assert response.status_code == 422
    assert "“to.jpg” lớn hơn 1 MB." in response.content.decode()


def test_a_picture_of_too_many_pixels_is_not_opened(client, url, tmp_path):
    file = BytesIO()
    Image.new("1", (8001, 8000)).save(file, "PNG")

    assert send(client, url, jpeg("bom.png", file.getvalue())).status_code == 422
    assert not files_in(tmp_path)


def test_the_limit_of_the_call_holds_over_all_attempts(client, url):
    send(client, url, jpeg("1.jpg"), jpeg("2.jpg"), title="")

    response = send(client, url, jpeg("3.jpg"))

    assert response.status_code == 422
    assert "Chỉ gửi được 2 ảnh" in response.content.decode()
    assert ProposedPhoto.objects.count() == 2

    first = ProposedPhoto.objects.first().pk
    assert send(client, url, jpeg("3.jpg"), removed=[first]).status_code == 200
    assert ProposedPhoto.objects.count() == 2
    assert not ProposedPhoto.objects.filter(pk=first).exists()


def test_a_photo_of_another_proposal_is_not_removed(client, url, editor):
    other = proposals.ask("Tổ Toán", campaign=None, user=editor)
    kept = ProposedPhoto.objects.create(proposal=other, file="khac.jpg")

    send(client, url, removed=[kept.pk])

    assert ProposedPhoto.objects.filter(pk=kept.pk).exists()


def test_a_portal_may_take_no_photos(client, url, settings):
    settings.WAGTAIL_KEHOACH = {"PROPOSAL_PHOTOS": 0}

    assert 'type="file"' not in client.get(url).content.decode()
    send(client, url, jpeg())

    assert StoryPage.objects.exists()
    assert not ProposedPhoto.objects.exists()


def test_a_writer_takes_chosen_photos_into_the_draft(
    client, url, detail, editor, tmp_path, django_capture_on_commit_callbacks
):
    send(client, url, jpeg("1.jpg"), jpeg("2.jpg"), who_is_shown="Em Minh")
    first, second = ProposedPhoto.objects.all()
    client.force_login(editor)
    page = client.get(detail).content.decode()
    assert "Em Minh" in page
    said = {
        "action": "take_photos",
        "photo": [first.pk, second.pk],
        f"alt-{first.pk}": "Cô Lan đọc sách",
        f"alt-{second.pk}": "Lớp học buổi tối",
    }

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(detail, said, follow=True)

    assert "Đã đưa 2 ảnh vào bản nháp." in response.content.decode()
    story = StoryPage.objects.get().get_latest_revision_as_object()
    assert story.picture_alt == "Cô Lan đọc sách"
    (block,) = [b for b in story.body if b.block_type == "picture"]
    assert block.value["image"].contextual_alt_text == "Lớp học buổi tối"
    assert not StoryPage.objects.get().live
    assert not ProposedPhoto.objects.exists()
    assert not [f for f in files_in(tmp_path) if f.parent.name == "kehoach-private"]
    assert StoryProposal.objects.get().who_is_shown == ""
    warned = story.privacy_warnings()
    for image in get_image_model().objects.all():
        assert any(image.title in warning for warning in warned)
        assert_not_to_be_guessed(image)


def test_a_chosen_photo_has_to_be_described_and_nothing_typed_is_lost(
    client, url, detail, editor
):
    send(client, url, jpeg("1.jpg"), jpeg("2.jpg"))
    first, second = ProposedPhoto.objects.all()
    client.force_login(editor)
    said = {"action": "take_photos", "photo": [first.pk, second.pk]}

    response = client.post(detail, {**said, f"alt-{first.pk}": "Cô Lan đọc sách"})

    page = response.content.decode()
    assert "Hãy ghi mỗi ảnh đã chọn thể hiện gì." in page
    assert "Cô Lan đọc sách" in page
    assert ProposedPhoto.objects.count() == 2
    assert not get_image_model().objects.exists()


def test_photos_stay_where_they_are_while_the_draft_waits_for_its_approval(
    client, url, proposal, editor, site
):
    send(client, url, jpeg())
    story = StoryPage.objects.get()
    story.get_workflow().start(story, editor)
    proposal.refresh_from_db()

    with pytest.raises(ProposalRefused, match="đang chờ duyệt"):
        photos.take_over(
            proposal, {ProposedPhoto.objects.get().pk: "Cô Lan"}, user=editor
        )

    assert ProposedPhoto.objects.exists()


def test_only_who_writes_there_sees_a_photo(client, url, proposal, request):
    send(client, url, jpeg())
    kept = ProposedPhoto.objects.get()
    address = reverse("kehoach_proposals:photo", args=(proposal.pk, kept.pk))

    assert client.get(address).status_code == 302
    from tests.factories.users import UserFactory

    client.force_login(UserFactory(username="khach"))
    assert client.get(address).status_code in (302, 403)
    client.force_login(request.getfixturevalue("editor"))
    response = client.get(address)
    assert response["Content-Type"] == "image/jpeg"
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response.streaming_content)[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize("end", ["revoke", "issue"])
def test_photos_of_an_attempt_end_with_their_link(client, url, proposal, editor, end):
    send(client, url, jpeg(), title="")
    assert ProposedPhoto.objects.exists()

    getattr(proposals, end)(proposal, user=editor)

    assert not ProposedPhoto.objects.exists()


@pytest.mark.parametrize(
    ("sent", "facts", "left"),
    [
        (False, {}, 1),
        (False, {"expires_at": timezone.now() - dt.timedelta(minutes=1)}, 0),
        (True, {}, 1),
        (True, {"answered_at": timezone.now() - dt.timedelta(days=61)}, 0),
        (True, {"draft": None}, 0),
    ],
)
def test_photos_are_deleted_when_nobody_waits_for_them(
    client, url, sent, facts, left, tmp_path, django_capture_on_commit_callbacks
):
    send(client, url, jpeg(), who_is_shown="Em Minh", **({} if sent else {"title": ""}))
    StoryProposal.objects.update(**facts)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("clear_proposals")

    assert ProposedPhoto.objects.count() == left
    assert len(files_in(tmp_path)) == left
    if sent:
        assert bool(StoryProposal.objects.get().who_is_shown) == bool(left)


def test_deleting_the_draft_deletes_the_photos(client, url, superuser):
    send(client, url, jpeg())
    client.force_login(superuser)
    draft = StoryPage.objects.get()

    client.post(reverse("wagtailadmin_pages:delete", args=(draft.pk,)))

    assert not StoryPage.objects.exists()
    assert not ProposedPhoto.objects.exists()


def test_the_list_of_proposals_asks_the_same_however_many_there_are(
    client, editor, campaign, django_assert_max_num_queries
):
    client.force_login(editor)
    for number in range(8):
        proposals.ask(f"Tổ {number}", campaign=campaign, user=editor)

    with django_assert_max_num_queries(25):
        client.get(reverse("kehoach_proposals:index"))
