"""Puts the registers of the school and the way to its guides into the admin."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import register_setting

from ..conf import kehoach_settings
from .models import SchoolSettings
from .viewsets import BodyViewSet, SchoolYearViewSet, UnitViewSet

# Without that app its form has no address; the portal is told so by a system check.
if apps.is_installed("wagtail.contrib.settings"):
    register_setting(SchoolSettings, icon="home", order=300)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [UnitViewSet(), BodyViewSet(), SchoolYearViewSet()]


class GuidesMenuItem(MenuItem):
    """To the guides in Vietnamese, before Wagtail's own, which are in English."""

    def is_shown(self, request):
        return bool(kehoach_settings.GUIDES_URL)

    def render_component(self, request):
        self.url = kehoach_settings.GUIDES_URL  # Menus keep their items.
        return super().render_component(request)


@hooks.register("register_help_menu_item")
def register_guides_menu_item():
    return GuidesMenuItem(
        _("How to use this portal"),
        kehoach_settings.GUIDES_URL,
        name="kehoach-guides",
        icon_name="help",
        attrs={"target": "_blank", "rel": "noreferrer"},
        order=100,
    )
