"""What is written in two ways, and what has no spaces between its words."""

import pytest

from tests.committed import searches_uncommitted
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.search.asked import tiers
from wagtail_kehoach.search.excerpts import excerpts
from wagtail_kehoach.search.variants import SAME, telex

no_mysql = searches_uncommitted


@pytest.fixture
def published(db, editor, principal, django_capture_on_commit_callbacks):
    """Public stories by their titles."""

    def published(*titles):
        with django_capture_on_commit_callbacks(execute=True):
            for title in titles:
                story = StoryPageFactory(title=title, lead="Một.")
                approved(story, by=editor, principal=principal)

    return published


def listed(client, query):
    answer = client.get("/tim-kiem/", {"q": query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


@no_mysql
@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Học sinh giỏi cấp tỉnh", "HSG cấp tỉnh"),
        ("Học sinh giỏi cấp tỉnh", "hs gioi tinh"),
        ("Đội tuyển HSG", "học sinh giỏi"),
        ("Trường THPT Sa Đéc", "trung học phổ thông sa đéc"),
        ("Sở Giáo dục và Đào tạo", "sở gd&đt"),
        ("Giao lưu với Singapore", "giao luu singapo"),
        ("Đoàn Campuchia sang thăm", "Căm-pu-chia"),
        ("Vườn ươm điển hình", "vuwownf uowm dieenr"),
        ("Vườn ươm", "vườn uowmf"),
    ],
)
def test_another_spelling_is_found_where_nothing_else_is(
    client, published, written, typed
):
    published(written, "Sân trường")

    assert listed(client, typed) == [written]


@no_mysql
@pytest.mark.parametrize("typed", ["y te", "i te", "y tế", "i tế", "tram y", "trạm i"])
def test_y_that_stands_alone_is_found_as_i(client, published, typed):
    published("Trạm y tế", "Trạm i tế", "Ý kiến về trạm")

    assert {*listed(client, typed)} >= {"Trạm y tế", "Trạm i tế"}
    assert ("Ý kiến về trạm" in listed(client, typed)) == ("tr" in typed)


@no_mysql
def test_another_spelling_is_not_asked_for_where_the_words_are_found(client, published):
    published("Học sinh giỏi", "HS giỏi")

    assert listed(client, "HS giỏi") == ["HS giỏi"]
    assert listed(client, '"HS giỏi cấp tỉnh"') == []


def test_another_spelling_is_marked_in_the_text():
    [excerpt] = excerpts(["Đội học sinh giỏi."], "HSG", begun=True)

    assert "<mark>học sinh giỏi</mark>" in excerpt


def test_only_the_public_page_asks_for_other_spellings():
    assert tiers("HS") != tiers("HS", begun=True)
    assert len(tiers("HS", typing=True)) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dieenr", "dien"), ("ddieern", "dien"), ("truwowngf", "truong"),
        ("dduocwj", "duoc"), ("vietej", "viet"), ("kyx", "ki"), ("hinh", ""),
        ("class", ""), ("stress", ""), ("12a1", ""), ("", ""),
    ],
)  # fmt: skip
def test_telex_keys_are_read(typed, meant):
    assert telex(typed) == meant


def test_no_spelling_stands_for_two_things():
    spellings = [one for line in SAME.split("\n") for one in line.split(" = ") if one]

    assert len(spellings) == len(set(spellings))


@no_mysql
@pytest.mark.parametrize(
    ("text", "inside", "apart"),
    [
        ("ຍິນດີຕ້ອນຮັບນັກຮຽນລາວ", "ນັກຮຽນ", "ຮຽນນັກ"),
        ("សូមស្វាគមន៍សិស្សខ្មែរ។", "សិស្ស", "ខ្មែរសូម"),
        ("欢迎中国学生来访。", "中国学生", "学中"),
        ("Đoàn 中国 sang thăm", "đoàn 中国", "中国 Lào"),
    ],
)
def test_a_text_without_spaces_is_found_by_what_stands_in_it(site, text, inside, apart):
    StoryPageFactory(title="Có", lead=text)
    StoryPageFactory(title="Không", lead="Chuyện khác.")

    assert [page.title for page in StoryPage.objects.search(inside)] == ["Có"]
    assert not list(StoryPage.objects.search(apart))
    assert f"<mark>{inside}".lower() in excerpts([text], inside)[0].lower()
