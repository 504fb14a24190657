"""Puts the register of themes into the admin."""

from wagtail import hooks

from .viewsets import ThemeViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [ThemeViewSet()]
