"""The search page before anything was asked."""

import pytest

from tests.committed import searches_uncommitted
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.workflows import approved

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]


def test_it_says_how_to_ask_and_offers_kinds_and_the_newest_pages(
    client,
    editor,
    principal,
    django_capture_on_commit_callbacks,
    django_assert_max_num_queries,
):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(8):
            page = StoryPageFactory(title=f"Cô Lan {number}")
            approved(page, by=editor, principal=principal)
        approved(PlanPageFactory(title="Thư viện"), by=editor, principal=principal)
    StoryPageFactory(title="Nháp")
    client.get("/tim-kiem/")

    with django_assert_max_num_queries(6):
        page = client.get("/tim-kiem/").content.decode()

    assert "Hãy gõ vài từ, số ký hiệu của văn bản" in page
    assert 'href="?loai=storypage" rel="nofollow">Điển hình tiên tiến (8)</a>' in page
    assert "Kế hoạch truyền thông (1)" not in page
    assert "Thư viện</a>" in page
    assert "Cô Lan 7" in page
    assert "Cô Lan 0" not in page
    assert "Nháp" not in page
    assert 'rel="next"' not in page


def test_a_portal_with_nothing_public_says_how_to_ask(client, site):
    page = client.get("/tim-kiem/").content.decode()

    assert "Có dấu hay không dấu" in page
