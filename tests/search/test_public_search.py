"""The public search page."""

import datetime as dt

import pytest
from wagtail.models import PageViewRestriction, Site

from tests.committed import searches_uncommitted
from tests.factories.organisation import ThemeFactory, UnitFactory
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    task,
)
from wagtail_kehoach.models import SchoolYear, Theme
from wagtail_kehoach.pages.models import PlanPage

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]


def listed(client, **query):
    answer = client.get("/tim-kiem/", {**query, "dang": "json"}).json()
    return [result["title"] for result in answer["results"]]


def test_a_visitor_finds_a_page_and_sees_where(client, publish):
    page = publish(
        StoryPageFactory(title="Cô Lan", lead="Tấm gương <vượt khó> của tổ Toán.")
    )

    html = client.get("/tim-kiem/", {"q": "vuot kho"}).content.decode()

    assert f'href="{page.url}"' in html
    assert "&lt;<mark>vượt khó</mark>&gt;" in html
    assert "1 kết quả" in html


def test_drafts_private_and_unpublished_pages_never_appear(client, publish):
    StoryPageFactory(title="Nháp vượt khó")
    private = publish(StoryPageFactory(title="Riêng vượt khó"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    publish(StoryPageFactory(title="Gỡ vượt khó")).unpublish()

    assert listed(client, q="vuot kho") == []


def test_half_a_word_finds_what_goes_on_though_others_have_it_whole(client, publish):
    publish(StoryPageFactory(title="Kê khai", lead="Ghi rõ họ và tên."))
    publish(StoryPageFactory(title="Kế hoạch", lead="Một."))

    # The list of plans is called so too.
    assert listed(client, q="ke ho")[0] in {"Kế hoạch", "Kế hoạch truyền thông"}
    assert listed(client, q="ke ho")[-1] == "Kê khai"
    assert "Kế hoạch" in listed(client, q="ke ho")


def test_results_can_be_narrowed_to_a_kind(client, publish):
    publish(StoryPageFactory(title="Gương vượt khó"))

    assert listed(client, q="guong", loai="storypage") == ["Gương vượt khó"]
    assert "Gương vượt khó" not in listed(client, q="guong", loai="storyindexpage")


@pytest.fixture
def of_many_kinds(publish):
    """Two stories, a foreign item and a plan, all about the library."""
    reading = ThemeFactory(name="Văn hóa đọc", slug="van-hoa-doc")
    unit = UnitFactory(name="Tổ Ngữ văn")
    said = task("Giới thiệu sách", lead="tổ ngữ văn")
    plan = PlanPageFactory(title="Thư viện mở", tasks=[said], number="12")
    plan.themes = [reading]
    publish(plan)
    first = StoryPageFactory(title="Cô thủ thư thư viện")
    first.themes = [reading]
    first.tasks = list(plan.kehoach_plan_tasks.all())
    publish(first)
    publish(StoryPageFactory(title="Bạn đọc thư viện"))
    publish(ForeignInfoPageFactory(title="Thư viện bạn Lào", countries=["LA", "KR"]))
    return {"unit": str(unit.pk)}


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({"loai": "storypage"}, {"Cô thủ thư thư viện", "Bạn đọc thư viện"}),
        ({"chu-de": "van-hoa-doc"}, {"Cô thủ thư thư viện", "Thư viện mở"}),
        ({"don-vi": "unit"}, {"Cô thủ thư thư viện", "Thư viện mở"}),
        ({"nuoc": "LA"}, {"Thư viện bạn Lào"}),
        ({"loai": "storypage", "don-vi": "unit"}, {"Cô thủ thư thư viện"}),
        ({"loai": "storypage", "nuoc": "LA"}, set()),
        ({"nuoc": "' OR 1=1 --"}, set()),
        ({"loai": "StoryPage"}, set()),
    ],
)
def test_results_can_be_narrowed(client, of_many_kinds, narrowed, expected):
    asked = {name: of_many_kinds.get(value, value) for name, value in narrowed.items()}

    assert set(listed(client, q="thu vien", **asked)) == expected


def test_results_can_be_narrowed_to_a_school_year(client, publish):
    past = SchoolYear.objects.order_by("starts_on").first()
    publish(StoryPageFactory(title="Thư viện năm trước", school_year=past))
    publish(StoryPageFactory(title="Thư viện năm nay"))

    found = listed(client, **{"q": "thu vien", "nam-hoc": past.name})

    assert found == ["Thư viện năm trước"]


def test_a_filter_says_how_much_it_would_leave(client, of_many_kinds):
    def labels(**asked):
        answer = client.get("/tim-kiem/", {"q": "thu vien", "dang": "json", **asked})
        views = answer.json()["filters"]
        return {view["name"]: [o["label"] for o in view["options"]] for view in views}

    every = labels()
    assert every["loai"][1:] == [
        "điển hình tiên tiến (2)",
        "kế hoạch truyền thông (1)",
        "tin đối ngoại (1)",
    ]
    assert every["nuoc"] == ["Tất cả", "Hàn Quốc (1)", "Lào (1)"]
    # Its own values as if it were not chosen; the others only of what is left.
    narrowed = labels(loai="storypage")
    assert narrowed["loai"] == every["loai"]
    assert "nuoc" not in narrowed


def test_a_chosen_filter_can_be_taken_back(client, of_many_kinds):
    page = client.get("/tim-kiem/", {"q": "thu vien", "nuoc": "LA"}).content.decode()

    assert "Nước: <b>Lào</b>" in page
    assert 'href="?q=thu%20vien">Bỏ lọc' in page


def test_a_plan_is_found_by_its_number_and_symbol(client, of_many_kinds):
    symbol = PlanPage.objects.get().symbol

    assert listed(client, q=f"12/{symbol}") == ["Thư viện mở"]


def test_a_page_that_is_not_there_is_the_last_one(client, publish, settings):
    settings.WAGTAIL_KEHOACH = {"ITEMS_PER_PAGE": 1}
    for number in range(3):
        publish(StoryPageFactory(title=f"Vượt khó {number}"))

    last = client.get("/tim-kiem/", {"q": "vuot kho", "trang": "99"}).content.decode()

    assert "Trang 3/3" in last
    assert "?q=vuot+kho&amp;trang=2" in last
    assert 'rel="next"' not in last


@pytest.mark.parametrize(
    "query", [{}, {"q": "…"}, {"q": "xyzkhongco"}, {"q": "a", "trang": "x"}]
)
def test_an_empty_result_is_no_error(client, site, query):
    assert client.get("/tim-kiem/", query).status_code == 200


def test_the_number_of_statements_is_constant(
    client, publish, django_assert_max_num_queries
):
    for number in range(3):
        publish(StoryPageFactory(title=f"Vượt khó {number}"))
    listed(client, q="vuot kho")

    with django_assert_max_num_queries(5):
        assert len(listed(client, q="vuot kho")) == 3


@pytest.mark.parametrize(
    "query", ["vuot k", "vượt khó hs", "vuotkho", "xyz vuot kho", "12/KH-THCS"]
)
def test_other_spellings_and_suggestions_take_six_statements_at_most(
    client, publish, django_assert_max_num_queries, query
):
    for number in range(3):
        publish(StoryPageFactory(title=f"Học sinh vượt khó {number}"))
    client.get("/tim-kiem/", {"q": query})

    with django_assert_max_num_queries(6):
        client.get("/tim-kiem/", {"q": query})


def test_a_portal_without_a_site_has_no_search(client, site):
    Site.objects.all().delete()

    assert client.get("/tim-kiem/", {"q": "a"}).status_code == 404


def test_a_theme_with_a_new_address_still_narrows_what_was_indexed(
    client, of_many_kinds
):
    theme = Theme.objects.get(slug="van-hoa-doc")
    theme.slug = "doc-sach"
    theme.save()

    found = listed(client, **{"q": "thu vien", "chu-de": "doc-sach"})
    assert set(found) == {"Cô thủ thư thư viện", "Thư viện mở"}
    assert listed(client, **{"q": "thu vien", "chu-de": "van-hoa-doc"}) == []


def test_an_excerpt_keeps_the_parts_of_a_plan_apart(client, publish):
    publish(
        PlanPageFactory(
            title="Thư viện mở",
            tasks=[
                task("Trưng bày sách mới", lead="Thư viện"),
                task("Đọc sách đầu giờ", lead="Tổ Ngữ văn"),
            ],
        )
    )

    answer = client.get("/tim-kiem/", {"q": "trung bay sach moi", "dang": "json"})

    [result] = answer.json()["results"]
    assert "Trưng bày sách mới · Thư viện" in result["excerpt"]
    assert "I. MỤC ĐÍCH" in result["excerpt"]
    assert "Chọn" not in result["excerpt"]


def test_a_theme_and_a_country_are_found_though_no_text_says_them(client, publish):
    theme = ThemeFactory(name="Chuyển đổi số")
    story = StoryPageFactory(title="Cô Lan", lead="Cô giúp học sinh.")
    story.themes = [theme]
    publish(story)
    publish(ForeignInfoPageFactory(title="Đoàn khách", countries=["LA"]))

    assert listed(client, q="chuyen doi so") == ["Cô Lan"]
    assert listed(client, q="Lào") == ["Đoàn khách"]


def test_a_decision_is_found_by_its_number(client, publish):
    decision = {
        "commendation_number": "58/QĐ-THCSBM",
        "commendation_date": dt.date(2026, 11, 18),
    }
    publish(StoryPageFactory(title="Cô Lan", **decision))
    publish(StoryPageFactory(title="Lớp 58 bạn", lead="Số bạn đến từ 58 xã."))
    for typed in (
        "58/QĐ-THCSBM",
        "58/qd-thcsbm",
        "qd-thcsbm",
        "Quyết định số 58/QĐ-THCSBM, 18/11/2026",
        "số 58/QĐ-THCSBM",
        "quyet dinh so 58",
        "quyết định 58",
    ):
        assert listed(client, q=typed) == ["Cô Lan"], typed
    assert listed(client, q="số 58")[0] == "Cô Lan"


def test_a_number_is_found_with_the_word_before_it_or_without(client, publish):
    publish(StoryPageFactory(title="Theo Kế hoạch 260/KH-GDĐT"))
    for typed in ("kế hoạch số 260", "Số: 260/KH-GDĐT", "ke hoach so 260/KH"):
        assert listed(client, q=typed) == ["Theo Kế hoạch 260/KH-GDĐT"], typed


@pytest.mark.parametrize("typed", ["viet-lao", "Việt-Lào", "viet lao", "Việt – Lào"])
@pytest.mark.parametrize("written", ["Hữu nghị Việt – Lào", "Hữu nghị Việt-Lào"])
def test_words_are_found_joined_by_a_hyphen_or_apart(client, publish, typed, written):
    publish(StoryPageFactory(title=written))
    publish(StoryPageFactory(title="Lào ở phía tây của Việt Nam"))
    found = listed(client, q=typed)
    assert found[0] == written
    if "-" in typed:
        assert found == [written]


def test_half_a_word_is_found_where_nothing_else_is(client, publish):
    publish(StoryPageFactory(title="Vườn ươm xanh"))
    publish(StoryPageFactory(title="Vườn xa"))
    assert listed(client, q="vuon xan") == ["Vườn ươm xanh"]
    assert listed(client, q="vuon xa") == ["Vườn xa"]
    assert listed(client, q="vuon xyz") == []


def test_in_quotes_only_the_phrase_is_found(client, publish):
    publish(StoryPageFactory(title="Vườn rau xanh"))
    publish(StoryPageFactory(title="Rau và vườn"))
    assert listed(client, q='"vườn rau"') == ["Vườn rau xanh"]
    assert listed(client, q="“vuon rau”") == ["Vườn rau xanh"]
    assert len(listed(client, q="vườn rau")) == 2
