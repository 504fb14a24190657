"""The full name of a listed child in other letters, in addresses and in names of files."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.approval.roads import edit_url, form_data
from tests.committed import searches_uncommitted
from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Consent, Takedown

pytestmark = pytest.mark.django_db

SAID = "Em Minh, khối 8, nhặt được ví."
TEXTS = {
    "hashtag": "Chúc mừng #NguyenHoangMinh!",
    "hashtag with accents": "Chúc mừng #NguyễnHoàngMinh!",
    "hashtag in small letters": "Chúc mừng #emnguyenhoangminh8a1",
    "no accents": "Chuc mung Nguyen Hoang Minh.",
    "small letters": "Chúc mừng nguyễn hoàng minh.",
    "capitals": "EM NGUYỄN HOÀNG MINH NHẶT ĐƯỢC VÍ",
    "classmate": "Minh và bạn cùng lớp Nguyễn Hoàng Minh.",
    "headline": "Nguyễn Hoàng Minh Trả Lại Ví Cho Người Mất",
}
FILES = [
    "giay-khen-nguyen-hoang-minh.pdf",
    "giay_khen_nguyen_hoang_minh.pdf",
    "giay khen nguyen hoang minh.pdf",
    "nguyenhoangminh8a1.pdf",
    "giaykhennguyenhoangminh.pdf",
]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def minh():
    return PersonFactory(full_name="Nguyễn Hoàng Minh", class_level="khối 8")


def story(text, *people, **facts):
    body = [("paragraph", f"<p>{line}</p>") for line in (SAID, text)]
    page = StoryPageFactory(title="Nhặt được của rơi", body=body, **facts)
    page.people = people
    return page


def with_document(name, *people):
    document = Document(title="Giấy khen")
    document.file.save(name, ContentFile(b"%PDF-1.4"))
    link = f'<a linktype="document" id="{document.pk}">Giấy khen</a>'
    return story(link, *people)


def with_picture(name, *people):
    content = get_test_image_file(size=(64, 48)).file.getvalue()
    image = Image.objects.create(
        title="Trao giải", file=ImageFile(ContentFile(content), name=name)
    )
    return story("Vui.", *people, picture=image, picture_alt="Trao giải")


def pages(*people):
    yield from (story(text, *people) for text in TEXTS.values())
    yield story("Vui.", *people, slug="nguyen-hoang-minh-tra-lai-vi")
    yield from (with_document(name, *people) for name in FILES)
    yield with_picture("nguyen-hoang-minh.png", *people)


def test_whoever_is_listed_is_not_called_so_without_that_purpose(minh):
    ConsentFactory(person=minh)

    for page in pages(minh):
        reason = page.why_not_show()

        assert "họ tên đầy đủ của “Nguyễn Hoàng Minh (khối 8)”" in (reason or ""), page

    assert story("Vui.", minh).why_not_show() is None


def test_with_that_purpose_nothing_is_asked(minh):
    ConsentFactory(person=minh, for_full_name=True)

    for page in pages(minh):
        assert page.why_not_show() is None
        assert not [w for w in page.privacy_warnings() if "họ tên" in w]


def test_whoever_is_on_no_list_is_a_hint_in_names_of_files_too(minh):
    for name in FILES:
        page = with_document(name)

        assert page.why_not_show() is None
        assert [w for w in page.privacy_warnings() if "nếu là người khác" in w], name


def test_what_may_be_another_is_a_hint(minh):
    ConsentFactory(person=minh)
    longer = "Lê Nguyễn Hoàng Minh đến dự."
    teacher = "Thầy Nguyễn Hoàng Minh kể chuyện. #NguyenHoangMinh"

    for page in (story(longer, minh), story(teacher, minh)):
        assert page.why_not_show() is None
        assert [w for w in page.privacy_warnings() if "nếu là người khác" in w]

    assert not [
        warning
        for warning in story("Trường THCS Nguyễn Hoàng Minh.", minh).privacy_warnings()
        if "nếu là người khác" in warning
    ]


def test_a_writer_who_submits_it_is_told(client, minh, editor):
    ConsentFactory(person=minh)
    page = story("Vui.", minh)
    page.save_revision(user=editor)
    client.force_login(editor)
    page.lead = "Chúc mừng #NguyenHoangMinh!"

    data = form_data(page, editor, **{"action-submit": "1"})
    data["people"] = [sign(minh.pk)]
    html = client.post(edit_url(page), data, follow=True).content.decode()

    assert "Có thể đọc ra họ tên đầy đủ" in html
    page.refresh_from_db()
    assert page.current_workflow_state is None


def test_when_the_full_name_is_withdrawn_all_of_it_goes(
    client, minh, editor, principal
):
    ConsentFactory(person=minh)
    full = ConsentFactory(person=minh, for_portal=False, for_full_name=True)
    facts = {"by": editor, "principal": principal}
    shown = [approved(page, **facts) for page in pages(minh)]
    short = approved(story("Vui.", minh), **facts)

    full.withdrawn_on = timezone.localdate()
    full.save()
    enforce([minh.pk])

    states = {
        page.title + page.slug: client.get(page.url).status_code for page in shown
    }
    assert {*states.values()} == {404}
    assert client.get(short.url).status_code == 200
    assert Takedown.objects.count() == len(shown)


def test_nothing_of_it_waits_for_its_hour(minh, editor, principal):
    full = ConsentFactory(person=minh, for_full_name=True)
    page = story(
        TEXTS["hashtag"], minh, go_live_at=timezone.now() + dt.timedelta(days=1)
    )
    page = approved(page, by=editor, principal=principal)

    Consent.objects.filter(pk=full.pk).update(for_full_name=False)
    ConsentFactory(
        person=minh,
        for_portal=False,
        for_full_name=True,
        withdrawn_on=timezone.localdate(),
    )
    enforce([minh.pk])

    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


@searches_uncommitted
def test_a_keeper_reads_where_a_listed_child_may_be_meant(
    client, minh, editor, principal, keeper
):
    full = ConsentFactory(person=minh, for_full_name=True)
    page = story("Thầy Nguyễn Hoàng Minh kể chuyện. #NguyenHoangMinh", minh)
    page = approved(page, by=editor, principal=principal)
    full.for_full_name = False
    full.save()
    enforce([minh.pk])
    client.force_login(keeper)

    html = client.get(
        reverse("wagtail_kehoach_mentions", args=(minh.pk,))
    ).content.decode()

    page.refresh_from_db()
    assert page.live
    assert page.full_url in html
