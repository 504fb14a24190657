"""What the school adds to Wagtail's menus."""

import pytest
from django.db import connection
from django.urls import reverse

from tests.factories.organisation import UnitFactory
from wagtail_kehoach.approval.hooks import communication_menu

pytestmark = pytest.mark.django_db
GUIDES = "https://truong.example/huong-dan/"


def test_the_help_menu_leads_to_the_guides_that_the_portal_names(
    client, editor, settings
):
    client.force_login(editor)
    home = reverse("wagtailadmin_home")

    settings.WAGTAIL_KEHOACH = {"GUIDES_URL": GUIDES}
    page = client.get(home).content.decode()
    assert GUIDES in page
    assert page.index("kehoach-guides") < page.index("editor-guide")

    settings.WAGTAIL_KEHOACH = {}
    page = client.get(home).content.decode()
    assert "kehoach-guides" not in page
    assert "editor-guide" in page


def test_units_stand_in_the_order_of_the_vietnamese_alphabet(client, superuser):
    names = ["Tổ Công đoàn", "Tổ Đoàn trường", "Tổ Văn phòng", "Tổ Y tế"]
    for name in reversed(names):
        UnitFactory(name=name)
    client.force_login(superuser)
    index = reverse("kehoach_units:index")

    page = client.get(index).content.decode()
    assert sorted(names, key=page.index) == names

    if connection.vendor != "mysql":  # MariaDB finds committed rows only
        page = client.get(index, {"q": "to"}).content.decode()
        assert all(name in page for name in names)
    page = client.get(index, {"ordering": "-name"}).content.decode()
    assert page.index("Tổ Y tế") < page.index("Tổ Công đoàn")


def test_menu_items_have_names_that_do_not_hang_on_the_language(client, editor):
    names = {item.name for item in communication_menu.registered_menu_items}

    assert len(names) == len(communication_menu.registered_menu_items)
    assert all(name.startswith("kehoach-") for name in names)
