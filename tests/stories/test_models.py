import datetime as dt

import pytest
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


def test_a_story_tells_who_what_and_when(client, publish):
    story = publish(
        StoryPageFactory(
            title="Cô Lan dạy chữ cho cả xóm",
            subject="Cô Nguyễn Thị Lan",
            lead="Mười năm nay, tối nào nhà cô cũng sáng đèn.",
            achievement="Ba mươi hai người lớn đã biết đọc.",
            post_date=dt.date(2026, 11, 20),
            body=[("heading", "Lớp học buổi tối"), ("paragraph", "<p>Bà Tư kể.</p>")],
        )
    )

    page = client.get(story.url).content.decode()

    for words in (
        "Cô Lan dạy chữ cho cả xóm",
        "Cô Nguyễn Thị Lan",
        "Mười năm nay, tối nào nhà cô cũng sáng đèn.",
        "Ba mươi hai người lớn đã biết đọc.",
        "Lớp học buổi tối",
        "Bà Tư kể.",
    ):
        assert words in page


def test_the_commendation_is_shown_with_its_decision(client, publish):
    story = publish(
        StoryPageFactory(
            commended=True,
            commendation_title="Giấy khen Người tốt, việc tốt",
            commendation_body="UBND xã Suối Trăng",
        )
    )

    page = client.get(story.url).content.decode()

    assert "Giấy khen Người tốt, việc tốt" in page
    assert "318/QĐ-UBND" in page


def test_a_draft_of_a_story_is_not_public(client, site):
    assert client.get(StoryPageFactory().url).status_code == 404


def test_what_a_story_says_is_escaped(client, publish):
    story = publish(StoryPageFactory(subject="<script>x()</script>", lead="A & <b>B"))

    page = client.get(story.url).content.decode()

    assert "<script>x()" not in page
    assert "A &amp; &lt;b&gt;B" in page


def test_a_picture_is_shown_with_its_words(client, publish):
    from wagtail.images import get_image_model

    image = get_image_model().objects.create(
        title="Cô Lan", file=get_test_image_file(size=(640, 480))
    )
    story = publish(StoryPageFactory(picture=image, picture_alt="Cô Lan bên bảng đen"))

    page = client.get(story.url).content.decode()

    assert 'alt="Cô Lan bên bảng đen"' in page


def test_a_story_costs_the_same_whatever_it_serves(
    client, publish, django_assert_max_num_queries
):
    from tests.factories.organisation import ThemeFactory

    story = StoryPageFactory()
    story.themes = [ThemeFactory() for _ in range(3)]
    url = publish(story).url
    client.get(url)

    with django_assert_max_num_queries(10):
        client.get(url)


def test_the_listing_of_stories_opens_for_an_editor(client, editor):
    StoryPageFactory(title="Thầy Hải chèo đò")
    client.force_login(editor)

    page = client.get("/admin/kehoach_stories/").content.decode()

    assert "Thầy Hải chèo đò" in page
