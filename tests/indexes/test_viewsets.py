"""The flat listings of our pages in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(client, editor):
    """What the listing of stories shows."""
    client.force_login(editor)

    def get(name="index", **query):
        answer = client.get(reverse(f"kehoach_stories:{name}"), query)
        return answer.content.decode()

    return get


def test_an_empty_listing_says_so(listed):
    assert "Chưa có điển hình tiên tiến nào." in listed()


@pytest.mark.parametrize("name", ["index", "index_results"])
def test_a_search_that_finds_nothing_says_so(listed, name):
    StoryPageFactory(title="Cô Lan")

    page = listed(name, q="zzzz")

    assert "Không có điển hình tiên tiến nào khớp với điều kiện tìm." in page
    assert "1–0" not in page


def test_what_is_there_is_listed(listed):
    StoryPageFactory(title="Cô Lan")

    assert "Cô Lan" in listed()


@pytest.mark.parametrize(
    ("group", "shown"),
    [(kehoach_settings.EDITORS_GROUP, True), (kehoach_settings.CLERKS_GROUP, False)],
)
def test_the_menu_leads_nobody_where_he_may_not_go(client, editor, group, shown):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert ("/kehoach_stories/" in home) is shown
