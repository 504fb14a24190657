import pytest

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from wagtail_kehoach.indexes.filters import IndexFilter, view_filters
from wagtail_kehoach.models import SchoolYear
from wagtail_kehoach.pages.models import ForeignInfoPage, StoryPage

BY_GROUP = IndexFilter.choice("nhom", "audience", "Nhóm", StoryPage.Audience)
BY_COUNTRY = IndexFilter.country("nuoc", "countries")


def shown(filters, entries, **asked):
    """The filters as a template shows them, by their names."""
    return {view.name: view for view in view_filters(filters, entries, asked)}


def narrowed(index_filter, entries, key):
    """What is left of ``entries`` under the option ``key``."""
    [option] = [o for o in index_filter.offered(entries) if o.key == key]
    return list(index_filter.narrow(entries, option.value))


def test_nothing_is_chosen_at_first(db):
    view = shown([BY_GROUP], StoryPage.objects.all())["nhom"]

    assert view.chosen is None
    assert [link.active for link in view.links] == [True, *[False] * 5]
    assert [link.query for link in view.links][:2] == ["?", "?nhom=teacher"]


def test_the_chosen_value_is_marked(db):
    view = shown([BY_GROUP], StoryPage.objects.all(), nhom="pupil")["nhom"]

    assert view.chosen.value == "pupil"
    assert [link.query for link in view.links if link.active] == ["?nhom=pupil"]


@pytest.mark.parametrize("value", ["", "khong-co", "' OR 1=1 --", "teacher "])
def test_a_value_that_is_not_offered_is_passed_over(db, value):
    view = shown([BY_GROUP], StoryPage.objects.all(), nhom=value)["nhom"]

    assert view.chosen is None


def test_links_keep_the_other_filters_and_drop_unknown_ones(db):
    year = SchoolYear.objects.first()
    filters = [BY_GROUP, IndexFilter.school_year()]
    asked = {"nhom": "staff", "nam-hoc": year.name, "trang": "3", "la": "x"}

    views = shown(filters, StoryPage.objects.all(), **asked)

    assert views["nhom"].links[0].query == f"?nam-hoc={year.name}"
    assert views["nam-hoc"].links[0].query == "?nhom=staff"
    assert all(
        "trang" not in link.query for view in views.values() for link in view.links
    )


def test_a_filter_with_nothing_to_offer_is_not_shown(db):
    assert shown([IndexFilter.theme(), BY_COUNTRY], ForeignInfoPage.objects.all()) == {}


def test_choice_narrows(db):
    teacher = StoryPageFactory(audience="teacher")
    StoryPageFactory(audience="pupil")

    assert narrowed(BY_GROUP, StoryPage.objects.all(), "teacher") == [teacher]


def test_school_year_narrows(db):
    this, before = SchoolYear.objects.all()[:2]
    story = StoryPageFactory(school_year=before)
    StoryPageFactory(school_year=this)

    found = narrowed(IndexFilter.school_year(), StoryPage.objects.all(), before.name)

    assert found == [story]


def test_theme_narrows(db):
    theme = ThemeFactory(slug="chuyen-doi-so")
    story = StoryPageFactory(themes=[theme])
    StoryPageFactory(themes=[ThemeFactory()])

    found = narrowed(IndexFilter.theme(), StoryPage.objects.all(), "chuyen-doi-so")

    assert found == [story]


def test_a_new_theme_is_offered_at_once(db):
    by_theme = IndexFilter.theme()
    assert by_theme.offered(StoryPage.objects.all()) == []

    theme = ThemeFactory(name="Văn hoá đọc", slug="van-hoa-doc")
    [option] = by_theme.offered(StoryPage.objects.all())
    assert (option.key, option.value, option.label) == (
        "van-hoa-doc", theme.pk, "Văn hoá đọc",
    )  # fmt: skip

    theme.delete()
    assert by_theme.offered(StoryPage.objects.all()) == []


def test_only_countries_that_occur_are_offered_by_their_names(db):
    ForeignInfoPageFactory(countries=["LA", "KH"])
    ForeignInfoPageFactory(countries=["LA"])
    ForeignInfoPageFactory(countries=[])

    offered = BY_COUNTRY.offered(ForeignInfoPage.objects.all())

    assert {option.key for option in offered} == {"LA", "KH"}
    assert sorted(str(o.label) for o in offered) == [str(o.label) for o in offered]


def test_country_narrows_to_every_item_with_it(db):
    both = ForeignInfoPageFactory(countries=["KH", "LA"])
    laos = ForeignInfoPageFactory(countries=["LA"])
    ForeignInfoPageFactory(countries=["JP"])

    found = narrowed(BY_COUNTRY, ForeignInfoPage.objects.order_by("pk"), "LA")

    assert found == [both, laos]
