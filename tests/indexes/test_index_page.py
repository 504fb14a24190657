import datetime as dt

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import PageViewRestriction

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
)
from tests.factories.workflows import approved
from tests.portal.models import OwnPlanIndexPage, OwnPlanPage
from wagtail_kehoach.models import PlanPageMixin, SchoolYear
from wagtail_kehoach.organisation.seeds import ensure_school_years
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    PlanIndexPage,
    StoryIndexPage,
    StoryPage,
)

KINDS = [
    (PlanPageFactory, PlanIndexPage),
    (StoryPageFactory, StoryIndexPage),
    (ForeignInfoPageFactory, ForeignInfoIndexPage),
]


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


def read(client, index, **query):
    """The index page as a visitor gets it."""
    return client.get(index.objects.get().url, query).content.decode()


def listed(client, index, **query):
    """The titles on the index page, in order."""
    response = client.get(index.objects.get().url, query)
    return [entry.title for entry in response.context_data["entries"]]


@pytest.mark.parametrize(("factory", "index"), KINDS)
def test_an_index_without_entries_says_so(client, site, factory, index):
    page = read(client, index)

    assert index.objects.get().title in page
    assert "Chưa có" in page


@pytest.mark.parametrize(("factory", "index"), KINDS)
def test_what_was_approved_is_listed_with_a_link(client, publish, factory, index):
    entry = publish(factory(title="Sân trường xanh"))
    factory(title="Còn là bản nháp")

    page = read(client, index)

    assert "Sân trường xanh" in page
    assert f'href="{entry.url}"' in page
    assert "Còn là bản nháp" not in page


@pytest.mark.parametrize(("factory", "index"), KINDS)
def test_a_private_page_is_not_listed(client, publish, factory, index):
    entry = publish(factory(title="Chỉ dành cho giáo viên"))
    PageViewRestriction.objects.create(
        page=entry, restriction_type=PageViewRestriction.LOGIN
    )

    assert listed(client, index) == []


def test_what_was_taken_down_is_not_listed(client, publish):
    story = publish(StoryPageFactory())

    story.unpublish()

    assert listed(client, StoryIndexPage) == []


def test_the_latest_stories_come_first(client, publish):
    for title, day in (("Giữa", 15), ("Mới", 20), ("Cũ", 1)):
        publish(StoryPageFactory(title=title, post_date=dt.date(2026, 11, day)))

    assert listed(client, StoryIndexPage) == ["Mới", "Giữa", "Cũ"]


def test_stories_are_filtered_by_school_year_theme_and_group(client, publish):
    this, before = SchoolYear.objects.all()[:2]
    theme = ThemeFactory(slug="van-hoa-doc")
    publish(StoryPageFactory(title="Cô Lan", school_year=this, audience="teacher"))
    publish(
        StoryPageFactory(
            title="Em Minh", school_year=before, audience="pupil", themes=[theme]
        )
    )

    assert listed(client, StoryIndexPage, **{"nam-hoc": before.name}) == ["Em Minh"]
    assert listed(client, StoryIndexPage, **{"chu-de": "van-hoa-doc"}) == ["Em Minh"]
    assert listed(client, StoryIndexPage, nhom="teacher") == ["Cô Lan"]
    assert (
        listed(client, StoryIndexPage, nhom="teacher", **{"nam-hoc": before.name}) == []
    )


def test_foreign_items_are_filtered_by_country_and_form(client, publish):
    publish(ForeignInfoPageFactory(title="Sang Lào", countries=["LA"], form="sport"))
    publish(
        ForeignInfoPageFactory(title="Hội thảo", countries=["KH"], form="conference")
    )

    assert listed(client, ForeignInfoIndexPage, nuoc="LA") == ["Sang Lào"]
    assert listed(client, ForeignInfoIndexPage, **{"hinh-thuc": "conference"}) == [
        "Hội thảo"
    ]


def test_plans_are_filtered_by_the_school_years_they_run_through(client, publish):
    name = "2026-2027"
    assert SchoolYear.objects.filter(starts_on__year=2026).exists()
    publish(PlanPageFactory(title="Năm học 2026-2027"))
    publish(
        PlanPageFactory(
            title="Giai đoạn 2024-2030",
            starts_on=dt.date(2024, 1, 1),
            ends_on=dt.date(2030, 12, 31),
        )
    )
    publish(
        PlanPageFactory(
            title="Năm học 2025-2026",
            starts_on=dt.date(2025, 9, 1),
            ends_on=dt.date(2026, 5, 31),
        )
    )

    assert listed(client, PlanIndexPage, **{"nam-hoc": name}) == [
        "Năm học 2026-2027",
        "Giai đoạn 2024-2030",
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "years"),
    [
        ("2026-09-01", "2027-05-31", ["2026-2027"]),
        ("2026-08-01", "2027-07-31", ["2026-2027"]),
        ("2026-01-01", "2026-12-31", ["2026-2027", "2025-2026"]),
        ("2024-01-01", "2030-12-31", ["2027-2028", "2026-2027", "2025-2026"]),
        ("2026-06-01", "2026-08-31", ["2025-2026"]),
        ("2026-07-01", "2026-08-31", ["2025-2026"]),
        ("2026-08-01", "2026-08-31", ["2026-2027"]),
        ("2026-08-20", "2026-09-10", ["2026-2027"]),
        ("2026-05-25", "2026-06-30", ["2025-2026"]),
        ("2027-05-31", "2027-05-31", ["2026-2027"]),
        ("2028-07-01", "2028-08-31", ["2027-2028"]),
        ("2020-01-01", "2020-12-31", []),
    ],
)
def test_a_plan_belongs_to_the_years_it_touches_or_prepares(
    client, publish, starts_on, ends_on, years
):
    SchoolYear.objects.all().delete()
    ensure_school_years(dt.date(2026, 11, 20))
    known = [year.name for year in SchoolYear.objects.all()]
    plan = PlanPageFactory(title="Kế hoạch", starts_on=starts_on, ends_on=ends_on)

    assert publish(plan).school_years() == years
    found = [n for n in known if listed(client, PlanIndexPage, **{"nam-hoc": n})]
    assert found == years


def test_a_school_year_has_the_days_that_the_province_decided(client, publish):
    SchoolYear.objects.filter(starts_on__year=2026).update(ends_on="2027-07-15")
    cache.clear()
    publish(PlanPageFactory(starts_on="2027-07-01", ends_on="2027-07-31"))

    assert listed(client, PlanIndexPage, **{"nam-hoc": "2026-2027"})


@pytest.mark.parametrize(
    "query",
    [
        {"nhom": "khong-co"},
        {"nam-hoc": "1999-2000"},
        {"nam-hoc": "x"},
        {"chu-de": "x"},
        {"trang": "x"},
        {"utm_source": "zalo"},
    ],
)
def test_values_that_nobody_offers_change_nothing(client, publish, query):
    publish(StoryPageFactory(title="Cô Lan"))

    assert listed(client, StoryIndexPage, **query) == ["Cô Lan"]


def test_nothing_under_a_filter_leads_back_to_everything(client, publish):
    publish(StoryPageFactory(audience="teacher"))

    page = read(client, StoryIndexPage, nhom="parent")

    assert f'href="{StoryIndexPage.objects.get().url}"' in page


def test_pages_keep_the_filters(client, publish, settings):
    settings.WAGTAIL_KEHOACH = {"ITEMS_PER_PAGE": 2}
    for number in range(5):
        publish(StoryPageFactory(title=f"Gương {number}", audience="pupil"))
    publish(StoryPageFactory(title="Thầy Hải", audience="teacher"))

    page = read(client, StoryIndexPage, nhom="pupil", trang="2")

    assert listed(client, StoryIndexPage, nhom="pupil", trang="2") == [
        "Gương 2",
        "Gương 1",
    ]
    assert listed(client, StoryIndexPage, nhom="pupil", trang="3") == ["Gương 0"]
    url = StoryIndexPage.objects.get().url
    assert f'href="{url}?nhom=pupil"' in page
    assert f'href="{url}?nhom=pupil&amp;trang=3"' in page


@pytest.mark.parametrize(("factory", "index"), KINDS)
def test_an_index_costs_the_same_for_one_and_three_entries(
    client, publish, factory, index, django_assert_max_num_queries
):
    theme = ThemeFactory()
    url = index.objects.get().url

    def add():
        page = factory()
        page.themes = [theme]
        publish(page)

    def count():
        cache.clear()
        client.get(url)
        with django_assert_max_num_queries(8) as queries:
            client.get(url)
        return len(queries)

    add()
    one = count()
    add()
    add()

    assert count() == one


def test_the_long_texts_are_not_read_for_a_listing(client, publish):
    publish(StoryPageFactory())

    response = client.get(StoryIndexPage.objects.get().url)

    [entry] = response.context_data["entries"]
    assert "body" in entry.get_deferred_fields()


def test_entries_are_counted_as_they_are_listed(publish):
    for _ in range(2):
        publish(StoryPageFactory())
    StoryPageFactory()
    PageViewRestriction.objects.create(
        page=publish(StoryPageFactory()), restriction_type=PageViewRestriction.LOGIN
    )
    index = StoryIndexPage.objects.get()

    assert index.count_entries() == len(index.get_entries()) == 2


def test_entries_that_a_portal_chooses_itself_are_counted_as_it_finds_them(
    publish, monkeypatch
):
    publish(StoryPageFactory(audience="teacher"))
    publish(StoryPageFactory(audience="pupil"))

    def teachers_only(index):
        return StoryPage.objects.child_of(index).filter(audience="teacher")

    monkeypatch.setattr(StoryIndexPage, "get_entries", teachers_only)

    assert StoryIndexPage.objects.get().count_entries() == 1


def test_a_portal_s_own_page_type_is_the_one_that_is_listed():
    assert OwnPlanIndexPage.get_entry_model() is OwnPlanPage


def test_an_index_with_two_kinds_of_entries_asks_for_a_choice():
    class Both(OwnPlanIndexPage):
        class Meta:
            abstract = True

        entry_mixin = PlanPageMixin
        subpage_types = ["portal.OwnPlanPage", "wagtail_kehoach_pages.PlanPage"]

    with pytest.raises(ImproperlyConfigured, match="set entry_model"):
        Both.get_entry_model()
