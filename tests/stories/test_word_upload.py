"""A story from a Word file: a draft with its photos, what was not taken, each refusal."""

import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import post_save
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission

from tests.decree30.build import close, plan_with, word_plan
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from tests.manuscripts.build import LEAD, TITLE, Story, picture, repacked, story
from tests.renditions import assert_not_to_be_guessed
from wagtail_kehoach.consent import camera
from wagtail_kehoach.models import PlanReading, StoryCampaign, StoryReading
from wagtail_kehoach.pages.models import PlanIndexPage, StoryIndexPage, StoryPage
from wagtail_kehoach.stories.imports import read_file

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/kehoach/stories/upload/"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def upload(client, site):
    """Upload a file as whoever is logged in."""

    def upload(data=None, name="bai-co-lan.docx", **said):
        form = {"parent": StoryIndexPage.objects.get().pk, **said}
        form["file"] = SimpleUploadedFile(
            name, story().file() if data is None else data
        )
        return client.post(ADDRESS, form)

    return upload


def files() -> list[str]:
    """The originals that are stored."""
    if not default_storage.exists("original_images"):
        return []
    return default_storage.listdir("original_images")[1]


def assert_refused(response, words):
    """The form is back with these words, and nothing was stored."""
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not StoryPage.objects.exists()
    assert not StoryReading.objects.exists()
    assert not get_image_model().objects.exists()
    assert files() == []


def test_an_upload_ends_in_the_form_of_its_draft(client, editor, upload):
    client.force_login(editor)

    response = upload()

    made = StoryPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert (made.live, made.owner, made.title, made.lead) == (
        False,
        editor,
        TITLE,
        LEAD,
    )
    assert made.school_year is not None
    assert [block.block_type for block in made.body] == [
        "paragraph",
        "picture",
        "heading",
        "paragraph",
        "picture",
        "paragraph",
    ]
    assert made.body[-1].value.source == "<p><i>Người viết: Tổ Ngữ văn</i></p>"
    assert made.get_latest_revision_as_object().body == made.body
    page = client.get(response.url).content.decode()
    assert "Đã tạo bản nháp từ “bai-co-lan.docx”: 71 chữ · 2 ảnh." in page
    assert "Còn 1 ảnh chưa có mô tả." in page


def test_photos_are_pictures_of_the_editor_that_do_not_tell_where(
    client, editor, upload
):
    client.force_login(editor)

    upload()

    first, second = get_image_model().objects.order_by("pk")
    assert first.description == "Cô Lan bên bảng đen, cạnh ngọn đèn dầu"
    assert first.title == "Ảnh 1. Cô Lan trong giờ học tối"
    assert (first.uploaded_by_user, second.description) == (editor, "")
    for image in (first, second):
        assert_not_to_be_guessed(image)
    with first.file.open() as stored:
        assert not camera.tells_where(stored)
        assert not Image.open(stored).getexif()
    block = StoryPage.objects.get().body[1].value
    assert block["image"].contextual_alt_text == first.description
    assert block["caption"] == "Ảnh 1. Cô Lan trong giờ học tối"


def test_a_photo_above_the_text_is_the_picture_of_the_story(client, editor, upload):
    made = Story()
    made.title()
    made.shows(picture(), "Cô Lan đứng trước lớp")
    made.says("Ảnh: Cô Lan", style="Caption")
    made.says(LEAD)
    client.force_login(editor)

    upload(made.file())

    page = StoryPage.objects.get()
    assert page.picture == get_image_model().objects.get()
    assert page.picture_alt == "Cô Lan đứng trước lớp"
    assert page.picture_caption == "Ảnh: Cô Lan"
    assert [block.block_type for block in page.body] == ["paragraph"]


def test_what_word_guessed_of_a_picture_is_no_description(client, editor, upload):
    made = story()
    made.shows(
        picture("gold"), "A group of people\n\nDescription automatically generated"
    )
    client.force_login(editor)

    upload(made.file())

    assert get_image_model().objects.order_by("pk").last().description == ""


def test_what_was_written_is_escaped(client, editor, upload):
    made = Story()
    made.title()
    made.says("<script>x()</script> Cô Lan & bà Tư đi học mỗi tối một giờ.")
    client.force_login(editor)

    upload(made.file())

    [block] = StoryPage.objects.get().body
    assert block.value.source == (
        "<p>&lt;script&gt;x()&lt;/script&gt; Cô Lan &amp; bà Tư đi học mỗi tối một giờ.</p>"
    )


def test_what_was_not_taken_is_shown_beside_the_draft(client, editor, upload):
    made = story()
    made.word.add_table(1, 2).cell(0, 0).text = "Năm 2025"
    made.shows(picture("gold"), width=0.5)
    made.word.sections[0].footer.paragraphs[0].text = "Bản nháp lần 2"
    client.force_login(editor)

    response = upload(made.file())

    form = client.get(response.url).content.decode()
    assert "Bản nháp lần 2" in form
    assert "<td>Năm 2025</td>" in form
    assert "Ảnh nhỏ, có vẻ chỉ để trang trí." in form


def test_nothing_of_the_file_is_kept_after_the_approval(
    client, editor, principal, upload
):
    client.force_login(editor)
    upload()
    page = StoryPage.objects.get()
    page.body[4].value["image"].contextual_alt_text = "Bà Tư đọc chữ"
    page.subject = "Cô Nguyễn Thị Lan"

    approved(page, by=editor, principal=principal)

    reading = StoryReading.objects.get()
    assert (reading.notes, bool(reading.file_digest)) == ({}, True)


def test_the_call_is_chosen_with_the_file(client, editor, upload):
    call = StoryCampaign.objects.create(
        topic="Gương sáng", max_words=50, max_photos=5, audience="pupil"
    )
    client.force_login(editor)
    assert (
        f'value="{call.pk}" selected'
        in client.get(f"{ADDRESS}?campaign={call.pk}").content.decode()
    )

    response = upload(campaign=call.pk)

    page = StoryPage.objects.get()
    assert (page.campaign, page.audience) == (call, "pupil")
    form = client.get(response.url).content.decode()
    assert "71/50 chữ · 2/5 ảnh" in form
    assert "Bài dài hơn mức của đợt viết bài." in form


def test_the_same_file_makes_a_second_draft_only_when_that_is_asked_for(
    client, editor, upload
):
    client.force_login(editor)
    data = story().file()
    upload(data)

    response = upload(data, name="ban-sao.docx")

    assert "Tệp này đã được dùng để tạo bài:" in response.content.decode()
    assert StoryPage.objects.count() == 1
    upload(data, again="on")
    assert StoryPage.objects.count() == 2


def test_a_failure_at_the_end_leaves_no_file_behind(client, editor, upload):
    def fail(**kwargs):
        raise RuntimeError("Mất kết nối")

    client.force_login(editor)
    post_save.connect(fail, sender=StoryReading)
    try:
        with pytest.raises(RuntimeError):
            upload()
    finally:
        post_save.disconnect(fail, sender=StoryReading)

    assert not StoryPage.objects.exists()
    assert not get_image_model().objects.exists()
    assert files() == []


def test_pictures_lie_where_the_editor_may_add_them(client, editor, upload):
    root = Collection.get_first_root_node()
    own = root.add_child(name="Tổ Ngữ văn")
    add = Permission.objects.get(
        codename="add_image", content_type__app_label="wagtailimages"
    )
    GroupCollectionPermission.objects.filter(permission=add).delete()
    group = editor.groups.get()
    GroupCollectionPermission.objects.create(
        group=group, collection=own, permission=add
    )
    client.force_login(editor)

    upload()

    assert {i.collection for i in get_image_model().objects.all()} == {own}


def test_a_collection_is_chosen_where_there_are_several(client, editor, upload):
    own = Collection.get_first_root_node().add_child(name="Tổ Ngữ văn")
    client.force_login(editor)
    assert "Tổ Ngữ văn" in client.get(ADDRESS).content.decode()

    upload(collection=own.pk)

    assert {i.collection for i in get_image_model().objects.all()} == {own}


def test_pictures_need_the_right_to_add_pictures(client, editor, upload):
    GroupCollectionPermission.objects.filter(permission__codename="add_image").delete()
    client.force_login(editor)

    assert_refused(upload(), "chưa được thêm ảnh")


def test_a_story_cannot_be_put_somewhere_else(client, editor, upload, site):
    client.force_login(editor)

    response = upload(parent=site.root_page.pk)

    assert_refused(response, "Hãy")
    assert list(response.context["form"].errors) == ["parent"]


def test_who_may_write_no_story_is_sent_away(client, upload):
    group = Group.objects.create(name="Khách")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    stranger = UserFactory()
    stranger.groups.add(group)
    client.force_login(stranger)

    for response in (client.get(ADDRESS), upload()):
        assert (response.status_code, response.url) == (302, "/admin/")
    assert ADDRESS not in client.get("/admin/").content.decode()
    assert not StoryPage.objects.exists()


def test_the_menu_and_the_form_of_a_new_story_lead_there(client, editor):
    client.force_login(editor)
    parent = StoryIndexPage.objects.get()
    new = reverse(
        "wagtailadmin_pages:add", args=["wagtail_kehoach_pages", "storypage", parent.pk]
    )

    for address in ("/admin/", new):
        assert ADDRESS in client.get(address).content.decode()


def bomb() -> bytes:
    return repacked(story().file(), **{"word__media__image9.bmp": b"\0" * 190_000_000})


REFUSED = {
    "program": (lambda: b"MZ\x90\x00\x03" * 400, "Bài được tạo từ tệp Word (.docx)"),
    "pdf": (lambda: b"%PDF-1.4 x", "Bài được tạo từ tệp Word (.docx)"),
    "bomb": (bomb, "Tệp này khi giải nén lớn hơn nhiều"),
    "macros": (
        lambda: repacked(story().file(), **{"word__vbaProject.bin": b"x"}),
        "Tệp này có macro",
    ),
    "plan": (
        lambda: close(word_plan("I. MỤC ĐÍCH", "II. YÊU CẦU", "III. NHIỆM VỤ")),
        "“Nhập kế hoạch từ tệp”",
    ),
    "damaged": (lambda: story().file()[:4000], "Tệp này bị hỏng"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_with_its_reason(client, editor, upload, case):
    data, words = REFUSED[case]
    client.force_login(editor)

    assert_refused(upload(data()), words)


def test_photos_alone_are_refused(client, editor, upload):
    made = Story()
    made.shows(picture())
    client.force_login(editor)

    assert_refused(upload(made.file()), "hầu như không có chữ")


def test_sixty_photos_are_refused(client, editor, upload):
    made = story()
    for number in range(60):
        made.shows(picture((number * 4, 9, 9), size=(80, 80), kind="PNG"))
    client.force_login(editor)

    assert_refused(upload(made.file()), "Tệp này có hơn 30 ảnh")


def test_a_secrecy_mark_is_refused_and_nothing_is_kept(client, editor, upload):
    made = story()
    made.says("TUYỆT MẬT")
    client.force_login(editor)

    assert_refused(upload(made.file()), "dấu")


def test_a_file_that_is_too_large_is_refused(client, editor, upload, settings):
    settings.WAGTAIL_KEHOACH = {"IMPORT_MAX_MB": 1}
    client.force_login(editor)

    assert_refused(upload(b"PK" + b"x" * 1024 * 1024), "1 MB")


def test_a_picture_that_is_none_is_told_and_the_rest_is_taken(client, editor, upload):
    client.force_login(editor)

    response = upload(
        repacked(story().file(), **{"word__media__image1.jpg": b"MZ\x90\x00" * 400})
    )

    assert get_image_model().objects.count() == 1
    assert (
        "Ảnh bị hỏng, hoặc không phải là ảnh."
        in client.get(response.url).content.decode()
    )


def test_a_story_among_the_plans_gets_a_hint(client, editor):
    client.force_login(editor)
    made = story()
    for _count in range(3):
        made.says(f"{LEAD} {LEAD} {LEAD}")

    response = client.post(
        reverse("wagtail_kehoach_upload"),
        {
            "parent": PlanIndexPage.objects.get().pk,
            "file": SimpleUploadedFile("bai.docx", made.file()),
        },
    )

    assert "“Tạo bài từ tệp Word”" in response.content.decode()
    assert not PlanReading.objects.exists()


def test_reading_the_upload_form_costs_the_same_for_many_calls(
    client, editor, django_assert_max_num_queries
):
    client.force_login(editor)
    StoryCampaign.objects.create(topic="Một")
    client.get(ADDRESS)
    with django_assert_max_num_queries(60) as first:
        client.get(ADDRESS)
    for number in range(3):
        StoryCampaign.objects.create(topic=f"Đợt {number}")

    with django_assert_max_num_queries(len(first)):
        client.get(ADDRESS)


def test_a_plan_in_plain_text_is_no_story(client, editor, upload):
    client.force_login(editor)

    assert_refused(upload(plan_with(), "ke-hoach.txt"), "Bài được tạo từ tệp Word")


def test_the_stored_photo_is_small_enough_for_a_page(client, editor, upload):
    made = story()
    made.shows(picture("gold", size=(5000, 3000)), "Sân trường giờ ra chơi")
    client.force_login(editor)

    upload(made.file())

    last = get_image_model().objects.order_by("pk").last()
    with last.file.open() as stored:
        assert max(Image.open(io.BytesIO(stored.read())).size) == camera.LONGEST


def test_the_editor_learns_how_much_was_struck_out_or_hidden(client, editor, upload):
    made = story()
    paragraph = made.says("Cô được cả bản quý.")
    paragraph.add_run(" Câu này thừa.").font.strike = True
    made.says("").add_run("Ghi chú riêng").font.hidden = True
    client.force_login(editor)

    page = client.get(upload(made.file()).url).content.decode()

    assert "1 đoạn bị gạch ngang trong tệp nên không có trong bản nháp." in page
    assert "1 đoạn bị ẩn trong tệp nên không có trong bản nháp." in page
    assert "Câu này thừa" not in page
    assert "Ghi chú riêng" not in page


def test_photos_are_drawn_where_the_file_is_read():
    made = story()
    made.shows(picture("gold", size=(5000, 3000)), "Sân trường giờ ra chơi")

    photos = [
        Image.open(io.BytesIO(p.data)) for p in read_file("a.docx", made.file()).photos
    ]

    assert max(photos[-1].size) == camera.LONGEST
    assert not any(photo.getexif() for photo in photos)
