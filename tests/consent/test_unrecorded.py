"""Pictures of a post that was taken down, of which nobody has said who is in them."""

import datetime as dt
import uuid

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, ReferenceIndex

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from tests.front_cache import Remembering
from tests.portal.models import OrdinaryPage
from wagtail_kehoach.approval.digest import picture_ids
from wagtail_kehoach.consent.picture_queries import pictures_to_put_back
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.consent.takedown import enforce, take_down_mention
from wagtail_kehoach.consent.unrecorded import take_pictures_along
from wagtail_kehoach.models import PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def story(consent, editor, principal):
    """Public, with a child on its list and two pictures of which nobody said who is shown."""
    made = make(2)
    made.people = [consent.person]
    return approved(made, by=editor, principal=principal)


def make(pictures, **said):
    """A story with so many pictures: the first at its top, the others in its text."""
    first, *others = [picture(f"Ảnh {n}") for n in range(1, pictures + 1)]
    for other in others:
        other.contextual_alt_text, other.decorative = "Lớp học", False
    body = [
        ("picture", {"image": other, "caption": "", "ai_made": False})
        for other in others
    ]
    return StoryPageFactory(picture=first, picture_alt="Một em", body=body, **said)


def picture(title):
    # Each another file: of one photo that was uploaded twice, one entry speaks for both.
    size = (60 + Image.objects.count(), 40)
    return Image.objects.create(title=title, file=get_test_image_file(size=size))


@pytest.fixture
def withdraw(consent, django_capture_on_commit_callbacks):
    def end():
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        with django_capture_on_commit_callbacks(execute=True):
            enforce([consent.person_id])

    return end


def ordinary_page(site, *shown):
    """A public page of the portal's own, which nobody asks for consents."""
    slug = f"thuong-{OrdinaryPage.objects.count()}"
    page = site.root_page.add_child(
        instance=OrdinaryPage(title="Trang thường", slug=slug)
    )
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            base_content_type=ContentType.objects.get_for_model(Page),
            content_type=ContentType.objects.get_for_model(OrdinaryPage),
            object_id=page.pk,
            to_content_type=ContentType.objects.get_for_model(Image),
            to_object_id=image.pk,
            model_path="body",
            content_path="body",
            content_path_hash=uuid.uuid4(),
        )
        for image in shown
    )


def test_originals_and_renditions_go_and_people_are_told(story, withdraw, settings):
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "tests.front_cache.Remembering"}
    }
    Remembering.forgotten = []
    files, addresses = [], []
    for image in Image.objects.all():
        for item in (image, image.get_rendition("width-20")):
            files.append((item.file.storage, item.file.name))
            addresses.append(item.file.url)

    withdraw()

    assert not [name for storage, name in files if storage.exists(name)]
    for address in addresses:
        assert [url for url in Remembering.forgotten if url.endswith(address)]
    bases = PictureBasis.objects.order_by("image")
    assert [basis.image.title for basis in bases] == ["Ảnh 1", "Ảnh 2"]
    assert all(private_storage().exists(basis.withheld) for basis in bases)
    told = "Chưa ai ghi những ảnh sau của bài có những ai, nên đã thay bằng ảnh màu xám"
    (record,) = Takedown.objects.all()
    (message,) = [m for m in mail.outbox if m.subject.startswith("Đã gỡ")]
    for text in (record.reason, message.body):
        assert told in " ".join(text.split())
        for basis in bases:
            url = reverse("kehoach_picture_bases:edit", args=(basis.pk,))
            assert basis.image.title in text
            assert url in text


def test_what_another_public_page_shows_stays_and_is_named(story, withdraw, site):
    ordinary_page(site, story.picture)

    withdraw()

    kept, gone = Image.objects.order_by("pk")
    assert kept.file.storage.exists(kept.file.name)
    assert not PictureBasis.objects.filter(image=kept).exists()
    assert PictureBasis.objects.get(image=gone).withheld
    (record,) = Takedown.objects.all()
    url = reverse("wagtailimages:edit", args=(kept.pk,))
    assert f"{url}; “Trang thường”)" in record.reason
    (message,) = [m for m in mail.outbox if m.subject.startswith("Đã gỡ")]
    assert "vẫn còn công khai" in message.body


def test_what_another_approved_post_shows_stays_too(story, withdraw, editor, principal):
    other = StoryPageFactory(
        title="Bài kia", picture=story.picture, picture_alt="Một em"
    )
    approved(other, by=editor, principal=principal)

    withdraw()

    assert [b.image.title for b in PictureBasis.objects.all()] == ["Ảnh 2"]
    assert "“Bài kia”" in Takedown.objects.get().reason


def test_a_draft_elsewhere_keeps_no_picture_public(story, withdraw):
    StoryPageFactory(picture=story.picture, picture_alt="Một em")

    withdraw()

    assert PictureBasis.objects.exclude(withheld="").count() == 2


def test_pictures_whose_basis_is_on_record_stay(story, withdraw):
    event = {"basis": "public_event", "event": "Khai giảng", "notice": "Loa"}
    other = ConsentFactory().person
    PictureBasis.objects.create(image=story.picture, **event)
    agreed = PictureBasis.objects.create(image=Image.objects.get(title="Ảnh 2"))
    agreed.people.add(other)

    withdraw()

    assert not PictureBasis.objects.exclude(withheld="").exists()
    assert "ảnh" not in Takedown.objects.get().reason.lower()


def test_a_post_that_goes_because_of_a_name_takes_its_pictures_along(editor, principal):
    story = make(1, lead="Em Nguyễn Hoàng Minh giúp bạn.")
    story = approved(story, by=editor, principal=principal)

    record = take_down_mention(PersonFactory(full_name="Nguyễn Hoàng Minh"), story.pk)

    assert PictureBasis.objects.get().withheld
    assert "Ảnh 1" in record.reason


def test_it_comes_back_once_somebody_has_said_who_is_in_it(
    story, withdraw, client, editor
):
    withdraw()
    basis = PictureBasis.objects.get(image=story.picture)
    url = reverse("wagtail_kehoach_put_back", args=(basis.pk,))
    client.force_login(editor)

    refused = client.post(url, follow=True).content.decode()
    basis.refresh_from_db()
    assert "chưa ai ghi ảnh có những ai" in refused
    assert basis.withheld
    assert pictures_to_put_back(timezone.localdate()) == []

    edit = reverse("kehoach_picture_bases:edit", args=(basis.pk,))
    data = {"image": basis.image_id, "basis": "nobody", "event": "", "notice": ""}
    assert client.post(edit, data).status_code == 302
    assert pictures_to_put_back(timezone.localdate()) == [basis]
    client.post(url)

    basis.refresh_from_db()
    assert not basis.withheld
    image = basis.image
    assert (image.width, image.height) == (60, 40)
    assert image.file.storage.exists(image.file.name)


def test_a_lost_file_keeps_no_post_up(story, withdraw):
    image = story.picture
    image.file.storage.delete(image.file.name)

    withdraw()

    story.refresh_from_db()
    assert not story.live
    assert "; không chuyển được tệp)" in Takedown.objects.get().reason
    assert PictureBasis.objects.get().image.title == "Ảnh 2"


def test_what_was_public_once_and_waits_for_its_hour_lets_its_pictures_go_too(
    story, withdraw, editor, principal
):
    story.unpublish()
    story.go_live_at = timezone.now() + dt.timedelta(days=1)
    approved(story, by=editor, principal=principal)

    withdraw()

    assert PictureBasis.objects.exclude(withheld="").count() == 2
    (record,) = Takedown.objects.all()
    assert "nên đã thay bằng ảnh màu xám: Ảnh 1" in record.reason


def test_the_statements_are_the_same_for_many_pictures(site):
    few, many = make(2), make(6)
    ordinary_page(site, *Image.objects.all())
    take_pictures_along(few, picture_ids(few))

    def statements(story):
        with CaptureQueriesContext(connection) as queries:
            take_pictures_along(story, picture_ids(story))
        return len(queries)

    assert statements(few) == statements(many) <= 5


def test_a_post_without_pictures_asks_nothing(django_assert_num_queries):
    story = StoryPageFactory()
    with django_assert_num_queries(0):
        assert take_pictures_along(story, picture_ids(story)).said == []


def test_so_does_one_that_is_said_to_show_nobody_until_a_keeper_has_looked(
    story, consent, withdraw, keeper, client
):
    basis = PictureBasis.objects.create(image=story.picture, basis="nobody")
    image = story.picture
    address = image.file.name

    withdraw()

    assert not image.file.storage.exists(address)
    (record,) = Takedown.objects.all()
    assert "Ảnh 1" in record.reason

    client.force_login(keeper)
    client.post(reverse("wagtail_kehoach_put_back", args=(basis.pk,)))
    withdraw()

    basis.refresh_from_db()
    assert not basis.withheld
    assert Takedown.objects.count() == 1
