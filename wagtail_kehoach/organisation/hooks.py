"""Puts the registers of the school into the admin."""

from wagtail import hooks

from .viewsets import BodyViewSet, SchoolYearViewSet, UnitViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [UnitViewSet(), BodyViewSet(), SchoolYearViewSet()]
