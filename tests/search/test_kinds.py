"""Pages are found by the name of their kind, behind those that say it."""

import pytest
from django.urls import reverse

from tests.committed import searches_uncommitted
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
)
from wagtail_kehoach.folding import words_of
from wagtail_kehoach.search.naming import Name, name_said

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]
ADMIN = {
    "pages": "wagtailadmin_pages:search",
    "plans": "kehoach_plans:index",
    "chooser": "wagtailadmin_choose_page_search",
}


def asked(client, **query):
    return client.get("/tim-kiem/", {**query, "dang": "json"}).json()


def titles(results):
    return [result["title"] for result in results]


@pytest.mark.parametrize("query", ["dien hinh", "Điển hình tiên tiến", "điển hình"])
def test_stories_follow_the_pages_that_say_what_they_are(client, publish, query):
    publish(StoryPageFactory(title="Cô Lan"))
    publish(PlanPageFactory(title="Nêu gương điển hình tiên tiến"))

    answer = asked(client, q=query)

    assert "Nêu gương điển hình tiên tiến" in titles(answer["results"])
    assert titles(answer["also"]) == ["Cô Lan"]
    assert answer["total"] == len(answer["results"])


def test_the_page_leads_to_all_of_the_kind(client, publish):
    publish(StoryPageFactory(title="Cô Lan"))
    publish(StoryPageFactory(title="Gương điển hình"))

    page = client.get("/tim-kiem/", {"q": "dien hinh"}).content.decode()

    assert 'href="?loai=storypage">Xem tất cả: điển hình tiên tiến</a>' in page
    assert "Nội dung khác cùng loại: điển hình tiên tiến" in page
    every = asked(client, loai="storypage")
    assert titles(every["results"]) == ["Gương điển hình", "Cô Lan"]


def test_where_nobody_says_it_the_kind_is_what_is_found(client, publish):
    publish(ForeignInfoPageFactory(title="Đoàn khách ở sân trường"))
    publish(ForeignInfoPageFactory(title="Đoàn khách từ Úc"))
    publish(StoryPageFactory(title="Cô Lan ở sân trường"))

    answer = asked(client, q="tin doi ngoai san truong")

    assert titles(answer["results"]) == ["Đoàn khách ở sân trường"]
    assert answer["also"] == []


def test_other_words_of_the_query_hold_for_the_kind_too(client, publish):
    publish(StoryPageFactory(title="Cô Lan"))
    publish(StoryPageFactory(title="Thầy Danh"))
    publish(PlanPageFactory(title="Điển hình và thầy Danh"))

    answer = asked(client, q="điển hình thầy Danh")

    assert titles(answer["results"]) == ["Điển hình và thầy Danh"]
    assert titles(answer["also"]) == ["Thầy Danh"]


def test_a_filter_holds_for_the_kind_too(client, publish):
    publish(StoryPageFactory(title="Cô Lan"))
    publish(PlanPageFactory(title="Nêu gương điển hình"))

    assert asked(client, q="dien hinh", loai="planpage")["also"] == []
    narrowed = asked(client, q="dien hinh", loai="storypage")
    assert titles(narrowed["also"]) == ["Cô Lan"]


def test_in_quotes_and_by_one_word_no_kind_is_meant(client, publish):
    publish(StoryPageFactory(title="Cô Lan"))
    publish(PlanPageFactory(title="Nêu gương điển hình"))

    assert asked(client, q='"điển hình"')["also"] == []
    assert asked(client, q="điển")["also"] == []


@pytest.mark.parametrize(
    "query", ["ke hoach", "kế hoạch", "kế ho", "ke hoach duoi nuoc"]
)
@pytest.mark.parametrize("listing", ADMIN)
def test_the_admin_finds_plans_by_their_kind(client, superuser, listing, query):
    PlanPageFactory(title="Phòng, chống đuối nước")
    StoryPageFactory(title="Cô Lan")
    client.force_login(superuser)

    page = client.get(reverse(ADMIN[listing]), {"q": query}).content.decode()

    assert "Phòng, chống đuối nước" in page
    assert "Cô Lan" not in page


def test_a_title_that_says_it_comes_first_in_the_admin(client, superuser):
    PlanPageFactory(title="Kế hoạch tuần")
    PlanPageFactory(title="Phòng, chống đuối nước")
    client.force_login(superuser)

    url = reverse("wagtailadmin_pages:search")
    page = client.get(url, {"q": "ke hoach"}).content.decode()

    assert page.index("Kế hoạch tuần") < page.index("Phòng, chống đuối nước")


def test_the_longest_beginning_of_a_name_counts():
    names = [
        Name(tuple(words_of("kế hoạch truyền thông")), "plan"),
        Name(tuple(words_of("kế hoạch tuần")), "week"),
    ]

    def terms(query, **said):
        found = name_said(words_of(query), names, **said)
        return found and found.terms

    assert terms("ke hoach") == ("plan", "week")
    assert terms("năm nay kế hoạch tuần") == ("week",)
    assert terms("kế hoạch truyền") == ("plan",)
    assert terms("ke hoach tru", begun=True) == ("plan",)
    assert terms("kê hoạch") is terms("ke") is terms("hoạch truyền") is None
