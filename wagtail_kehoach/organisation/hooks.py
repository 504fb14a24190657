"""Puts the registers of the school into the admin."""

from django.apps import apps
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting

from .models import SchoolSettings
from .viewsets import BodyViewSet, SchoolYearViewSet, UnitViewSet

# Without that app its form has no address; the portal is told so by a system check.
if apps.is_installed("wagtail.contrib.settings"):
    register_setting(SchoolSettings, icon="home", order=300)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [UnitViewSet(), BodyViewSet(), SchoolYearViewSet()]
