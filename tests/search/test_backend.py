"""What is found, in which order; the same on every database the suite runs on."""

import unicodedata

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Phrase
from wagtail.search.utils import parse_query_string

from tests.committed import searches_uncommitted
from tests.factories.organisation import ThemeFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.models import SearchEntry, Theme
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.search import ranking

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_case,
    searches_uncommitted,
]


@pytest.fixture
def stories(site):
    """Stories by their titles, with one text each."""

    def make(*texts):
        return [StoryPageFactory(title=title, lead=lead).title for title, lead in texts]

    return make


def found(query, **options):
    return [page.title for page in StoryPage.objects.search(query, **options)]


def typed(query):
    return [page.title for page in StoryPage.objects.autocomplete(query)]


@pytest.mark.parametrize(
    "query",
    ["điển hình", "ĐIỂN HÌNH", "dien hinh", "đien hinh", "điển hinh",
     unicodedata.normalize("NFD", "điển hình"), "điển\u00ad hình", '"điển', "hình điển"],
)  # fmt: skip
def test_a_text_is_found_however_its_words_are_typed(stories, query):
    stories(("Gương điển hình", "Một."), ("Sân trường", "Hai."))

    assert found(query) == ["Gương điển hình"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_text_is_found_however_it_is_stored(stories, form):
    StoryPageFactory(title="Một", lead=unicodedata.normalize(form, "Gương điển hình"))

    assert found("điển hình") == ["Một"]


@pytest.mark.parametrize(
    ("stored", "query"),
    [("văn hóa", "văn hoá"), ("thuý", "thúy"), ("kỹ năng", "kĩ năng"),
     ("quý I", "quí I"), ("lý do", "ly do"), ("1.600 học sinh", "1600"),
     ("Sở GD&ĐT", "GDĐT"), ("SGDĐT", "sgddt"), ("ngày 05/11", "5/11")],
)  # fmt: skip
def test_what_is_written_in_two_ways_is_one(stories, stored, query):
    stories(("Có", f"Đây là {stored} của ta."), ("Không", "Chuyện khác."))

    assert found(query) == ["Có"]


@pytest.mark.parametrize("query", ["260/KH-GDĐT", "260/kh-gddt", "KH-GDĐT", "260 gddt"])
def test_a_document_is_found_by_its_number(stories, query):
    stories(("Có", "Theo Kế hoạch số 260/KH-GDĐT."), ("Không", "Theo số 261."))

    assert found(query) == ["Có"]


def test_words_joined_by_a_slash_stand_together(stories):
    stories(("Có", "Số 26/KH-UBND."), ("Không", "Số 30/KH-UBND, 26 lớp."))

    assert found("26/KH-UBND") == ["Có"]


@pytest.mark.parametrize("query", ["05/11/2026", "5/11/2026", "ngày 05/11/2026"])
def test_a_date_is_found_whole(stories, query):
    stories(
        ("Có", "Họp ngày 05/11/2026."),
        ("Không", "Họp ngày 05/11/2025, tổng kết tháng 11/2026."),
    )

    assert found(query) == ["Có"]
    assert found(Phrase(query)) == ["Có"]


def test_a_date_in_a_title_is_found_while_it_is_typed(stories):
    stories(("Họp 05/11/2026", ""), ("Họp 05/11/2025, tháng 11/2026", ""))

    assert typed("5/11/202") == ["Họp 05/11/2025, tháng 11/2026", "Họp 05/11/2026"]
    assert typed("5/11/2026") == ["Họp 05/11/2026"]


def test_accents_as_typed_come_first_then_the_phrase_then_the_title(stories):
    stories(
        ("Có đủ", "Hình ảnh của một bài diễn thuyết."),
        ("Cụm không dấu", "Một vụ điện hình học."),
        ("Đủ dấu", "Hình ảnh và kinh điển."),
        ("Cụm từ", "Gương điển hình."),
        ("Điển hình", "Một."),
    )

    assert found("điển hình") == [
        "Điển hình", "Cụm từ", "Đủ dấu", "Cụm không dấu", "Có đủ",
    ]  # fmt: skip


def test_of_equals_the_newest_comes_first(stories):
    made = stories(("Một", "điển hình"), ("Hai", "điển hình"), ("Ba", "điển hình"))

    assert found("dien hinh") == made[::-1]
    assert [p.title for p in StoryPage.objects.search("dien hinh")[1:3]] == [
        "Hai",
        "Một",
    ]


def test_a_phrase_in_quotes_is_found_as_a_phrase(stories):
    stories(("Có", "Gương điển hình."), ("Không", "Hình ảnh điển tích."))
    _filters, query = parse_query_string('"dien hinh"')

    assert found(query) == found(Phrase("điển hình")) == ["Có"]


def test_queries_combine(stories):
    stories(("Cả hai", "Gương điển hình sân trường."), ("Một", "Gương điển hình."))
    _filters, query = parse_query_string('san "dien hinh"')

    assert found(query) == ["Cả hai"]
    assert found(Phrase("điển hình") & ~Phrase("sân trường")) == ["Một"]
    assert set(found("sân xyz hình", operator="or")) == {"Cả hai", "Một"}


@pytest.mark.parametrize(
    "query", ["gu", "guong di", "Gương đ", "guong dien hinh", "qu", "quye"]
)
def test_a_title_is_found_while_it_is_typed(stories, query):
    stories(("Gương điển hình Quyên", "Một."), ("Sân trường", "Gương điển hình quyên."))

    assert typed(query) == ["Gương điển hình Quyên"]


@pytest.mark.parametrize("query", ["", "  ", "…", '"', "xyzkhongco"])
def test_nothing_is_found_where_there_is_nothing(stories, query):
    stories(("Gương điển hình", "Một."))

    assert found(query) == typed(query) == []


def test_results_are_counted_narrowed_and_split_by_kind(stories):
    stories(("Một", "điển hình"), ("Hai", "điển hình"))
    results = StoryPage.objects.search("dien hinh")

    assert results.count() == 2
    assert list(results.facet("content_type_id").values()) == [2]
    assert StoryPage.objects.filter(title="Hai").search("dien hinh").count() == 1
    assert (
        StoryPage.objects.order_by("title")
        .search("hinh", order_by_relevance=False)[0]
        .title
        == "Hai"
    )


def test_snippets_are_found_too(site):
    ThemeFactory(name="Phòng chống đuối nước")

    results = get_search_backend().autocomplete("phong chong duoi", Theme)
    assert [theme.name for theme in results] == ["Phòng chống đuối nước"]


def test_what_was_changed_or_deleted_is_found_as_it_is_now(stories):
    stories(("Cũ", "Một."))
    page = Page.objects.get(title="Cũ").specific
    page.title = "Mới"
    page.save()
    assert (found("cũ"), found("moi")) == ([], ["Mới"])

    page.delete()
    assert found("moi") == []


def test_the_index_can_be_made_anew(stories):
    stories(("Gương điển hình", "Một."))
    SearchEntry.objects.all().delete()
    assert found("dien hinh") == []

    call_command("update_index", verbosity=0)

    assert found("dien hinh") == ["Gương điển hình"]


def test_a_save_writes_one_row_of_the_index(stories):
    stories(("Một", "điển hình"), ("Hai", "điển hình"))
    page = Page.objects.get(title="Một").specific

    with CaptureQueriesContext(connection) as queries:
        page.save()

    table = SearchEntry._meta.db_table
    said = [query["sql"] for query in queries if table in query["sql"]]
    assert len(said) == 1
    assert said[0].startswith("INSERT")
    assert not any("wagtailsearch_indexentry" in query["sql"] for query in queries)


@pytest.mark.parametrize("newest", [0, 1, 3, 1000])
def test_what_is_found_does_not_depend_on_how_much_is_read_first(
    stories, monkeypatch, newest
):
    """PostgreSQL looks among the newest entries before it asks the index."""
    monkeypatch.setattr(ranking, "NEWEST", newest)
    stories(
        ("Sen nở", "Một."), ("Khác", "Sen."), ("Sen tàn", "Hai."), ("Sân trường", "Ba.")
    )

    pages = StoryPage.objects.search("sen")

    assert [page.title for page in pages[:2]] == ["Sen tàn", "Sen nở"]
    assert [page.title for page in pages[:10]] == ["Sen tàn", "Sen nở", "Khác"]
    assert [page.title for page in pages[1:3]] == ["Sen nở", "Khác"]


@pytest.mark.parametrize(
    ("word", "count"), [("nghiêng", 150_000), ("нравственность", 20_000)]
)
def test_a_text_of_any_length_can_be_saved_and_is_found_by_its_title(site, word, count):
    """PostgreSQL refuses more than a megabyte of terms, counted in bytes."""
    text = " ".join(f"{word}{number}" for number in range(count))
    story = StoryPageFactory(title="Rất dài", lead="Một.")
    story.lead = text

    get_search_backend().add(story)

    assert found("rat dai") == ["Rất dài"]
    entry = SearchEntry.objects.get(text__contains=f"{word}0 ")
    assert 700_000 < len(entry.terms.encode()) < 810_000
