"""What the school adds to Wagtail's menus."""

import pytest
from django.urls import reverse

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
