"""What pictures show is said in words before a post is submitted; a draft is kept without."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.approval.roads import form_data
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.posts.alt_texts import missing_in, says_something
from wagtail_kehoach.posts.blocks import PictureBlock

REASON = "Ảnh đầu bài, Ảnh 1 trong bài: hãy tả ảnh có gì"
AT_THE_FIELD = "Tên tệp không phải là mô tả."


@pytest.fixture
def image(site):
    return get_image_model().objects.create(
        title="IMG_2034.jpg", file=get_test_image_file(size=(64, 48))
    )


def with_pictures(
    image, *, top="", body="", decorative=False, factory=StoryPageFactory
):
    shown = {"image": image, "alt_text": body, "decorative": decorative}
    return factory(picture=image, picture_alt=top, body=[("picture", {"image": shown})])


def send(client, story, editor, *, top, body, **more):
    """Send the form of ``story`` with these words for its two pictures."""
    picture = {
        "image": {"image": story.picture_id, "alt_text": body, "decorative": ""},
        "caption": "",
        "ai_made": "",
    }
    sent = form_data(story, editor, picture_alt=top, **more)
    sent |= nested_form_data({"body": streamfield([("picture", picture)])})
    return client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), sent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "IMG_2034.jpg",
        "DSC_0012",
        "z5234567890123_abc.jpg",
        "Hình 1",
        "Ảnh 2.",
        "ảnh",
        "20261120_081500",
        "A group of people\n\nDescription automatically generated",
        "Nội dung mô tả được tạo tự động",
    ],
)
def test_a_name_of_a_file_or_a_guess_says_nothing(text):
    assert not says_something(text)


@pytest.mark.parametrize(
    "text", ["Cô Lan bên bảng đen", "Lớp 4A", "Bà Tư", "Hình vẽ của em Minh, lớp 4A"]
)
def test_words_about_a_picture_say_something(text):
    assert says_something(text)


def test_a_draft_is_saved_without_words_and_not_submitted(client, editor, image):
    story = with_pictures(image)
    client.force_login(editor)

    send(client, story, editor, top="", body="IMG_2034.jpg")
    draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert draft.body[0].value["image"].contextual_alt_text == "IMG_2034.jpg"

    refused = send(
        client, story, editor, top="", body="IMG_2034.jpg", **{"action-submit": "1"}
    ).content.decode()
    assert REASON in refused
    assert AT_THE_FIELD in refused
    assert 'href="#body-0-value-image-alt_text"' in refused
    assert not WorkflowState.objects.exists()


def test_with_words_for_each_picture_it_is_submitted(client, editor, image):
    story = with_pictures(image)
    client.force_login(editor)

    send(
        client,
        story,
        editor,
        top="Cô Lan bên bảng đen",
        body="Bà Tư đọc chữ",
        **{"action-submit": "1"},
    )

    assert WorkflowState.objects.for_instance(story).exists()


@pytest.mark.parametrize("factory", [StoryPageFactory, ForeignInfoPageFactory])
def test_no_other_road_leads_past_it(editor, image, factory):
    with pytest.raises(ApprovalRefused) as refusal:
        submit_for_approval(with_pictures(image, factory=factory), by=editor)

    assert REASON in refusal.value.reason


def test_a_decorative_picture_needs_no_words(editor, image):
    story = with_pictures(image, top="Cô Lan", decorative=True)

    assert missing_in(story) == []


def test_the_form_lists_what_is_missing_with_links(client, editor, image):
    story = with_pictures(image, top="Cô Lan")
    client.force_login(editor)

    page = client.get(
        reverse("wagtailadmin_pages:edit", args=[story.pk])
    ).content.decode()

    assert '<a href="#body-0-value-image-alt_text">Ảnh 1 trong bài</a>' in page
    assert "Ảnh đầu bài" not in page


def test_a_post_with_all_words_shows_no_list(client, editor, image):
    story = with_pictures(image, top="Cô Lan", body="Bà Tư đọc chữ")
    client.force_login(editor)

    page = client.get(
        reverse("wagtailadmin_pages:edit", args=[story.pk])
    ).content.decode()

    assert "Ảnh chưa có mô tả" not in page


def test_the_field_of_the_image_is_named_in_vietnamese():
    block = PictureBlock().child_blocks["image"]

    labels = [str(block.child_blocks[name].label) for name in ("image", "alt_text")]

    assert labels == ["Ảnh", "Mô tả ảnh"]
    assert block.deconstruct()[0] == "wagtail.images.blocks.ImageBlock"
