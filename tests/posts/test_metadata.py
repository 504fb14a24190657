"""What search engines, messengers and readers are told of a post and its picture."""

import json
import re

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved

AI = "Ảnh do AI tạo hoặc chỉnh sửa"


@pytest.fixture
def publish(editor, principal, site):
    """Make the public page of a draft, on a site with a name."""
    site.site_name = "Trường THCS Bình Minh"
    site.save()
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def image(db):
    return get_image_model().objects.create(
        title="Cô Lan", file=get_test_image_file(size=(1400, 800))
    )


def facts(html):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("factory", "kind"),
    [(StoryPageFactory, "Article"), (ForeignInfoPageFactory, "NewsArticle")],
)
def test_search_engines_get_kind_days_publisher_and_picture(
    client, publish, image, factory, kind
):
    post = publish(factory(picture=image, picture_alt="Cô Lan bên bảng đen"))

    said = facts(client.get(post.url).content.decode())

    assert said["@type"] == kind
    assert said["datePublished"] == post.post_date.isoformat()
    assert said["dateModified"]
    assert said["publisher"]["name"] == "Trường THCS Bình Minh"
    assert said["image"]["caption"] == "Cô Lan bên bảng đen"
    assert said["image"]["url"].startswith("http://")
    assert (said["image"]["width"], said["image"]["height"]) == (1200, 630)


def test_messengers_get_the_site_and_the_days(client, publish):
    post = publish(StoryPageFactory())

    html = client.get(post.url).content.decode()

    assert '<meta property="og:site_name" content="Trường THCS Bình Minh">' in html
    day = post.post_date.isoformat()
    assert f'<meta property="article:published_time" content="{day}">' in html
    assert 'property="article:modified_time"' in html


def test_a_picture_made_with_ai_is_labelled_on_page_and_in_the_listing(
    client, publish, image
):
    post = publish(
        StoryPageFactory(
            picture=image,
            picture_alt="Cô Lan",
            picture_ai=True,
            body=[
                (
                    "picture",
                    {
                        "image": {"image": image, "alt_text": "Lớp học buổi tối"},
                        "caption": "Lớp học",
                        "ai_made": True,
                    },
                )
            ],
        )
    )

    html = client.get(post.url).content.decode()
    elsewhere = f"Cô Lan. {AI}"
    assert f'<meta property="og:image:alt" content="{elsewhere}">' in html
    assert facts(html)["image"]["caption"] == elsewhere
    assert html.partition("<body")[2].count(f">{AI}</span>") == 2
    assert client.get(post.get_parent().url).content.decode().count(AI) == 1


def test_a_picture_of_a_camera_has_no_label(client, publish, image):
    post = publish(StoryPageFactory(picture=image, picture_alt="Cô Lan"))

    assert AI not in client.get(post.url).content.decode()
