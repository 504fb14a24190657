"""What a post offers to be shared, and when it refuses."""

import datetime as dt

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.emergencies import name_for_emergencies, published_in_emergency
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval import decisions, emergencies
from wagtail_kehoach.models import PictureBasis
from wagtail_kehoach.pages.models import StoryPage


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def screen(client, editor):
    """The screen for sharing, as an editor sees it."""
    client.force_login(editor)
    return lambda page: client.get(address_of(page)).content.decode()


def address_of(page):
    return reverse("wagtail_kehoach_share", args=(page.pk,))


def test_the_text_is_what_the_public_reads_and_not_the_draft(publish, screen, editor):
    story = publish(StoryPageFactory(title="Cô Lan", lead="Cô dạy chữ cho cả xóm."))
    story.title, story.lead = "Bản nháp mới", "Chưa ai duyệt."
    story.save_revision(user=editor)

    page = screen(story)

    assert f"Cô Lan\n\nCô dạy chữ cho cả xóm.\n\n{story.full_url}</textarea>" in page
    assert "Chưa ai duyệt" not in page
    assert page.count("data-kh-copy-from") == 2


def test_the_picture_comes_with_it_and_says_if_ai_made_it(publish, screen):
    image = get_image_model().objects.create(
        title="Cô Lan", file=get_test_image_file(size=(1400, 800))
    )
    PictureBasis.objects.create(image=image, basis=PictureBasis.Basis.NOBODY)
    story = publish(
        StoryPageFactory(picture=image, picture_alt="Cô Lan", picture_ai=True)
    )

    page = screen(story)

    assert "fill-1200x630" in page
    label = "Ảnh do AI tạo hoặc chỉnh sửa"
    assert f"{label}. Hai nội dung trên đã ghi rõ: hãy giữ dòng đó" in page
    assert page.count(f"\n\n{label}\n\n{story.full_url}</textarea>") == 2


def test_a_picture_of_unknown_people_is_said(publish, screen):
    image = get_image_model().objects.create(
        title="Sân trường", file=get_test_image_file(size=(640, 480))
    )
    story = publish(StoryPageFactory(picture=image, picture_alt="Sân trường"))

    assert "Chưa ai ghi ảnh “Sân trường” có những ai." in screen(story)


def test_a_draft_is_refused_with_its_reason(screen, site):
    page = screen(StoryPageFactory(title="Cô Lan"))

    assert "Bài này chưa đăng. Duyệt xong mới chia sẻ được." in page
    assert "data-kh-copy-from" not in page


def test_a_child_without_consent_for_social_networks_is_named(publish, screen):
    person = PersonFactory(full_name="Nguyễn Văn Minh")
    consent = ConsentFactory(person=person)
    story = StoryPageFactory()
    story.people = [person]
    story = publish(story)

    page = screen(story)
    assert "Nguyễn Văn Minh" in page
    assert "mạng xã hội" in page
    assert "data-kh-copy-from" not in page

    consent.for_social = True
    consent.save()
    assert "data-kh-copy-from" in screen(story)

    consent.ends_on = dt.date(2020, 2, 1)
    consent.save()
    assert "data-kh-copy-from" not in screen(story)


def test_an_emergency_is_shared_once_a_principal_has_confirmed_it(
    screen, editor, principal
):
    name_for_emergencies(editor)
    story = StoryPageFactory(title="Cô Lan")
    emergency = published_in_emergency(story, by=editor)
    story = StoryPage.objects.get(pk=story.pk)
    assert story.live

    page = screen(story)
    assert "đăng khẩn cấp" in page
    assert "data-kh-copy-from" not in page

    token = decisions.seen_token(story.latest_revision)
    emergencies.confirm(emergency, user=principal, token=token)
    assert "data-kh-copy-from" in screen(story)


def test_a_private_post_is_refused(publish, screen):
    story = publish(StoryPageFactory())
    PageViewRestriction.objects.create(
        page=story, restriction_type=PageViewRestriction.LOGIN
    )

    assert "không phải ai cũng đọc được" in screen(story)


def test_only_writers_and_principals_open_the_screen(client, publish, principal):
    story = publish(StoryPageFactory())
    stranger = UserFactory(username="nguoi-khac")

    assert client.get(address_of(story)).status_code == 302
    client.force_login(stranger)
    assert client.get(address_of(story)).status_code == 302
    client.force_login(principal)
    assert client.get(address_of(story)).status_code == 200


def test_only_posts_are_shared(client, principal, site):
    client.force_login(principal)

    for page in (site.root_page, PlanPageFactory()):
        assert client.get(address_of(page)).status_code == 404


def test_the_button_stands_at_a_public_post_only(client, publish, editor):
    client.force_login(editor)
    draft = StoryPageFactory()
    form = reverse("wagtailadmin_pages:edit", args=(draft.pk,))
    assert address_of(draft) not in client.get(form).content.decode()

    story = publish(draft)

    assert address_of(story) in client.get(form).content.decode()
