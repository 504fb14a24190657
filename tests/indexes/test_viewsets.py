"""The flat listings of our pages in the admin."""

import html

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.approval.hooks import communication_menu
from wagtail_kehoach.conf import kehoach_settings

pytestmark = pytest.mark.django_db


def title(answer):
    """What a screen calls itself."""
    return html.unescape(answer.content.decode().partition("</title>")[0])


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


def test_titles_are_read_and_nobody_sorts_by_them(listed):
    for title in ["Đỗ Lan", "An Bình", "Ân Thị"]:
        StoryPageFactory(title=title)

    page = listed()
    assert "Đỗ Lan" in page
    assert "ordering=title" not in page
    assert "ordering=live" in page


def test_a_page_has_a_parent_page(listed):
    StoryPageFactory(title="Cô Lan")

    assert "Trang cha" in listed()
    assert "Mục cha" not in listed()


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


@pytest.mark.parametrize(
    ("group", "offered"),
    [(kehoach_settings.EDITORS_GROUP, True), (kehoach_settings.CLERKS_GROUP, False)],
)
def test_the_home_page_offers_no_search_that_refuses(client, editor, group, offered):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert ("no_page_search.css" in home) is not offered


def test_menu_and_screen_call_everything_the_same(client, site):
    """Whoever reads a guide looks for the word of the menu at the head of the screen."""
    user = UserFactory(is_superuser=True)
    user.groups.add(*Group.objects.all())
    client.force_login(user)
    request = client.get(reverse("wagtailadmin_home")).wsgi_request

    items = communication_menu.menu_items_for_request(request)

    called = {str(item.label): client.get(item.url) for item in items}
    assert len(called) >= 20
    assert {label: label in title(answer) for label, answer in called.items()} == (
        dict.fromkeys(called, True)
    )
