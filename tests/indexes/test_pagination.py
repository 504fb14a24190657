import pytest
from django.core.paginator import EmptyPage, Paginator
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.factories.organisation import ThemeFactory
from wagtail_kehoach.indexes.pagination import EvenPaginator
from wagtail_kehoach.models import Theme

LONGEST = 23


@pytest.fixture
def themes(db):
    """So many themes in a total order."""
    for place in range(LONGEST):
        ThemeFactory(sort_order=place)
    return Theme.objects.order_by("sort_order", "pk")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    length=st.integers(0, LONGEST),
    per_page=st.integers(1, LONGEST + 1),
    orphans=st.integers(0, 3),
)
def test_every_page_is_the_one_that_django_would_show(
    themes, length, per_page, orphans
):
    entries = themes.filter(sort_order__lt=length)
    even = EvenPaginator(entries, per_page, orphans=min(orphans, per_page - 1))
    plain = Paginator(entries, per_page, orphans=min(orphans, per_page - 1))

    assert even.num_pages == plain.num_pages
    for number in plain.page_range:
        mine, theirs = even.page(number), plain.page(number)
        assert list(mine) == list(theirs)
        assert mine.start_index() == theirs.start_index()
        assert mine.end_index() == theirs.end_index()
        assert mine.has_next() == theirs.has_next()


@pytest.mark.parametrize("number", [0, -1, 4, 10**9])
def test_a_page_that_is_not_there_is_refused(themes, number):
    with pytest.raises(EmptyPage):
        EvenPaginator(themes, 10).page(number)


@pytest.mark.parametrize(
    ("asked", "number"), [(None, 1), ("x", 1), ("", 1), ("99", 3), ("-1", 3), ("2", 2)]
)
def test_a_reader_gets_a_page_whatever_the_address_says(themes, asked, number):
    assert EvenPaginator(themes, 10).get_page(asked).number == number


def test_the_last_page_is_read_from_the_end(themes, django_assert_num_queries):
    paginator = EvenPaginator(themes, 10)
    assert paginator.count == LONGEST

    with django_assert_num_queries(1) as queries:
        page = list(paginator.page(3))

    assert [theme.sort_order for theme in page] == [20, 21, 22]
    assert "OFFSET" not in queries[0]["sql"]
