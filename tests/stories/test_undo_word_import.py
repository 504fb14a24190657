"""The import of a story is undone with its pictures; what keeps it; what Wagtail's way leaves."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission

from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from tests.manuscripts.build import FIRST, LEAD, SECOND, Story, picture
from wagtail_kehoach.exceptions import UndoRefused
from wagtail_kehoach.models import PictureBasis, StoryReading
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage
from wagtail_kehoach.stories.imports import make_draft, read_file
from wagtail_kehoach.stories.undoing import undo_import


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def manuscript():
    made = Story()
    made.title()
    made.says(LEAD, bold=True)
    made.says(FIRST)
    made.shows(picture(), "Cô Lan bên bảng đen, cạnh ngọn đèn dầu")
    made.says(SECOND)
    made.shows(picture("navy"), "Bà Tư đọc chữ bên cửa sổ")
    return made


@pytest.fixture
def draft(editor):
    """A draft from a Word file with two photos that say what they show."""
    made = make_draft(
        read_file("bai-co-lan.docx", manuscript().file()),
        parent=StoryIndexPage.objects.get(),
        user=editor,
    )
    made.subject = "Cô Nguyễn Thị Lan"
    return made


@pytest.fixture
def writer(client, editor):
    """The test client as the editor who put the file in."""
    client.force_login(editor)
    return client


def undo_of(page):
    return reverse("wagtail_kehoach_undo_story", args=(page.pk,))


def images():
    return get_image_model().objects.order_by("pk")


def stored():
    return default_storage.listdir("original_images")[1]


def asked(client, page):
    return client.get(undo_of(page)).content.decode()


def assert_stays(response, reason):
    """Nothing was deleted, and the screen says why."""
    assert reason in response.content.decode()
    assert StoryPage.objects.filter(title="Cô Lan và lớp học bên suối").exists()
    assert images().count() == 2


# What goes


def test_the_form_of_the_draft_leads_to_its_undoing(writer, draft):
    form = writer.get(reverse("wagtailadmin_pages:edit", args=(draft.pk,)))

    assert undo_of(draft) in form.content.decode()


def test_what_goes_is_said_before(writer, draft):
    html = asked(writer, draft)

    assert "bai-co-lan.docx" in html
    assert "chữ · 2 ảnh" in html
    assert "2 ảnh của tệp" in html
    assert StoryPage.objects.filter(pk=draft.pk).exists()


def test_draft_pictures_and_files_go(writer, draft, django_capture_on_commit_callbacks):
    assert len(stored()) == 2

    with django_capture_on_commit_callbacks(execute=True):
        answer = writer.post(undo_of(draft), follow=True)

    assert "Đã xoá bản nháp" in answer.content.decode()
    assert not StoryPage.objects.exists()
    assert not StoryReading.objects.exists()
    assert not images().exists()
    assert stored() == []


def test_what_was_said_of_a_picture_goes_with_it(writer, draft):
    PictureBasis.objects.create(image=images().first(), basis="nobody")

    writer.post(undo_of(draft))

    assert not images().exists()
    assert not PictureBasis.objects.exists()


def test_own_later_versions_are_named_before_they_go(writer, draft, editor):
    draft.save_revision(user=editor)

    assert "1 phiên bản lưu sau khi nhập" in asked(writer, draft)
    writer.post(undo_of(draft))
    assert not StoryPage.objects.exists()


def test_pictures_that_were_added_by_hand_stay(writer, draft, editor):
    [first, second] = images()
    reading = StoryReading.objects.get()
    reading.pictures = [first.pk]
    reading.save()

    writer.post(undo_of(draft))

    assert list(images()) == [second]


# Pictures that something else shows


def test_a_picture_that_another_page_shows_stays(writer, draft):
    second = images().last()
    StoryPageFactory(picture=second)

    html = asked(writer, draft)
    assert f"“{second.title}”: còn dùng ở chỗ khác" in html
    writer.post(undo_of(draft))

    assert list(images()) == [second]


def test_a_picture_of_an_unsaved_text_of_a_public_page_stays(
    writer, draft, editor, principal
):
    first = images().first()
    PictureBasis.objects.create(image=first, basis="nobody")
    public = approved(StoryPageFactory(), by=editor, principal=principal)
    public.picture = first
    public.save_revision(user=editor)

    writer.post(undo_of(draft))

    assert list(images()) == [first]


def test_drafts_without_pictures_keep_none(writer, draft, editor):
    StoryPageFactory().save_revision(user=editor)
    SpokespersonFactory().save_revision(user=editor)

    writer.post(undo_of(draft))

    assert not images().exists()


def test_a_picture_that_the_user_may_not_delete_stays(client, draft, editor):
    other = UserFactory(username="nguoikhac")
    other.groups.set(editor.groups.all())
    away = Collection.get_first_root_node().add_child(name="Riêng")
    GroupCollectionPermission.objects.filter(
        permission__codename__in=["change_image", "delete_image"]
    ).delete()
    images().update(collection=away)
    client.force_login(other)

    assert "không có quyền xoá ảnh này" in asked(client, draft)
    client.post(undo_of(draft))

    assert not StoryPage.objects.exists()
    assert images().count() == 2


# What keeps a draft


def test_a_submitted_story_stays(writer, draft, editor):
    submit_for_approval(draft, by=editor).workflow_state.cancel(user=editor)

    assert_stays(writer.post(undo_of(draft)), "đã được trình")


def test_an_approved_story_keeps_nothing_to_undo(writer, draft, editor, principal):
    for image in images():
        PictureBasis.objects.create(image=image, basis="nobody")
    approved(draft, by=editor, principal=principal)
    assert StoryReading.objects.get().pictures == []

    answer = writer.post(undo_of(draft), follow=True)

    assert_stays(answer, "không còn giữ gì của tệp")


def test_a_story_that_another_changed_stays(writer, draft, superuser):
    draft.save_revision(user=superuser)

    assert_stays(writer.post(undo_of(draft)), "đã sửa bản nháp này sau khi nhập")


def test_a_locked_story_stays(writer, draft, superuser):
    draft.locked, draft.locked_by = True, superuser
    draft.save()

    assert_stays(writer.post(undo_of(draft)), "đang bị khoá")


def test_what_was_submitted_meanwhile_is_looked_up_anew(draft, editor):
    known = StoryPage.objects.get(pk=draft.pk)
    submit_for_approval(draft, by=editor)

    with pytest.raises(UndoRefused, match="đã được trình"):
        undo_import(known, editor)
    assert images().count() == 2


def test_a_story_that_is_gone_is_said_to_be(draft, editor):
    known = StoryPage.objects.get(pk=draft.pk)
    draft.delete()

    with pytest.raises(UndoRefused, match="không còn nữa"):
        undo_import(known, editor)


def test_all_goes_or_nothing(draft, editor, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError("the database went away")

    monkeypatch.setattr(StoryPage, "delete", breaks)

    with pytest.raises(RuntimeError):
        undo_import(draft, editor)
    assert images().count() == 2
    assert len(stored()) == 2


def test_nobody_else_undoes_it(client, draft):
    client.force_login(UserFactory(username="nguoingoai"))

    for answer in (client.get(undo_of(draft)), client.post(undo_of(draft))):
        assert answer.status_code == 302
    assert StoryPage.objects.filter(pk=draft.pk).exists()


def test_a_story_without_a_file_has_nothing_to_undo(writer, editor):
    page = StoryPageFactory(owner=editor)

    answer = writer.get(undo_of(page))

    assert answer.url == reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert writer.get(undo_of(StoryIndexPage.objects.get())).status_code == 404


# Wagtail's own way


def test_wagtails_way_says_what_it_leaves_and_offers_the_other(writer, draft):
    delete = reverse("wagtailadmin_pages:delete", args=(draft.pk,))

    html = writer.get(delete).content.decode()
    assert "ảnh của tệp vẫn còn" in html
    assert undo_of(draft) in html

    after = writer.post(delete, follow=True).content.decode()
    assert "Còn 2 ảnh của tệp Word ấy" in after
    assert images().count() == 2


def test_wagtails_way_says_nothing_of_other_stories(writer, editor):
    page = StoryPageFactory(owner=editor)
    delete = reverse("wagtailadmin_pages:delete", args=(page.pk,))

    assert "tệp Word" not in writer.get(delete).content.decode()
    assert "tệp Word" not in writer.post(delete, follow=True).content.decode()


def test_the_question_costs_the_same_for_one_picture_and_for_two(writer, draft):
    asked(writer, draft)
    with CaptureQueriesContext(connection) as two:
        asked(writer, draft)
    reading = StoryReading.objects.get()
    reading.pictures = reading.pictures[:1]
    reading.save()
    with CaptureQueriesContext(connection) as one:
        asked(writer, draft)

    assert len(one) == len(two)
